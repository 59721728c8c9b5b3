// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Words to hide, as they are typed")
struct SpansEntryTests {
  private static let text = """
    Dear Zoë, call 07700 900 341 at 10; then
    at 14. The code is 271, not 2715.

    She said “ring twice”, and May may come. The code is Otter-Rain-88!
    """

  private func take(_ line: String) -> (ResponseEntry.Outcome, notice: String?) {
    var entry = ResponseEntry(.spans(.characters(text: Self.text)), order: [])
    let outcome = entry.take(line)
    return (outcome, entry.notice)
  }

  @Test(
    "finds whole words, whatever the case, the line breaks and the signs",
    arguments: [
      ("none", []),
      ("None", []),
      ("07700 900 341", ["07700 900 341"]),
      ("07700900341", ["07700 900 341"]),
      ("07700-900-341", ["07700 900 341"]),
      ("ZOË", ["Zoë"]),
      ("then at 14", ["then\nat 14"]),
      ("THEN   AT", ["then\nat"]),
      ("271", ["271"]),
      ("\"ring twice\"", ["ring twice"]),
      ("“ring twice”", ["ring twice"]),
      ("May", ["May"]),
      ("may", ["may"]),
      ("MAY", ["May", "may"]),
      ("\"10; then\"", ["10; then"]),
      ("Otter-Rain-88!", ["Otter-Rain-88!"]),
      ("Otter‑Rain‑88.", ["Otter-Rain-88"]),
      ("271; Zoë; 271", ["Zoë", "271"]),
      ("; 271 ;; ", ["271"]),
      ("call 07700 ... at 14", ["call 07700 900 341 at 10; then\nat 14"]),
      ("call…341", ["call 07700 900 341"]),
      ("the code", ["The code", "The code"]),
      ("the code ... 271", ["The code is 271"]),
      ("is Otter ... 88; 271", ["271", "is Otter-Rain-88"]),
    ])
  func finds(typed: String, words: [String]) throws {
    let (outcome, _) = take(typed)
    guard case .done(.spans(let ranges)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(ranges.map { slice(Self.text, $0) } == words)
  }

  @Test(
    "refuses, at no cost, what is not there, and says why",
    arguments: [
      ("", "“none”"),
      ("7700", "only a part of a word"),
      ("ring thrice", "Did you mean “ring twice”?"),
      ("xylophone", "does not stand in the text"),
      ("Zoë; xylophone", "“xylophone” does not stand"),
      ("at 14 ... Zoë", "“Zoë” does not stand after “at 14”"),
      ("call ... nobody", "“nobody” does not stand"),
    ])
  func refuses(typed: String, part: String) {
    guard case .misread(let message) = take(typed).0 else {
      Issue.record("“\(typed)” was taken")
      return
    }
    #expect(message.contains(part), "\(message)")
  }

  @Test("tells when words stand several times")
  func notices() {
    #expect(take("the code").notice == "“the code” stands 2 times; all of them are hidden.")
    #expect(take("271").notice == nil)
    #expect(take("xylophone").notice == nil)
  }

  @Test("can be typed again as it was told")
  func tells() throws {
    let shape = ResponseShape.spans(.characters(text: Self.text))
    for typed in ["none", "\"10; then\"; 271", "then at 14; ring twice"] {
      guard case .done(let response) = take(typed).0 else {
        Issue.record("“\(typed)” was refused")
        continue
      }
      #expect(take(shape.words(for: response)).0 == .done(response))
    }
  }

  @Test("takes long texts in its stride")
  func longTexts() throws {
    let text = String(repeating: "a quiet word and another one ", count: 4000) + "secret 4711"
    var entry = ResponseEntry(.spans(.characters(text: text)), order: [])
    let start = text.unicodeScalars.count - 11
    #expect(entry.take("SECRET 4711") == .done(.spans([start..<(start + 11)])))
    #expect(
      entry.take("quiet ... secret") == .done(.spans([2..<(start + 6)])))
  }
}
