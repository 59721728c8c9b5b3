// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What a cell of Record can say of words and numbers.
enum RecordCell {
  /// Whether words stand for themselves there.
  static func canSay(_ text: String) -> Bool {
    let signs = [";", "\n", "*", "±", "+/-", "+-", " to "]
    let word = text.lowercased()
    return !signs.contains { text.contains($0) } && !text.hasPrefix("=") && word != "any"
      && word != "optional"
  }

  /// Numbers as they are written there.
  static func text(_ window: Question.Window) -> String {
    if window.low == window.high { return number(window.center) }
    if window.center == window.low {
      return "\(number(window.low)) to \(number(window.high))"
    }
    let reach = window.high.subtracting(window.center) ?? .zero
    return "\(number(window.center)) ± \(number(reach))"
  }

  /// A number that is taken for nothing else: two decimals could be minutes, three be thousands.
  private static func number(_ number: DecimalNumber) -> String {
    let text = number.description
    let decimals = text.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0
    return MarkdownWords.line(
      decimals == 2 || decimals == 3 ? text + String(repeating: "0", count: 4 - decimals) : text)
  }
}

/// What the answers of a drill earn, as weights.
enum AnswerWeights {
  /// The weights of answers to pick.
  static func of(_ choices: [AnswerKey.Choice], several: Bool) -> [Weight] {
    guard several else {
      return choices.map { choice in
        let earned = Weight(percent: choice.percent ?? (choice.isRight ? 100 : 0))
        return max(earned, .none)
      }
    }
    let right = choices.filter(\.isRight)
    let marked = right.reduce(0) { $0 + max($1.percent ?? 0, 0) }
    let sharing = right.count { $0.percent == nil }
    let wrong = choices.count { !$0.isRight }
    return choices.map { choice in
      if let percent = choice.percent { return Weight(percent: percent) }
      return choice.isRight
        ? Weight(percent: max(100 - marked, 0), over: sharing) : Weight(percent: -100, over: wrong)
    }
  }
}

extension AnswerKey.Choice {
  /// An answer as a draft will say it, for its weight.
  static func drafted(isRight: Bool, _ percent: Int?) -> AnswerKey.Choice {
    AnswerKey.Choice(text: "", isRight: isRight, percent: percent, feedback: nil)
  }
}
