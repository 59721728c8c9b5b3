// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing

@testable import Console

/// What is printed: harmless, measured, wrapped.
@Suite struct TextTests {
  /// Widths follow the locale; tests may run under any.
  private static let locale = setlocale(LC_CTYPE, "C.UTF-8").map { String(cString: $0) }

  init() {
    #expect(Self.locale == "C.UTF-8")
  }

  @Test(arguments: [
    ("plain text\n\twith a tab", "plain text\n\twith a tab"),
    ("\u{1B}[2J", "␛[2J"),
    ("\u{9B}31m", "␛31m"),
    ("a\u{0}b\u{7}c\u{8}d\u{7F}", "a␛b␛c␛d␛"),
    ("line\r\nnext", "line\nnext"),
    ("over\rwritten", "over␛written"),
    ("\u{202E}txt.exe\u{2066}\u{2069}", "␛txt.exe␛␛"),
    ("\u{200E}\u{200F}\u{061C}\u{2028}\u{2029}", "␛␛␛␛␛"),
    ("Größe 日本語 👩‍👩‍👧", "Größe 日本語 👩‍👩‍👧"),
  ])
  func `Foreign text cannot steer the terminal`(text: String, shown: String) {
    #expect(ForeignText.harmless(text) == shown)
    #expect(ForeignText.isHarmless(ForeignText.harmless(text)))
  }

  @Test func `Every control but newline and tab misleads`() {
    let misleading = (0...0x9F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter(ForeignText.misleads).map(\.value)
    let expected = (0...0x9F).filter { $0 < 0x20 && $0 != 9 && $0 != 10 || $0 >= 0x7F }
    #expect(misleading == expected.map { UInt32($0) })
  }

  // Widths: Unicode Annex 11 (East Asian Width), emoji as terminals draw them.
  @Test(arguments: [
    ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("한국어", 6), ("🙂", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2),
    ("1️⃣", 2), ("👍🏽", 2), ("ﾊﾝ", 2), ("", 0), ("─", 1), ("क्ष", 2),
  ])
  func `A text is as wide as its glyphs`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("one two three four five six", 20, ["one two three four", "five six"]),
    ("exactly twenty chars", 20, ["exactly twenty chars"]),
    ("exactly twenty chars and more", 20, ["exactly twenty chars", "and more"]),
    ("abcdefghijklmnopqrstuvwxyz", 20, ["abcdefghijklmnopqrst", "uvwxyz"]),
    ("a\n\nb", 20, ["a", "", "b"]),
    ("", 20, [""]),
    ("    indented words stay so", 20, ["    indented words", "stay so"]),
    ("日本語日本語日本語日本語", 20, ["日本語日本語日本語日", "本語"]),
    // A full stop never begins a line.
    ("日本語日本語日本語日。本", 20, ["日本語日本語日本語", "日。本"]),
    // French sets its marks apart, and they stay with their word all the same.
    ("Il a répondu : « oui »", 20, ["Il a répondu :", "« oui »"]),
    ("Elle nous répond « oui ».", 20, ["Elle nous répond", "« oui »."]),
    ("Qui est-ce qui vient ?", 20, ["Qui est-ce qui", "vient ?"]),
    ("abcdefghijklmnopqrst ?", 20, ["abcdefghijklmnopqrst", "?"]),
    ("a picture such as :-) here", 20, ["a picture such as", ":-) here"]),
    ("a\tb", 20, ["a       b"]),
    ("so narrow that nothing fits", 3, ["so narrow that", "nothing fits"]),
  ])
  func `Words wrap at the width`(text: String, columns: Int, lines: [String]) {
    let wrapped = TextWrap(columns: columns).lines(of: StyledText(text), margin: .none)
    #expect(wrapped.map(\.string) == lines)
  }

  @Test func `Further lines hang under their label`() {
    let answer = Printer.render(
      "call the hotline at once and stay", margin: .label("a) "), columns: 20, coloured: false)
    #expect(answer == "a) call the hotline\n   at once and stay\n")
    let quote = Printer.render(
      "where is my\nparcel, I have been waiting", margin: .bar("| "), columns: 20, coloured: false)
    #expect(quote == "| where is my\n| parcel, I have\n| been waiting\n")
  }

  @Test(arguments: [20, 24, 33, 40, 80])
  func `No line is wider than the terminal`(columns: Int) {
    let text: StyledText = "Wörter, 日本語の文章。 supercalifragilisticexpialidocious 👩‍👩‍👧 and\tmore"
    for margin: Margin in [.none, .label("a) "), .bar("│ "), .indent(16), .label("a long label: ")]
    {
      for line in TextWrap(columns: columns).lines(of: text, margin: margin) {
        #expect(line.columns <= columns)
      }
    }
  }

  @Test func `Wrapping loses no word`() {
    let words = (1...200).map { "w\($0)" }
    for columns in 20...60 {
      let text = StyledText(words.joined(separator: " "))
      let lines = TextWrap(columns: columns).lines(of: text, margin: .none)
      #expect(lines.flatMap { $0.string.split(separator: " ").map(String.init) } == words)
    }
  }

  @Test func `Without a width lines stay whole`() {
    let long = StyledText(String(repeating: "word ", count: 50) + "end\nnext")
    let printed = Printer.render(long, margin: .label("a) "), columns: nil, coloured: false)
    #expect(printed == "a) \(String(repeating: "word ", count: 50))end\n   next\n")
  }

  @Test func `Styles become escapes only in colour`() {
    let text = StyledText("right", .good) + " and " + StyledText("wrong", .bad)
    let coloured = Printer.render(text, margin: .none, columns: 80, coloured: true)
    #expect(coloured == "\u{1B}[32mright\u{1B}[0m and \u{1B}[31mwrong\u{1B}[0m\n")
    let plain = Printer.render(text, margin: .none, columns: 80, coloured: false)
    #expect(plain == "right and wrong\n")
  }

  @Test func `A prompt marks its escapes for readline and holds no others`() {
    let appearance = Appearance(coloursOutput: true, coloursErrors: true, lineLength: .columns(80))
    let printer = Printer(appearance: appearance)
    let prompt = printer.readlinePrompt(StyledText("a\u{1}b\u{1B}> ", .prompt))
    #expect(prompt == "\u{1}\u{1B}[1m\u{2}a␛b␛> \u{1}\u{1B}[0m\u{2}")
  }

  // isTerminal, TERM, NO_COLOR, --no-color, coloured
  @Test(
    arguments: [
      (true, "xterm", nil, false, true),
      (true, "xterm", "", false, true),
      (true, "xterm", "1", false, false),
      (true, "dumb", nil, false, false),
      (true, nil, nil, false, false),
      (true, "xterm", nil, true, false),
      (false, "xterm", nil, false, false),
    ] as [(Bool, String?, String?, Bool, Bool)])
  func `Colour needs a terminal and nobody's no`(
    isTerminal: Bool, term: String?, noColour: String?, refused: Bool, coloured: Bool
  ) {
    let decided = Appearance.isColoured(
      isTerminal: isTerminal, term: term, noColour: noColour, refused: refused)
    #expect(decided == coloured)
  }
}
