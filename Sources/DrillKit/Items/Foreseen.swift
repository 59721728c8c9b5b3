// SPDX-License-Identifier: GPL-3.0-or-later

/// What an author foresaw of wrong answers in a kind whose right ones are derived: a plain list of
/// words, each with feedback, and `(otherwise)` for the rest.
struct Foreseen: Sendable {
  /// One line.
  struct Line: Sendable {
    /// The words, folded: small letters, no spaces.
    let key: String
    /// The words as written.
    let text: String
    /// Its feedback and its marks.
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
    section.rejectOwnMarks(answers, besides: ["+10 min", "timed out", "otherwise"])
    section.rejectEqualAnswers(answers)
    section.warnOfMissingFeedback(answers)
    for answer in answers {
      Self.rejectShare(answer, section)
      if answer.marks.isOtherwise {
        Self.reportTwice(answer, otherwise, "(otherwise)", section)
        otherwise = answer
      } else if answer.marks.isTimedOut {
        Self.reportTwice(answer, timedOut, "(timed out)", section)
        timedOut = answer
      } else {
        lines.append(
          Line(
            key: folded(answer.text.plain), text: answer.text.plain, answer: answer,
            place: answer.place))
      }
    }
  }

  /// What a wrong answer earns is counted, so a share of its own would be ignored.
  private static func rejectShare(_ answer: Answer, _ section: ItemSection) {
    guard !answer.marks.isTimedOut, answer.marks.share != nil || answer.marks.deduction != nil
    else { return }
    section.report(
      .unknownMark, at: answer.place,
      "What an answer of \(section.verb) earns is counted, so it has no share. Delete the mark.")
  }

  private static func reportTwice(
    _ answer: Answer, _ earlier: Answer?, _ name: String, _ section: ItemSection
  ) {
    guard let earlier else { return }
    section.report(
      .twice, at: answer.place,
      "“\(name)” stands in line \(earlier.place.line) already. Join the two.")
  }

  /// What was foreseen for these faults, in the list's order; where nothing was, the rest's line.
  func answers(for keys: [String]) -> [Answer] {
    let wanted = Set(keys.map { folded($0) })
    let found = lines.filter { wanted.contains($0.key) }.map(\.answer)
    return found.isEmpty ? otherwise.map { [$0] } ?? [] : found
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

  /// Findings about the lines of these words, for `ItemContent.idleLines`.
  func idle(_ words: [String], _ rule: Rule, _ why: String) -> [Diagnostic] {
    let keys = Set(words.map { folded($0) })
    return lines.filter { keys.contains($0.key) }.map { line in
      Diagnostic(rule, at: line.place, "“\(line.text.shortened)” \(why) Delete the line.")
    }
  }

  /// Scenes that a wrong answer may lead to.
  var targets: [(slug: String, place: Place)] {
    all.compactMap { answer in answer.target.map { ($0, answer.place) } }
  }

  /// Minutes that wrong answers may let pass: several faults at once add up.
  var delays: Set<Int> {
    all.map(\.marks.minutes).filter { $0 > 0 }.reduce(into: Set([0])) { sums, minutes in
      guard sums.count < 64 else { return }
      sums.formUnion(sums.map { $0 + minutes })
    }
  }

  private var all: [Answer] {
    lines.map(\.answer) + [otherwise, timedOut].compactMap { $0 }
  }

  /// What a time-out leads to.
  func timeOut(duty: Duty) -> Judgement? {
    timedOut.map { Judgement(timedOut: $0, duty: duty) }
  }
}

extension Judgement {
  /// Adds what was foreseen for a wrong answer: voices, failures, time, the next scene. Its letter
  /// is not chosen: statistics know faults by their words.
  mutating func add(foreseen answers: [Answer], duty: Duty) {
    for answer in answers {
      var unnamed = answer
      unnamed.id = ""
      if answer.text.isBlank { unnamed.text = RichText("A wrong answer") }
      add(unnamed, duty: duty)
    }
  }
}
