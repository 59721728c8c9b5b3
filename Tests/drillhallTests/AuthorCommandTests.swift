// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import TestSupport
import Testing

/// What an author does with a draft: explore it, draw it.
@Suite struct AuthorCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// A draft that anybody passes who always says the longest.
  private static let guessable = """
    ---
    drill: 1
    id: draft
    version: 1
    title: A draft
    summary: A draft for tests.
    duty: escalation
    moment: during
    level: 1
    competencies: [triage]
    audience: [everyone]
    minutes: 2
    pass: 80
    review-by: 2099-08-31
    ---

    # A draft

    ## Desk

    ### Choose: What first?

    - [x] Tell the person on duty what you saw and when you saw it.
      > They decide.
    - [ ] Run.
      > Nobody knows.

    ### Choose: And now?

    - [x] Write down the time and the names of all who were there.
      > The record helps.
    - [ ] Sit.
      > Nothing happens.

    """

  private func draft(_ text: String = guessable) throws -> String {
    try place.folder.write(text, to: "draft.md")
    return place.folder.file("draft.md")
  }

  @Test func `a draft that can be guessed is a finding with its place, and exit status 1`() throws {
    let result = try place.run("explore", try draft())
    #expect(result.status == .exited(1))
    #expect(result.output.hasPrefix("draft: A draft\n"))
    #expect(result.output.contains("  Scores         0 to 100 %"))
    #expect(result.output.contains("draft.md:21:1: warning X003: "))
    // It says which items, and by which words.
    #expect(
      result.output.contains(
        "They earn their points at “desk.1” (line 21) with “Tell the person on duty what you saw an…”; "
          + "“desk.2” (line 28) with “Write down the time and the names of al…”."))
    #expect(result.output.contains("always the longest answer, 100 %"))
  }

  @Test func `what guessing comes to in several variants is said once`() throws {
    let text =
      Self.guessable
      + "## Variants\n\n| One | Two | Three |\n|---|---|---|\n| Run. | Go. | Sing. |\n"
    let result = try place.run("explore", try draft(text))
    #expect(result.output.ranges(of: "warning X003: ").count == 1, "\(result.output)")
  }

  @Test func `the figures are JSON, an object a drill`() throws {
    struct Figures: Decodable {
      struct Variant: Decodable {
        struct Guessing: Decodable { let score: Int, passes: Bool }
        let ways: Int
        let least: Int
        let greatest: Int
        let canPass: Bool
        let guessing: Guessing
      }
      struct Finding: Decodable { let code: String, line: Int }
      let version: Int
      let id: String
      let pass: Int
      let variants: [Variant]
      let findings: [Finding]
    }
    let result = try place.run("explore", "--format", "json", try draft(), "timed")
    let lines = result.output.split(separator: "\n")
    let figures = try lines.map {
      try JSONDecoder().decode(Figures.self, from: Data($0.utf8))
    }
    #expect(figures.map(\.id) == ["draft", "timed"])
    let draft = try #require(figures.first)
    #expect(draft.version == 1 && draft.pass == 8_000)
    #expect(draft.findings.map(\.code) == ["X003"])
    let variant = try #require(draft.variants.first)
    #expect(variant.ways == 4 && variant.canPass && variant.guessing.passes)
    #expect((variant.least, variant.greatest, variant.guessing.score) == (0, 10_000, 10_000))
  }

  @Test func `figures go on below their text where a terminal is narrow`() throws {
    let terminal = try place.start("explore", try draft(), columns: 44)
    let status = try terminal.end()
    #expect(status == .exited(0) || status == .exited(1))
    let lines = terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix("  Ways ") })
    // What does not fit stands below the text, and below no label.
    #expect(lines[first].contains { $0.isNumber })
    let rest = lines[(first + 1)...].prefix { !$0.hasPrefix("  Scores ") }
    #expect(!rest.isEmpty && rest.allSatisfy { $0.hasPrefix(String(repeating: " ", count: 17)) })
  }

  @Test func `a drill with errors is not explored, and its errors are told`() throws {
    let path = try draft(Self.guessable.replacing("### Choose: And", with: "### Chose: And"))
    let result = try place.run("explore", path)
    #expect(result.status == .exited(65))
    #expect(result.output.contains("draft.md:28:1: error D301: "))
    #expect(!result.output.contains("A draft"))
  }

  @Test func `one bound is said, and others are refused`() throws {
    let cut = try place.run("explore", "--bound", "2", try draft())
    #expect(cut.output.contains("X008") && cut.output.contains("at least"))
    #expect(try place.run("explore", "--bound", "0").status == .exited(64))
  }

  @Test func `a map is drawn to a file, and needs Graphviz for SVG`() throws {
    let path = try draft()
    let target = place.folder.file("map.dot")
    let drawn = try place.run("map", path, "--format", "dot", "-o", target)
    #expect(drawn.status == .exited(0) && drawn.output.isEmpty)
    let text = try #require(FileManager.default.contents(atPath: target))
    #expect(String(decoding: text, as: UTF8.self).hasPrefix("digraph drill {"))
    let missing = try place.run("map", path, "--format", "svg", environment: ["PATH": "/nowhere"])
    #expect(missing.status == .exited(69))
    #expect(missing.errors.contains("Install graphviz"))
    // Only where it is installed can it draw.
    let svg = try place.run("map", path, "--format", "svg")
    let isInstalled = svg.status != .exited(69)
    #expect(!isInstalled || svg.output.contains("<svg"))
  }

  @Test func `a map of a variant that is not there, or of no drill, says what there is`() throws {
    let none = try place.run("map", "draught")
    #expect(none.status == .exited(66))
    let variant = try place.run("map", try draft(), "--variant", "3")
    #expect(
      variant.status == .exited(64) && variant.errors.contains("has no variant “3”. There are: 1 "))
  }

  @Test func `a drill is begun by answering questions, and never over another one`() throws {
    let answers = [
      "The odd key", "A key is found.", "1", "everyone", "triage", "At the gate",
      "A key lies there.",
      "What do you do?", "Pick it up.", "Somebody misses it.", "Leave it.", "It rains.",
      "Leave it.", "Throw it away.", "It is gone.", "yes",
    ]
    let typed = answers.joined(separator: "\n") + "\n"
    let result = try place.run("new", "--plain", input: typed)
    #expect(result.status == .exited(0), "\(result.errors)")
    #expect(result.output.contains("That answer is there already."))
    #expect(place.folder.names(in: "Drills/service-failure") == ["the-odd-key.md"])
    let check = try place.run("check")
    #expect(check.status == .exited(0) && !check.output.contains("the-odd-key"))
    // Another name is asked for before anything else, however often the old one is typed.
    let again = try place.run(
      "new", "--plain", input: "The odd key\nThe odd key\n" + typed.replacing("odd", with: "even"))
    #expect(again.status == .exited(0), "\(again.errors)")
    #expect(again.output.split(separator: "is there already. Give another title").count == 3)
    #expect(
      place.folder.names(in: "Drills/service-failure").sorted() == [
        "the-even-key.md", "the-odd-key.md",
      ])
    let named = try place.run(
      "new", "--plain", "-o", place.folder.file("Drills/service-failure/the-odd-key.md"),
      input: typed)
    #expect(named.status == .exited(73) && named.errors.contains("is there already"))
    #expect(!named.output.contains("What is the drill called?"))
    let left = try place.run("new", "--plain", input: "Another\nquit\n")
    #expect(left.status == .exited(1) && left.errors.contains("Nothing was written."))
  }

  @Test func `an author goes back, gets help, and has a last look before anything is written`()
    throws
  {
    let first = ["back", "help", "The odd key", "A key is found.", "escalatoin"]
    let typed =
      first + [
        "escalation", "back", "", "front desk", "everyone", "triage", "At the gate",
        "A key lies there.", "What do you do?", "Pick it up.", "Somebody misses it.", "Leave it.",
        "It rains.", "Throw it away.", "It is gone.", "perhaps", "/back", "It is lost.",
      ]
    let left = try place.run("new", "--plain", input: typed.joined(separator: "\n") + "\n")
    #expect(left.status == .exited(1) && left.errors.contains("Nothing was written."))
    let result = try place.run(
      "new", "--plain", input: (typed + ["back", "", "YES"]).joined(separator: "\n") + "\n")
    #expect(result.status == .exited(0), "\(result.errors)")
    for words in [
      "This is the first question.", "Type your answer in one line. “back” asks",
      "Did you mean “escalation”?", "Your answer was “escalation”.",
      "Your answer was “It is gone.”", "Type “yes” to write the file", "Title: The odd key",
      "Wrong: Throw it away.", "the-odd-key.md",
    ] {
      #expect(result.output.contains(words), "\(words)\n\(result.output)")
    }
    let written = place.folder.bytes(
      of: "Drills/escalation/the-odd-key.md"
    ).map { String(decoding: $0, as: UTF8.self) }
    #expect(written?.contains("It is lost.") == true)
    #expect(written?.contains("It is gone.") == false)
    #expect(result.output.contains("Did you mean") && !result.output.contains("fault of drillhall"))
  }

  @Test func `golden answers are shown before they are written, without a question`() throws {
    let path = try draft(
      Self.guessable.replacing(
        "### Choose: What first?\n", with: "### Choose: What first?\n\n_id: first_\n"))
    let before =
      "## Item: first\n\n| Answer | Score | Why |\n|---|---|---|\n| Run. | 100 | |\n| Tell the person | 0 | |\n"
    try place.folder.write(before, to: "draft.answers.md")
    let look = try place.run("test", path)
    #expect(look.status == .exited(1), "\(look)")
    #expect(place.folder.text(of: "draft.answers.md") == before)
    let none = try place.run("test", path, "--update", "--only", "3")
    #expect(none.status == .exited(64) && none.errors.contains("Those in these lines did: 5, 6."))
    #expect(try place.run("test", "--update", "--only", "5").status == .exited(64))
    let one = try place.run("test", path, "--update", "--only", "6")
    #expect(one.status == .exited(1), "\(one)")
    #expect(place.folder.text(of: "draft.answers.md")?.contains("| Run. | 100 ") == true)
    #expect(place.folder.text(of: "draft.answers.md")?.contains("| Tell the person | 100 ") == true)
    try place.folder.write(before, to: "draft.answers.md")
    let update = try place.run("test", path, "--update")
    #expect(update.status == .exited(0), "\(update)")
    #expect(update.output.hasPrefix(look.output))
    #expect(update.output.hasSuffix("says now what was found.\n"))
    #expect(
      place.folder.text(of: "draft.answers.md")
        == before.replacing("| 0 |", with: "| 100 |").replacing(
          "Run. | 100 |", with: "Run. | 0   |"))
  }
}
