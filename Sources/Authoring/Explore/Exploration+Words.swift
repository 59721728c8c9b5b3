// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Explorer.Explored {
  /// What was found, in lines for a person; the figures of variants that agree stand once.
  public var words: [String] {
    guard let header, !isUnreadable else { return [] }
    var lines = ["\(header.id): \(header.title)"]
    var told: [(names: [String], lines: [String])] = []
    for variant in variants {
      let figures = variant.figures
      if let index = told.firstIndex(where: { $0.lines == figures }) {
        told[index].names.append(variant.variant)
      } else {
        told.append(([variant.variant], figures))
      }
    }
    for (names, figures) in told {
      if told.count > 1 {
        lines.append("  Variant \(names.map { "“\($0)”" }.joined(separator: ", "))")
      }
      lines += figures
    }
    return lines
  }
}

extension Exploration {
  /// The figures of one variant, a line each, indented.
  fileprivate var figures: [String] {
    let label = { (name: String) in "  " + name.padding(to: 15) }
    var lines: [String] = []
    let many =
      ways == .max
      ? "more ways than can be counted" : "\(ways.grouped) \(ways == 1 ? "way" : "ways")"
    let atLeast = isCut ? "at least " : ""
    lines.append(
      label("Ways") + "\(atLeast)\(many) through \(atLeast)\(situations.grouped) "
        + (situations == 1 ? "situation" : "situations")
        + (lengths.map { "; \($0.words) \($0 == 1...1 ? "item" : "items")" } ?? "; none ends"))
    if let scores {
      let clean = greatestClean.map { "\($0.percent) % without a critical failure" }
      lines.append(
        label("Scores") + "\(scores.lowerBound.percent) to \(scores.upperBound.percent) %, "
          + "\(clean ?? "none without a critical failure"); \(pass.percent) % needed")
    }
    if let score = guessing.score {
      lines.append(
        label("Guessing")
          + "\(score.percent) % with the best habit for each kind: \(guessing.passes ? "passes" : "does not pass")"
      )
    } else {
      lines.append(label("Guessing") + "nothing can be guessed")
    }
    for figure in guessing.figures {
      lines.append(
        "    " + figure.verb.padding(to: 13)
          + "\(figure.credit.percent) %".padding(to: 8)
          + "\(figure.habit)\(figure.items > 1 ? ", in \(figure.items)" : "")")
    }
    if balance.questions > 0 {
      let traits = balance.figures.map { "\($0.trait.rawValue) in \($0.count)" }
      lines.append(
        label("Right answers")
          + (traits.isEmpty
            ? "\(balance.questions) \(balance.questions == 1 ? "question" : "questions"), too few to tell a habit"
            : "of \(balance.questions): \(traits.joined(separator: ", ")); "
              + "\(balance.figures[0].expected) each by chance"))
    }
    return lines
  }
}

extension ClosedRange<Int> {
  /// `7 to 9`, or the one number.
  fileprivate var words: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}

extension Int {
  /// The number with commas between groups of three digits.
  fileprivate var grouped: String {
    let digits = String(self)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}

extension String {
  /// The text with spaces after it up to a width.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - count))
  }
}
