// SPDX-License-Identifier: GPL-3.0-or-later

extension Outline {
  /// Reports arrows to a scene whose title is no link: the answer leads nowhere, and the arrow is
  /// shown. An arrow before any other words is text; so is one before a single word, which may be a
  /// menu's, unless it stands in brackets or another answer of the list leads on.
  func reportBareArrows(in source: SourceText, _ diagnostics: Diagnostics) {
    let titles = scenes.map(\.title)
    for item in scenes.flatMap(\.items) {
      for block in item.blocks {
        guard case .list(let list) = block.kind else { continue }
        let isLeading = list.items.contains { answer in
          answer.text.trimmingEnd().runs.last?.link?.hasPrefix("#") == true
        }
        for answer in list.items {
          guard let (typed, title, isSure) = Self.bareTarget(answer.text, titles),
            isLeading || title.contains(" ") || typed.hasPrefix("[") || typed.hasPrefix("(")
          else { continue }
          let link = "[\(title)](#\(Slug.of(title)))"
          let place = source.place(
            of: typed, from: answer.place.line,
            through: answer.blocks.first?.endLine ?? answer.place.line)
          diagnostics.report(
            .strayArrow, at: place,
            "This arrow leads nowhere, and its words are shown as they are. If the answer leads to a "
              + "scene, write “ → \(link)”.",
            fix: !isSure
              ? nil
              : source.rewriting(place.line, "write a link to the scene") { line in
                guard line.trimmed().hasSuffix(typed), let found = line.ranges(of: typed).last,
                  let before = line[..<found.lowerBound].droppingArrowAtEnd
                else { return nil }
                return before + " → " + link
              })
        }
      }
    }
  }

  /// The words behind an arrow at a text's end, and the scene's title that they are or nearly are.
  private static func bareTarget(
    _ text: RichText, _ titles: [String]
  ) -> (typed: String, title: String, isSure: Bool)? {
    guard let last = text.trimmingEnd().runs.last, last.link == nil, !last.style.contains(.code),
      // Every arrow has a point, or is a sign of its own.
      last.text.hasByte(UInt8(ascii: ">")) || !last.text.isASCII
    else { return nil }
    let arrows = String.arrows.filter(last.text.hasBytes)
    let starts = arrows.compactMap { last.text.ranges(of: $0).last?.upperBound }
    guard let start = starts.max() else { return nil }
    let typed = last.text[start...].trimmed()
    let words = typed.filter { !"[]()".contains($0) }.trimmed()
    let name = words.last == "." ? String(words.dropLast()) : words
    guard !name.isEmpty, !name.contains("\n") else { return nil }
    if let title = (titles + ["End"]).first(where: { Slug.of($0) == Slug.of(name) }) {
      return (typed, title, true)
    }
    // Short words are near to many others.
    guard name.count > 5, let title = nearest(to: name, in: titles) else { return nil }
    return (typed, title, false)
  }
}

extension StringProtocol {
  /// The text before an arrow at its end, with its indent; nil where there is none.
  fileprivate var droppingArrowAtEnd: String? {
    guard let words = String(self).droppingArrow else { return nil }
    return prefix { $0 == " " || $0 == "\t" } + words
  }
}
