// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// Without drawing: pipes, `--plain`, terminals that cannot.
@Suite struct PlainInputTests {
  @Test func `A script's lines are read one by one`() throws {
    let result = try PipedProcess.run(
      Probe.path(), ["commands"], input: "one\ntwo\r\nanswer\nPayroll\nlast")
    #expect(result.status == .exited(0))
    #expect(result.errors == "")
    #expect(
      result.output == """
        ready
        probe> 
        line=[one] 
        probe> 
        line=[two] 
        probe> 
        line=[answer] 
        answer: 
        line=[Payroll] 
        probe> 
        line=[last] 
        probe> 
        end of input

        """)
  }

  @Test(
    arguments: [
      (Array("a\u{0}b".utf8), "line=[ab] controls malformed"),
      ([0x61, 0xFF], "line=[a\u{FFFD}] malformed"),
      (Array(repeating: UInt8(ascii: "x"), count: 20_000), "line=[8192 bytes] cut"),
      (Array("a\u{1B}]0;t\u{7}b".utf8), "line=[a]0;tb] controls"),
    ] as [([UInt8], String)])
  func `What is no line is told`(bytes: [UInt8], told: String) throws {
    let result = try PipedProcess.run(
      Probe.path(), ["commands"], inputBytes: bytes + Array("\nnext\n".utf8))
    #expect(result.output.contains(told))
    #expect(result.output.contains("line=[next] \n"))
  }

  @Test func `Nothing is wrapped, coloured or drawn`() throws {
    let result = try PipedProcess.run(
      Probe.path(), ["commands"], input: "long\nstyled\nforeign\n",
      environment: ["TERM": "xterm-256color"])
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.output.contains("right and wrong\n"))
    #expect(result.output.split(separator: "\n").contains { $0.count > 250 })
  }

  @Test(arguments: [(["--plain"], "xterm"), ([], "dumb"), ([], "")])
  func `A person in plain mode sees no escape`(options: [String], term: String) throws {
    let terminal = try PseudoTerminal(
      Probe.path(), options + ["commands"], environment: ["TERM": term])
    try terminal.wait(untilScreen: "the prompt") { $0.cursorLine == "probe>" }
    try terminal.send("styled\n")
    try terminal.waitUntilShown("right and wrong")
    try terminal.send("half\u{3}")
    try terminal.waitUntilShown("interrupted\nprobe>")
    try terminal.send("whole\n")
    try terminal.waitUntilShown("probe> whole\nline=[whole]")
    try terminal.send("\u{4}")
    try terminal.waitUntilShown("end of input")
    #expect(try terminal.end() == .exited(0))
    #expect(!terminal.transcript.contains(0x1B))
  }

  @Test func `Messages come between lines, and the line is whole`() throws {
    let terminal = try PseudoTerminal(Probe.path(), ["--plain", "injects"])
    try terminal.waitUntilShown("inject 1. Somebody calls.")
    try terminal.send("ha")
    try terminal.waitUntilShown("inject 3. Somebody calls.")
    try terminal.send("lf\n")
    try terminal.waitUntilShown("line=[half]")
    #expect(try terminal.end() == .exited(0))
  }

  @Test func `A deadline's half line does not flow into the next`() throws {
    let terminal = try PseudoTerminal(Probe.path(), ["--plain", "deadline"])
    try terminal.wait(untilScreen: "the prompt") { $0.cursorLine == "answer:" }
    try terminal.send("half")
    try terminal.wait(untilScreen: "the next prompt") { $0.cursorLine == "free:" }
    try terminal.send("new\n")
    try terminal.waitUntilShown("line=[new]")
    #expect(try terminal.end() == .exited(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `Asked to end, it ends with 128 and the signal`(number: Int32) throws {
    let terminal = try PseudoTerminal(Probe.path(), ["--plain", "commands"])
    try terminal.wait(untilScreen: "the prompt") { $0.cursorLine == "probe>" }
    terminal.signal(number)
    #expect(try terminal.end() == .exited(128 + number))
    #expect(terminal.isInLineMode)
  }

  @Test func `A reader that leaves ends it with 74 and without a signal`() throws {
    let script = "yes | '\(try Probe.path())' commands | head -1; echo ${PIPESTATUS[1]}"
    let result = try PipedProcess.run("/bin/bash", ["-c", script])
    #expect(result.output == "ready\n74\n")
  }

  @Test func `Output into a file holds no escapes even when a person types`() throws {
    let folder = try TestSupport.temporaryFolder()
    defer { _ = try? PipedProcess.run("/bin/rm", ["-rf", folder]) }
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "exec '\(try Probe.path())' commands > '\(folder)/out'"])
    try terminal.send("one\nquit\n")
    #expect(try terminal.end() == .exited(0))
    let output = try PipedProcess.run("/bin/cat", ["\(folder)/out"]).output
    #expect(output == "ready\nprobe> \nline=[one] \nprobe> \nline=[quit] \n")
  }

  @Test(arguments: [([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true)])
  func `NO_COLOR is honoured`(environment: [String: String], coloured: Bool) throws {
    let terminal = try Probe.start("commands", environment: environment)
    try terminal.send("styled\r")
    try terminal.expect(coloured ? "\u{1B}[32mright\u{1B}[0m" : "right and wrong")
  }
}
