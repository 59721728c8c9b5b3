// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// `check --watch`, with the real program in a terminal.
@Suite("check --watch")
struct WatchTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func start(_ options: String...) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      place.program, ["check", "--watch"] + options,
      environment: place.environment.merging(["NO_COLOR": "1"]) { $1 }, columns: 100, rows: 60)
    try terminal.expect("Watching 4 files. ^C ends it.")
    return terminal
  }

  @Test("write, see, break, see, mend, see, and ^C is no failure")
  func watch() throws {
    let terminal = try start("--plain")
    let broken = SampleLibrary.desk.replacing("You have the desk.", with: "See [it](#it).")
    try place.folder.write(broken, to: "Drills/desk.md")
    try terminal.expect("desk.md was saved.")
    try terminal.expect("Drills/desk.md:25:9: error D202: No scene has the link target")
    try terminal.expect("  25 | See [it](#it).")
    try terminal.expect("4 files, 1 error, 0 warnings.")
    try place.folder.write(
      SampleLibrary.desk.replacing("id: desk", with: "id: second"), to: "Drills/second.md")
    try terminal.expect("second.md is new: nothing is wrong.")
    try terminal.expect("5 files, 1 error, 0 warnings.")
    try place.folder.write(SampleLibrary.desk, to: "Drills/desk.md")
    try terminal.expect("desk.md was saved: nothing is wrong.")
    try terminal.expect("5 files, 0 errors, 0 warnings.")
    _ = unlink(place.folder.file("Drills/second.md"))
    try terminal.expect("second.md is gone.")
    try terminal.expect("4 files, 0 errors, 0 warnings.")
    #expect(!terminal.transcript.contains(0x1B))
    try terminal.send("\u{3}")
    #expect(try terminal.end() == .exited(0))
  }

  @Test("a policy's change shows what it does to drills, and only that")
  func policy() throws {
    let terminal = try start("--short")
    let broken = SampleLibrary.policy.replacing("device | high |", with: "device | hihg |")
    try place.folder.write(broken, to: "Policies/escalation.md")
    try terminal.expect("escalation.md was saved.")
    try terminal.expect("error P015")
    try terminal.expect("4 files, ")
    try place.folder.write(SampleLibrary.policy, to: "Policies/escalation.md")
    try terminal.expect("escalation.md was saved: nothing is wrong.")
    try terminal.expect("4 files, 0 errors, 0 warnings.")
    try terminal.send("\u{3}")
    #expect(try terminal.end() == .exited(0))
  }

  @Test("files that can't be read, or a folder that goes, don't end it")
  func damage() throws {
    let terminal = try start()
    try place.folder.write("\u{0}\u{1B}[2J", to: "Drills/desk.md")
    try terminal.expect("error S005")
    _ = rename(place.folder.file("Drills"), place.folder.file("Gone"))
    try terminal.expect("desk.md is gone.")
    try terminal.expect("error L003")
    _ = rename(place.folder.file("Gone"), place.folder.file("Drills"))
    try terminal.expect("desk.md is new.")
    try place.folder.write(SampleLibrary.desk, to: "Drills/desk.md")
    try terminal.expect("4 files, 0 errors, 0 warnings.")
    terminal.signal(SIGTERM)
    #expect(try terminal.end() == .exited(143))
  }

  @Test("one file is watched with the policies that judge it")
  func one() throws {
    let terminal = try PseudoTerminal(
      place.program, ["check", "--watch", place.folder.file("Drills/desk.md")],
      environment: place.environment, columns: 100, rows: 60)
    try terminal.expect("Watching 2 files.")
    try place.folder.write("---\n", to: "Drills/timed.md")
    try place.folder.write(SampleLibrary.desk + "\n", to: "Drills/desk.md")
    try terminal.expect("desk.md was saved: nothing is wrong.")
    #expect(!terminal.text.contains("timed.md"))
    try terminal.send("\u{3}")
    #expect(try terminal.end() == .exited(0))
  }

  @Test("a draft outside the library is watched with the snippets that it uses")
  func snippet() throws {
    let snippet = { (words: String) in "# Rain\n\n## Version 1\n\n\(words)\n" }
    try place.folder.makeFolder("mine")
    try place.folder.makeFolder("mine/snippets")
    try place.folder.write(snippet("It rains."), to: "mine/snippets/rain.md")
    try place.folder.write(
      SampleLibrary.desk.replacing(
        "You have the desk.", with: "Use: [Rain](snippets/rain.md#version-1)"), to: "mine/w.md")
    let terminal = try PseudoTerminal(
      place.program, ["check", "--watch", place.folder.file("mine/w.md")],
      environment: place.environment, columns: 100, rows: 60)
    try terminal.expect("Watching 3 files.")
    try place.folder.write(snippet("See [it](#it)."), to: "mine/snippets/rain.md")
    try terminal.expect("rain.md was saved.")
    try terminal.expect("D202")
    try terminal.send("\u{3}")
    #expect(try terminal.end() == .exited(0))
  }

  @Test("what does not go together is a mistake")
  func together() throws {
    #expect(try place.run("check", "--watch", "--fix").status == .exited(64))
    #expect(try place.run("check", "--watch", "--format", "json").status == .exited(64))
  }
}
