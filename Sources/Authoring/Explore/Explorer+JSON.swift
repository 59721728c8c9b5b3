// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import FoundationEssentials

extension Explorer.Explored {
  /// The version of the JSON's form: raised when a key's meaning changes.
  public static let jsonVersion = 1

  /// One line of JSON, its keys in alphabetical order. Scores are in basis points.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let record = Record(self)
    return (try? encoder.encode(record)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

private struct Record: Encodable {
  struct Finding: Encodable {
    let code: String
    let severity: Severity
    let line: Int
    let column: Int
    let message: String
  }

  struct Variant: Encodable {
    let name: String
    let situations: Int
    let isCut: Bool
    /// Missing where there are more than a number holds.
    let ways: Int?
    let shortest: Int?
    let longest: Int?
    let least: Credit?
    let greatest: Credit?
    let greatestWithoutCritical: Credit?
    let hasCritical: Bool
    let canPass: Bool
    let unreachedScenes: [String]
    let unreachedItems: [String]
    let deadEnds: [String]
    let hasLoop: Bool
    let guessing: Guess
    let rightAnswers: Answers
  }

  struct Guess: Encodable {
    struct Habit: Encodable {
      let verb: String
      let habit: String
      let items: Int
      let credit: Credit
    }
    let score: Credit?
    let passes: Bool
    let habits: [Habit]
  }

  struct Answers: Encodable {
    struct Trait: Encodable {
      let trait: Balance.Trait
      let count: Int
      /// In hundredths.
      let expected: Int
      let isConspicuous: Bool
    }
    let questions: Int
    let traits: [Trait]
  }

  let version = Explorer.Explored.jsonVersion
  let file: String
  let id: String?
  let pass: Credit?
  let variants: [Variant]
  let findings: [Finding]

  init(_ explored: Explorer.Explored) {
    file = explored.path
    id = explored.header?.id
    pass = explored.header?.pass
    variants = explored.variants.map { Variant($0) }
    findings = explored.findings.map {
      Finding(
        code: $0.rule.code, severity: $0.rule.severity, line: $0.place.line,
        column: $0.place.column, message: $0.message)
    }
  }
}

extension Record.Variant {
  init(_ found: Exploration) {
    name = found.variant
    situations = found.situations
    isCut = found.isCut
    ways = found.ways == .max ? nil : found.ways
    shortest = found.lengths?.lowerBound
    longest = found.lengths?.upperBound
    least = found.scores?.lowerBound
    greatest = found.scores?.upperBound
    greatestWithoutCritical = found.greatestClean
    hasCritical = found.hasCritical
    canPass = found.canPass
    unreachedScenes = found.unreachedScenes
    unreachedItems = found.unreachedItems
    deadEnds = found.deadEnds
    hasLoop = found.hasLoop
    guessing = Record.Guess(
      score: found.guessing.score, passes: found.guessing.passes,
      habits: found.guessing.figures.map {
        .init(verb: $0.verb, habit: $0.habit, items: $0.items, credit: $0.credit)
      })
    rightAnswers = Record.Answers(
      questions: found.balance.questions,
      traits: found.balance.figures.map {
        .init(
          trait: $0.trait, count: $0.count, expected: $0.expectedHundredths,
          isConspicuous: $0.isConspicuous)
      })
  }
}
