// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport

@testable import Authoring

/// Questions made at random, with every sign that means something on one of the sides.
struct QuestionMaker {
  private var numbers: Seeded
  private var used: Set<String> = []

  private static let pieces = [
    "word", "two words", "~", "=", "#", "{", "}", ":", "\\", "->", "%", "*", "_", "`", "[", "]",
    "(",
    ")", "<b>", "&amp;", "|", "- ", "1. ", "+", ">", "!", "::", "//", "é", "中", "🙂", ".", "?", "\"",
    "[x]", "](", "---", "$CATEGORY:", "Hint:", "ANSWER: A", "</p>", "50%", "_____", "\\n",
  ]

  init(_ seed: UInt64) { numbers = Seeded(seed) }

  private mutating func some<T>(_ values: [T]) -> T {
    values[Int.random(in: values.indices, using: &numbers)]
  }

  /// A text that reading leaves as it is and that is not there yet.
  private mutating func text(lines: Bool = false) -> String {
    for _ in 0..<100 {
      var text = ""
      for _ in 0..<Int.random(in: 1...6, using: &numbers) {
        text += some(Self.pieces) + some(["", " ", " ", lines && numbers.chance(15) ? "\n" : ""])
      }
      let settled = text.settled(lineFeeds: 1)
      // GIFT has no escape for an arrow, nor for a weight before a text.
      let isSayable =
        !settled.isEmpty && !Self.isFormatted(settled) && !settled.contains("->")
        && !settled.hasPrefix("%")
      if isSayable, used.insert(settled.lowercased()).inserted {
        return settled
      }
    }
    return "Text \(used.count)"
  }

  private static func isFormatted(_ text: String) -> Bool {
    Question.Format.allCases.contains { text.hasPrefix("[\($0.rawValue)]") }
  }

  private mutating func words(lines: Bool = false) -> Question.Words {
    let format = numbers.chance(25) ? some(Question.Format.allCases) : nil
    return Question.Words(text(lines: lines), format)
  }

  private mutating func maybe(_ percent: Int, lines: Bool = false) -> Question.Words? {
    numbers.chance(percent) ? words(lines: lines) : nil
  }

  /// A question of any form.
  mutating func question() -> Question {
    var question = Question(line: 0, text: words(lines: true), body: body())
    if numbers.chance(50) { question.title = text() }
    if numbers.chance(30) { question.id = text() }
    if numbers.chance(30) { question.tags = [text()] }
    if numbers.chance(30) { question.category = text() }
    if question.body != .description { question.general = maybe(30, lines: true) }
    return question
  }

  private mutating func body() -> Question.Body {
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: return .essay
    case 1: return .truth(numbers.chance(50), whenWrong: maybe(50), whenRight: maybe(50))
    case 2, 3: return .choice([choice(.full)] + wrong(), several: false)
    case 4:
      let count = some([1, 2, 3, 4])
      let right = (0..<count).map { _ in choice(Weight(percent: 100, over: count)) }
      return .choice(right + wrong(), several: true)
    case 5: return .short([choice(.full)] + (numbers.chance(50) ? [choice(weight())] : []))
    case 6:
      return .matching(
        (0..<3).map { _ in .init(left: words(), right: text()) }
          + (numbers.chance(50) ? [.init(left: .init(""), right: text())] : []))
    default: return numeric()
    }
  }

  private mutating func weight() -> Weight {
    Weight(units: Int.random(in: 0...90, using: &numbers) * 100_000 + some([0, 0, 33_333, 50_000]))
  }

  private mutating func choice(_ weight: Weight) -> Question.Choice {
    .init(words: words(), weight: weight, feedback: maybe(50, lines: true))
  }

  private mutating func wrong() -> [Question.Choice] {
    (0..<Int.random(in: 1...3, using: &numbers)).map { _ in
      choice(some([.none, .none, Weight(percent: -50), Weight(units: -3_333_333)]))
    }
  }

  private mutating func numeric() -> Question.Body {
    let windows = (0..<Int.random(in: 1...2, using: &numbers)).map { index in
      let digits = Int.random(in: -99_999...99_999, using: &numbers)
      let scale = Int.random(in: 0...4, using: &numbers)
      let center = DecimalNumber(mantissa: digits, scale: scale) ?? .zero
      let reach = numbers.chance(50) ? DecimalNumber.zero : DecimalNumber(mantissa: 25, scale: 2)
      let low = numbers.chance(50) ? center : center.subtracting(reach ?? .zero) ?? center
      return Question.Window(
        low: low, high: center.adding(reach ?? .zero) ?? center, center: center,
        weight: index == 0 ? .full : weight(), feedback: maybe(30))
    }
    return .numeric(windows, otherwise: maybe(40))
  }
}
