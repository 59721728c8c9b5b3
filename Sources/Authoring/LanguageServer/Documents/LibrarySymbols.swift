// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Library

/// Drills, scenes and clauses of the whole library by words of their titles; on another thread,
/// because all drills are looked into.
struct LibrarySymbols: Sendable {
  /// One of them.
  struct Found: Sendable {
    let name: String
    let container: String
    let kind: Int
    let place: Place
  }

  let drills: String
  let shelf: PolicyShelf
  /// Texts as they stand in the editor, by file.
  let open: [String: [UInt8]]

  /// So many at most are listed.
  static let most = 500

  /// Those whose names hold all words of a query, whatever their case; the library's order.
  func found(_ query: String) -> [Found] {
    let words = query.lowercased().split(whereSeparator: \.isWhitespace).prefix(20)
    var found: [Found] = []
    let silent = Diagnostics()
    let folder = LibraryFolder(drills)
    for file in folder.exists ? folder.files(diagnostics: silent) : [] {
      guard found.count < Self.most else { break }
      guard let bytes = open[file.path] ?? LibraryFolder.bytes(of: file.path, diagnostics: silent)
      else { continue }
      let document = OpenDocument(
        uri: "", path: file.path, version: nil, edition: 0,
        text: String(decoding: bytes, as: UTF8.self))
      let headings = DraftOutline(document).headings
      let title = headings.first { $0.level == 1 }?.text ?? file.name
      for heading in headings where heading.level <= 2 {
        found.append(
          Found(
            name: heading.text, container: heading.level == 1 ? file.name : title,
            kind: heading.level == 1 ? DraftSymbols.Kind.file : DraftSymbols.Kind.namespace,
            place: Place(file: file.path, line: heading.line + 1)))
      }
      found.removeAll { !matches($0.name, words) }
    }
    for policy in shelf.book.policies {
      found += policy.clauses.filter { !$0.isItem && matches($0.heading, words) }.map {
        Found(
          name: $0.heading, container: policy.title, kind: DraftSymbols.Kind.string,
          place: $0.place)
      }
    }
    return Array(found.prefix(Self.most))
  }

  private func matches(_ name: String, _ words: some Sequence<Substring>) -> Bool {
    let name = name.lowercased()
    return !name.isEmpty && words.allSatisfy { name.contains($0) }
  }
}
