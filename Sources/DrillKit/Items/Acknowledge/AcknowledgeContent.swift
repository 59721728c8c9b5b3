// SPDX-License-Identifier: GPL-3.0-or-later

/// A policy or a clause to be read. It earns nothing; the remark says what was read.
struct AcknowledgeContent: ItemContent {
  /// Where the link leads.
  let destination: String
  /// Where the link stands.
  let place: Place
  let question: String

  /// What is typed.
  static let phrase = "I have read it"

  var isScored: Bool { false }

  func shape(in situation: Situation) -> ResponseShape {
    let name = reading(in: situation)?.name ?? question
    return .choices(
      Choices(
        [Option(id: Option.letter(0), text: RichText(name))],
        selection: .confirm(phrase: Self.phrase), mayShuffle: false))
  }

  func instruction(in situation: Situation) -> String {
    "Read it, then type: \(Self.phrase)"
  }

  /// What is read, found in the policies.
  private struct Reading {
    let policy: Policy
    let clause: Clause?

    /// `“Look back” of “Telling the authorities”, version 5`
    var name: String {
      let title = "“\(policy.title)”, version \(policy.version)"
      return clause.map { "“\($0.heading)” of \(title)" } ?? title
    }

    /// `breach-notification#look-back`, or the policy alone.
    var citation: String { clause.map { "\(policy.id)#\($0.slug)" } ?? policy.id }
  }

  private func reading(in situation: Situation) -> Reading? {
    situation.policies.target(of: destination).map {
      Reading(policy: $0.policy, clause: $0.clause)
    }
  }

  func exhibit(in situation: Situation) -> [MarkdownBlock] {
    guard let reading = reading(in: situation) else { return [] }
    let title = RichText([.init(reading.name, style: .strong)])
    let place = reading.clause?.place ?? reading.policy.place
    let heading = MarkdownBlock(.paragraph(title), at: place, endLine: place.line)
    return [heading] + (reading.clause?.blocks ?? reading.policy.text)
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    var judgement = Judgement(share: .none)
    guard case .choices(let letters) = response, letters == [Option.letter(0)],
      let reading = reading(in: situation)
    else { return judgement }
    judgement.chosen = letters
    judgement.remarks = [
      Remark(.note, "You acknowledged \(reading.name).", clause: reading.citation)
    ]
    return judgement
  }

  func solution(in situation: Situation) -> Response? { .choices([Option.letter(0)]) }

  func guesses(in situation: Situation) -> [Guess] { [] }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    situation.policies.checkLink(destination, at: self.place, diagnostics: diagnostics)
  }
}
