// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Synchronization

/// The texts that a check reads: the files as they are on the disk, and in the place of some of them
/// texts that nobody has written yet.
public final class LibraryTexts: Sendable {
  private struct Texts {
    var changed: [String: [UInt8]] = [:]
    /// What was read last of a file, in a number: a text that changes meanwhile is noticed.
    var seen: [String: Int] = [:]
  }

  private let texts = Mutex(Texts())

  /// The files as they are on the disk.
  public init() {}

  /// A file's bytes; nil, reported, where it can't be read.
  func bytes(of path: String, diagnostics: Diagnostics) -> [UInt8]? {
    if let changed = texts.withLock({ $0.changed[path] }) { return changed }
    guard let bytes = LibraryFolder.bytes(of: path, diagnostics: diagnostics) else { return nil }
    texts.withLock { $0.seen[path] = bytes.hashValue }
    return bytes
  }

  /// The text that was checked last under a path; nil where the file has changed since, or is gone.
  public func checkedBytes(of path: String) -> [UInt8]? {
    let (changed, seen) = texts.withLock { ($0.changed[path], $0.seen[path]) }
    if let changed { return changed }
    guard let bytes = LibraryFolder.bytes(of: path, diagnostics: Diagnostics()),
      bytes.hashValue == seen
    else { return nil }
    return bytes
  }

  /// Puts a text in the place of a file's own, from the next check on.
  public func put(_ bytes: [UInt8], at path: String) {
    texts.withLock { $0.changed[path] = bytes }
  }
}
