// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport

/// Somebody who plays a drill at random: every input that the console could give, in any order that
/// it could give it.
struct RandomWalk {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  /// Plays until the end; throws where the attempt refuses what it should take.
  mutating func play(_ script: Script) throws -> Play {
    let timers: Timers = [.asWritten, .off, .stretched(10)].randomElement(using: &random) ?? .off
    var play = try Play(script, seed: random.next(), timers: timers)
    // A random player settles an item in a few inputs; far more would mean that it never ends.
    for _ in 0..<5000 where play.state.finished == nil {
      let (item, situation) = try requireCurrent(play)
      try step(&play, item, situation)
    }
    return play
  }

  private func requireCurrent(_ play: Play) throws -> (item: Item, situation: Situation) {
    guard let current = play.current else { throw Unanswered(item: play.item ?? "nowhere") }
    return current
  }

  private mutating func step(_ play: inout Play, _ item: Item, _ situation: Situation) throws {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<15: try play.take(.show)
    case ..<25:
      do throws(AttemptProblem) { try play.take(.hint) } catch {
        guard error == .noHintLeft else { throw error }
      }
    case ..<32: try play.take(.inject(Int.random(in: 0...2, using: &random)))
    case ..<42:
      guard case .spans(.turns(let turns)) = item.content.shape(in: situation) else { break }
      try play.take(.flag(flag(turns)))
    case ..<47: try play.take(.pause)
    case ..<52: try play.take(.resume())
    case ..<60:
      try play.take(.timeOut(random.chance(50) ? response(play, item, situation) : nil))
    default:
      let sure = random.chance(50) ? Confidence.allCases.randomElement(using: &random) : nil
      try play.take(.answer(response(play, item, situation), sure))
    }
  }

  private mutating func flag(_ turns: Turns) -> Flag {
    let line = Int.random(in: 1...turns.lines.count, using: &random)
    return Flag(line: line, at: Int.random(in: line...turns.lines.count, using: &random))
  }

  // MARK: Responses

  /// The right answer at times, else one that fits the shape.
  private mutating func response(
    _ play: Play, _ item: Item, _ situation: Situation
  ) -> Response {
    if random.chance(40), let solution = item.content.solution(in: situation) { return solution }
    return Self.anything(
      item.content.shape(in: situation), order: play.order,
      like: item.content.solution(in: situation), &random)
  }

  /// A random response that fits a shape.
  static func anything(
    _ shape: ResponseShape, order: [String], like solution: Response?,
    _ random: inout Seeded
  ) -> Response {
    switch shape {
    case .choices(let choices):
      let letters = order.isEmpty ? choices.options.map(\.id) : order
      switch choices.selection {
      case .one: return .choices([letters.randomElement(using: &random) ?? ""])
      case .any:
        return .choices(letters.filter { _ in Bool.random(using: &random) })
      case .confirm: return .choices(choices.options.map(\.id))
      }
    case .order(let steps):
      let count = Int.random(in: 1...max(1, steps.options.count), using: &random)
      return .order(Array(steps.options.map(\.id).shuffled(using: &random).prefix(count)))
    case .pairs(let pairs):
      return .pairs(
        pairs.rows.map { _ in
          pairs.columns.map { $0.candidates.randomElement(using: &random) ?? "" }
        })
    case .spans(.turns(let turns)):
      var flags: [Flag] = []
      for line in 1...turns.lines.count where Int.random(in: 0..<4, using: &random) == 0 {
        flags.append(
          Flag(line: line, at: Int.random(in: line...turns.lines.count, using: &random)))
      }
      return .flags(flags)
    case .spans(.characters(let text)):
      let count = text.unicodeScalars.count
      var cuts = (0..<6).map { _ in Int.random(in: 0...count, using: &random) }.sorted()
      cuts = Array(Set(cuts)).sorted()
      if !cuts.count.isMultiple(of: 2) { cuts.removeLast() }
      return .spans(
        stride(from: 0, to: cuts.count, by: 2).map { cuts[$0]..<cuts[$0 + 1] })
    case .text(let length):
      let words = [
        "sorry", "not", "code", "send", "today", "call", "4111", "1111", "the", "I", "you", "by",
        "four", "never", "we", "-", "é", "👩‍👧",
      ]
      let count = Int.random(in: 1...length.words.upperBound, using: &random)
      return .text(
        (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " "))
    case .fields(let fields):
      let like: [[String: String]] = if case .fields(let rows) = solution { rows } else { [] }
      let count =
        if case .commands = fields.form { Int.random(in: 0...3, using: &random) } else { 1 }
      return .fields(
        (0..<count).map { index in
          var row = like.dropFirst(index).first ?? [:]
          for field in fields.fields where Bool.random(using: &random) {
            row[field.name] =
              field.candidates.randomElement(using: &random)
              ?? ["at once", "Friday 19:00", "5", "", "none"].randomElement(using: &random)
          }
          return row
        })
    case .number: return .number("\(Int.random(in: 0...400, using: &random))")
    }
  }
}
