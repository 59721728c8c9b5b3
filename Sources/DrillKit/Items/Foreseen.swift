// SPDX-License-Identifier: GPL-3.0-or-later

/// What an author foresaw of wrong answers in a kind whose right ones are derived: a plain list of
/// words, each with feedback, and `(otherwise)` for the rest.
struct Foreseen: Sendable {
  /// One line.
  struct Line: Sendable {
    /// The words, folded: small letters, single spaces.
    let key: String
    /// The words as written.
    let text: String
    /// Its feedback.
    let remarks: [Remark]
    /// What its marks say beside.
    let answer: Answer
    /// Where it stands.
    let place: Place
  }

  /// The lines, `(otherwise)` and `(timed out)` not among them.
  private(set) var lines: [Line] = []
  /// What is said to any other wrong answer.
  private(set) var otherwise: Answer?
  /// What is said when the time was up.
  private(set) var timedOut: Answer?

  /// Nothing was foreseen.
  init() {}

  /// Reads the section's list, if there is one.
  init(_ section: inout ItemSection) {
    guard let answers = section.takeAnswers() else { return }
    section.rejectBoxes(answers)
    section.rejectOwnMarks(answers)
    section.rejectEqualAnswers(answers)
    section.warnOfMissingFeedback(answers)
    for answer in answers {
      if answer.marks.isOtherwise {
        otherwise = answer
      } else if answer.marks.isTimedOut {
        timedOut = answer
      } else {
        lines.append(
          Line(
            key: folded(answer.text.plain), text: answer.text.plain, remarks: answer.remarks,
            answer: answer, place: answer.place))
      }
    }
  }

  /// What is said to a wrong answer that fits these keys: the foreseen lines, else the rest's.
  func remarks(for keys: [String]) -> [Remark] {
    let wanted = Set(keys.map { folded($0) })
    let found = lines.filter { wanted.contains($0.key) }.flatMap(\.remarks)
    return found.isEmpty ? otherwise?.remarks ?? [] : found
  }

  /// Reports lines that are none of the words that can be foreseen.
  func checkWords(_ allowed: [String], _ verb: String, diagnostics: Diagnostics) {
    let known = Set(allowed.map { folded($0) })
    for line in lines where !known.contains(line.key) {
      diagnostics.report(
        .foreseenNever, at: line.place,
        "“\(line.text.shortened)” is no answer that \(verb) can get here."
          + suggestion(for: line.text, in: allowed)
          + " There are \(allowed.joined(separator: ", ")) and “(otherwise)”.")
    }
  }

  /// What a time-out leads to.
  func timeOut(duty: Duty) -> Judgement? {
    timedOut.map { Judgement(timedOut: $0, duty: duty) }
  }
}
