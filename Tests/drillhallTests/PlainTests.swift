// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// Without a terminal that can be drawn on: pipes, scripts, screen readers.
@Suite struct PlainTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  @Test func `an answer a line on a pipe passes, and no byte of it is an escape`() throws {
    let result = try place.run("run", "desk", "--agree", input: lines(SampleLibrary.right))
    #expect(result.status == .exited(0))
    #expect(result.errors == "")
    #expect(result.output.contains("Passed: 100 % (80 % needed)"))
    #expect(!result.output.utf8.contains(0x1B))
    #expect(!result.output.utf8.contains(0x0D))
    #expect(!result.output.contains("I am sorry, security will help you."))
  }

  @Test func `finished and not passed is 3, the end of input is 4 and goes on where it was`() throws
  {
    let paused = try place.run("run", "desk", "--agree", input: "2\n")
    #expect(paused.status == .exited(4))
    #expect(paused.output.contains("Paused. Everything so far is saved"))
    let failed = try place.run("run", "desk", input: lines(Array(SampleLibrary.right.dropFirst())))
    #expect(failed.status == .exited(3))
    #expect(failed.output.contains("Not passed: 75 % (80 % needed)"))
    #expect(failed.output.contains("“How could you lose it?” earns 0 %."))
    let critical = try place.run(
      "run", "desk",
      input: lines(["1", "Sorry, security! Send me your password.", SampleLibrary.right[2]]))
    #expect(critical.status == .exited(3))
    #expect(critical.output.contains("Not passed, because of a critical failure."))
    #expect(try place.isSound())
  }

  @Test func `a last line without an end counts, a line that is no answer costs nothing`() throws {
    let result = try place.run(
      "run", "desk", "--agree",
      input: "seven\n\n/facts\n1\r\n\(SampleLibrary.right[1])\n\(SampleLibrary.right[2])")
    #expect(result.status == .exited(0))
    #expect(result.output.contains("It is Friday 09:40"))
  }

  @Test func `what is no text, or too long, is refused and the next line taken`() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x0A] + Array("1\n".utf8)
    let broken = try PipedProcess.run(
      place.program, ["run", "desk", "--agree"], inputBytes: bytes,
      environment: place.environment)
    #expect(broken.status == .exited(4))
    #expect(broken.output.contains("That line was not readable text."))
    #expect(broken.output.contains("Right, thanks come first."))
    let long = String(repeating: "sorry ", count: 3_000) + "\n" + SampleLibrary.right[1] + "\n"
    let cut = try place.run("run", "desk", input: long)
    #expect(cut.output.contains("That line was longer than 8192 bytes."))
    #expect(cut.output.contains("A good answer:"))
  }

  @Test func `the console itself works on a pipe`() throws {
    let result = try place.run(
      "--agree",
      input:
        "help\nstart desk\n1\n/quit\nscores\nfrobnicate\nstart nosuch\npolicy escalation\nquit\n")
    #expect(result.status == .exited(0))
    #expect(result.output.contains("start NAME"))
    #expect(result.output.contains("Right, thanks come first."))
    #expect(result.output.contains("paused after 1 answer"))
    #expect(result.output.contains("“frobnicate” is no command here."))
    #expect(result.output.contains("No drill is called “nosuch”."))
    #expect(result.output.contains("Who is told, version 1"))
    #expect(!result.output.utf8.contains(0x1B))
  }

  // Each on a real terminal that can't be drawn on, or must not be.
  @Test(arguments: [
    (["--plain"], [:]), ([], ["TERM": "dumb"]), ([], ["TERM": ""]),
  ]) func `plain on a terminal: no escape, nothing redrawn, one line at a time`(
    options: [String], environment: [String: String]
  ) throws {
    let terminal = try place.play("desk", options, environment: environment)
    for line in SampleLibrary.right {
      try terminal.waitForPrompt()
      try terminal.send(line + "\n")
    }
    #expect(try terminal.end() == .exited(0))
    #expect(!terminal.transcript.contains(0x1B))
    #expect(terminal.screen.text.contains("Scene: Opening"))
  }

  @Test(arguments: [([], ["NO_COLOR": "1"]), (["--no-color"], [:])])
  func `without colour nothing is coloured`(
    options: [String], environment: [String: String]
  ) throws {
    let terminal = try place.play("desk", options, environment: environment)
    try terminal.enter("1", toSee: "Right, thanks come first.")
    try terminal.pause()
    // What is left are cursor moves and modes: no sequence ends in “m”, but for its reset.
    let colours = terminal.text.split(separator: "\u{1B}[").dropFirst().filter { piece in
      piece.first?.isNumber == true && piece.drop(while: { $0.isNumber || $0 == ";" }).first == "m"
        && !piece.hasPrefix("0m")
    }
    #expect(colours.isEmpty, "\(colours)")
  }

  @Test func `with colour something is`() throws {
    let terminal = try place.play("desk", environment: ["NO_COLOR": ""])
    #expect(terminal.text.contains("\u{1B}[1"))
  }

  @Test func `a locale that is not UTF-8 does no harm to letters`() throws {
    let latin = ["LANG": "de_DE.ISO-8859-1", "LC_ALL": "", "LC_CTYPE": "de_DE.ISO-8859-1"]
    let terminal = try place.play("desk", ["--as", "Zoë"], environment: latin)
    try terminal.enter("1", toSee: "Write to the caller.")
    try terminal.send("Größe sorry security 日本")
    try terminal.waitForPrompt("> Größe sorry security 日本")
    try terminal.send("\u{7F}\r")
    try terminal.waitUntilShown("A good answer:")
    let scores = try place.run("scores", "--all", environment: latin)
    #expect(scores.output.contains("Zoë"))
    #expect(
      try place.run("replay", "--as", "Zoë", environment: latin).output
        .contains("You answered: Größe sorry security 日\n"))
  }
}
