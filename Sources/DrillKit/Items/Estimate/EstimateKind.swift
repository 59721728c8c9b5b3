// SPDX-License-Identifier: GPL-3.0-or-later

/// A number with a tolerance: written by the author, or derived from the Hotline table or from a
/// notification clock.
enum EstimateKind: ItemKind {
  static let verb = "Estimate"
  static let meaning =
    "A number: “Answer: 14 ± 1”, lines of the hotline, or hours of a clock that are left."

  static let hasForeseenAnswers = true

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    let foreseen = Foreseen(&section)
    guard let (text, place) = section.takeAnswerLine() else {
      section.report(
        .wrongForm, at: section.place,
        "Estimate needs a line such as \(EstimateLine.forms), and an empty line before it.")
      return nil
    }
    let meant = middle(ofRange: text.plain)
    if let meant {
      section.report(
        .badAnswerLine, at: place,
        "“\(text.plain)” is no range: a number and what it may be off are written as “\(meant)”.",
        fix: section.source.rewriting(place.line, "write “\(meant)”") { line in
          line.hasPrefix("Answer:") ? "Answer: \(meant)" : nil
        })
    }
    do throws(SettingProblem) {
      let line = try EstimateLine(parsing: meant ?? text.plain)
      return EstimateContent(
        line: line, place: place, foreseen: foreseen,
        numbers: numbers(foreseen, line, section), shown: shown(section), duty: section.duty)
    } catch {
      section.report(.badAnswerLine, at: place, error.message)
      return nil
    }
  }

  /// `10-20 people` as it is read, `15 ± 5 people`; nil for anything else. “20-5” may be 20, or 5 less.
  private static func middle(ofRange text: String) -> String? {
    let plain = text.trimmed()
    let first = plain.prefix { $0.isASCII && $0.isNumber }
    var rest = plain.dropFirst(first.count)
    let isSpaced = rest.first == " "
    rest = rest.drop { $0 == " " }
    let sign = ["to ", "–", "—", "-"].first(where: rest.hasPrefix)
    guard let sign, let low = Int(first), low < 1_000_000 else { return nil }
    rest = rest.dropFirst(sign.count)
    // “22 -30” is 22, or down to 30 less.
    guard sign != "-" || !isSpaced || rest.first == " " else { return nil }
    rest = rest.drop { $0 == " " }
    let last = rest.prefix { $0.isASCII && $0.isNumber }
    let unit = rest.dropFirst(last.count)
    guard let high = Int(last), high > low, high < 1_000_000,
      unit.allSatisfy({ $0.isLetter || $0 == " " }), unit.isEmpty || unit.first == " "
    else { return nil }
    let half = { (value: Int) in value.isMultiple(of: 2) ? "\(value / 2)" : "\(value / 2).5" }
    return "\(half(low + high)) ± \(half(high - low))\(unit)"
  }

  /// The foreseen lines as numbers, in the list's order.
  private static func numbers(
    _ foreseen: Foreseen, _ line: EstimateLine, _ section: ItemSection
  ) -> [DecimalNumber?] {
    foreseen.lines.map { foreseen in
      let number = NumberAnswer(unit: line.unit).number(foreseen.text)
      if number == nil {
        section.report(
          .foreseenNever, at: foreseen.place,
          "“\(foreseen.text.shortened)” is no number. Foresee numbers, such as “- 19”, and "
            + "“(otherwise)”.")
      }
      return number
    }
  }

  /// The numbers that the employee reads in the question and above it: one of them might be the
  /// answer.
  private static func shown(_ section: ItemSection) -> [DecimalNumber] {
    let texts = section.blocks.compactMap { part in
      if case .block(let block) = part.kind { return block.plainText }
      return nil
    }
    var found: [DecimalNumber] = []
    for text in [section.question] + texts {
      for word in text.words() where !word.isASCII || word.utf8.contains(where: isDigit) {
        let digits = word.drop { !$0.isNumber }.reversed().drop { !$0.isNumber }.reversed()
        guard let number = DecimalNumber(String(digits)), !found.contains(number) else { continue }
        found.append(number)
      }
    }
    return Array(found.prefix(12))
  }
}
