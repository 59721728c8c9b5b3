// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing

/// A directory of a test's own, which goes away with this value.
final class TemporaryDirectory {
  /// Its path, without a slash at the end.
  let path: String

  /// Makes it under `TMPDIR`, or where the system keeps such things.
  init() throws {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/drillhall-test-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    path = try String(cString: #require(made))
  }

  deinit { Self.remove(path) }

  /// The path of something in it.
  func file(_ name: String) -> String { path + "/" + name }

  /// Removes a file, or a directory with all that is in it.
  private static func remove(_ path: String) {
    for name in names(in: path) { remove(path + "/" + name) }
    if unlink(path) != 0 { rmdir(path) }
  }

  /// What is in a directory; nothing if it is none.
  static func names(in path: String) -> [String] {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      let directory = opendir(path)
    else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// A file's bytes.
func read(_ path: String) throws -> [UInt8] {
  let file = open(path, O_RDONLY)
  try #require(file >= 0)
  defer { close(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = Glibc.read(file, &buffer, buffer.count), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

/// Writes a file anew.
func write(_ bytes: [UInt8], to path: String) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  try #require(file >= 0)
  defer { close(file) }
  try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
}

/// A file's permissions.
func permissions(_ path: String) throws -> mode_t {
  var status = stat()
  try #require(stat(path, &status) == 0)
  return status.st_mode & 0o777
}
