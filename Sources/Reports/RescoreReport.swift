// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// What judging past attempts anew changes, or changed: the sentence, the rows and one JSON object.
public struct RescoreReport: Hashable, Sendable {
  /// Which way a result goes; each changed attempt is counted once.
  public enum Change: String, Sendable, CaseIterable {
    /// It was passed, and is not any more.
    case noLongerPassed = "no longer passed"
    case up, down
    /// The same score, and other points or critical failures.
    case otherwise

    /// What a result does; nil where nothing changes. Another mark alone, which was reached or
    /// missed all the same, is no other result.
    public init?(from before: AttemptEvent.Outcome, to after: AttemptEvent.Outcome) {
      var held = after
      held.pass = before.pass
      if before == held { return nil }
      if before.passed, !after.passed {
        self = .noLongerPassed
      } else if after.score > before.score || (after.passed && !before.passed) {
        self = .up
      } else if after.score < before.score {
        self = .down
      } else {
        self = .otherwise
      }
    }
  }

  /// An attempt by its person, number and id.
  public struct Attempt: Hashable, Sendable {
    /// The attempt's id.
    public var id: String
    /// The employee's id.
    public var employee: String
    /// Which attempt at the drill it is.
    public var number: Int

    /// An attempt.
    public init(id: String, employee: String, number: Int) {
      self.id = id
      self.employee = employee
      self.number = number
    }
  }

  /// An attempt that comes to something else.
  public struct Row: Hashable, Sendable {
    /// The attempt.
    public var attempt: Attempt
    /// What counts now.
    public var before: AttemptEvent.Outcome
    /// What it comes to.
    public var after: AttemptEvent.Outcome
    /// Which way.
    public var change: Change
    /// The items that are judged otherwise.
    public var moves: [Move]

    /// A changed attempt; nil where nothing changes.
    public init?(
      _ attempt: Attempt, before: AttemptEvent.Outcome, after: AttemptEvent.Outcome, moves: [Move]
    ) {
      guard let change = Change(from: before, to: after) else { return nil }
      self.attempt = attempt
      self.before = before
      self.after = after
      self.change = change
      self.moves = moves
    }
  }

  /// The drill's id.
  public let drill: String
  /// Those that change, in order.
  public var rows: [Row] = []
  /// Those that can't be judged anew, and why.
  public var unjudged: [(attempt: Attempt, reason: String)] {
    pairs.map { ($0.attempt, $0.reason) }
  }
  /// How many come to the same.
  public var unchanged = 0
  /// How many have not ended: they go on with the text that they began with.
  public var unfinished = 0
  /// How many corrections were written; nil in a preview.
  public var written: Int?

  private var pairs: [Unjudged] = []

  private struct Unjudged: Hashable {
    var attempt: Attempt
    var reason: String
  }

  /// Nothing was judged yet.
  public init(drill: String) { self.drill = drill }

  /// Notes an attempt that can't be judged anew.
  public mutating func note(_ attempt: Attempt, reason: String) {
    pairs.append(Unjudged(attempt: attempt, reason: reason))
  }

  /// `This changes 14 past results: 9 up, 3 down, 2 no longer passed.`
  public var summary: String {
    guard !rows.isEmpty else { return "This changes no past result." }
    let parts = [Change.up, .down, .noLongerPassed, .otherwise].compactMap { change -> String? in
      let count = rows.count { $0.change == change }
      return count == 0 ? nil : "\(count) \(change.rawValue)"
    }
    return "This changes \(rows.count) past \(rows.count == 1 ? "result" : "results"): "
      + parts.joined(separator: ", ") + "."
  }

  /// The rows as a table, its columns in line; the first line names them. Below each stands what
  /// changed it.
  public var table: [String] {
    let head = ["Person", "Attempt", "Id", "Before", "After", "Change"]
    let cells =
      [head]
      + rows.map {
        [
          $0.attempt.employee, "\($0.attempt.number)", String($0.attempt.id.prefix(8)),
          "\($0.before)", "\($0.after)", $0.change.rawValue,
        ]
      }
    let widths = head.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      zip(row, widths).enumerated().map { index, cell in
        index == head.count - 1
          ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count)
      }.joined(separator: "  ")
    }
    return [lines[0]] + zip(lines.dropFirst(), rows).flatMap { [$0, "  \($1.cause)"] }
  }

  /// One JSON object on a line.
  public var json: String {
    var bytes: [UInt8] = []
    func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
    func text(_ text: String) { JSONText.append(text, to: &bytes) }
    func outcome(_ outcome: AttemptEvent.Outcome) {
      add("{\"score_percent\":\(outcome.score.percent),\"pass_percent\":\(outcome.pass.percent),")
      add("\"passed\":\(outcome.passed),\"critical\":[")
      for (index, failure) in outcome.critical.enumerated() {
        if index > 0 { add(",") }
        text(failure.kind.rawValue)
      }
      add("]}")
    }
    func worth(_ worth: Move.Worth?) {
      guard let worth else { return add("null") }
      add("{\"credit_percent\":\(worth.credit.percent),\"points\":\(worth.points),\"critical\":[")
      for (index, failure) in worth.critical.enumerated() {
        if index > 0 { add(",") }
        text(failure.rawValue)
      }
      add("]}")
    }
    func attempt(_ attempt: Attempt) {
      add("{\"record_id\":")
      text(attempt.id)
      add(",\"employee_id\":")
      text(attempt.employee)
      add(",\"attempt\":\(attempt.number),")
    }
    add("{\"format\":\"drillhall-rescore\",\"version\":1,\"drill_id\":")
    text(drill)
    add(",\"changed\":\(rows.count)")
    for (name, change) in [
      ("up", Change.up), ("down", .down), ("no_longer_passed", .noLongerPassed),
      ("otherwise", .otherwise),
    ] { add(",\"\(name)\":\(rows.count { $0.change == change })") }
    add(",\"unchanged\":\(unchanged),\"unfinished\":\(unfinished)")
    add(",\"corrections_written\":\(written.map(String.init) ?? "null"),\"changes\":[")
    for (index, row) in rows.enumerated() {
      if index > 0 { add(",") }
      attempt(row.attempt)
      add("\"change\":")
      text(row.change.rawValue)
      add(",\"before\":")
      outcome(row.before)
      add(",\"after\":")
      outcome(row.after)
      add(",\"items\":[")
      for (index, move) in row.moves.enumerated() {
        if index > 0 { add(",") }
        add("{\"item\":")
        text(move.item)
        add(",\"before\":")
        worth(move.before)
        add(",\"after\":")
        worth(move.after)
        add("}")
      }
      add("]}")
    }
    add("],\"not_judged\":[")
    for (index, pair) in pairs.enumerated() {
      if index > 0 { add(",") }
      attempt(pair.attempt)
      add("\"reason\":")
      text(pair.reason)
      add("}")
    }
    add("]}")
    return String(decoding: bytes, as: UTF8.self)
  }
}
