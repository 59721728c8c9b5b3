// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of a conversation and what is to be made of it.
struct SpotLine: Sendable {
  /// Who speaks and what is said.
  let turn: Turns.Line
  /// What the author says of it.
  let remarks: [Remark]
  /// Whether service fails here.
  var trial = Spotting.Line.unjudged
  /// The critical failure that missing it is.
  var critical: CriticalClass?
  /// Whether the supervisor sees that it was missed, or flagged in vain.
  var isCoached = false

  /// A line that is not judged yet.
  init(turn: Turns.Line, remarks: [Remark]) {
    self.turn = turn
    self.remarks = remarks
  }

  /// Whether service fails here.
  var isFailure: Bool {
    if case .failure = trial { return true }
    return false
  }
}

/// A conversation in which failures are to be flagged.
struct SpotContent: ItemContent {
  let lines: [SpotLine]
  /// Whose lines are judged.
  let watch: String?
  /// Seconds a line takes.
  let pace: Int
  /// Lines, all speakers counted, in which a flag is in time; as many again it is late.
  let window: Int
  /// Per cent that a late flag earns.
  let late: Int
  let tellsAtOnce: Bool
  let duty: Duty

  var lineCount: Int { lines.count }

  /// How many fine lines can be flagged in vain: those that lie in no failure's window.
  var counted: Int { explanation.spotting.judge([]).otherLines }

  func shape(in situation: Situation) -> ResponseShape {
    .spans(
      .turns(
        Turns(lines: lines.map(\.turn), watch: watch, pace: pace, tellsAtOnce: tellsAtOnce)))
  }

  func instruction(in situation: Situation) -> String {
    "Flag each line at which \(watch ?? "service") fails: “f” for the line just shown, “f 4” for "
      + "line 4. All in one line: “4 at 5; 9 at 9”, or “none”."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .flags(let flags) = response else { return Judgement(share: .none) }
    return explanation.judgement(of: flags.filter(isPossible))
  }

  private var explanation: SpotExplanation {
    SpotExplanation(
      lines: lines, spotting: Spotting(lines.map(\.trial), window: window, latePercent: late))
  }

  private func isPossible(_ flag: Flag) -> Bool {
    flag.line >= 1 && flag.line <= flag.at && flag.at <= lines.count
  }

  func verdict(on flag: Flag, after earlier: [Flag]) -> Remark? {
    guard tellsAtOnce, isPossible(flag) else { return nil }
    return explanation.verdict(on: flag, after: earlier.filter(isPossible))
  }

  func solution(in situation: Situation) -> Response? { flags { lines[$0 - 1].isFailure } }

  func guesses(in situation: Situation) -> [Guess] {
    [
      Guess("flags nothing", .flags([])),
      Guess("flags every line", flags { _ in true }),
      Guess("flags every second line", flags { $0 % 2 == 0 }),
      Guess("flags every line that is judged", flags { lines[$0 - 1].trial != .unjudged }),
      Guess("flags every line that is not judged", flags { lines[$0 - 1].trial == .unjudged }),
    ]
  }

  /// Flags at the lines that are wanted, each while it is the newest.
  private func flags(where isWanted: (Int) -> Bool) -> Response {
    .flags((1...lines.count).filter(isWanted).map { Flag(line: $0, at: $0) })
  }
}
