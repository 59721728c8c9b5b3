// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Console

/// How bytes from a pipe become lines.
@Suite struct LineBufferTests {
  private static func lines(_ bytes: [UInt8], chunk: Int) -> [InputLine] {
    var buffer = LineBuffer()
    var lines: [InputLine] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      buffer.append(Array(bytes[start..<min(bytes.count, start + chunk)]))
      while let line = buffer.nextLine() { lines.append(line) }
    }
    if let last = buffer.lastLine() { lines.append(last) }
    return lines
  }

  @Test(arguments: [1, 3, 4096])
  func `Lines end at newlines, with or without a carriage return`(chunk: Int) {
    let lines = Self.lines(Array("one\ntwo\r\n\nlast".utf8), chunk: chunk)
    #expect(lines.map(\.text) == ["one", "two", "", "last"])
    #expect(lines.allSatisfy { $0.changes.isEmpty })
  }

  @Test(
    arguments: [
      ([0x61, 0x00, 0x62], "ab", [.malformed, .controlsRemoved]),
      ([0x61, 0xFF, 0x62], "a\u{FFFD}b", .malformed),
      (Array("a\u{1B}[31mb".utf8), "a[31mb", .controlsRemoved),
      (Array("a\u{202E}b".utf8), "ab", .controlsRemoved),
      (Array("a\tb".utf8), "a\tb", []),
    ] as [([UInt8], String, InputLine.Changes)])
  func `What is no text is told`(bytes: [UInt8], text: String, changes: InputLine.Changes) {
    let lines = Self.lines(bytes + [0x0A], chunk: 4096)
    #expect(lines.map(\.text) == [text])
    #expect(lines.first?.changes == changes)
  }

  @Test(arguments: [1000, 4096, 100_000])
  func `Long lines are cut and the next is whole`(chunk: Int) {
    let exact = String(repeating: "x", count: 8192)
    let input = exact + "\n" + exact + "y\n" + exact + exact + exact + "\nnext\n"
    let lines = Self.lines(Array(input.utf8), chunk: chunk)
    #expect(lines.map(\.text) == [exact, exact, exact, "next"])
    #expect(lines.map(\.changes) == [[], .cut, .cut, []])
  }

  @Test func `A character is not cut in two`() {
    let input = "x" + String(repeating: "日", count: 4000)
    let line = Self.lines(Array(input.utf8), chunk: 4096).first
    #expect(line?.text == "x" + String(repeating: "日", count: 2730))
    #expect(line?.changes == .cut)
  }

  @Test func `An endless line is not held`() {
    var buffer = LineBuffer()
    for _ in 0..<1000 {
      buffer.append(Array(repeating: UInt8(ascii: "x"), count: 4096))
      #expect(buffer.nextLine() == nil)
      #expect(buffer.unfinished.count < 10_000)
    }
  }

  @Test func `A begun line can be dropped, whole ones stay`() {
    var buffer = LineBuffer()
    buffer.append(Array("whole\nbeg".utf8))
    #expect(buffer.unfinished == Array("beg".utf8))
    buffer.dropUnfinished()
    buffer.append(Array("new\n".utf8))
    #expect(buffer.nextLine()?.text == "whole")
    #expect(buffer.nextLine()?.text == "new")
  }
}
