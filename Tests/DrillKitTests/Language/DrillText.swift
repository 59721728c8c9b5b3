// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// A whole drill written in a test: the body stands in the test, front matter and policies are
/// given unless the test is about them.
///
/// A marker such as `⟨D116⟩` at the end of a line says that the rule D116 is broken in that line;
/// `⟨D116⟩⟨D209⟩` names two. Markers are taken out before the drill is read, so that a case shows
/// the place in the text itself and the text is what an author would write.
struct DrillText {
  /// The file's text, markers taken out.
  let text: String
  /// What the markers announce: `line code`, sorted.
  let expected: [String]

  /// The name that diagnostics carry.
  static let file = "Drills/test/test.md"
  /// The day on which the drill is checked.
  static let today = CalendarDate("2026-06-01")
  /// Lines of the default front matter.
  static let frontLines = 15

  /// A drill with this body; `changing` replaces lines of the front matter by their key, and an
  /// empty value deletes one.
  init(_ body: String, changing: KeyValuePairs<String, String> = [:]) {
    self.init(whole: Self.front(changing) + body + "\n")
  }

  /// A whole file.
  init(whole: String) {
    var expected: [String] = []
    var lines: [String] = []
    for (index, line) in whole.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      var rest = String(line)
      while rest.hasSuffix("⟩"), let open = rest.lastIndex(of: "⟨") {
        expected.append("\(index + 1) " + rest[rest.index(after: open)...].dropLast())
        rest = String(rest[..<open])
        while rest.hasSuffix(" ") { rest.removeLast() }
      }
      lines.append(rest)
    }
    text = lines.joined(separator: "\n")
    self.expected = expected.sorted()
  }

  /// A drill that is sound, with these lines in its one scene after the answers.
  static func sound(_ more: String = "") -> String {
    """
    # A test

    ## Opening

    \(item())
    \(more)
    """
  }

  /// A drill that is sound but for this narration.
  static func told(_ text: String) -> String {
    "# A test\n\n## Opening\n\n\(text)\n\n\(item())"
  }

  /// A drill with one item of the kind Choose, which holds this.
  static func asked(_ text: String) -> String {
    "# A test\n\n## Opening\n\n### Choose: What do you do?\n\n\(text)\n"
  }

  /// A sound item of the kind Choose.
  static func item(_ id: String = "first", question: String = "What do you do?") -> String {
    """
    ### Choose: \(question)

    _id: \(id)_

    - [x] Help.
      > Right.
    - [ ] Wait.
      > Nobody is helped.

    """
  }

  private static func front(_ changes: KeyValuePairs<String, String>) -> String {
    var lines = [
      ("drill", "1"), ("id", "test"), ("version", "1"), ("title", "A test"),
      ("summary", "It tests."), ("duty", "data-handling"), ("moment", "during"), ("level", "1"),
      ("competencies", "[habits]"), ("audience", "[everyone]"), ("minutes", "5"), ("pass", "80"),
      ("review-by", "2027-01-01"),
    ]
    for (key, value) in changes {
      if let index = lines.firstIndex(where: { $0.0 == key }) {
        lines[index].1 = value
      } else {
        lines.append((key, value))
      }
    }
    let text = lines.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }.joined(separator: "\n")
    return "---\n\(text)\n---\n"
  }
}

extension DrillText {
  /// What a check finds: `line code`, sorted.
  func findings(library: PolicyBook = PolicyBook()) throws -> [String] {
    try diagnostics(library: library).map { "\($0.place.line) \($0.rule.code)" }.sorted()
  }

  /// What a check finds, in words.
  func diagnostics(library: PolicyBook = PolicyBook()) throws -> [Diagnostic] {
    try Self.diagnostics(of: Array(text.utf8), library: library)
  }

  /// What a check of these bytes finds.
  static func diagnostics(
    of bytes: [UInt8], library: PolicyBook = PolicyBook()
  ) throws -> [Diagnostic] {
    let found = Diagnostics()
    DrillReader.check(
      file: file, bytes: bytes, library: library, today: try #require(today), diagnostics: found)
    return found.sorted
  }

  /// The text after a finding's fix was applied.
  func applying(_ fix: Fix) -> DrillText {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = fix.firstLine - 1
    lines.replaceSubrange(start..<(start + fix.lineCount), with: fix.lines)
    return DrillText(whole: lines.joined(separator: "\n"))
  }

  /// The text after every fix that the check offers was applied, one after the other.
  func mended(library: PolicyBook = PolicyBook()) throws -> DrillText {
    var drill = self
    for _ in 0..<20 {
      guard let fix = try drill.diagnostics(library: library).compactMap(\.fix).first else {
        return drill
      }
      drill = drill.applying(fix)
    }
    return drill
  }

  /// The drill in its first variant; fails where it has errors.
  func drill() throws -> Drill { try #require(try drills().first) }

  /// The drill in each variant; fails where it has errors.
  func drills(library: PolicyBook = PolicyBook()) throws -> [Drill] {
    let found = Diagnostics()
    let drills = DrillReader.read(file: Self.file, bytes: Array(text.utf8), diagnostics: found)
    try #require(!found.hasErrors, "\(found.sorted)")
    return drills
  }
}
