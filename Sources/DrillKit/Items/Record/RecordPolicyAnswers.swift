// SPDX-License-Identifier: GPL-3.0-or-later

/// What the policies say in a situation, looked up once for all fields of a record.
struct RecordPolicyAnswers {
  /// What a policy says to one word.
  struct Answer {
    /// Alternatives as they are typed, any of which is right.
    let texts: [String]
    /// The clause that says so.
    let clause: String?
    /// Whether it can be typed: a deadline far ahead needs a date.
    var isNameable = true
  }

  private let situation: Situation
  private let severity: Result<SeverityLevel, PolicyFailure>
  private let escalation: Result<Escalation, PolicyFailure>

  /// The answers in a situation.
  init(_ situation: Situation) {
    self.situation = situation
    severity = situation.policies.settledSeverity(situation.facts)
    escalation = situation.escalation
  }

  /// What the policies say to a word.
  func answer(_ word: FieldAccept.PolicyWord) -> Result<Answer, PolicyFailure> {
    if word == .severity {
      return severity.map { level in
        let ruling = try? situation.severity.get()
        return Answer(texts: [level.name], clause: ruling?.citation.clause)
      }
    }
    return escalation.map { escalation in
      let route = escalation.route.value
      let clause = escalation.route.citation.clause
      switch word {
      case .severity: return Answer(texts: [escalation.severity.name], clause: clause)
      case .owner: return Answer(texts: route.ownerTexts, clause: clause)
      case .channel: return Answer(texts: route.channels, clause: clause)
      case .deadline:
        guard let clock = situation.clock else { return Answer(texts: [], clause: clause) }
        let canName = route.deadline.time.map { clock.canName($0, from: route.start) } ?? true
        return Answer(
          texts: [clock.text(route.deadline)], clause: clause, isNameable: canName)
      }
    }
  }

  /// A right value.
  struct Match {
    /// The clause that says so, where a policy does.
    let clause: String?
  }

  /// How a typed value is right; nil where it is wrong.
  func match(_ typed: String, _ accept: FieldAccept) -> Match? {
    guard !typed.isEmpty else { return nil }
    for variant in accept.right {
      if case .derived(let word) = variant.form {
        guard case .success(let answer) = answer(word), says(word, typed, answer) else { continue }
        return Match(clause: answer.clause)
      }
      if accept.fits(variant, typed, clock: situation.clock) {
        return Match(clause: nil)
      }
    }
    return nil
  }

  /// Whether a typed value is what a policy says to a word.
  func says(_ word: FieldAccept.PolicyWord, _ typed: String, _ answer: Answer) -> Bool {
    switch word {
    case .severity, .channel:
      return answer.texts.contains { RecordWords.fold($0) == RecordWords.fold(typed) }
    case .owner:
      guard case .success(let escalation) = escalation else { return false }
      return Self.owners(in: typed).contains { escalation.route.value.isTold($0) }
    case .deadline:
      guard case .success(let escalation) = escalation, let clock = situation.clock else {
        return false
      }
      let route = escalation.route.value
      // An earlier time keeps the deadline, as it does where the incident is escalated.
      return clock.deadline(parsing: typed, from: route.start)
        .map { route.deadline.isKept(by: $0, now: clock.now) } ?? false
    }
  }

  /// The owners that a text may name: joined by “+”, else by words that people write for it.
  private static func owners(in typed: String) -> [[String]] {
    let text = String(typed.trimmedEnds)
    let plus = text.split(separator: "+").map { String($0.trimmed().trimmedEnds) }
    let spoken = text.split { $0 == "+" || $0 == "&" || $0 == "," }
      .flatMap { $0.split(separator: " and ") }.map { String($0.trimmed().trimmedEnds) }
    return [plus, spoken].map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
  }

  /// What is right in a field, for people, and the clause that says so.
  func right(_ accept: FieldAccept) -> (words: String, clause: String?) {
    guard let first = accept.right.first else { return ("anything", nil) }
    switch first.form {
    case .any: return ("anything that is filled in", nil)
    case .words, .moment, .number: return ("“\(first.text)”", nil)
    case .derived(let word):
      guard case .success(let answer) = answer(word) else {
        return ("what the policy says", nil)
      }
      let words = answer.texts.map { "“\($0)”" }.joined(separator: " or ")
      return (word == .deadline ? "\(words) or earlier" : words, answer.clause)
    }
  }

  /// A right value as it is typed; nil where the policies have none.
  func sample(_ accept: FieldAccept) -> String? {
    guard let first = accept.right.first else { return nil }
    switch first.form {
    case .any: return "filled in"
    case .words(let text): return text
    case .moment(let window): return window.sample
    case .number(let window): return window.center.description
    case .derived(let word):
      guard case .success(let answer) = answer(word) else { return nil }
      return answer.texts.first
    }
  }
}
