// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// What an author is told of a right answer: the answer once, and why.
@Suite struct KnownAnswerTests {
  /// What a judge says of a right answer, and what of it is told after the answer's own words.
  private static let examples: [(said: [Remark], reasons: [Remark])] = [
    // One answer: its words were said.
    (
      [Remark(.feedback, "They decide."), Remark(.earned, "“Ask” is the right answer.")],
      [Remark(.feedback, "They decide.")]
    ),
    // Several parts, each with what is said of it.
    (
      [
        Remark(.earned, "“A” is right."), Remark(.feedback, "It leaks."),
        Remark(.earned, "“B” is right."),
      ],
      [Remark(.earned, "“A” is right."), Remark(.feedback, "It leaks.")]
    ),
    // Parts that a policy decides.
    (
      [
        Remark(.earned, "Owner security: right.", clause: "escalation#routes"),
        Remark(.earned, "Time 18:55: in time.", clause: "escalation#routes"),
      ],
      [Remark(.note, "A policy decides it.", clause: "escalation#routes")]
    ),
    // Parts that say more than that they are right.
    (
      [Remark(.earned, "“stroke” is hidden: health must never go to courier partner.")],
      [Remark(.earned, "“stroke” is hidden: health must never go to courier partner.")]
    ),
  ]

  @Test func `how a policy comes to it says more than that it does`() {
    var judgement = Judgement(share: .full)
    judgement.remarks = [
      Remark(.earned, "UK ICO: it runs, and “Friday” is in time.", clause: "clocks#clocks")
    ]
    let why = [Remark(.note, "UK ICO: by Friday.", clause: "clocks#clocks")]
    #expect(
      KnownAnswer(words: "UK ICO", judgement: judgement, derivation: why).reasons == why)
  }

  @Test(arguments: examples.indices)
  func `the answer is said once, and then why`(_ index: Int) {
    let example = Self.examples[index]
    var judgement = Judgement(share: .full)
    judgement.remarks = example.said
    #expect(KnownAnswer(words: "Ask", judgement: judgement).reasons == example.reasons)
  }
}
