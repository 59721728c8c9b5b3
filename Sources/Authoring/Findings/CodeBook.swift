// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import Library

/// The book of codes: an entry for every rule that a check knows.
public enum CodeBook {
  /// Every rule, by its letter and number, as the chapters follow each other.
  public static let rules: [Rule] = [
    Rule.sourceRules, Rule.libraryRules, Rule.frontMatterRules, Rule.markdownRules,
    Rule.languageRules, Rule.snippetRules, Rule.translationRules, Rule.policyRules,
    Rule.exploreRules,
    Rule.answersRules,
  ].flatMap { $0.sorted { $0.code < $1.code } }

  /// Every entry.
  public static let entries: [CodeEntry] = [
    sourceEntries, frontMatterEntries, markdown1Entries, markdown2Entries, structure1Entries,
    structure2Entries, structure3Entries, structure4Entries, story1Entries, story2Entries,
    items1Entries, items2Entries, items3Entries, snippetEntries, translationEntries, policy1Entries,
    policy2Entries,
    policy3Entries, exploreEntries, answersEntries,
  ].flatMap(\.self)

  private static let byCode = Dictionary(entries.map { ($0.code, $0) }) { first, _ in first }

  /// The entry of a code.
  public static func entry(_ code: String) -> CodeEntry? { byCode[code] }

  /// The rule of a code.
  public static func rule(_ code: String) -> Rule? { rules.first { $0.code == code } }

  /// The code that somebody typed: `d101`, `D101:`, and `s1` for `S001`. Nil where there is none.
  public static func code(typed: String) -> String? {
    let typed = typed.filter { $0 != ":" && !$0.isWhitespace }.uppercased()
    guard let letter = typed.first, case let digits = typed.dropFirst(), !digits.isEmpty,
      digits.count <= 3, digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    let code = "\(letter)" + String(repeating: "0", count: 3 - digits.count) + digits
    return rule(code)?.code
  }
}
