// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension DraftOutline {
  /// The headings of scenes, `## End` and `## Variants` not among them.
  var scenes: [Heading] {
    headings.filter { $0.level == 2 && !Self.reserved.contains($0.text) }
  }

  /// Headings of the second level that begin no scene.
  static let reserved = ["End", "Variants"]

  /// The scene of a link target.
  func scene(_ slug: some StringProtocol) -> Heading? {
    scenes.first { Slug.of($0.text) == slug }
  }

  /// The heading of a level that a line belongs to: the line's own, or the last one above it.
  func heading(above line: Int, level: Int) -> Heading? {
    var found: Heading?
    for heading in headings where heading.line <= line && heading.level <= level {
      found = heading
    }
    return found?.level == level ? found : nil
  }

  /// The link that an offset stands in, its brackets included.
  func link(at offset: Int) -> Link? {
    links.first { $0.words.lowerBound - 1 <= offset && offset <= $0.target.upperBound }
  }

  /// Whether a line belongs to the front matter.
  func isMatter(_ line: Int) -> Bool { matter?.contains(line) == true }

  /// The items of a scene.
  func items(of scene: Heading) -> [Heading] {
    guard let index = headings.firstIndex(of: scene) else { return [] }
    return headings[(index + 1)...].prefix { $0.level > 2 }.filter { $0.level == 3 }
  }

  /// The last line of what a heading begins, from 0.
  func lastLine(of heading: Heading, in document: OpenDocument) -> Int {
    let next = headings.first { $0.line > heading.line && $0.level <= heading.level }
    return max(heading.line, (next?.line ?? document.feeds.count) - 1)
  }
}

extension DraftOutline.Heading {
  /// The verb before an item's colon, and the question behind it.
  var verb: (name: String, question: String)? {
    guard level == 3, let colon = text.firstIndex(of: ":") else { return nil }
    return (text[..<colon].trimmed(), text[text.index(after: colon)...].trimmed())
  }
}
