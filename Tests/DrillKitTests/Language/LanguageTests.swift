// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("The drill language")
struct LanguageTests {
  static let cases =
    LanguageCase.markdown + LanguageCase.structure + LanguageCase.story + LanguageCase.items
    + LanguageCase.meant + LanguageCase.once + LanguageCase.moments
    + LanguageCase.clothes

  @Test("what is found, and where", arguments: cases)
  func finds(_ example: LanguageCase) throws {
    let found = try example.drill.diagnostics(library: example.library)
    #expect(
      found.map { "\($0.place.line) \($0.rule.code)" }.sorted() == example.expected,
      "\(found.map(\.description).joined(separator: "\n"))")
  }

  @Test("a sound drill has no finding")
  func sound() throws {
    #expect(try DrillText(DrillText.sound()).findings() == [])
    #expect(try DrillText(DrillText.told("It rings.")).findings() == [])
  }
}
