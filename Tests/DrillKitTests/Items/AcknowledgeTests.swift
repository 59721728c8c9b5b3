// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Acknowledge")
struct AcknowledgeTests {
  static func item(_ link: String) -> String {
    "### Acknowledge: How do we look back?\n\nRead how we [look back](\(link)) first."
  }
  static let clause = PolicyItemDrill(item("../../Policies/breach.md#look-back"))
  static let whole = PolicyItemDrill(item("../Policies/escalation.md"))

  @Test("the record says which policy, which clause and which version")
  func record() throws {
    let judgement = try #require(Self.clause.judge("I have read it"))
    #expect(
      judgement.remarks == [
        Remark(
          .note, "You acknowledged “Look back” of “Telling the authorities”, version 5.",
          clause: "breach#look-back")
      ])
    #expect(judgement.chosen == ["a"] && judgement.basisPoints == 0)
    #expect(Self.clause.content()?.isScored == false)
    #expect(
      Self.whole.judge("I have read it")?.remarks == [
        Remark(.note, "You acknowledged “Who is told”, version 9.", clause: "escalation")
      ])
    let item = PolicyItemDrill(Self.item("../Policies/breach.md#look-back-2"))
    #expect(item.judge("I have read it")?.remarks.first?.clause == "breach#look-back-2")
  }

  @Test("a raised version shows in the record")
  func version() {
    let other = HousePolicies.breach.replacing("version: 5", with: "version: 6")
    let drill = PolicyItemDrill(Self.item("../Policies/breach.md#look-back"), policies: [other])
    #expect(
      drill.judge("I have read it")?.remarks.first?.text
        == "You acknowledged “Look back” of “Telling the authorities”, version 6.")
  }

  @Test("the clause is shown as the policy writes it, sections below it included")
  func exhibit() throws {
    let situation = try #require(Self.clause.situation())
    let blocks = try #require(Self.clause.content()?.exhibit(in: situation))
    #expect(
      blocks.plainText == """
        “Look back” of “Telling the authorities”, version 5

        1. Walk through the log.
        2. Compare each step with its deadline.

        Afterwards

        Run the drill again.
        """)
  }

  @Test("of a whole policy everything is shown once, its first words too")
  func wholePolicy() throws {
    let drill = PolicyItemDrill(Self.item("../Policies/breach.md"))
    let situation = try #require(drill.situation())
    let text = try #require(drill.content()?.exhibit(in: situation)).plainText
    #expect(
      text.hasPrefix(
        """
        “Telling the authorities”, version 5

        The data protection officer decides.

        Notification clocks
        """))
    for words in ["Hotline", "Look back", "Afterwards", "Run the drill again."] {
      #expect(text.split(separator: words, omittingEmptySubsequences: false).count == 2)
    }
  }

  @Test(
    "the phrase is typed, in any case and with a full stop or without",
    arguments: ["I have read it", "i have read it.", " I HAVE READ IT ", "I  have read it!"])
  func typed(line: String) {
    #expect(Self.clause.entry([line]) == .done(.choices(["a"])))
  }

  @Test("nothing else is taken for it", arguments: ["", "yes", "1", "read", "I have not read it"])
  func refused(line: String) {
    #expect(Self.clause.refusal(line) == "Type “I have read it” when you did.")
  }

  @Test(
    "an author's mistakes are found",
    arguments: [
      ("### Acknowledge: What?\n\nRead the promises.", ["D303 1"]),
      ("### Acknowledge: What?\n\nRead [this](https://example.org/policy.md).", ["D303 1"]),
      (
        "### Acknowledge: What?\n\nRead [a](../Policies/breach.md#hotline) and\n[b](../Policies/escalation.md).",
        ["D303 4"]
      ),
      ("### Acknowledge: What?\n\nRead [a](../Policies/breach.md#promises).", ["P005 3"]),
      ("### Acknowledge: What?\n\nRead [a](../Policies/brech.md).", ["P005 3"]),
      (
        "### Acknowledge: What?\n\nRead [a](../Policies/breach.md).\n\n- [x] I did.\n  > Good.",
        ["D306 5"]
      ),
      ("### Acknowledge: What?\n\n_shuffle: no_\n\nRead [a](../Policies/breach.md).", ["D112 3"]),
      (item("../Policies/breach.md#hotline"), []),
    ])
  func mistakes(item: String, findings: [String]) {
    #expect(PolicyItemDrill(item).findings == findings)
  }

  @Test("one policy may be linked twice")
  func sameLink() {
    let drill = PolicyItemDrill(
      "### Acknowledge: What?\n\nRead [a](../Policies/breach.md), then [b](../Policies/breach.md).")
    #expect(drill.findings == [])
    #expect(drill.solution() == "I have read it")
  }

  @Test("a response that does not fit is no acknowledgement")
  func misfits() throws {
    for response: Response in [.none, .choices([]), .choices(["b"]), .text("I have read it")] {
      let judgement = try #require(Self.clause.judge(response))
      #expect(judgement.remarks.isEmpty && judgement.chosen.isEmpty)
    }
  }
}
