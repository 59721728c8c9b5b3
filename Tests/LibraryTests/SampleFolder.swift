// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Testing

/// A folder of its own that goes when the test ends.
final class SampleFolder {
  /// Where it is.
  let path: String

  init() throws {
    let top = FileManager.default.temporaryDirectory.path
    path = (top.hasSuffix("/") ? String(top.dropLast()) : top) + "/library-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and the folders before it.
  func write(_ name: String, _ text: String) throws {
    let parts = name.split(separator: "/").map(String.init)
    let folder = ([path] + parts.dropLast()).joined(separator: "/")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try #require(
      FileManager.default.createFile(atPath: path + "/" + name, contents: Data(text.utf8)))
  }

  /// Makes a symbolic link.
  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }
}
