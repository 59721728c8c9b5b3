// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// Pastes, giants and tricks, in a real terminal.
@Suite struct HostileInputTests {
  @Test func `A paste of several lines is one answer`() throws {
    let terminal = try Probe.start("commands")
    try terminal.paste("one\rtwo\nthree\r\n")
    try terminal.wait(untilScreen: "the paste") { $0.cursorLine == "probe> one two three" }
    try terminal.enter(reads: "one two three")
    try terminal.send("free\r")
    try terminal.wait(untilScreen: "the free prompt") { $0.cursorLine == "free:" }
    try terminal.paste("one\rtwo")
    try terminal.wait(untilScreen: "the last line of the paste") { $0.cursorLine == "two" }
    try terminal.enter(reads: "one|two")
  }

  @Test func `Controls in a paste are taken out and told`() throws {
    let terminal = try Probe.start("commands")
    try terminal.paste("a\u{1B}[31mb\u{7}\u{8}\u{202E}c")
    try terminal.wait(untilScreen: "the paste") { $0.cursorLine == "probe> a[31mbc" }
    try terminal.send("\r")
    try terminal.expect("line=[a[31mbc] controls")
  }

  // Typed, typed beyond ASCII, pasted, doubled by killing and yanking.
  @Test(arguments: [
    String(repeating: "x", count: 10_000),
    String(repeating: "é", count: 5_000),
    "\u{1B}[200~" + String(repeating: "x", count: 50_000) + "\u{1B}[201~",
    String(repeating: "x", count: 5_000) + "\u{1}\u{B}\u{19}\u{19}\u{19}",
  ])
  func `A line over eight kilobytes is cut and told`(keys: String) throws {
    let terminal = try Probe.start("commands")
    try terminal.send(keys)
    try terminal.send("\r")
    try terminal.expect("line=[8192 bytes] cut")
    try terminal.send("next\r")
    try terminal.expect("line=[next] \r")
    #expect(try terminal.quit() == .exited(0))
  }

  @Test func `Foreign text is printed harmlessly`() throws {
    let terminal = try Probe.start("commands")
    try terminal.send("foreign\r")
    try terminal.waitUntilShown("<␛[2J␛]0;title␛␛31m␛evil␛␛>")
    try terminal.type("", shows: "probe>")
  }

  @Test func `Nobody's inputrc is read`() throws {
    let home = try TestSupport.temporaryFolder()
    defer { _ = try? PipedProcess.run("/bin/rm", ["-rf", home]) }
    let text =
      "\"z\": \"pasted answer\"\n$include /etc/passwd\nset editing-mode vi\nnonsense here\n"
    let path = "\(home)/.inputrc"
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    _ = Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    close(file)
    let terminal = try Probe.start("commands", environment: ["HOME": home, "INPUTRC": path])
    try terminal.type("z\u{1}a\u{18}\u{12}b", shows: "probe> abz")
    try terminal.enter(reads: "abz")
    #expect(!terminal.screen.text.contains("root"))
    #expect(!terminal.screen.text.contains("readline"))
  }

  @Test func `A macro cannot be recorded, an argument cannot multiply`() throws {
    let terminal = try Probe.start("commands")
    // C-x ( … C-x ) C-x e, M-5, C-u is "discard", C-q quotes a control, C-v as well.
    try terminal.type("\u{18}(ab\u{18})\u{18}e", shows: "probe> ab")
    try terminal.type("\u{1B}5x\u{1B}99999y", shows: "probe> abx9999y")
    try terminal.type("\u{11}z\u{16}\u{1B}[Dw", shows: "probe> abx9999ywz")
    try terminal.enter(reads: "abx9999ywz")
  }

  @Test func `Answers are not remembered, commands are`() throws {
    let folder = try TestSupport.temporaryFolder()
    defer { _ = try? PipedProcess.run("/bin/rm", ["-rf", folder]) }
    let path = "\(folder)/history"
    let terminal = try Probe.start("--history", path, "commands")
    try terminal.send("first\r")
    try terminal.send("answer\r")
    try terminal.expect("line=[answer]")
    // In an answer nothing can be recalled.
    try terminal.type("\u{1B}[A\u{10}my secret", shows: "answer: my secret")
    try terminal.enter(reads: "my secret")
    try terminal.type("\u{1B}[A", shows: "probe> answer")
    try terminal.type("\u{1B}[A", shows: "probe> first")
    try terminal.type("\u{12}secret", shows: "(failed reverse-i-search)`secret': first")
    try terminal.type("\u{7}\u{5}\u{15}", shows: "probe>")
    #expect(try terminal.quit() == .exited(0))
    let saved = try PipedProcess.run("/bin/cat", [path]).output
    #expect(saved == "first\nanswer\nquit\n")
    let again = try Probe.start("--history", path, "commands")
    try again.type("\u{1B}[A\u{1B}[A\u{1B}[A", shows: "probe> first")
    let restricted = try Probe.start("--restricted", "--history", path, "commands")
    try restricted.type("\u{1B}[Anothing", shows: "probe> nothing")
  }

  @Test(arguments: ["xterm-256color", "vt100", "linux", "screen", "no-such-terminal", "../../etc"])
  func `It works on known kinds of terminals and on unknown ones`(term: String) throws {
    let terminal = try Probe.start("commands", environment: ["TERM": term, "TERMINFO": "/tmp"])
    let long = String(repeating: "abcdefghi ", count: 12) + "end"
    try terminal.send(long + "\u{1B}[H\u{1B}[3~x\u{1B}[F!")
    try terminal.wait(untilScreen: "both ends of the line") {
      $0.text.contains("probe> xbcd") && $0.cursorLine.hasSuffix("end!")
    }
    try terminal.enter(reads: "x" + long.dropFirst() + "!")
    #expect(try terminal.quit() == .exited(0))
  }

  @Test func `A locale that is not UTF-8 is mended`() throws {
    let terminal = try Probe.start("commands", environment: ["LANG": "C", "LC_ALL": "POSIX"])
    try terminal.type("日本é\u{7F}", shows: "probe> 日本")
    try terminal.enter(reads: "日本")
  }
}
