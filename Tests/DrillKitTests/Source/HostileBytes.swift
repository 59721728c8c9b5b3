// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Bytes that are no text to be parsed, and what is said about them.
struct HostileBytes: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let line: Int
  let code: String

  var testDescription: String { name }

  init(_ name: String, _ bytes: [UInt8], line: Int, _ code: String) {
    self.name = name
    self.bytes = bytes
    self.line = line
    self.code = code
  }

  private init(_ name: String, told text: String, _ code: String) {
    let drill = DrillText(DrillText.told(text.contains("⟪") ? text : "⟪" + text))
    let lines = drill.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = (lines.firstIndex { $0.contains("⟪") } ?? 0) + 1
    self.init(name, Array(drill.text.filter { $0 != "⟪" }.utf8), line: line, code)
  }

  private static let drill = Array(DrillText(DrillText.sound()).text.utf8)
  private static let lastLine = drill.count { $0 == 0x0A } + 1

  static let cases: [HostileBytes] = [
    HostileBytes("nothing", [], line: 1, "S011"),
    HostileBytes("blanks only", Array(" \n\t\n".utf8), line: 1, "S011"),
    HostileBytes(
      "a file of 1 MiB and a byte", [UInt8](repeating: 0x61, count: 1 << 20 | 1), line: 1, "S001"),
    HostileBytes("Latin-1", drill + [0x47, 0x72, 0xFC, 0xDF, 0x65], line: lastLine, "S002"),
    HostileBytes("an overlong slash", drill + [0xC0, 0xAF], line: lastLine, "S002"),
    HostileBytes("half a surrogate", drill + [0xED, 0xA0, 0x80], line: lastLine, "S002"),
    HostileBytes("a byte order mark", [0xEF, 0xBB, 0xBF] + drill, line: 1, "S003"),
    HostileBytes("UTF-16", [0xFF, 0xFE] + drill.flatMap { [$0, 0] }, line: 1, "S002"),
    HostileBytes(
      "Windows line ends", drill.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }, line: 1, "S004"),
    HostileBytes("NUL", drill + [0], line: lastLine, "S005"),
    HostileBytes("escape", told: "\u{1B}[2J", "S005"),
    HostileBytes("a bell in code", told: "`\u{07}`", "S005"),
    HostileBytes("C1", told: "a\u{9B}2J", "S005"),
    HostileBytes("a line separator", told: "a\u{2028}b", "S005"),
    HostileBytes("text turned around", told: "invoice\u{202E}fdp.exe", "S006"),
    HostileBytes("an isolate", told: "a\u{2067}b", "S006"),
    HostileBytes(
      "a line of a million characters",
      drill + [UInt8](repeating: 0x61, count: 1_000_000), line: lastLine, "S007"),
    HostileBytes("a line of 8 KiB and a byte", told: String(repeating: "é", count: 4097), "S007"),
    HostileBytes("seventy columns", told: "|" + String(repeating: " a |", count: 70), "S008"),
    HostileBytes(
      "seventy columns, hidden behind backslashes", told: String(repeating: "\\\\|", count: 70),
      "S008"),
    HostileBytes("ten thousand columns", told: String(repeating: "|", count: 8000), "S008"),
    HostileBytes(
      "a table of 64 columns and a thousand rows of one cell",
      told: String(repeating: "|a", count: 64) + "|\n" + String(repeating: "|-", count: 64) + "|\n"
        + String(repeating: "|⟪b\n", count: 1000), "S013"),
    HostileBytes(
      "a thousand nested quotes", told: String(repeating: ">", count: 1000) + " a", "S009"),
    HostileBytes(
      "a thousand nested quotes with spaces", told: String(repeating: "> ", count: 1000) + "a",
      "S009"),
    HostileBytes(
      "a thousand nested lists", told: String(repeating: "- ", count: 1000) + "a", "S009"),
    HostileBytes(
      "nested numbered lists", told: String(repeating: "1. ", count: 1000) + "a", "S009"),
    HostileBytes(
      "lists and quotes in turn", told: String(repeating: "- > ", count: 500) + "a", "S009"),
    HostileBytes(
      "lists nested by indentation",
      told: (0..<200).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n"),
      "S009"),
    HostileBytes(
      "emphasis nested in emphasis",
      told: String(repeating: "*a **b ", count: 500) + String(repeating: "b** a*", count: 500),
      "S009"),
    HostileBytes("an escape as an entity", told: "a&#27;[2J", "S010"),
    HostileBytes("a turned text as an entity", told: "a&#x202e;b", "S010"),
    HostileBytes("an entity in a link's target", told: "[a](#o&#27;b)", "S010"),
    HostileBytes("an entity in a cell", told: "| a |\n|---|\n| ⟪&#7; |", "S010"),
    HostileBytes(
      "an escape in the front matter",
      Array(DrillText(DrillText.sound(), changing: ["summary": "\"a\\e[2J\""]).text.utf8), line: 6,
      "S010"),
    HostileBytes(
      "a thousand mistakes", told: Array(repeating: "<b>a</b>\n\n", count: 1000).joined(), "S012"),
  ]
}
