// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// A drill as a person takes it, in a real terminal.
@Suite struct PlayingTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `three answers typed pass the drill`() throws {
    let terminal = try place.play("desk")
    #expect(terminal.screen.text.contains("Caller: My laptop is gone."))
    try terminal.enter("1", toSee: "Right, thanks come first.")
    try terminal.enter(SampleLibrary.right[1], toSee: "A good answer:")
    try terminal.enter(SampleLibrary.right[2])
    #expect(try terminal.end() == .exited(0))
    #expect(terminal.screen.text.contains("Passed: 100 % (80 % needed)"))
    #expect(terminal.screen.unknown.isEmpty)
    #expect(terminal.isInLineMode)
  }

  @Test func `Tab completes an answer, a command of the drill and a drill's name`() throws {
    let home = try place.start("--agree")
    try home.waitForPrompt("drillhall>")
    try home.send("st\tde\t")
    try home.waitForPrompt("drillhall> start desk")
    try home.send("\r")
    try home.waitForPrompt()
    try home.send("tha\t")
    try home.waitForPrompt("> Thank you for telling us.")
    try home.send("\u{15}/he\t")
    try home.waitForPrompt("> /help")
    try home.send("\u{15}tha\t\r")
    try home.waitUntilShown("Right, thanks come first.")
    try home.waitForPrompt()
    try home.enter(SampleLibrary.right[1], toSee: "Tell the one who can act.")
    try home.send("esc\t sec\t hig\t ph\t by 10:30")
    try home.waitForPrompt("> escalate security high phone by 10:30")
    try home.send("\r")
    try home.waitUntilShown("Passed: 100 %")
    try home.waitForPrompt("drillhall>")
    try home.enter("scores")
    try home.waitUntilShown("attempt 1 · passed, 100 %")
    try home.enter("quit")
    #expect(try home.end() == .exited(0))
  }

  @Test func `wrong input gets a sentence and costs nothing`() throws {
    let terminal = try place.play("desk")
    for (line, words) in [
      ("9", "There is no answer 9"), ("zzz", "is none of the answers"), ("", "Type a number"),
      ("/nosuch", "is no command here"),
    ] {
      try terminal.enter(line, toSee: words)
    }
    try terminal.enter("1", toSee: "100 % of 2 points.")
    try terminal.enter("Two words", toSee: "Your reply has 2 words; it needs 3 to 60.")
    try terminal.enter(SampleLibrary.right[1], toSee: "A good answer:")
    try terminal.enter("escalate nobody")
    try terminal.waitForPrompt()
    try terminal.enter(SampleLibrary.right[2])
    #expect(try terminal.end() == .exited(0))
    #expect(terminal.screen.text.contains("Passed: 100 %"))
  }

  @Test func `the commands of a drill answer, and the question stays`() throws {
    let terminal = try place.play("desk")
    for (command, words) in [
      ("/hint", "Hint (-25%): Be kind."), ("/hint", "There is no further hint."),
      ("/policy", "Which one? /policy escalation"),
      ("/policy escalation", "Who is told, version 1"),
      ("/policy escalation routes", "Routes"), ("/policy nosuch", "There is no policy “nosuch”"),
      ("/facts", "It is Friday 09:40"), ("/again", "What do you say first?"),
      ("/help", "/pause or /quit stops"),
    ] {
      let before = terminal.screen.text
      try terminal.enter(command)
      try terminal.wait(untilScreen: "\(words) after \(command)") {
        $0.text != before && $0.text.contains(words) && $0.cursorLine == ">"
      }
    }
    try terminal.enter("1", toSee: "75 % of 2 points.")
    try terminal.pause()
    #expect(terminal.screen.text.contains("Paused. Everything so far is saved"))
  }

  @Test func `Ctrl-C throws a line away, Ctrl-D pauses, and the next start goes on`() throws {
    let terminal = try place.play("desk")
    try terminal.send("half an answ")
    try terminal.waitForPrompt("> half an answ")
    try terminal.send("\u{3}")
    try terminal.waitUntilShown("Nothing was sent.")
    try terminal.waitForPrompt()
    try terminal.enter("1", toSee: "Write to the caller.")
    try terminal.send("\u{4}")
    #expect(try terminal.end() == .exited(4))
    #expect(terminal.isInLineMode)

    let again = try place.play("desk")
    #expect(again.screen.text.contains("Write to the caller."))
    #expect(!again.screen.text.contains("What do you say first?"))
    try again.enter(SampleLibrary.right[1], toSee: "A good answer:")
    try again.enter(SampleLibrary.right[2])
    #expect(try again.end() == .exited(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `asked to end, it saves, gives the terminal back and says which signal`(
    number: Int32
  ) throws {
    let terminal = try place.play("desk")
    try terminal.enter("1", toSee: "Write to the caller.")
    terminal.signal(number)
    #expect(try terminal.end() == .exited(128 + number))
    #expect(terminal.isInLineMode)
    #expect(try place.run("scores").output.contains("paused after 1 answer"))
  }

  @Test func `Ctrl-Z and fg keep the half-typed answer`() throws {
    let shell = try PseudoTerminal(
      "/bin/sh", ["-i"],
      environment: place.environment.merging(["PS1": "shell: ", "ENV": ""]) { $1 }, rows: 60)
    try shell.waitForPrompt("shell:")
    try shell.send("'\(place.program)' run desk --agree\n")
    try shell.waitForPrompt()
    try shell.send("tha")
    try shell.waitForPrompt("> tha")
    try shell.send("\u{1A}")
    try shell.waitForPrompt("shell:")
    #expect(shell.isInLineMode)
    try shell.send("fg\n")
    try shell.waitForPrompt("> tha")
    try shell.send("\t")
    try shell.waitForPrompt("> Thank you for telling us.")
    try shell.send("\r")
    try shell.waitUntilShown("Right, thanks come first.")
    try shell.waitForPrompt()
    try shell.enter("/pause")
    try shell.waitForPrompt("shell:")
    try shell.send("exit 0\n")
    #expect(try shell.end() == .exited(0))
  }

  @Test func `another window size in the middle of a line loses nothing`() throws {
    let terminal = try place.play("desk")
    try terminal.enter("1", toSee: "Write to the caller.")
    let reply = "I am very sorry that your laptop is gone, and security will help you soon."
    try terminal.send(String(reply.prefix(37)))
    try terminal.waitForPrompt("> " + reply.prefix(37))
    terminal.resize(columns: 20, rows: 60)
    // “> ” and 37 letters are nearly two rows of twenty; the cursor stands behind the second.
    try terminal.wait(untilScreen: "the line at 20 columns") {
      $0.lines.contains("> I am very sorry th") && $0.cursorLine == "at your laptop is g"
    }
    terminal.resize(columns: 80, rows: 60)
    try terminal.send(String(reply.dropFirst(37)) + "\r")
    try terminal.waitUntilShown("Earned: Says who helps")
    let replay = try place.run("replay")
    #expect(replay.output.contains("You answered: \(reply)"))
  }

  @Test func `twenty columns are enough`() throws {
    let terminal = try place.play("desk", columns: 20)
    try terminal.enter("1")
    try terminal.waitUntilShown("100 % of 2 points.")
    for line in terminal.screen.text.split(separator: "\n") {
      #expect(line.count <= 20, "\(line)")
    }
    try terminal.waitForPrompt()
    try terminal.pause()
  }

  @Test func `a pasted answer with line ends in it is one answer`() throws {
    let terminal = try place.play("desk")
    try terminal.enter("1", toSee: "Write to the caller.")
    try terminal.paste("I am sorry.\nSecurity\u{1B}[2J will help.\n")
    try terminal.send("\r")
    try terminal.waitUntilShown("Earned: Says who helps")
    let replay = try place.run("replay")
    #expect(replay.output.contains("You answered: I am sorry."))
    #expect(!replay.output.contains("\u{1B}"))
  }
}
