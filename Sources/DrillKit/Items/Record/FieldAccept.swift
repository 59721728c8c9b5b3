// SPDX-License-Identifier: GPL-3.0-or-later

/// What is right in one field of a record: the cell `Accept`, read.
struct FieldAccept: Sendable {
  /// What a policy says: `= severity`.
  enum PolicyWord: String, CaseIterable, Sendable {
    case severity, owner, channel, deadline
  }

  /// One of the cell's variants.
  enum Form: Hashable, Sendable {
    /// Words as written; a time or a number among them may be written otherwise.
    case words(String)
    case moment(MomentWindow)
    case number(NumberWindow)
    case derived(PolicyWord)
    /// Whatever is filled in.
    case any
  }

  /// A variant and how the cell says it.
  struct Variant: Sendable {
    let form: Form
    let text: String
    /// The class of the critical failure that it is; nil for a right one.
    let critical: CriticalClass?
  }

  /// Whether the field counts nowhere and may stay empty.
  let isOptional: Bool
  /// What is right.
  let right: [Variant]
  /// What is a critical failure.
  let failures: [Variant]

  /// Whether its author says what is right, and no policy does.
  var isChosen: Bool {
    !isOptional
      && !right.contains { variant in
        if case .derived = variant.form { return true }
        return false
      }
  }

  /// Whether every variant is a time, so that anything else is a slip of the keys.
  var isMoment: Bool {
    !right.isEmpty && failures.isEmpty
      && right.allSatisfy { variant in
        switch variant.form {
        case .moment: true
        case .words(let text): WrittenMoment(text) != nil
        case .derived(let word): word == .deadline
        case .number, .any: false
        }
      }
  }

  /// The words of the policies that it needs.
  var policyWords: [PolicyWord] {
    right.compactMap { variant in
      if case .derived(let word) = variant.form { return word }
      return nil
    }
  }

  /// Whether words, times and numbers of a variant fit what was typed; of what a policy says
  /// nothing is known here.
  func fits(_ variant: Variant, _ typed: String, clock: ScenarioClock?) -> Bool {
    switch variant.form {
    case .any: true
    case .derived: false
    case .number(let window): window.holds(typed)
    case .moment(let window): fits(window, typed, clock)
    case .words(let text):
      text == typed || RecordWords.fold(text) == RecordWords.fold(typed)
        || MomentWindow(text).map { fits($0, typed, clock) } ?? false
        || NumberWindow(text).map { $0.unit.isEmpty && $0.holds(typed) } ?? false
        || Within(text).map { $0 == Within(typed) } ?? false
    }
  }

  /// Who names a day where one of the variants does is judged by that one: a wrong day is no slip.
  private func fits(_ window: MomentWindow, _ typed: String, _ clock: ScenarioClock?) -> Bool {
    guard let moment = WrittenMoment(typed) ?? WrittenMoment(String(typed.trimmedEnds)) else {
      return false
    }
    if window.day == nil, moment.day != nil, namesDay(at: moment.minuteOfDay) { return false }
    return window.holds(moment, by: clock)
  }

  private func namesDay(at minute: Int) -> Bool {
    right.contains { variant in
      let window: MomentWindow?
      switch variant.form {
      case .moment(let own): window = own
      case .words(let text): window = MomentWindow(text)
      case .number, .derived, .any: window = nil
      }
      return window.map { $0.day != nil && $0.holds(minuteOfDay: minute) } ?? false
    }
  }
}

/// How words of a record are compared.
enum RecordWords {
  private static let articles: Set<String> = ["the", "a", "an"]

  /// Words without case, articles, spaces and the punctuation at their ends.
  static func fold(_ text: String) -> String {
    let words = text.trimmedEnds.lowercased().words()
      .map { $0.isASCII ? String($0) : String($0.map { $0 == "’" ? "'" : $0 }) }
    let kept = words.filter { !articles.contains($0) }
    return (kept.isEmpty ? words : kept).joined()
  }
}
