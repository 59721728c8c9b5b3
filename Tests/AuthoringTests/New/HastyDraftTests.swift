// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Authoring

@Suite("Drafts of incident records that were written in haste")
struct HastyDraftTests {
  private static let today = CalendarDate(daysSinceEpoch: 20_783)

  private func text(_ record: String) throws -> String {
    try #require(try IncidentDraft.drill(record, on: Self.today)).text
  }

  /// The words of a text, in small letters.
  private func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// Whether words name somebody, also with an “s” at the end.
  private func names(_ name: String, in text: String) -> Bool {
    words(text).contains { $0 == name || $0 == "\(name)s" }
  }

  @Test("each name in it is marked beside where it stands", arguments: HastyRecords.all)
  func marked(record: HastyRecords.Record) throws {
    try expectMarked(record.names, in: record.text)
  }

  @Test(
    "so is each invented name in its stead, which no list can hold", arguments: HastyRecords.all,
    1...3)
  func invented(record: HastyRecords.Record, seed: Int) throws {
    var text = record.text
    var names: [String] = []
    var numbers = Seeded(UInt64(seed))
    for name in record.names where name.count > 2 {
      let other = Self.invented(&numbers)
      names.append(other)
      for (old, new) in [(name, other), (name.capitalisedFirst, other.capitalisedFirst)] {
        text = Self.replacing(old, in: text, new)
      }
    }
    try expectMarked(names, in: text)
  }

  /// A name of two or three syllables that is no word.
  private static func invented(_ numbers: inout Seeded) -> String {
    func pick(_ letters: String) -> String {
      letters.randomElement(using: &numbers).map(String.init) ?? ""
    }
    while true {
      var name = ""
      for _ in 0..<2 { name += pick("bdfgklmnprtvwz") + pick("aeiou") }
      name += pick("klnr") + pick("aio")
      let forms = [name, "\(name)s", String(name.dropLast())]
      if !forms.contains(where: OrdinaryWords.all.contains), !FirstNames.hold(name) { return name }
    }
  }

  /// A text with words replaced where they are whole, or have an “s” behind them.
  private static func replacing(_ words: String, in text: String, _ other: String) -> String {
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: words) {
      result += rest[..<found.lowerBound]
      rest = rest[found.upperBound...]
      let behind = rest.first == "s" ? rest.dropFirst().first : rest.first
      let isWhole = result.last?.isLetter != true && behind?.isLetter != true
      result += isWhole ? other : words
    }
    return result + rest
  }

  private func expectMarked(_ all: [String], in record: String) throws {
    let text = try text(record)
    let blocks = text.split(separator: "\n\n").map(String.init)
    for name in all {
      for (index, block) in blocks.enumerated() where names(name, in: block) {
        // A heading's mark stands below its facts.
        let isHeading = block.hasPrefix("#") || block.hasPrefix("---")
        let near = blocks[index...].prefix(isHeading ? 5 : 2).joined(separator: "\n")
        let marks = near.split(separator: "\n").filter { $0.contains("may be people") }
        #expect(marks.contains { names(name, in: String($0)) }, "\(name): \(block)\n\n\(near)")
      }
    }
  }

  @Test("a role stands for each name that has one", arguments: HastyRecords.all)
  func roles(record: HastyRecords.Record) throws {
    let text = try text(record.text)
    for name in record.withRoles { #expect(!names(name.lowercased(), in: text), "\(name)") }
  }

  @Test("nothing but names is marked, or very little", arguments: HastyRecords.all)
  func wronglyMarked(record: HastyRecords.Record) throws {
    let marks = try text(record.text).split(separator: "\n")
      .compactMap { $0.components(after: "may be people, ") }
    let wrong = Set(marks.flatMap(words)).subtracting(record.names).filter { word in
      !record.names.contains { word == "\($0)s" }
    }.subtracting(["account", "laptop", "konto", "frau", "ms", "hr", "loïc"])
    #expect(wrong.count < 2, "\(wrong)")
  }

  @Test(
    "in a record without names next to nothing is marked, and nobody taken for somebody",
    arguments: HastyRecords.nameless)
  func nameless(record: String) throws {
    let text = try text(record)
    #expect(text.ranges(of: "may be people").count < 2, "\(text)")
    #expect(!text.contains("somebody "), "\(text)")
  }

  @Test("who stands with one name and a role among the people is that role, however it is written")
  func people() throws {
    let text = try text(
      "# Lost key\n\n## People\n\n- Tobias – receptionist\n- Guard: Ngaire\n- Rutger (cleaner)\n\n"
        + "| Name | Role |\n|---|---|\n| Quirin | porter |\n\n## What happened\n\n"
        + "Tobias lost a key. ngaire found it.\n\n## Timeline\n\n- 8:00 tobias tells quirin about it\n"
        + "- 8:10 Ngaire asks rutger, rutger-key was there\n- 8:20 Quirin's list is gone\n")
    for name in ["tobias", "ngaire", "rutger", "quirin"] {
      #expect(!words(text).contains(name), "\(name): \(text)")
    }
    #expect(text.contains("The receptionist lost a key. The guard found it."), "\(text)")
    #expect(text.contains("the guard asks the cleaner, the cleaner's key was there"), "\(text)")
  }

  @Test("a lesson that is quoted in feedback is marked there, and at the end")
  func lesson() throws {
    let text = try text(HastyRecords.mixed.text)
    let parts = text.split(separator: "Mika should have called.")
    #expect(parts.count == 3, "\(text)")
    let feedback = text.split(separator: "### ").first { $0.contains("Mika should have") }
    #expect(feedback?.contains("may be people, mika, Mika.") == true, "\(text)")
  }

  @Test("where the title, the summary or the source may name somebody, the front matter says so")
  func front() throws {
    let source = try #require(
      SourceText(
        file: "reports/ngaire-mail.md", bytes: Array("# Lost In Ghent\n\nNgaire told us.\n".utf8),
        diagnostics: Diagnostics()))
    let drill = try #require(IncidentDrill(source, policies: PolicyBook(), today: Self.today))
    #expect(
      drill.text.hasPrefix(
        "---\ndrill: 1\n# TODO: the title, the id, the summary or the source may name people: ngaire\n"
      ),
      "\(drill.text)")
    #expect(try !text("# A list\n\nIt rang.\n").contains("may name people"))
  }

  @Test("a scene whose title holds what may be a name has a mark below the title")
  func title() throws {
    let text = try text(
      "# A list\n\nIt was sent.\n\n## Timeline\n\n- 09:10 ngaire told security about it\n"
        + "- 09:20 Ngaire was asked\n- 09:30 saw ngaire there\n")
    let scene = text.split(separator: "\n## ").first { $0.hasPrefix("Ngaire told security") }
    let before = scene?.split(separator: "### ").first ?? ""
    #expect(before.contains("may be people, Ngaire."), "\(text)")
  }
}

extension Substring {
  /// What stands behind words.
  fileprivate func components(after words: String) -> String? {
    firstRange(of: words).map { String(self[$0.upperBound...]) }
  }
}
