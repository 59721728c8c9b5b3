// SPDX-License-Identifier: GPL-3.0-or-later

extension Question {
  /// The same, wherever it stands, with every format said: a text without one has its question's, and
  /// a question without one has Moodle's own. Two questions that mean the same are equal so.
  public var meaning: Question {
    var question = unplaced
    let own = text.format ?? .moodle
    func said(_ words: Words) -> Words { Words(words.text, words.format ?? own) }
    func said(_ choice: Choice) -> Choice {
      Choice(
        words: said(choice.words), weight: choice.weight, feedback: choice.feedback.map(said))
    }
    question.text = said(text)
    question.general = general.map(said)
    switch body {
    case .description, .essay: break
    case .truth(let isSo, let wrong, let right):
      question.body = .truth(isSo, whenWrong: wrong.map(said), whenRight: right.map(said))
    case .choice(let choices, let several):
      question.body = .choice(choices.map(said), several: several)
    case .short(let choices): question.body = .short(choices.map(said))
    case .matching(let pairs):
      question.body = .matching(pairs.map { Pair(left: said($0.left), right: $0.right) })
    case .numeric(let windows, let otherwise):
      question.body = .numeric(
        windows.map { window in
          var window = window
          window.feedback = window.feedback.map(said)
          return window
        }, otherwise: otherwise.map(said))
    }
    return question
  }
}
