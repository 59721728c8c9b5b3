// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Console

/// How bytes from a terminal become text, keys and pastes.
@Suite struct KeyDecoderTests {
  private static func tokens(_ chunks: [[UInt8]]) -> [KeyDecoder.Token] {
    var decoder = KeyDecoder()
    var tokens: [KeyDecoder.Token] = []
    for chunk in chunks {
      decoder.append(chunk)
      while let token = decoder.next() { tokens.append(token) }
    }
    return tokens
  }

  private static func text(_ string: String) -> KeyDecoder.Token { .text(Array(string.utf8)) }
  private static func key(_ string: String) -> KeyDecoder.Token { .key(Array(string.utf8)) }

  @Test(
    arguments: [
      ("ab\rc", [text("ab"), key("\r"), text("c")]),
      ("é日🙂", [text("é日🙂")]),
      ("\u{1B}[A\u{1B}OBx", [key("\u{1B}[A"), key("\u{1B}OB"), text("x")]),
      ("\u{1B}[1;5C", [key("\u{1B}[1;5C")]),
      ("\u{1B}b", [key("\u{1B}b")]),
      ("\u{1B}\u{1B}[A", [key("\u{1B}[A")]),
      ("\u{1B}[12\r", [key("\r")]),
      ("\u{7F}\u{4}", [key("\u{7F}"), key("\u{4}")]),
      // C1 and bidirectional controls are no text.
      ("a\u{9B}31mb\u{202E}c", [text("a31mbc")]),
      ("\u{1B}[200~a\rb\u{1B}[201~c", [.paste(Array("a\rb".utf8), cut: false), text("c")]),
    ] as [(String, [KeyDecoder.Token])])
  func `Bytes become whole tokens`(input: String, expected: [KeyDecoder.Token]) {
    #expect(Self.tokens([Array(input.utf8)]) == expected)
  }

  @Test(arguments: ["\u{1B}[1;5C", "\u{1B}[200~é\r日\u{1B}[201~", "日", "\u{1B}OH", "🙂"])
  func `It does not matter how the bytes are cut`(input: String) {
    let bytes = Array(input.utf8)
    #expect(Self.tokens(bytes.map { [$0] }) == Self.tokens([bytes]))
    #expect(Self.tokens([bytes]).count == 1)
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "ab"),
      ([0xC3, 0x61], "a"),
      ([0xC0, 0xAF, 0x61], "a"),
      ([0xED, 0xA0, 0x80, 0x61], "a"),
      ([0x80, 0xBF, 0x61], "a"),
      ([0xF4, 0x90, 0x80, 0x80, 0x61], "a"),
    ] as [([UInt8], String)])
  func `What is no UTF-8 is dropped`(bytes: [UInt8], expected: String) {
    #expect(Self.tokens([bytes]) == [Self.text(expected)])
  }

  @Test func `A giant paste is held in part`() {
    let giant = Array(repeating: UInt8(ascii: "x"), count: 1_000_000)
    let tokens = Self.tokens([Array("\u{1B}[200~".utf8), giant, Array("\u{1B}[201~".utf8)])
    guard case .paste(let bytes, let cut) = tokens.first, tokens.count == 1 else {
      Issue.record("no paste: \(tokens.count) tokens")
      return
    }
    #expect(cut)
    #expect(bytes.count < 10_000)
  }

  @Test func `An endless sequence is noise`() {
    let noise = Array("\u{1B}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 10_000)
    #expect(Self.tokens([noise, Array("\r".utf8)]).last == Self.key("\r"))
  }

  @Test func `A paste that never ends can be forgotten`() {
    var decoder = KeyDecoder()
    decoder.append(Array("\u{1B}[200~abc".utf8))
    #expect(decoder.next() == nil)
    decoder.reset()
    decoder.append(Array("x".utf8))
    #expect(decoder.next() == Self.text("x"))
  }
}
