// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Ledger

@Suite struct LeafTests {
  private let ledger = "0b5c9d2e-3f41-4a7b-9c8d-0e1f2a3b4c5d"

  /// A leaf as anybody may write it down.
  private func text(seq: String = "7", kind: String = "answered", rest: String = "") -> String {
    let digits = String(repeating: "0f", count: 32)
    return
      #"{"v":2,"ledger":"\#(ledger)","seq":\#(seq),"kind":"\#(kind)","c":"\#(digits)"}\#(rest)"#
  }

  @Test func `a leaf is compact JSON with its members in order`() throws {
    let commitment = try #require(Digest(hex: String(repeating: "0f", count: 32)))
    let leaf = Leaf(ledger: ledger, seq: 7, kind: "answered", commitment: commitment)
    #expect(String(decoding: leaf.bytes, as: UTF8.self) == text())
    #expect(Leaf(parsing: leaf.bytes) == leaf)
    let former = Leaf(
      ledger: ledger, seq: 7, kind: "answered", commitment: commitment, version: .bytes)
    #expect(String(decoding: former.bytes, as: UTF8.self) == text().replacing(":2,", with: ":1,"))
    #expect(Leaf(parsing: former.bytes) == former)
  }

  /// Bodies that differ in one thing that is not in their bytes.
  @Test func `the commitment covers where an event belongs, and whose it is`() {
    func body(
      stream: String = "a", number: Int = 3, subject: String = "E-17", actor: String = "E-17",
      bytes: [UInt8] = [1, 2]
    ) -> Body {
      Body(
        ledger: ledger, seq: 7, nonce: Array(repeating: 7, count: 32), subject: subject,
        actor: actor, stream: stream, number: number, kind: "answered", bytes: bytes)
    }
    let different = [
      body(), body(stream: "b"), body(number: 4), body(subject: "E-18"), body(actor: "E-18"),
      body(bytes: [1, 3]), body(subject: "E-17E", actor: "-17"), body(subject: "", actor: ""),
      body(stream: "a\u{0}"),
    ]
    #expect(Set(different.map { Digest(.whole, commitmentTo: $0) }).count == different.count)
    #expect(
      Digest(.bytes, commitmentTo: body(stream: "b")) == Digest(.bytes, commitmentTo: body()))
    // The form that is documented: eight bytes of length before each text.
    #expect(
      body(stream: "ab", number: 258, subject: "", actor: "c").placeBytes
        == [0, 0, 0, 0, 0, 0, 0, 2, 0x61, 0x62, 0, 0, 0, 0, 0, 0, 1, 2]
        + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x63])
  }

  @Test(arguments: ["+7", "07", "7 ", " 7", "7.0", "", "seven", "99999999999999999999"])
  func `another spelling of the number is no leaf`(seq: String) {
    #expect(Leaf(parsing: Array(text(seq: seq).utf8)) == nil)
  }

  @Test func `anything before, within or after is no leaf`() {
    let whole = text()
    for changed in [
      "", " " + whole, whole + "\n", text(rest: "}"), whole.replacing("\"v\":2", with: "\"v\":3"),
      whole.replacing("\"v\":2", with: "\"v\":02"),
      whole.replacing("0f", with: "0F"), whole.replacing(",", with: ", "),
      String(whole.dropLast()),
    ] {
      #expect(Leaf(parsing: Array(changed.utf8)) == nil, "\(changed)")
    }
  }

  // RFC 4231, test case 1, whose key is shorter than 32 bytes: HMAC pads with zeros, so that the
  // padded key gives the same.
  @Test func `the commitment is HMAC-SHA-256`() {
    let key = [UInt8](repeating: 0x0b, count: 20) + [UInt8](repeating: 0, count: 12)
    #expect(
      Digest(commitmentTo: Array("Hi There".utf8), nonce: key).hex
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
  }

  @Test func `identities are canonical, random UUIDs of version 4`() {
    let identities = (0..<100).map { _ in Sodium.randomUUID() }
    #expect(Set(identities).count == 100)
    for identity in identities {
      #expect(identity.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
      #expect(identity.dropFirst(14).first == "4")
      #expect(identity.dropFirst(19).first.map { "89ab".contains($0) } == true)
    }
  }

  @Test(arguments: ["0", "0g", "0F", " 0", "é0"]) func `other digits are refused`(text: String) {
    #expect(Hexadecimal.bytes(text) == nil)
  }
}
