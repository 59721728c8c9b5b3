// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// A line as a person types and mends it, in a real terminal.
@Suite struct EditingTests {
  @Test func `A typed line arrives and the console ends well`() throws {
    let terminal = try Probe.start("commands")
    try terminal.type("hello", shows: "probe> hello")
    try terminal.enter(reads: "hello")
    #expect(try terminal.quit() == .exited(0))
    #expect(terminal.isInLineMode)
    #expect(terminal.screen.unknown.isEmpty)
  }

  // Left, Home, Backspace, C-a C-d, C-w, C-k, C-u, C-y, Delete, Meta-b Meta-d, C-t, keys unknown.
  @Test(arguments: [
    ("helo\u{1B}[Dl", "probe> hello"),
    ("ello\u{1B}[Hh", "probe> hello"),
    ("hello!!\u{7F}\u{7F}", "probe> hello"),
    ("xhello\u{1}\u{4}", "probe> hello"),
    ("hello world\u{17}\u{7F}", "probe> hello"),
    ("hello world\u{1}\u{1B}[1;5C\u{B}", "probe> hello"),
    ("lost\u{15}hello", "probe> hello"),
    ("hello\u{15}\u{19}", "probe> hello"),
    ("xhello\u{1B}[H\u{1B}[3~", "probe> hello"),
    ("hello there\u{1B}b\u{1B}d\u{7F}", "probe> hello"),
    ("hlelo\u{2}\u{2}\u{2}\u{14}\u{5}\u{1B}[15~\u{1B}[24;2~\u{1B}[<0;1;1M", "probe> hello"),
    ("日本語x\u{7F}\u{7F}\u{1B}[Dé", "probe> 日é本"),
    ("e\u{301}a\u{7F}", "probe> e\u{301}"),
    ("Größe\u{7F}\u{7F}ße", "probe> Größe"),
  ])
  func `The editing keys work`(keys: String, line: String) throws {
    let terminal = try Probe.start("commands")
    try terminal.type(keys, shows: line)
    try terminal.enter(reads: String(line.dropFirst("probe> ".count)))
  }

  @Test func `End of input on an empty line only`() throws {
    let terminal = try Probe.start("commands")
    try terminal.type("abc\u{1}\u{4}", shows: "probe> bc")
    try terminal.type("\u{15}\u{B}", shows: "probe>")
    try terminal.send("\u{4}")
    try terminal.waitUntilShown("end of input")
    #expect(try terminal.end() == .exited(0))
    #expect(terminal.isInLineMode)
  }

  @Test func `What is typed while the console is busy is not lost and not echoed twice`() throws {
    let terminal = try Probe.start("commands")
    try terminal.send("hang\rfirst\rsec")
    try terminal.expect("busy")
    try terminal.send("ond\r")
    try terminal.expect("line=[first]")
    try terminal.expect("line=[second]")
    #expect(try terminal.quit() == .exited(0))
    let text = terminal.screen.text
    #expect(text.split(separator: "\n").filter { $0 == "probe> first" }.count == 1)
    #expect(text.split(separator: "\n").filter { $0 == "probe> second" }.count == 1)
    #expect(
      text.split(separator: "\n").allSatisfy { !$0.hasPrefix("first") && !$0.hasPrefix("sec") })
  }

  @Test(arguments: [
    ("q\t", "probe> quit"),
    ("ru\t", "probe> run c"),
    ("RU\tof\t", "probe> run coffee"),
    ("~root\t", "probe> ~root"),
    ("/et\t", "probe> /et"),
    ("~\u{1B}?~\u{1B}*\u{1B}/\u{1B}~\u{1B}\t\u{18}/", "probe> ~~"),
  ])
  func `Tab completes candidates and nothing else`(keys: String, line: String) throws {
    let terminal = try Probe.start("commands")
    // A letter behind it shows that everything before it has been dealt with.
    try terminal.type(keys + "!", shows: line + "!")
    #expect(!terminal.screen.text.contains("root:"))
    #expect(!terminal.screen.text.contains("/etc"))
  }

  @Test func `A candidate with a space completes from its second word`() throws {
    let terminal = try Probe.start("commands")
    try terminal.send("answer\r")
    try terminal.type("payroll, customer d\t", shows: "answer: payroll, Customer database")
    try terminal.enter(reads: "payroll, Customer database")
  }

  @Test func `Several candidates are shown above the line`() throws {
    let terminal = try Probe.start("commands")
    try terminal.send("answer\r")
    try terminal.type("cust\t", shows: "answer: Customer")
    try terminal.send("\t")
    try terminal.waitUntilShown("Customer database  Customer records\nanswer: Customer")
    try terminal.type("r\t", shows: "answer: Customer records")
    try terminal.enter(reads: "Customer records")
    #expect(!terminal.screen.text.contains("Display all"))
  }

  @Test func `A completed word can be undone`() throws {
    let terminal = try Probe.start("commands")
    try terminal.type("q\t", shows: "probe> quit")
    try terminal.type("\u{1F}", shows: "probe> q")
  }

  @Test func `A long line survives windows of other sizes`() throws {
    let terminal = try Probe.start("commands")
    let long = (1...24).map { "word\($0)" }.joined(separator: " ")
    let whole = "probe> \(long)"
    try terminal.send(long)
    try terminal.wait(untilScreen: "the long line") { Self.joined($0).hasSuffix(whole) }
    for columns in [40, 100, 20, 80] {
      terminal.resize(columns: columns, rows: 24)
      // The line is drawn anew at this width, down to the cursor's place.
      let lastRow = String(whole.suffix(whole.count % columns))
      try terminal.wait(untilScreen: "the line at \(columns) columns") {
        Self.joined($0).hasSuffix(whole) && $0.cursorLine == lastRow
      }
    }
    try terminal.send("!")
    try terminal.enter(reads: long + "!")
  }

  /// The screen as one line: blanks at the edge of a wrapped line are put back.
  private static func joined(_ screen: Screen) -> String {
    var lines = screen.lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.dropLast().map { line in
      line + String(repeating: " ", count: max(0, screen.columns - line.count))
    }.joined() + (lines.last ?? "")
  }
}
