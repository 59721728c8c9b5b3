// SPDX-License-Identifier: GPL-3.0-or-later

/// What of an author's answers a key that other programs hold has no place for.
extension AnswerKey.Remainder {
  /// What an author foresaw of wrong answers.
  static func foreseen(_ foreseen: Foreseen) -> [AnswerKey.Remainder] {
    foreseen.lines.map {
      .init(place: $0.place, what: "What is said to “\($0.text.shortened)”")
    }
      + [foreseen.otherwise, foreseen.timedOut].compactMap { $0 }.map {
        .init(
          place: $0.place,
          what: $0.marks.isTimedOut
            ? "What happens when the time is up" : "What is said to any other answer")
      }
  }
}

extension Answer {
  /// The answer as a key holds it.
  var choice: AnswerKey.Choice {
    let said = remarks.filter { $0.kind == .feedback }.map(\.text)
    return AnswerKey.Choice(
      text: text.source, isRight: isRight, percent: marks.share ?? marks.deduction.map { -$0 },
      feedback: said.isEmpty ? nil : said.joined(separator: "\n\n"))
  }

  /// What a key has no place for.
  var remainders: [AnswerKey.Remainder] {
    if marks.isTimedOut { return [.init(place: place, what: "What happens when the time is up")] }
    var whats: [String] = []
    if marks.isCritical { whats.append("That it is a critical failure") }
    if marks.coach { whats.append("That the supervisor sees it") }
    if marks.minutes > 0 { whats.append("That \(marks.minutes) minutes pass") }
    if !marks.own.isEmpty { whats.append("The mark “\(marks.own.joined(separator: "; "))”") }
    if let target { whats.append("That it leads to “#\(target)”") }
    if remarks.contains(where: { $0.kind == .reaction }) {
      whats.append("What somebody says to it")
    }
    if remarks.contains(where: { $0.clause != nil }) { whats.append("The link to the policy") }
    if text.isStyled { whats.append("How its words are set") }
    return whats.map { .init(place: place, what: "\($0) (“\(text.plain.shortened)”)") }
  }
}

extension RichText {
  /// Whether some of it is emphasised, struck, a code span or a link.
  var isStyled: Bool { runs.contains { !$0.style.isEmpty || $0.link != nil } }
}
