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
    "Documentation/console.md", "Documentation/exchange.md",
    "Documentation/drill-format.md", "Documentation/policies.md", "Documentation/record.md",
    "Documentation/scoring.md",
  ]

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

  @Test("each transcript is what the program prints, line by line", arguments: pages)
  func transcripts(page: String) throws {
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
    for block in try Self.blocks(page, "markdown") where block.hasPrefix("---\n") {
      let place = try Workplace()
      for folder in ["shown", "shown/data-handling"] { try place.folder.makeFolder(folder) }
      try place.folder.write(block + "\n", to: "shown/data-handling/shown.md")
      let result = try place.run(
        "check", place.folder.file("shown"), environment: Self.library)
      #expect(result.status == .exited(0), "\(page): \(result.output)")
      #expect(result.output.isEmpty, "\(page): \(result.output)")
    }
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
        !target.contains("…")
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
