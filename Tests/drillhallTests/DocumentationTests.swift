// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import TestSupport
import Testing

/// What the documentation shows is run: transcripts, commands, whole drills.
@Suite("The documentation")
struct DocumentationTests {
  private static let root = String(
    String(#filePath).dropLast("/Tests/drillhallTests/DocumentationTests.swift".count))

  private static let pages = [
    "README.md", "CONTRIBUTING.md", "Documentation/authors.md", "Documentation/checking.md",
    "Documentation/console.md", "Documentation/drill-format.md", "Documentation/editors.md",
    "Documentation/exchange.md", "Documentation/items.md", "Documentation/policies.md",
    "Documentation/record.md",
    "Documentation/scoring.md", "Documentation/translations.md", "Documentation/writing.md",
  ]

  /// The pages whose transcripts play the drills that the same page shows.
  private static let examples = ["Documentation/items.md", "Documentation/writing.md"]

  private static func text(_ page: String) throws -> String {
    let data = try #require(FileManager.default.contents(atPath: "\(root)/\(page)"), "\(page)")
    return String(decoding: data, as: UTF8.self)
  }

  /// The fenced blocks of a page, by their language.
  private static func blocks(_ page: String, _ language: String) throws -> [String] {
    var blocks: [String] = []
    var current: [Substring]?
    for line in try text(page).split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = current {
        if line == "```" {
          blocks.append(lines.joined(separator: "\n"))
          current = nil
        } else {
          current = lines + [line]
        }
      } else if line == "```\(language)" {
        current = []
      }
    }
    return blocks
  }

  /// The repository's own library, in a workplace of the test's own.
  private static let library = [
    "DRILLHALL_DRILLS": "\(root)/Drills", "DRILLHALL_POLICIES": "\(root)/Policies",
  ]

  /// The whole drills of a page, with their ids.
  private static func drills(_ page: String) throws -> [(id: String, text: String)] {
    try blocks(page, "markdown").filter { $0.hasPrefix("---\n") }.map { text in
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("id: ") })
      return (String(line.dropFirst(4)), text)
    }
  }

  /// Lines that say something, without the space behind a prompt.
  private static func said(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  @Test("each example is played as it is shown, with no line left out", arguments: examples)
  func played(page: String) throws {
    let drills = try Self.drills(page)
    #expect(Set(drills.map(\.id)).count == drills.count, "\(page) has two drills of one id")
    let transcripts = try Self.blocks(page, "console")
    for (id, _) in drills {
      #expect(transcripts.contains { $0.contains(" \(id).md --plain\n") }, "\(id) is not played")
    }
    for block in transcripts {
      let place = try Workplace()
      try place.folder.makeFolder("shown")
      for (id, text) in drills { try place.folder.write(text + "\n", to: "shown/\(id).md") }
      let lines = Self.said(block)
      let command = try #require(lines.first).dropFirst(2)
        .replacing("drillhall ", with: "\"$0\" ")
      let result = try place.shell(
        "cd '\(place.folder.file("shown"))' && \(command)",
        environment: [
          "DRILLHALL_DRILLS": place.folder.file("shown"),
          "DRILLHALL_POLICIES": "\(Self.root)/Policies",
        ])
      let found = Self.said(result.output)
      let wanted = Array(lines.dropFirst())
      #expect(wanted.count > 3, "\(page): \(command) shows nothing")
      #expect(
        found.contains(wanted), "\(page): \(command) prints\n\(result.output)\(result.errors)")
    }
  }

  @Test("the whole translation fits the whole drill of the reference")
  func translation() throws {
    let place = try Workplace()
    let drill = try #require(
      try Self.blocks("Documentation/drill-format.md", "markdown").first { $0.hasPrefix("---\n") })
    let german = try #require(
      try Self.blocks("Documentation/translations.md", "markdown").first { $0.hasPrefix("---\n") })
    try place.folder.makeFolder("Drills/data-handling")
    let path = "Drills/data-handling/card-at-the-desk"
    try place.folder.write(drill + "\n", to: path + ".md")
    try place.folder.write(german + "\n", to: path + ".de.md")
    let result = try place.run(
      "check", place.folder.file(path + ".de.md"), "--policies", "\(Self.root)/Policies")
    #expect(result.status == .exited(0) && result.output.isEmpty, "\(result.output)")
    let played = try place.run(
      "run", "card-at-the-desk", "--agree", "--lang", "de", "--policies",
      "\(Self.root)/Policies", input: "den zahlungslink\n")
    #expect(played.status == .exited(0))
    #expect(played.output.contains("Die Nummer ist nie bei uns angekommen."))
  }

  @Test("each kind of item has its section, with a drill that asks it and a transcript of it")
  func kinds() throws {
    let page = "Documentation/items.md"
    var kinds: [String] = []
    var sections: [String] = []
    var isFenced = false
    for line in try Self.text(page).split(separator: "\n") {
      if line.hasPrefix("```") { isFenced.toggle() }
      if !isFenced, line.hasPrefix("## ") {
        kinds.append(String(line.dropFirst(3)))
        sections.append("")
      }
      if !sections.isEmpty { sections[sections.count - 1] += "\n\(line)" }
    }
    let verbs = try Self.text("Documentation/drill-format.md").split(separator: "\n")
      .drop { $0 != "| Verb | The author writes | Credit |" }.dropFirst(2)
      .prefix { $0.hasPrefix("| `") }
      .map { String($0.dropFirst(3).prefix { $0 != "`" }) }
    #expect(verbs.count == 15)
    #expect(kinds.sorted() == verbs.sorted())
    for (kind, section) in zip(kinds, sections) {
      #expect(section.contains("\n### \(kind): "), "\(kind) has no drill")
      #expect(section.contains("\n```console\n$ "), "\(kind) has no transcript")
      #expect(section.contains("\n\(kind): "), "\(kind) is not asked in its transcript")
    }
  }

  @Test("the library's drills come to what their golden answers say")
  func golden() throws {
    let place = try Workplace()
    let result = try place.run("test", environment: Self.library)
    #expect(result.status == .exited(0), "\(result.output)\(result.errors)")
    for folder in ["data-handling", "escalation", "service-failure"] {
      let path = "\(Self.root)/Drills/\(folder)"
      let files = try FileManager.default.contentsOfDirectory(atPath: path)
      for file in files where file.hasSuffix(".md") && !file.hasSuffix(".answers.md") {
        #expect(
          files.contains(file.dropLast(3) + ".answers.md"), "\(file) has no golden answers")
      }
    }
  }

  @Test("each transcript is what the program prints, line by line", arguments: pages)
  func transcripts(page: String) throws {
    guard !Self.examples.contains(page) else { return }
    for block in try Self.blocks(page, "console") {
      let place = try Workplace()
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let command = String(try #require(lines.first).dropFirst(2))
      let line = command.replacing("drillhall ", with: "\"$0\" ")
      let result = try place.shell(line, environment: Self.library)
      var rest = result.output.split(separator: "\n", omittingEmptySubsequences: false)[...]
      for wanted in lines.dropFirst() where !wanted.isEmpty {
        let found = rest.firstIndex { $0 == wanted || $0 == wanted + " " }
        #expect(found != nil, "\(page) shows a line that does not come: \(wanted)")
        if let found { rest = rest[rest.index(after: found)...] }
      }
    }
  }

  @Test("each whole drill that is shown passes the check", arguments: pages)
  func drills(page: String) throws {
    // A translation is checked with its drill.
    for block in try Self.blocks(page, "markdown")
    where block.hasPrefix("---\n") && !block.contains("\ntranslates: ") {
      let place = try Workplace()
      for folder in ["shown", "shown/data-handling"] { try place.folder.makeFolder(folder) }
      try place.folder.write(block + "\n", to: "shown/data-handling/shown.md")
      let result = try place.run(
        "check", place.folder.file("shown"), environment: Self.library)
      #expect(result.status == .exited(0), "\(page): \(result.output)")
      #expect(result.output.isEmpty, "\(page): \(result.output)")
    }
  }

  @Test("the snippet that is shown is taken in by the line that is shown")
  func snippet() throws {
    let blocks = try Self.blocks("Documentation/drill-format.md", "text")
    let sheet = try #require(blocks.first { $0.hasPrefix("# Facts sheet") })
    let use = try #require(blocks.first { $0.hasPrefix("Use: ") })
    let place = try Workplace()
    for folder in ["shown", "shown/escalation", "shown/snippets"] {
      try place.folder.makeFolder(folder)
    }
    let drill = try #require(
      try Self.blocks("Documentation/authors.md", "markdown").first { $0.hasPrefix("---\n") })
    let facts = "Facts:\n\n- Now: Tuesday 10:05\n"
    try #require(drill.contains(facts))
    try place.folder.write(sheet + "\n", to: "shown/snippets/facts.md")
    try place.folder.write(
      drill.replacing(facts, with: use + "\n") + "\n",
      to: "shown/escalation/shown.md")
    let result = try place.run("check", place.folder.file("shown"), environment: Self.library)
    #expect(result.output == "", "\(result.output)\(result.errors)")
  }

  @Test("the drill of the authors' page comes to what its golden answers say")
  func authors() throws {
    let page = "Documentation/authors.md"
    let place = try Workplace()
    try place.folder.makeFolder("shown")
    let drill = try #require(try Self.blocks(page, "markdown").first { $0.hasPrefix("---\n") })
    let answers = try #require(try Self.blocks(page, "").first { $0.contains("## Run:") })
    try place.folder.write(drill + "\n", to: "shown/wrong-badge.md")
    try place.folder.write(answers + "\n", to: "shown/wrong-badge.answers.md")
    for command in ["test", "explore"] {
      let result = try place.run(
        command, place.folder.file("shown/wrong-badge.md"), environment: Self.library)
      #expect(result.status == .exited(0), "\(command): \(result.output)\(result.errors)")
    }
  }

  @Test("each command that is shown exists, with its options", arguments: pages)
  func commands(page: String) throws {
    let place = try Workplace()
    for line in try Self.text(page).split(separator: "\n") where line.hasPrefix("    ") {
      let words = line.split(separator: " ").map(String.init)
      guard let start = words.firstIndex(of: "drillhall"), start + 1 < words.count,
        !words[start + 1].hasPrefix("-")
      else { continue }
      let command = words[(start + 1)...].prefix { !$0.hasPrefix("-") && $0 != ">" }
        .filter { $0.allSatisfy { $0.isLetter || $0 == "-" } }
      let options = words.dropFirst(start + 1).filter { $0.hasPrefix("--") }
      let verb = Array(
        command.prefix(["export", "import", "export-drill"].contains(command.first) ? 2 : 1))
      let help = try PipedProcess.run(
        place.program, verb + ["--help"], environment: place.environment)
      #expect(help.status == .exited(0), "\(page): \(line)")
      for option in options {
        #expect(help.output.contains(option), "\(page): \(line)")
      }
    }
  }

  @Test("each link to a file of the project leads to one", arguments: pages)
  func links(page: String) throws {
    let folder = page.contains("/") ? "Documentation/" : ""
    for piece in try Self.text(page).split(separator: "](").dropFirst() {
      let target = piece.prefix { $0 != ")" }
      guard !target.contains("://"), !target.hasPrefix("#"), !target.contains("Policies/"),
        !target.contains("snippets/"), !target.contains("…")
      else { continue }
      let path = target.prefix { $0 != "#" }
      #expect(
        FileManager.default.fileExists(atPath: "\(Self.root)/\(folder)\(path)"),
        "\(page) links to \(target)")
    }
  }

  @Test("the drills and policies of the library pass the check without a warning")
  func library() throws {
    let place = try Workplace()
    let result = try place.run("check", environment: Self.library)
    #expect(result.status == .exited(0))
    #expect(result.output.isEmpty, "\(result.output)")
  }
}
