// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// `explain-code`, as it is typed.
@Suite("explain-code")
struct ExplainCodeTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test("a code is told with its examples and what to do", arguments: ["D115", "d115", "D115:"])
  func one(code: String) throws {
    let result = try place.run("explain-code", code)
    #expect(result.status == .exited(0))
    #expect(result.output.hasPrefix("D115: parenthesis not closed\n\nThis is an error. A paren"))
    for line in [
      "Wrong, in a question:", "  | - [ ] (50% Wait.", "Right:", "  | - [ ] (50%) Wait.",
      "What to do: Close it after the last mark. If it is text, write “\\(”.",
    ] {
      #expect(result.output.split(separator: "\n").contains { $0 == line }, "\(line)")
    }
    #expect(!result.output.utf8.contains(0x1B))
  }

  @Test("a warning says so, and what has no example says how it comes about")
  func others() throws {
    #expect(try place.run("explain-code", "M14").output.contains("\n\nThis is a warning. "))
    let large = try place.run("explain-code", "s1").output
    #expect(large.contains("\n\nHow it comes about: Mostly a picture"))
    #expect(!large.contains("Wrong"))
  }

  @Test("several codes come one after the other, and without one all are listed")
  func several() throws {
    let both = try place.run("explain-code", "d101", "d102").output
    #expect(both.contains(".\n\nD102: heading out of place\n\n"))
    let list = try place.run("explain-code").output.split(separator: "\n")
    #expect(list.contains("D101 error   no title"))
    #expect(list.contains("M014 warning number that became a list"))
    #expect(list.count > 130)
  }

  @Test("a code that there is not is 66, and a near one is suggested")
  func unknown() throws {
    let near = try place.run("explain-code", "D404")
    #expect(near.status == .exited(66))
    #expect(near.output.isEmpty)
    #expect(near.errors.contains("There is no code “D404”. Did you mean “D"))
    let far = try place.run("explain-code", "D101", "\u{1B}[2Jnonsense")
    #expect(far.status == .exited(66))
    #expect(far.errors.contains("“drillhall explain-code” lists them."))
    #expect(!far.errors.utf8.contains(0x1B))
    #expect(try place.run("explain-code", "--markdown", "D101").status == .exited(64))
  }

  @Test("--markdown is the whole book, and what check finds points to it")
  func book() throws {
    let text = try place.run("explain-code", "--markdown").output
    #expect(text.hasPrefix("# The book of codes\n"))
    #expect(text.contains("\n## D101 no title\n"))
    try place.folder.write(
      SampleLibrary.desk.replacing("You have the desk.", with: "See [x](#x)."), to: "Drills/desk.md"
    )
    let errors = try place.run("check").errors
    #expect(errors.contains("“drillhall explain-code D202” tells more.\n"), "\(errors)")
  }

  @Test("in a narrow terminal it is wrapped", arguments: [30, 80])
  func narrow(columns: Int) throws {
    let terminal = try place.start("explain-code", "D115", columns: columns)
    #expect(try terminal.end() == .exited(0))
    #expect(terminal.screen.text.split(separator: "\n").allSatisfy { $0.count <= columns })
  }
}
