// SPDX-License-Identifier: GPL-3.0-or-later

extension PolicyBook {
  /// Every key that a fact may have: the tables' conditions and the reserved ones.
  public var factKeys: [String] { keyWords.list }

  /// The same, folded.
  var knownKeys: Set<String> { keyWords.folded }

  private var keyWords: PolicyMemory.Words { memory.keys { allKeys } }

  private var allKeys: [String] {
    var keys = Facts.Reserved.allCases.map(\.rawValue)
    for kind in TableKind.allCases where kind != .curriculum {
      keys += table(kind)?.conditions ?? []
    }
    keys += (table(.notificationClocks)?.rows ?? []).map { Self.startKey(of: $0) }
    return keys
  }

  /// Reports keys that no table asks for, and values that no cell mentions.
  public func check(_ facts: Facts, in source: SourceText? = nil, diagnostics: Diagnostics) {
    guard !facts.all.isEmpty else { return }
    let keys = factKeys
    let known = keyWords.folded
    for fact in facts.all {
      guard known.contains(fact.name) else {
        // That its table is not listed is told where the table is asked.
        if keysElsewhere.contains(fact.name) { continue }
        diagnostics.report(
          .unknownFact, at: fact.place,
          "No table asks for the fact “\(fact.key)”."
            + (nearest(to: fact.key, in: keys).map { " Did you mean “\($0)”?" }
              ?? " Keys are: \(keys.joined(separator: ", "))."))
        continue
      }
      if fact.name == "hours" {
        diagnostics.report(
          .factContradicts, at: fact.place,
          "“Hours” follows from “Now” and the table “Office hours”. Delete this fact.")
        continue
      }
      checkValues(of: fact, in: source, diagnostics)
    }
  }

  private func checkValues(
    of fact: Fact, in source: SourceText?, _ diagnostics: Diagnostics
  ) {
    var values = fact.values
    if fact.mayMean {
      values.removeAll { value in
        guard let meant = meant(by: value, for: fact.name) else { return false }
        report(value, of: fact, meaning: meant, in: source, diagnostics)
        return true
      }
    }
    let known = words(for: fact.name)
    let words = known.list
    guard !words.isEmpty else { return }
    let isKnown: (FactValue) -> Bool = { value in
      known.folded.contains(value.word) || value.thousandths != nil
    }
    let hasKnown = values.count < fact.values.count || values.contains(where: isKnown)
    for value in values where !isKnown(value) {
      if let word = nearest(to: value.text, in: words) {
        diagnostics.report(
          .misspeltFact, at: value.place,
          "No cell mentions “\(value.text)”, so the rows that take anything would answer. Did you mean “\(word)”?"
        )
      } else if !hasKnown {
        // Only rows that take anything fit such a fact: right for a red herring, wrong for a word
        // that the policy spells in another way.
        diagnostics.report(
          .doubtfulFact, at: value.place,
          "No cell mentions “\(value.text)”, so only rows with an empty “\(fact.key)” fit. Known "
            + "words: \(words.joined(separator: ", ")).")
      }
    }
  }

  /// The words that tables know for a key, for checks and completion.
  public func vocabulary(of key: String) -> [String] { words(for: key).list }

  /// Only keys that the book has are kept in mind: anything may be asked for.
  func words(for key: String) -> PolicyMemory.Words {
    let key = folded(key)
    guard keyWords.folded.contains(key) else { return PolicyMemory.Words(allWords(for: key)) }
    return memory.vocabulary(of: key) { allWords(for: key) }
  }

  private func allWords(for key: String) -> [String] {
    var words = TableKind.allCases.flatMap { kind in
      table(kind)?.hasCondition(key) == true ? vocabulary(of: key, in: kind) : []
    }
    switch folded(key) {
    case "to":
      words += (table(.dataClasses)?.rows ?? []).flatMap {
        $0.words("May go to") + $0.words("Never to")
      }
    case "data": words += dataClassNames
    case "severity": words += severityLevels.map(\.name)
    default: break
    }
    return words
  }
}
