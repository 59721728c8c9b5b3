// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks and readings that several kinds share.
extension ItemSection {
  /// Reports marks that no kind knows, or that this one does not.
  ///
  /// - Parameters:
  ///   - answers: The answers; marks that the kind took are no longer among their own.
  ///   - known: The marks that the kind takes besides those of failures, as an author writes them.
  func rejectOwnMarks(_ answers: [Answer], besides known: [String]) {
    let known = known + Marks.ofFailures
    for answer in answers {
      for mark in answer.marks.own {
        let meant = suggestion(for: mark, in: known)
        report(
          .unknownMark, at: answer.place,
          "“(\(mark))” is no mark of \(verb)."
            + (meant.isEmpty
              ? " It takes \(known.map { "“\($0)”" }.joined(separator: ", "))." : meant)
            + " If it is text, write “\\(”.")
      }
    }
  }

  /// Reports answers that teach nothing.
  func warnOfMissingFeedback(_ answers: [Answer]) {
    for answer in answers where answer.remarks.isEmpty && answer.target == nil {
      let name = answer.text.isBlank ? "This answer" : "“\(answer.text.plain.shortened)”"
      report(
        .missingFeedback, at: answer.place,
        answer.text.source.hasByte(0x0A)
          ? "\(name) has no feedback: the line below it is read as a part of the answer. If that is the "
            + "feedback, begin it with “> ”; if not, say in a quote under it why it is right or wrong."
          : "\(name) has no feedback. Say in a quote under it why it is right or wrong.")
    }
  }

  /// Reports two answers that read alike.
  func rejectEqualAnswers(_ answers: [Answer]) {
    var seen: [String: Place] = [:]
    for answer in answers where !answer.text.isBlank {
      let words = answer.text.plain.lowercased()
      if let first = seen[words] {
        report(
          .equalAnswers, at: answer.place,
          "The same words stand in line \(first.line). Nobody could tell the two apart.")
      } else {
        seen[words] = answer.place
      }
    }
  }

  /// Reports boxes in a list that is read without.
  func rejectBoxes(_ answers: [Answer]) {
    for answer in answers where answer.tick != nil {
      report(
        .boxElsewhere, at: answer.place,
        "\(verb) reads no boxes. Delete “[ ]”, or choose another verb.")
    }
  }

  /// Reports shares and minutes where an answer has none; `why` begins the sentence.
  func rejectShares(_ answers: [Answer], _ why: String) {
    for answer in answers
    where answer.marks.share != nil || answer.marks.deduction != nil || answer.marks.minutes != 0 {
      guard !answer.marks.isTimedOut else { continue }
      report(
        .unknownMark, at: answer.place,
        "\(why), and takes no scenario time. Delete the mark.")
    }
  }

  /// Reports targets where the answer as a whole leads nowhere.
  func rejectTargets(_ answers: [Answer]) {
    for answer in answers where answer.leads && !answer.marks.isTimedOut {
      report(
        .strayArrow, at: answer.place,
        "A single line of \(verb) leads to no scene. Use “Next:”.")
    }
  }

  /// Reports `(otherwise)` in a list that names every answer.
  func rejectOtherwise(_ answers: [Answer]) {
    for answer in answers where answer.marks.isOtherwise {
      report(
        .unknownMark, at: answer.place,
        "\(verb) has no other answers than those listed, so “(otherwise)” is never said. What is said "
          + "after any answer goes under “Feedback:”.")
    }
  }

  /// The answer for a time-out; reports a second one, a tick, and a timer that is missing.
  func timedOut(among answers: [Answer]) -> Answer? {
    let found = answers.filter(\.marks.isTimedOut)
    guard let answer = found.first else { return nil }
    if found.count > 1 {
      report(
        .twice, at: found[1].place, "“(timed out)” stands here a second time. Join the two.")
    }
    if answer.isRight {
      report(
        .tickCount, at: answer.place,
        "Letting the time run out can't be ticked. Give it a share if it earns something: “[ ] (50%; "
          + "timed out)”.")
    }
    if settings.within == nil {
      report(
        .foreseenNever, at: answer.place,
        "No timer ends this question, so “(timed out)” is never said. Add “within 45 s” to its "
          + "settings, or delete this.")
    }
    return answer
  }

  /// Reports right answers that would be critical failures.
  func rejectCriticalTicks(_ answers: [Answer]) {
    for answer in answers where answer.isRight && answer.marks.isCritical {
      report(
        .unknownMark, at: answer.place,
        "A ticked answer can't be a critical failure. Untick it, or delete “fail”.")
    }
  }

  /// Reports answers without a box in a list that needs them; `(timed out)` needs none.
  func requireBoxes(_ answers: [Answer]) {
    for answer in answers
    where answer.tick == nil && !answer.marks.isTimedOut && !answer.marks.isOtherwise {
      report(
        .wrongForm, at: answer.place,
        "This answer has no box. Begin it with “[x] ” if it is right, with “[ ] ” if not.")
    }
  }
}

extension String {
  /// The words in quotation marks for use within a sentence: without the full stop and the marks
  /// of their own that would double them.
  var quoted: String {
    var words = self[...]
    if utf8.count > 2, words.first == "\"", words.last == "\"" {
      let inside = words.dropFirst().dropLast()
      if !inside.hasByte(UInt8(ascii: "\"")) { words = inside }
    }
    if words.ends(in: "."), !words.ends(in: "..") { words = words.dropLast() }
    return "“\(words)”"
  }

  /// At most forty characters, for naming a text in a sentence.
  public var shortened: String { count <= 40 ? self : prefix(39).trimmed() + "…" }
}

extension Judgement {
  /// Adds what an answer's line says beside its share: voices, failures, time, the next scene.
  mutating func add(_ answer: Answer, duty: Duty) {
    remarks += answer.remarks
    if let kind = answer.marks.critical(in: duty) {
      critical.append(CriticalFailure(kind, answer.text.plain))
    }
    if answer.marks.coach { coach.append(answer.text.plain) }
    minutes += answer.marks.minutes
    if let target = answer.target { self.target = target }
    if !answer.id.isEmpty { chosen.append(answer.id) }
  }
}

extension Sequence<Answer> {
  /// Scenes that these answers lead to, by slug, with the answer's place.
  var targets: [(slug: String, place: Place)] {
    compactMap { answer in answer.target.map { ($0, answer.place) } }
  }

  /// Minutes that one of these answers lets pass.
  var delays: Set<Int> { Set(map(\.marks.minutes)) }
}
