// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Reports

@Suite struct CSVTests {
  private func written(_ fields: [String], _ profile: CSVProfile) -> String {
    var bytes: [UInt8] = []
    CSVWriter(profile).append(fields, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `the reader of these tests reads the examples of the standard`() throws {
    // RFC 4180, section 2, items 1, 5, 6 and 7.
    #expect(
      try PlainCSVReader.rows(Array("aaa,bbb\r\nzzz,yyy".utf8)) == [
        ["aaa", "bbb"], ["zzz", "yyy"],
      ])
    #expect(
      try PlainCSVReader.rows(Array("\"aaa\",\"b\r\nbb\",\"c\"\"cc\"\r\nx,,\r\n".utf8))
        == [["aaa", "b\r\nbb", "c\"cc"], ["x", "", ""]])
    for broken in ["a\"b", "\"a", "\"a\"b", "a\nb", "a\rb"] {
      #expect(throws: PlainCSVReader.Broken.self) { try PlainCSVReader.rows(Array(broken.utf8)) }
    }
  }

  // MARK: data

  private static let hostile = [
    "", "plain", "two words", " led by a blank", "a,b", "say \"so\"", "\"", "\"\"", "line\nfeed",
    "carriage\rreturn", "both\r\nof them", "=1+1", "'quoted", "tab\there", "Zoë 日本 👩‍💻",
    "\u{FEFF}mark",
    "null\u{0}byte", "00417", "1,5", ";", "\r", "\n", ",", "e\u{301}",
  ]

  @Test(arguments: hostile) func `data: a field reads back as it was`(field: String) throws {
    let row = ["before", field, "after"]
    let text = written(row, .data)
    #expect(text.hasSuffix("\r\n"))
    let rows = try PlainCSVReader.rows(Array(text.utf8))
    #expect(rows.count == 1)
    #expect(rows.first?.map { Array($0.utf8) } == row.map { Array($0.utf8) })
  }

  @Test func `data: rows follow each other, quoted only where they must be`() {
    #expect(CSVWriter(.data).opening == [])
    #expect(written(["a", "b c", "=1", "'x"], .data) == "a,b c,=1,'x\r\n")
    #expect(written(["a\"b", "c,d", "e\nf"], .data) == "\"a\"\"b\",\"c,d\",\"e\nf\"\r\n")
    #expect(written([], .data) == "\r\n")
  }

  // MARK: excel

  @Test func `excel: it opens with the mark, and every field is quoted`() {
    #expect(CSVWriter(.excel).opening == [0xEF, 0xBB, 0xBF])
    #expect(written(["a", "", "7", "b\"c"], .excel) == "\"a\",\"\",\"7\",\"b\"\"c\"\r\n")
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\tx", "\nx", "\rx", "\u{FF1D}1", "\u{FF0B}1",
    "\u{FF0D}1", "\u{FF20}x", " =1", "   -1", "\u{A0}=1", "\u{3000}=1", "\u{2003}+1", "\u{85}=1",
    "\u{200B}=1", "\u{200C}=1", "\u{200D}=1", "\u{2060}=1", "\u{FEFF}=1", "\u{AD}=1", "\u{180E}=1",
    "\u{200E}=1", "\u{200F}=1", "\u{202A}=1", "\u{202E}=1", "\u{2066}=1", "\u{2069}=1",
    "\u{61C}=1", "\u{34F}=1", "\u{FE0F}=1", "\u{115F}=1", "\u{3164}=1", " \u{200B}\u{202E} =1",
    "\u{0}=1", "\u{1}=1", "\u{1B}=1", "\u{7F}=1", "\u{9B}=1", "'", "'x", "''x", "'=1",
    "=cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\")", "=\u{301}1",
    "\u{1}'x", "\u{0}\u{7F}'=1",
  ])
  func `excel: a spreadsheet takes it for text, and the guard comes off exactly`(
    field: String
  ) throws {
    let rows = try PlainCSVReader.rows(Array(written([field, "x"], .excel).utf8))
    let read = try #require(rows.first?.first)
    #expect(read.unicodeScalars.first == "'")
    #expect(
      read.unicodeScalars.dropFirst().elementsEqual(Self.allowed(field)),
      "\(read.unicodeScalars.map { $0.value })")
  }

  @Test(arguments: [
    "", "plain", "1", "1-2", "a=b", "E-17", "“=1”", "日本=", " plain", "a\tb", "a\nb", "x'y",
    "\u{200B}plain", "#REF!", "(1)", "1+1", "½", "\u{1}plain",
  ])
  func `excel: what is harmless stays as it is`(field: String) throws {
    let rows = try PlainCSVReader.rows(Array(written([field, "x"], .excel).utf8))
    let read = try #require(rows.first?.first)
    #expect(read.unicodeScalars.elementsEqual(Self.allowed(field)))
  }

  @Test func `excel: no control character but tab and line feed is left`() {
    let all = String(String.UnicodeScalarView((0...0x9F).compactMap(Unicode.Scalar.init)))
    let text = written(["x" + all], .excel).dropLast(1)
    let left = text.unicodeScalars.filter { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    #expect(left.map(\.value) == [0x09, 0x0A])
  }

  /// What may stand in the file, worked out anew.
  private static func allowed(_ field: String) -> [Unicode.Scalar] {
    field.unicodeScalars.filter {
      $0 == "\t" || $0 == "\n" || !($0.value < 0x20 || ($0.value >= 0x7F && $0.value < 0xA0))
    }
  }
}
