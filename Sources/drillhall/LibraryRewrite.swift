// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Glibc
import Library
import Reports

/// Puts new bytes in the place of a drill's or a policy's own: whole or not at all, and only where
/// that is what its author expects.
struct LibraryRewrite {
  let library: DrillLibrary

  /// Why a file is left alone; nil where it may be written.
  func refusal(_ path: String, before: [UInt8]) -> String? {
    let now = LibraryFolder.bytes(of: path, diagnostics: Diagnostics())
    guard now == before else { return "somebody else has changed it meanwhile." }
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, !staysInside(path) {
      return "it is a symbolic link out of the library."
    }
    guard access(path, W_OK) == 0 else { return "\(String(cString: strerror(errno)))." }
    return nil
  }

  /// Writes a file, whoever wants the program to end meanwhile.
  func write(_ bytes: [UInt8], to path: String) throws {
    try Interruption.heldBack {
      let whole = try WholeFile(path)
      try whole.write(bytes)
      try whole.finish()
    }
  }

  /// Whether what a link leads to lies in the library's folders.
  private func staysInside(_ path: String) -> Bool {
    guard let target = Self.real(path) else { return false }
    return [library.drills.path, library.policies.path].compactMap(Self.real)
      .contains { target.hasPrefix($0 + "/") }
  }

  private static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
