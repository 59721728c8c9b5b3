// SPDX-License-Identifier: GPL-3.0-or-later

/// `(within Remedies: Goodwill credit, 25 EUR)` on an answer: it grants an amount, and the
/// policy's table decides whether that is within the role's limit. The tick is checked against it.
struct RemedyGrant: Sendable {
  /// What is granted, as the table's column What names it.
  let what: String
  /// How much.
  let amount: Money
  /// Whether the answer is ticked.
  let isTicked: Bool
  /// The answer's place.
  let place: Place

  private static let opening = "within remedies:"

  /// The grants among some answers; other marks of their own are reported.
  static func read(_ answers: [Answer], _ section: ItemSection) -> [RemedyGrant] {
    var grants: [RemedyGrant] = []
    var others = answers
    for (index, answer) in answers.enumerated() {
      guard let mark = answer.marks.own.first(where: { $0.lowercased().hasPrefix(opening) }) else {
        continue
      }
      others[index].marks.own.removeAll { $0 == mark }
      let rest = mark.dropFirst(opening.count)
      guard let comma = rest.lastIndex(of: ","),
        let amount = Money(rest[rest.index(after: comma)...].trimmed())
      else {
        section.report(
          .unknownMark, at: answer.place,
          "Write the grant as “(within Remedies: Goodwill credit, 25 EUR)”.")
        continue
      }
      grants.append(
        RemedyGrant(
          what: rest[..<comma].trimmed(), amount: amount, isTicked: answer.isRight,
          place: answer.place))
    }
    section.rejectOwnMarks(
      others, besides: ["50%", "+10 min", "timed out", "within Remedies: Goodwill credit, 25 EUR"])
    return grants
  }

  /// Reports a tick that the policy denies, and a missing tick that it would give.
  func check(in situation: Situation, diagnostics: Diagnostics) {
    switch situation.policies.remedy(situation.facts, what: what) {
    case .success(let ruling):
      let isWithin = ruling.remedy.allows(amount)
      guard isWithin != isTicked else { return }
      diagnostics.report(
        .policyDisagrees, at: place,
        isWithin
          ? "The Remedies table allows \(amount) for “\(what)”, but the answer is not ticked."
          : "The answer is ticked, but the Remedies table does not allow \(amount) for “\(what)”.")
    case .failure(let problem):
      problem.report(at: place, to: diagnostics)
    }
  }
}
