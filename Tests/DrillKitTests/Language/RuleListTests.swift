// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Rules")
struct RuleListTests {
  private static let all =
    Rule.sourceRules + Rule.frontMatterRules + Rule.markdownRules + Rule.languageRules
    + Rule.snippetRules + Rule.translationRules + Rule.policyRules

  @Test("every code stands once, is a letter and three digits, and has a title")
  func codes() {
    #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    for rule in Self.all {
      #expect(rule.code.count == 4 && Int(rule.code.dropFirst()) != nil, "\(rule.code)")
      #expect(!rule.title.isEmpty && rule.title.last != ".")
    }
    #expect(Set(Self.all.map(\.title)).count == Self.all.count)
  }

  @Test("every rule of the source, of Markdown and of the language has a case")
  func cases() {
    let covered = Set(LanguageTests.cases.flatMap(\.codes) + HostileBytes.cases.map(\.code))
    let known = Rule.sourceRules + Rule.markdownRules + Rule.languageRules
    // Two drills with one id are found in a library, and tested there.
    let missing = known.map(\.code).filter { !covered.contains($0) && $0 != Rule.equalDrills.code }
    #expect(missing == [])
  }

  @Test("every message is whole sentences and says what to do", arguments: LanguageTests.cases)
  func messages(_ example: LanguageCase) throws {
    for found in try example.drill.diagnostics(library: example.library) {
      let message = found.message
      #expect(message.last == "." || message.last == "?" || message.last == "”", "\(message)")
      #expect(
        message.first?.isUppercase == true || message.first?.isNumber == true
          || message.first == "“", "\(message)")
      #expect(message.count >= 30 && message.count <= 400, "\(message)")
      #expect(!message.contains("  ") && !message.contains("Optional("), "\(message)")
    }
  }
}
