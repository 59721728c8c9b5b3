// SPDX-License-Identifier: GPL-3.0-or-later

/// A path as it is written: `.` left out, `..` taken together with the folder before it. The disk
/// is not asked, so symbolic links are not followed.
struct WrittenPath: Hashable, CustomStringConvertible {
  /// Whether it begins at the root.
  let isAbsolute: Bool
  /// Its folders and the file; those that begin it may be `..`.
  private(set) var parts: [Substring] = []

  /// Reads a path; nothing is the folder where one is.
  init(_ text: some StringProtocol) {
    isAbsolute = text.hasPrefix("/")
    let path = Substring(text)
    append(
      path.isSimple
        ? path.pieces(at: UInt8(ascii: "/")).filter { !$0.isEmpty } : path.split(separator: "/"))
  }

  /// The path in its shortest form.
  var description: String { (isAbsolute ? "/" : "") + parts.joined(separator: "/") }

  private mutating func append(_ more: [Substring]) {
    for part in more where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
  }

  /// The path that another one leads to from here.
  func appending(_ other: WrittenPath) -> WrittenPath {
    guard !other.isAbsolute else { return other }
    var path = self
    path.append(other.parts)
    return path
  }

  /// The folder that holds it.
  var parent: WrittenPath { appending(WrittenPath("..")) }

  /// What comes after a folder that it lies in; nil where it does not lie in it.
  func parts(below folder: WrittenPath) -> ArraySlice<Substring>? {
    guard isAbsolute == folder.isAbsolute, parts.starts(with: folder.parts) else { return nil }
    let rest = parts.dropFirst(folder.parts.count)
    return rest.first == ".." ? nil : rest
  }

  /// How a file in this folder writes a link to a file.
  func link(to file: WrittenPath) -> String {
    let shared = zip(parts, file.parts).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: parts.count - shared)
    return (up + file.parts.dropFirst(shared)).joined(separator: "/")
  }
}
