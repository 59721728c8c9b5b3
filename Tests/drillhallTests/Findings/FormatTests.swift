// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import TestSupport
import Testing

/// `check --format`, as another program reads it.
@Suite("check --format")
struct FormatTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.folder.write(
      SampleLibrary.desk.replacing("You have the desk.", with: "See [it](#it).\nFacts:"),
      to: "Drills/desk.md")
  }

  private struct Line: Decodable, Equatable {
    struct Fix: Decodable, Equatable {
      let title: String
      let firstLine: Int
      let lineCount: Int
      let lines: [String]
    }
    var version = 1
    var kind = "finding"
    var file: String?
    var line: Int?
    var column: Int?
    var severity: String?
    var code: String?
    var rule: String?
    var message: String?
    var fix: Fix?
    var files: Int?
    var errors: Int?
    var warnings: Int?
  }

  private func check(_ options: String) throws -> PipedProcess {
    try place.shell(
      """
      cd '\(place.folder.path)' && DRILLHALL_DRILLS=Drills DRILLHALL_POLICIES=Policies \
      "$0" check \(options)
      """)
  }

  @Test("json: an object a line, the last one with the totals")
  func json() throws {
    let result = try check("--format json")
    #expect(result.status == .exited(65))
    #expect(result.errors.isEmpty)
    let lines = try result.output.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    #expect(
      lines == [
        Line(
          file: "Drills/desk.md", line: 25, column: 9, severity: "error", code: "D202",
          rule: "link to a scene that is not there",
          message: "No scene has the link target “#it”."),
        Line(
          file: "Drills/desk.md", line: 26, column: 1, severity: "error", code: "D108",
          rule: "label inside a paragraph",
          message: "“Facts:” belongs to the paragraph above. Put an empty line before it.",
          fix: .init(title: "insert an empty line", firstLine: 26, lineCount: 0, lines: [""])),
        Line(kind: "summary", files: 4, errors: 2, warnings: 0),
      ])
    // The same bytes in every run.
    #expect(try check("--format json").output == result.output)
  }

  @Test("json: a sound library is one line, and all of a thousand findings come")
  func many() throws {
    try place.folder.write(SampleLibrary.desk, to: "Drills/desk.md")
    let sound = try check("--format json")
    #expect(sound.status == .exited(0))
    #expect(
      sound.output
        == "{\"errors\":0,\"files\":4,\"kind\":\"summary\",\"version\":1,\"warnings\":0}\n")
    try place.folder.write(
      SampleLibrary.desk.replacing(
        "You have the desk.", with: String(repeating: "\n[x](#none)\n", count: 300)),
      to: "Drills/desk.md")
    #expect(try check("--format json").output.split(separator: "\n").count == 301)
  }

  private struct Log: Decodable {
    struct Run: Decodable {
      struct Result: Decodable {
        struct Location: Decodable {
          struct Physical: Decodable {
            struct Artifact: Decodable { let uri: String }
            let artifactLocation: Artifact
          }
          let physicalLocation: Physical
        }
        let ruleId: String
        let locations: [Location]
        let partialFingerprints: [String: String]
      }
      let results: [Result]
    }
    let version: String
    let runs: [Run]
  }

  private func log() throws -> [Log.Run.Result] {
    let result = try check("--format sarif")
    #expect(result.errors.isEmpty)
    let log = try JSONDecoder().decode(Log.self, from: Data(result.output.utf8))
    #expect(log.version == "2.1.0")
    return try #require(log.runs.first).results
  }

  @Test("sarif: one document, whose fingerprints outlive lines that are put in above")
  func sarif() throws {
    let before = try log()
    #expect(before.map(\.ruleId) == ["D202", "D108"])
    #expect(
      before.map { $0.locations[0].physicalLocation.artifactLocation.uri }
        == ["Drills/desk.md", "Drills/desk.md"])
    let text = try #require(place.folder.text(of: "Drills/desk.md"))
    try place.folder.write(
      text.replacing("See [it]", with: "It rings.\n\nSee [it]"), to: "Drills/desk.md")
    #expect(try log().map(\.partialFingerprints) == before.map(\.partialFingerprints))
    #expect(try check("--format sarif").status == .exited(65))
    try place.folder.write(SampleLibrary.desk, to: "Drills/desk.md")
    #expect(try log().isEmpty)
  }

  @Test("nothing to check: a whole document says so, and standard error to a person")
  func nothing() throws {
    let json = try check("--format json none.md")
    #expect(json.status == .exited(66))
    #expect(
      json.output
        == "{\"exitCode\":66,\"kind\":\"failure\",\"message\":\"“none.md” can't be checked: No such file "
        + "or directory.\",\"version\":1}\n")
    let sarif = try check("--format sarif --drills none")
    #expect(sarif.status == .exited(66))
    #expect(sarif.errors.contains("There is no folder “none”"))
    let log = try JSONDecoder().decode(Log.self, from: Data(sarif.output.utf8))
    #expect(log.runs.first?.results.isEmpty == true)
    #expect(sarif.output.contains(#""executionSuccessful":false,"exitCode":66"#))
  }

  @Test("what is there is checked, and what is not is said in the form that was asked for")
  func partly() throws {
    let json = try check("--format json Drills/desk.md none.md")
    #expect(json.status == .exited(66))
    #expect(json.output.contains(#""code":"D202""#))
    #expect(
      json.output.hasSuffix(
        "“none.md” can't be checked: No such file or directory.\",\"version\":1}\n"))
    let sarif = try check("--format sarif Drills/desk.md none.md")
    let log = try JSONDecoder().decode(Log.self, from: Data(sarif.output.utf8))
    #expect(sarif.status == .exited(66) && log.runs.first?.results.isEmpty == false)
    #expect(sarif.output.contains("“none.md” can't be checked"))
    let text = try check("--short Drills/desk.md none.md")
    #expect(text.status == .exited(66) && text.output.contains(" D202: "))
    #expect(text.errors.contains("“none.md” can't be checked"))
  }

  @Test("a folder of snippets holds no drills, and nothing is wrong with that")
  func snippets() throws {
    _ = try place.shell("mkdir '\(place.folder.file("Drills/snippets"))'")
    try place.folder.write("## Night\n\nIt is dark.\n", to: "Drills/snippets/night.md")
    let found = try check("--short Drills/snippets")
    #expect(found.status == .exited(0) && found.output.isEmpty)
    #expect(found.errors.contains("“Drills/snippets” holds snippets"))
  }

  @Test(
    "what does not go together is a mistake", arguments: ["--short", "--all", "--fix --dry-run"])
  func together(option: String) throws {
    #expect(try check("--format json \(option)").status == .exited(64))
    #expect(try check("--format xml").status == .exited(64))
  }
}
