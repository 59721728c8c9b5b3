// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Synchronization

/// The texts that a check reads: the files as they are on the disk, and in the place of some of them
/// texts that nobody has written yet.
public final class LibraryTexts: Sendable {
  private struct Texts {
    var changed: [String: [UInt8]] = [:]
    /// What was read last of a file, in a number: a text that changes meanwhile is noticed.
    var seen: [String: UInt64] = [:]
  }

  private let texts = Mutex(Texts())

  /// The files as they are on the disk.
  public init() {}

  /// A file's bytes; nil, reported, where it can't be read.
  func bytes(of path: String, diagnostics: Diagnostics) -> [UInt8]? {
    if let changed = texts.withLock({ $0.changed[path] }) { return changed }
    guard let bytes = LibraryFolder.bytes(of: path, diagnostics: diagnostics) else { return nil }
    texts.withLock { $0.seen[path] = bytes.fingerprint }
    return bytes
  }

  /// The text that was checked last under a path; nil where the file has changed since, or is gone.
  public func checkedBytes(of path: String) -> [UInt8]? {
    let (changed, seen) = texts.withLock { ($0.changed[path], $0.seen[path]) }
    if let changed { return changed }
    guard let bytes = LibraryFolder.bytes(of: path, diagnostics: Diagnostics()),
      bytes.fingerprint == seen
    else { return nil }
    return bytes
  }

  /// Puts a text in the place of a file's own, from the next check on.
  public func put(_ bytes: [UInt8], at path: String) {
    texts.withLock { $0.changed[path] = bytes }
  }
}

extension [UInt8] {
  /// A number that changes with any of the bytes. It finds what was saved between two readings; every
  /// file of a library is read for it, so that it must be had for less than a hash against malice.
  fileprivate var fingerprint: UInt64 {
    withUnsafeBytes { bytes in
      var mixed = UInt64(truncatingIfNeeded: bytes.count)
      // An odd factor and a shift: two states that differ stay different.
      func mix(_ word: UInt64) {
        mixed = (mixed ^ word) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
      }
      let whole = bytes.count & ~7
      for offset in stride(from: 0, to: whole, by: 8) {
        mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
      for offset in whole..<bytes.count { mix(UInt64(bytes[offset])) }
      return mixed
    }
  }
}
