// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Right answers among the others")
struct BalanceTests {
  /// Upper tails P(X ≥ k) of the binomial distribution, by hand from Pascal's triangle.
  struct Tail: Sendable {
    let count: Int
    let trials: Int
    let options: Int
    let expected: Double
  }

  static let tails = [
    Tail(count: 0, trials: 4, options: 2, expected: 1),
    Tail(count: 4, trials: 4, options: 2, expected: 0.0625),
    Tail(count: 3, trials: 4, options: 2, expected: 0.3125),
    Tail(count: 1, trials: 1, options: 4, expected: 0.25),
    Tail(count: 2, trials: 2, options: 4, expected: 0.0625),
    Tail(count: 6, trials: 6, options: 2, expected: 0.015625),
    Tail(count: 5, trials: 6, options: 2, expected: 0.109375),
  ]

  @Test("how likely so many are by chance", arguments: tails)
  func tail(_ tail: Tail) {
    let chances = [Double](repeating: 1 / Double(tail.options), count: tail.trials)
    #expect(abs(Balance.tail(tail.count, chances) - tail.expected) < 1e-12)
  }

  private func questions(_ count: Int, right: String, wrong: String, rightFirst: Bool) -> String {
    "## Desk\n\n"
      + (0..<count).map { number in
        let (good, bad) = ("- [x] \(right) \(number).", "- [ ] \(wrong) \(number).")
        let other = "- [ ] Wait \(number)."
        let answers = rightFirst ? [good, bad, other] : [bad, good, other]
        return "### Choose: What now, for the time \(number)?\n\n\(answers.joined(separator: "\n"))"
      }.joined(separator: "\n\n")
  }

  @Test("the longest each time is a finding, and so is the first")
  func conspicuous() throws {
    let sketch = try Sketch(
      questions(6, right: "Ask the person who owns it", wrong: "Shout", rightFirst: true))
    let found = Exploration(sketch.script())
    let traits = found.balance.figures.filter(\.isConspicuous).map(\.trait)
    #expect(traits == [.first, .longest])
    #expect(found.balance.figures.map(\.count) == [6, 0, 6, 0])
    #expect(found.balance.figures[0].expected == "2.0")
    let findings = found.findings(in: sketch.drills[0])
    // Each is told at the first of the items that it is about.
    #expect(findings.map(\.rule.code).sorted() == ["X003", "X004", "X004"])
    let first = try #require(sketch.drills[0].scenes[0].items.first)
    #expect(findings.allSatisfy { $0.place.line == first.place.line })
    let words = findings.first { $0.rule.code == "X004" }?.message
    #expect(words?.contains("6 of 6 questions") == true)
    #expect(words?.contains("“\(first.id)” (line \(first.place.line)), ") == true)
    #expect(words?.contains(", and at 2 more. ") == true)
  }

  @Test("whoever picks by place is met only where the place stays", arguments: [true, false])
  func places(isShuffled: Bool) throws {
    let setting = isShuffled ? "" : "_shuffle: no_\n\n"
    let body = """
      ## Desk

      ### Choose: What now?

      \(setting)- [x] Call.
      - [ ] Leave it alone.
      """
    let guessing = Exploration(try Sketch(body).script()).guessing
    let places = ["always the first answer", "always the last answer"]
    #expect(guessing.figures.map(\.habit).filter(places.contains) == (isShuffled ? [] : places))
    #expect(guessing.passes == !isShuffled)
  }

  @Test("one of a thing is said as one")
  func singular() throws {
    let body = "## Desk\n\n### Choose: What now?\n\n- [x] Call.\n- [ ] Leave."
    let found = Explorer.Explored(
      path: "sketch.md", header: try Sketch(body).drills[0].header,
      variants: [Exploration(try Sketch(body).script())], findings: [])
    let words = found.words.joined(separator: "\n")
    #expect(words.contains("; 1 item\n"), "\(words)")
    #expect(words.contains("1 question, too few to tell a habit"), "\(words)")
  }

  @Test("a few questions tell nothing")
  func few() throws {
    let sketch = try Sketch(
      questions(3, right: "Ask the person who owns it", wrong: "Shout", rightFirst: true))
    let balance = Exploration(sketch.script()).balance
    #expect(balance.questions == 3 && balance.figures.isEmpty)
  }

  @Test("right answers that are spread are no finding")
  func spread() throws {
    let sketch = try Sketch(questions(6, right: "Hold", wrong: "Shout", rightFirst: false))
    let conspicuous = Exploration(sketch.script()).balance.figures.filter(\.isConspicuous)
    #expect(conspicuous.isEmpty)
  }
}
