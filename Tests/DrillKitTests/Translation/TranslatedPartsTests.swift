// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import DrillKit

/// A part that was put into an original, or taken out of it, is told once, and as what it is.
@Suite("Parts of translations") struct TranslatedPartsTests {
  /// A change of the original, and what is told of the translation: the line, and the words that are
  /// quoted first.
  @Test(
    "what is new in an original, or gone from it, is told where it belongs",
    arguments: [
      // Answers
      (
        "- [ ] (50%", "- [ ] Smile, and say nothing at all to anybody.\n  > A smile.\n- [ ] (50%",
        "26 Before Smile, and say nothing"
      ),
      (
        "- [x] Send", "- [ ] Call 3318.\n  > Nobody is there.\n- [x] Send", "26 Here Call 3318."
      ),
      ("- (timed out)", "- [ ] Go home.\n  > No.\n- (timed out)", "30 After Go home."),
      (
        "- [ ] (50%; +10 min) Ask the guest to wait for a moment.\n  > **Guest:** Again?\n\n"
          + "  > Waiting is what the guest did all day.\n", "",
        "26 This Den Gast um etwas Geduld"
      ),
      ("- (timed out)\n  > Nobody came.\n", "", "32 This (timed out)"),
      // Steps
      ("2. Call", "2. Stay.\n3. Call", "39 Here Stay."),
      // Blocks of a section
      (
        "It is Friday, the desk is full.", "Hush.\n\nIt is Friday, the desk is full.",
        "10 After Hush."
      ),
      (
        "It is Friday, the desk is full.", "It is Friday, the desk is full.\n\nHush.",
        "12 After Hush."
      ),
      (
        "> **Guest:** My room", "> A bell.\n\n> **Guest:** My room", "14 After A bell."
      ),
      // Scenes
      (
        "## The room", "## A call\n\n### Choose: Who?\n\n- [x] Ada.\n- [ ] Bo.\n\n## The room",
        "14 After A call"
      ),
    ])
  func told(old: String, new: String, expected: String) throws {
    let original = TranslationSample.original.replacing(old, with: new)
    try #require(original != TranslationSample.original)
    let found = TranslationSample.join(TranslationSample.german, original).findings
    #expect(
      found.map { finding in
        let quoted = finding.message.split(separator: "“").dropFirst().first ?? ""
        let words = quoted.prefix { $0 != "”" && $0 != "…" }
        let first = finding.message.prefix { $0 != " " }
        return "\(finding.rule.code) \(finding.place.line) \(first) \(words)"
          .replacing("  ", with: " ")
      }.map { String($0.prefix(5 + expected.count)) } == ["D413 " + expected], "\(found)")
  }

  @Test("what a translation has too much of may be missing in its original")
  func extra() throws {
    let german = TranslationSample.german.replacing(
      "2. Den Techniker rufen.\n3.", with: "2. Abwarten.\n3. Den Techniker rufen.\n4.")
    let found = TranslationSample.join(german).findings
    #expect(found.map(\.place.line) == [40])
    #expect(found.first?.message.contains("“Abwarten.”") == true)
    #expect(found.first?.message.contains("or put it into the original") == true)
  }

  @Test("an answer in a translation of another version is told as well, and as a warning")
  func behind() throws {
    let later = TranslationSample.original.replacing("version: 3", with: "version: 4").replacing(
      "2. Call", with: "2. Stay.\n3. Call")
    let text = TranslationSample.join(TranslationSample.german, later)
    #expect(text.findings.map(\.rule.code) == ["D412", "D412"])
    #expect(text.findings.map(\.place.line) == [5, 39])
  }

  /// Answers of an original, and which of them each of the translation's stands for by its signs.
  @Test(
    "answers in another order than the original's are told, by what stays in another language",
    arguments: [
      (["3318", "4711", "9000"], ["3318", "4711", "9000"], nil),
      (["3318", "4711", "9000"], ["4711", "3318", "9000"], 1),
      (["3318", "4711", "9000"], ["3318", "9000", "4711"], 2),
      (["3318", "4711", "9000"], ["9000", "3318", "4711"], 1),
      (["3318", "4711", "9000"], ["eins", "zwei", "drei"], nil),
      (["3318", "one", "two"], ["eins", "3318", "zwei"], 2),
      (["3318", "3318", "two"], ["3318", "3318", "zwei"], nil),
    ] as [([String], [String], Int?)])
  func order(original: [String], german: [String], moved: Int?) throws {
    let list = { (words: String, numbers: [String]) in
      numbers.map { "- \(words) \($0).\n" }.joined()
    }
    let old = "- [ ] (50%"
    let (head, rest) = try #require(TranslationSample.original.split(at: old, through: "- (timed"))
    let (start, end) = try #require(
      TranslationSample.german.split(at: "- Den Gast", through: "- (timed"))
    let found = TranslationSample.join(
      start + list("Rufen Sie an:", german) + end,
      head + list("[ ] Ring up", original) + rest
    ).findings.filter { $0.rule == .movedAnswer }
    let first = start.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(found.map { $0.place.line - first + 1 } == [moved].compactMap(\.self), "\(found)")
  }

  @Test("boxes that stand with other lines are told once, and are not taken out")
  func swapped() throws {
    let changed = TranslationSample.german.replacing("- Den Gast", with: "- [x] Den Gast")
      .replacing("- Sofort", with: "- [ ] Sofort")
    let moved = TranslationSample.german.replacing(
      "um etwas Geduld bitten.", with: "bitten. → [Das Zimmer](#das-zimmer)")
    #expect(TranslationSample.join(moved).findings.map(\.fix) == [nil])
    let found = TranslationSample.join(changed).findings
    #expect(found.map(\.rule.code) == ["D414"], "\(found)")
    #expect(found.first?.fix == nil)
    #expect(found.first?.message.contains("lines 26, 30") == true)
  }

  /// Where lines of lists stand that are answers, steps or lines of a conversation, with what belongs to
  /// each.
  private static func answers(in text: String) -> [Range<Int>] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var found: [Range<Int>] = []
    var above = Substring()
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix(" ") {
      let isItem = line.hasPrefix("- ") || line.first?.isNumber == true
      guard isItem else {
        above = line
        continue
      }
      guard !["Facts:", "Next:"].contains(above) else { continue }
      let rest = lines[(index + 1)...].prefix { $0.isEmpty || $0.hasPrefix(" ") }
      let belonging = rest.reversed().drop { $0.isEmpty }.count
      found.append(index..<index + 1 + belonging)
    }
    return found
  }

  @Test("whichever line of a list is missing, no other one is named as the one that is")
  func eachLine() throws {
    let root = #filePath.dropLast(
      "/Tests/DrillKitTests/Translation/TranslatedPartsTests.swift".count)
    let read = { (name: String) in
      try String(contentsOfFile: "\(root)/Drills/data-handling/\(name)", encoding: .utf8)
    }
    let (original, german) = (try read("card-in-the-chat.md"), try read("card-in-the-chat.de.md"))
    let (there, here) = (Self.answers(in: original), Self.answers(in: german))
    try #require(there.count == here.count && here.count > 20)
    var certain = 0
    for (source, range) in zip(there, here) {
      var lines = german.split(separator: "\n", omittingEmptySubsequences: false)
      lines.removeSubrange(range)
      let found = TranslationSample.join(
        lines.joined(separator: "\n"), original, file: "Drills/card-in-the-chat.de.md"
      ).findings.filter { $0.rule.code == "D413" }
      #expect(found.count == 1, "\(range): \(found)")
      guard let message = found.first?.message, message.contains("is missing that stands") else {
        continue
      }
      certain += 1
      #expect(message.contains("in line \(source.lowerBound + 1) of"), "\(message)")
    }
    #expect(certain > here.count / 3, "nothing is ever certain")
  }

  /// Below a snippet of many lines, what a message says of lines is still of those that were typed.
  @Test(
    "lines that a message names are those of the file, where a snippet stands above",
    arguments: [
      ("- Den Gast", "- [x] Den Gast", "- Sofort", "- [ ] Sofort", "lines 28, 32"),
      ("2. Den", "2. Bleiben.\n3. Den", "3. Alles", "4. Alles", "lines 41 to 42"),
      ("## Das Zimmer", "## Der Empfang", "", "", "line 16"),
    ])
  func lines(old: String, new: String, other: String, change: String, named: String) throws {
    let use = "Use: [Sign](snippets/sign.md#sign)\n\n"
    var german = TranslationSample.german.replacing(old, with: new)
    if !other.isEmpty { german = german.replacing(other, with: change) }
    german = german.replacing("Es ist Freitag", with: use + "Es ist Freitag")
    let snippet = "## Sign\n\n" + (1...9).map { "Zeile \($0) des Schilds.\n" }.joined()
    let expand = { (file: String, text: String) in
      ComposedText.expanding(file: file, bytes: Array(text.utf8)) { _ in Array(snippet.utf8) }
    }
    let file = "Drills/desk.de.md"
    let original = TranslationSample.original.replacing("It is Friday", with: use + "It is Friday")
    let found = ComposedText.translation(
      expand(file, german), name: TranslationName(path: file),
      original: expand("Drills/desk.md", original)
    ).findings.filter { $0.rule.severity == .error }
    #expect(found.count == 1 && found.first?.message.contains(named) == true, "\(found)")
  }
}

extension String {
  /// What stands before one text, and what stands from another on.
  fileprivate func split(at first: String, through last: String) -> (String, String)? {
    guard let start = firstRange(of: first), let end = firstRange(of: last) else { return nil }
    return (String(self[..<start.lowerBound]), String(self[end.lowerBound...]))
  }
}
