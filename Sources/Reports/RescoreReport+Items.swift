// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

extension RescoreReport {
  /// An item that is judged otherwise: what its answer came to, and what it comes to.
  public struct Move: Hashable, Sendable {
    /// What an answer comes to.
    public struct Worth: Hashable, Sendable {
      /// What it earns.
      public let credit: Credit
      /// Of so many points.
      public let points: Int
      /// Its critical failures.
      public let critical: [CriticalClass]
    }

    /// The item's id.
    public let item: String
    /// What counted; nil where the item was not asked.
    public let before: Worth?
    /// What it comes to; nil where the item is not asked any more.
    public let after: Worth?

    /// The items whose answers come to something else, in the order of the story.
    ///
    /// - Parameters:
    ///   - before: The answers as they count, in order.
    ///   - after: The answers as they are judged anew.
    /// - Returns: a move for each, those that are not asked any more last.
    public static func between(
      _ before: [AttemptEvent.Answered], _ after: [AttemptEvent.Answered]
    ) -> [Move] {
      let was = before.filter(\.isFinal)
      let now = after.filter(\.isFinal)
      let known = Dictionary(was.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
      let moved = now.map {
        Move(item: $0.item, before: known[$0.item].map(Worth.init), after: Worth($0))
      }
      let gone = was.filter { old in !now.contains { $0.item == old.item } }.map {
        Move(item: $0.item, before: Worth($0), after: nil)
      }
      return (moved + gone).filter { $0.before != $0.after }
    }

    /// `“first” had 100 % of 1 point, has 0 %`.
    var words: String {
      let points = before.map { $0.points == after?.points ? nil : after?.points } ?? after?.points
      let had = before.map { "had \($0.words(of: $0.points))" } ?? "was not asked"
      let has = after.map { "has \($0.words(of: points))" } ?? "is not asked"
      return "“\(item)” \(had), \(has)"
    }
  }
}

extension RescoreReport.Move.Worth {
  fileprivate init(_ answered: AttemptEvent.Answered) {
    credit = answered.credit
    points = answered.points
    critical = answered.critical.map(\.kind)
  }

  fileprivate func words(of points: Int?) -> String {
    let whole = points.map { " of \($0) \($0 == 1 ? "point" : "points")" } ?? ""
    let failures = critical.map(\.rawValue).joined(separator: " and ")
    return "\(credit.percent) %\(whole)" + (failures.isEmpty ? "" : " (critical: \(failures))")
  }
}

extension RescoreReport.Row {
  /// What changed it, in a line: the items that are judged otherwise, and another mark.
  var cause: String {
    let mark =
      before.pass == after.pass
      ? [] : ["the mark was \(before.pass.percent) %, is \(after.pass.percent) %"]
    return (moves.map(\.words) + mark).joined(separator: "; ")
  }
}
