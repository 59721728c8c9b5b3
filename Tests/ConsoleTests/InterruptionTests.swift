// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// What comes between a person and the line: messages, deadlines, signals.
@Suite struct InterruptionTests {
  @Test func `A message above leaves the half-typed line as it was`() throws {
    let terminal = try Probe.start("injects", prompt: "answer:")
    try terminal.waitUntilShown("inject 1. Somebody calls.")
    try terminal.type("日本 half", shows: "answer: 日本 half")
    let count = Self.injects(terminal.screen)
    try terminal.wait(untilScreen: "two more messages above the line") {
      Self.injects($0) >= count + 2 && $0.cursorLine == "answer: 日本 half"
    }
    try terminal.send("way")
    try terminal.enter(reads: "日本 halfway")
    #expect(try terminal.end() == .exited(0))
    // Each message once, each on a line of its own, and no half of the answer left between them.
    let lines = terminal.screen.text.split(separator: "\n").map(String.init)
    let messages = lines.filter { $0.contains("inject") }
    #expect(messages == (1...messages.count).map { "inject \($0). Somebody calls." })
    #expect(lines.filter { $0.hasPrefix("answer:") } == ["answer: 日本 halfway"])
  }

  @Test func `A message above a line of several rows leaves it whole`() throws {
    let terminal = try Probe.start("injects", prompt: "answer:", columns: 30)
    let long = String(repeating: "abcdefghij", count: 7)
    try terminal.send(long)
    let rows = [
      "answer: abcdefghijabcdefghijab", "cdefghijabcdefghijabcdefghijab", "cdefghijabcdefghij",
    ]
    for _ in 1...2 {
      let count = Self.injects(terminal.screen)
      try terminal.wait(untilScreen: "the whole line under a message") {
        Self.injects($0) > count && $0.lines.filter { !$0.isEmpty }.suffix(3) == rows[...]
      }
    }
    try terminal.enter(reads: long)
    #expect(terminal.screen.text.split(separator: "\n").filter { $0 == rows[0] }.count == 1)
  }

  @Test func `A paste that never ends does not stop the messages`() throws {
    let terminal = try Probe.start("injects", prompt: "answer:")
    try terminal.send("\u{1B}[200~begun")
    let count = Self.injects(terminal.screen)
    try terminal.wait(untilScreen: "three more messages") { Self.injects($0) >= count + 3 }
    try terminal.type(" ended\u{1B}[201~", shows: "answer: begun ended")
    try terminal.enter(reads: "begun ended")
  }

  @Test func `A deadline ends a half-typed line, which does not flow into the next`() throws {
    let terminal = try Probe.start("deadline", prompt: "answer:")
    try terminal.type("half", shows: "answer: half")
    try terminal.waitUntilShown("time is up, typed=[half]")
    try terminal.type("new", shows: "free: new")
    try terminal.enter(reads: "new")
    #expect(try terminal.end() == .exited(0))
    #expect(terminal.screen.text.contains("answer: half\ntime is up"))
    #expect(terminal.isInLineMode)
  }

  @Test func `A display is held and goes on`() throws {
    let terminal = try Probe.start("display", prompt: "Enter goes on, p pauses, q ends:")
    try terminal.waitUntilShown("row 1")
    try terminal.send("p\r")
    try terminal.waitUntilShown("paused")
    let held = terminal.screen.text.split(separator: "\n").filter { $0.hasPrefix("row") }
    try terminal.send("\r")
    try terminal.waitUntilShown("going on")
    let resumed = terminal.screen.text.split(separator: "\n").filter { $0.hasPrefix("row") }
    #expect(held == resumed)
    try terminal.waitUntilShown("row \(held.count + 2)")
    try terminal.send("q\r")
    #expect(try terminal.end() == .exited(0))
  }

  @Test func `Ctrl-C throws the line away and goes on`() throws {
    let terminal = try Probe.start("commands")
    try terminal.type("half", shows: "probe> half")
    try terminal.send("\u{3}")
    try terminal.waitUntilShown("probe> half^C\ninterrupted\nprobe>")
    try terminal.type("new", shows: "probe> new")
    try terminal.enter(reads: "new")
    #expect(try terminal.quit() == .exited(0))
  }

  @Test func `Ctrl-C leaves a search and an unfinished paste`() throws {
    let terminal = try Probe.start("commands")
    try terminal.type("first", shows: "probe> first")
    try terminal.enter(reads: "first")
    try terminal.type("\u{12}fi", shows: "(reverse-i-search)`fi': first")
    try terminal.send("\u{3}")
    try terminal.waitUntilShown("interrupted\nprobe>")
    try terminal.send("\u{1B}[200~lost")
    try terminal.send("\u{3}")
    try terminal.waitUntilShown("probe> ^C\ninterrupted\nprobe>")
    try terminal.type("kept", shows: "probe> kept")
    try terminal.enter(reads: "kept")
  }

  // The terminal drops what was typed when ^C comes, at times between the look whether there is
  // something and the read: the read must not wait then.
  @Test(arguments: [["commands"], ["--plain", "commands"]])
  func `Ctrl-C is seen however close it follows`(arguments: [String]) throws {
    let terminal = try PseudoTerminal(Probe.path(), arguments)
    try terminal.wait(untilScreen: "the prompt") { $0.cursorLine == "probe>" }
    for _ in 1...200 {
      try terminal.send("\u{1B}[200~lost\n")
      try terminal.send("\u{3}")
      try terminal.expect("interrupted\r\n")
      try terminal.expect("probe> ")
    }
    try terminal.send("\u{15}kept\r")
    try terminal.expect("line=[kept]")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `Asked to end, it ends with 128 and the signal and a sane terminal`(number: Int32) throws {
    let terminal = try Probe.start("commands")
    try terminal.type("half", shows: "probe> half")
    #expect(!terminal.isInLineMode)
    terminal.signal(number)
    #expect(try terminal.end() == .exited(128 + number))
    #expect(terminal.isInLineMode)
    // Bracketed paste is off again.
    #expect(String(decoding: terminal.transcript, as: UTF8.self).contains("\u{1B}[?2004l"))
  }

  @Test func `A closed window ends it`() throws {
    let terminal = try Probe.start("commands")
    try terminal.type("half", shows: "probe> half")
    terminal.hangUp()
    #expect(try terminal.end() == .exited(128 + SIGHUP))
  }

  @Test(arguments: [[], ["--plain"]])
  func `Ctrl-Z gives the shell its terminal, and fg brings the line back`(options: [String]) throws
  {
    let terminal = try PseudoTerminal("/bin/sh", ["-i"], environment: ["PS1": "shell: "])
    try terminal.wait(untilScreen: "the shell") { $0.cursorLine == "shell:" }
    let command = ([try Probe.path()] + options + ["commands"]).joined(separator: " ")
    try terminal.send("\(command)\n")
    try terminal.wait(untilScreen: "the probe") { $0.cursorLine == "probe>" }
    try terminal.type("half", shows: "probe> half")
    try terminal.send("\u{1A}")
    try terminal.wait(untilScreen: "the shell again") { $0.cursorLine == "shell:" }
    #expect(terminal.isInLineMode)
    try terminal.send("echo $((40 + 2))\n")
    try terminal.waitUntilShown("\n42\n")
    try terminal.send("fg\n")
    if options.isEmpty {
      try terminal.wait(untilScreen: "the half line again") { $0.cursorLine == "probe> half" }
      // By now readline reads keys again: in line mode the terminal itself would echo.
      try terminal.type("way", shows: "probe> halfway")
      #expect(!terminal.isInLineMode)
      try terminal.enter(reads: "halfway")
    } else {
      try terminal.wait(untilScreen: "the prompt again") { $0.cursorLine == "probe>" }
      try terminal.send("anew\n")
      try terminal.expect("line=[anew]")
    }
    try terminal.send("quit\n")
    try terminal.wait(untilScreen: "the shell at last") { $0.cursorLine == "shell:" }
    #expect(terminal.isInLineMode)
    try terminal.send("exit\n")
    #expect(try terminal.end() == .exited(0))
  }

  @Test func `Stopped and continued from outside, the line is drawn again`() throws {
    let terminal = try Probe.start("commands")
    try terminal.type("half", shows: "probe> half")
    terminal.signal(SIGSTOP)
    try terminal.waitUntilStopped()
    let before = terminal.transcript.count
    terminal.signal(SIGCONT)
    try terminal.wait(untilScreen: "the line drawn again") { _ in
      String(decoding: terminal.transcript[before...], as: UTF8.self).contains("half")
    }
    try terminal.type("way", shows: "probe> halfway")
    #expect(!terminal.isInLineMode)
    try terminal.enter(reads: "halfway")
  }

  @Test(arguments: [["commands"], ["--restricted", "commands"], ["--plain", "commands"]])
  func `Where no shell waits above, Ctrl-Z does nothing`(arguments: [String]) throws {
    let terminal = try PseudoTerminal(Probe.path(), arguments)
    try terminal.wait(untilScreen: "the prompt") { $0.cursorLine == "probe>" }
    try terminal.send("\u{1A}")
    try terminal.send("on\r")
    try terminal.expect("line=[on]")
  }

  private static func injects(_ screen: Screen) -> Int {
    screen.text.split(separator: "\n").filter { $0.hasPrefix("inject") }.count
  }
}
