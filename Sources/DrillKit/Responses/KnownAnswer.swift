// SPDX-License-Identifier: GPL-3.0-or-later

/// The right answer to an item as an author is shown it: said once, and then why.
public struct KnownAnswer: Hashable, Sendable {
  /// The answer in words.
  public let words: String
  /// Why it is right, without what says no more than that it is.
  public let reasons: [Remark]

  init(words: String, judgement: Judgement, derivation: [Remark] = []) {
    self.words = words
    let remarks = judgement.remarks
    let hasParts = remarks.count { $0.kind == .earned } > 1
    var reasons: [Remark] = []
    var clauses: [String] = []
    for (index, remark) in remarks.enumerated() {
      let isExplained = remarks.dropFirst(index + 1).first?.kind == .feedback
      // One part of several is named where something is said of it.
      guard remark.onlyConfirms, !(hasParts && isExplained) else {
        reasons.append(remark)
        continue
      }
      if let clause = remark.clause, !clauses.contains(clause) { clauses.append(clause) }
    }
    // How a policy comes to it says more than that one decides it, and that a part is in time.
    if !derivation.isEmpty { reasons.removeAll { $0.kind == .earned } }
    let explained = Set(derivation.compactMap(\.clause))
    clauses.removeAll(where: explained.contains)
    self.reasons =
      reasons + derivation + clauses.map { Remark(.note, "A policy decides it.", clause: $0) }
  }
}

extension Remark {
  /// Whether it says of a right answer that it is right, and no more.
  fileprivate var onlyConfirms: Bool {
    kind == .earned
      && ["right.", "right answer.", "in time.", "belongs."].contains { text.hasSuffix($0) }
  }
}

extension ItemContent {
  /// The right answer in a situation and why it is right; nil where none is known.
  public func knownAnswer(in situation: Situation) -> KnownAnswer? {
    solution(in: situation).map { solution in
      KnownAnswer(
        words: shape(in: situation).words(for: solution), judgement: judge(solution, in: situation),
        derivation: derivation(in: situation))
    }
  }
}
