// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit

/// Any bytes as a policy's file, bound into a book and asked.
enum PolicyTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    let found = Diagnostics()
    guard let source = SourceText(file: "policy.md", bytes: bytes, diagnostics: found),
      let policy = Policy.read(source, diagnostics: found)
    else {
      Fuzz.expect(found.hasErrors, "a policy can't be read, and nothing says why")
      return
    }
    let book = PolicyBook([policy], today: DrillTarget.today, diagnostics: found)
    for key in book.factKeys { _ = book.vocabulary(of: key) }
    for clause in policy.clauses {
      Fuzz.expect(
        policy.clause(clause.slug) != nil, "a clause can't be found: \(clause.slug)")
    }
    let facts = Facts(["Now": "Friday 18:40", "Data": "payment card", "Records": "340"])
    book.check(facts, diagnostics: found)
  }
}
