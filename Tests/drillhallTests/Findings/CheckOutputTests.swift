// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// What `check` prints: on a pipe for editors, in a terminal for people.
@Suite("What check prints")
struct CheckOutputTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.folder.write(
      SampleLibrary.desk.replacing("You have the desk.", with: "You\thave [it](#it).\nFacts:"),
      to: "Drills/desk.md")
  }

  /// The program's output in the drills' folder, where paths are short.
  private func check(_ options: String, environment: [String: String] = [:]) throws
    -> PipedProcess
  {
    try place.shell(
      "cd '\(place.folder.path)' && \"$0\" check \(options)", environment: environment)
  }

  @Test("on a pipe: a line for editors, the line of the file, a mark, the fix")
  func pipe() throws {
    for option in ["", "--plain"] {
      let result = try check("Drills/desk.md \(option)")
      #expect(result.status == .exited(65))
      #expect(
        result.output == """
          Drills/desk.md:25:14: error D202: No scene has the link target “#it”.
            25 | You have [it](#it).
               |              ^
          Drills/desk.md:26:1: error D108: “Facts:” belongs to the paragraph above. Put an empty \
          line before it.
            26 | Facts:
               | ^
                 Fix: insert an empty line (check --fix).

          """)
      #expect(
        result.errors
          == "1 file, 2 errors, 0 warnings.\n“drillhall explain-code D202” tells more.\n")
    }
  }

  @Test("--short is one line a finding")
  func short() throws {
    let lines = try check("--short Drills/desk.md").output.split(separator: "\n")
    #expect(
      lines.map { $0.prefix(30) } == [
        "Drills/desk.md:25:14: error D2", "Drills/desk.md:26:1: error D10",
      ])
  }

  @Test(
    "in a terminal nothing is wider than it, and the mark is under the place",
    arguments: [24, 40, 80])
  func terminal(columns: Int) throws {
    let terminal = try place.start(
      "check", place.folder.file("Drills/desk.md"), environment: ["NO_COLOR": "1"],
      columns: columns)
    #expect(try terminal.end() == .exited(65))
    let lines = terminal.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= columns })
    let index = try #require(lines.firstIndex { $0.hasPrefix("  25 | ") })
    let mark = try #require(lines[index + 1].firstIndex(of: "^"))
    let offset = lines[index + 1].distance(from: lines[index + 1].startIndex, to: mark)
    #expect(Array(lines[index])[offset] == "(", "\(lines[index])")
  }

  @Test("colours say nothing that the words don't")
  func colours() throws {
    let terminal = try place.start("check", place.folder.file("Drills/desk.md"))
    #expect(try terminal.end() == .exited(65))
    #expect(terminal.text.contains("\u{1B}[31merror \u{1B}[0m"))
    #expect(terminal.text.contains("^\u{1B}[0m"))
  }

  @Test("control characters come out as signs")
  func controls() throws {
    try place.folder.write(
      SampleLibrary.desk.replacing("You have the desk.", with: "You\u{1B}[2J \u{202E}have."),
      to: "Drills/desk.md")
    let result = try check("Drills/desk.md")
    #expect(result.output.contains("  25 | You␛[2J ␛have.\n     |    ^\n"))
    #expect(!result.output.utf8.contains(0x1B))
  }

  @Test("nothing is shown of a file outside that a link leads to")
  func outside() throws {
    try place.folder.write("a secret in line one\n", to: "home/secret")
    symlink(place.folder.file("home/secret"), place.folder.file("Drills/out.md"))
    let result = try place.run("check")
    #expect(result.output.contains("out.md:1:1: error L001"))
    #expect(!result.output.contains("a secret"))
  }

  @Test("of a thousand errors a hundred are printed, and all are counted")
  func thousand() throws {
    let line = "\n[x](#none)\n"
    for number in 1...4 {
      try place.folder.write(
        SampleLibrary.desk.replacing(
          "You have the desk.", with: String(repeating: line, count: 250)
        ).replacing("id: desk", with: "id: desk-\(number)"), to: "Drills/desk-\(number).md")
    }
    try place.folder.write(SampleLibrary.desk, to: "Drills/desk.md")
    let some = try check("--short")
    #expect(some.status == .exited(65))
    let lines = some.output.split(separator: "\n")
    #expect(lines.count == 101)
    #expect(lines.last == "And 900 more. “drillhall check --all” shows every finding.")
    #expect(some.errors.hasPrefix("8 files, 1000 errors, 0 warnings.\n"))
    let all = try check("--short --all")
    #expect(all.output.split(separator: "\n").count == 1000)
  }
}
