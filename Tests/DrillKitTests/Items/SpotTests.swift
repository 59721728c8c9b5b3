// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Spot")
struct SpotTests {
  /// Failures at 3 and, begun at 5, at 7; judged and fine outside every window: 1, 11 and 13.
  static let call = """
    ### Spot: When does the service fail?

    _watch: Robin_

    After line 4:

    > **Dilan:** Keep it short.

    1. [ ] **Robin:** Good morning.
       > A plain beginning.
    2. **Tayo:** My parcel, AP 20417.
    3. [x] (fail: customer; coach) **Robin:** And the number?
       > Asked twice: [we ask once](../Policies/recovery.md#promises-5).
    4. **Tayo:** I just told you.
    5. [ ] **Robin:** You did. One moment.
       > Owned in one sentence.
    6. **Tayo:** So?
    7. [x] (from 5) **Robin:** The late shift is hopeless.
       > Blame.
    8. **Tayo:** I see.
    9. [ ] (either) **Robin:** Around ten.
       > Both can be said.
    10. **Tayo:** Fine.
    11. [ ] (coach) **Robin:** I'll call you at two.
        > Who and when.
    12. **Tayo:** Good.
    13. [ ] **Robin:** Goodbye.
        > Short and friendly.
    """

  private static func listen(_ extra: String = "") -> OneItemDrill {
    OneItemDrill(call.replacing("_watch: Robin_", with: "_watch: Robin\(extra)_"))
  }

  /// H in halves, less 2·F/3: window 2, late 50 %.
  @Test(
    "earns max(0, H − window·F)",
    arguments: [
      ("3 at 3; 7 at 8", 10_000), ("3 at 4; 5 at 5", 10_000), ("3 at 5; 7 at 7", 7500),
      ("3 at 6; 7 at 10", 5000), ("7 at 7", 5000), ("3 at 7", 0), ("none", 0),
      ("3; 7; 1", 3333), ("3; 7; 1; 13", 0), ("3; 7; 9", 10_000), ("3; 7; 5", 10_000),
      ("3; 7; 12", 3333), ("2; 3; 7", 3333), ("3, 7", 10_000),
    ])
  func share(typed: String, basisPoints: Int) throws {
    let sample = Self.listen()
    #expect(sample.findings == [], "\(sample.messages)")
    #expect(try sample.item().credit(typed) == basisPoints)
  }

  @Test(
    "window and late are settings",
    arguments: [
      ("; window: 1", "3 at 4; 7 at 7", 7500), ("; window: 1", "3 at 5; 7 at 7", 5000),
      ("; window: 3", "3 at 5; 7 at 7", 10_000), ("; late: 0%", "3 at 5; 7 at 7", 5000),
      ("; late: 80%", "3 at 5; 7 at 7", 9000),
    ])
  func settings(setting: String, typed: String, basisPoints: Int) throws {
    #expect(try Self.listen(setting).item().credit(typed) == basisPoints)
  }

  /// A phrase that is no speaker's name in the text, as it stands in the setting alone.
  @Test("who is watched is looked for in every variant, not only in the first two")
  func watchedByVariant() throws {
    let text = DrillText(
      """
      # A test

      A robin sings outside.

      ## Opening

      \(Self.call.replacing("_watch: Robin_", with: "_watch: robin_"))

      ## Variants

      | As written | Second | Third |
      |---|---|---|
      | robin | ROBIN | yam |
      """)
    let found = try text.findings()
    #expect(found.contains { $0.contains("D111") }, "\(found)")
    #expect(
      DrillReader.read(
        file: "a.md", bytes: Array(text.text.utf8), diagnostics: Diagnostics()
      ).compactMap { $0.scenes.first?.items.first?.settings.watch } == ["robin", "ROBIN", "yam"])
  }

  @Test("goes by as written, four seconds a line unless told otherwise")
  func shape() throws {
    guard case .spans(.turns(let turns)) = try Self.listen().item().shape,
      case .spans(.turns(let slow)) = try Self.listen("; pace: 8 s; feedback: at once").item().shape
    else {
      Issue.record("no turns")
      return
    }
    #expect(turns.lines.count == 13 && turns.lines[8].speaker == "Robin")
    #expect(turns.lines[8].text.plain == "Around ten." && turns.watch == "Robin")
    #expect(turns.pace == 4 && !turns.tellsAtOnce && slow.pace == 8 && slow.tellsAtOnce)
  }

  @Test("tells which failures were seen, late and missed, and what was flagged in vain")
  func explanation() throws {
    let item = try Self.listen().item()
    let judged = item.judge(.flags([Flag(line: 7, at: 9), Flag(line: 11, at: 11)]))
    #expect(
      judged.remarks.map(\.text) == [
        "Seen in time: 0 of 2, 1 late. Flagged in vain: 1 of 3 other lines.",
        "Line 3 (“And the number?”) fails, and it went by without a flag.",
        "Asked twice: we ask once.",
        "Line 7 (“The late shift is hopeless.”) fails, and you flagged it late, at line 9: 25 % of "
          + "50 %. In time was up to line 8.",
        "Blame.",
        "Line 11 (“I'll call you at two.”) was flagged in vain: nothing fails there. It costs "
          + "66.67 %.",
        "Who and when.",
      ])
    #expect(judged.remarks[1].kind == .critical)
    #expect(judged.remarks[2].clause == "recovery#promises-5")
    #expect(
      judged.critical == [CriticalFailure(.customer, "Line 3 (“And the number?”) was missed")])
    #expect(judged.coach.count == 2)
    #expect(judged.chosen == ["missed 3", "late 7", "in vain 11"])

    let seen = item.judge(.flags([3, 5, 7, 9].map { Flag(line: $0, at: $0) }))
    #expect(seen.share == .full && seen.critical.isEmpty && seen.coach.isEmpty)
    #expect(seen.chosen == ["seen 3", "seen 7"])
    #expect(seen.texts(.feedback) == ["Both can be said."])
    let after = item.judge(.flags([Flag(line: 3, at: 11)]))
    #expect(after.texts(.critical).first?.contains("your flag at line 11 came too late") == true)
  }

  @Test("whoever flags the caller's lines all along is flagging Robin's")
  func otherSpeaker() throws {
    let item = try Self.listen().item()
    #expect(item.credit("2; 4; 6; 8; 10; 12") == 0)
    #expect(item.credit("4; 8") == 10_000)
  }

  @Test("the right flags earn all, and no habit does")
  func players() throws {
    let item = try Self.listen().item()
    #expect(item.solved == .full)
    #expect(item.guessed.count == 5)
    #expect(item.guessed.values.allSatisfy { $0 < 3400 }, "\(item.guessed)")
  }

  @Test("judges a flag at once, and only that flag")
  func atOnce() throws {
    let content = try Self.listen("; feedback: at once").item().item.content
    func verdict(_ flag: (Int, Int), after: [(Int, Int)] = []) -> Remark? {
      content.verdict(
        on: Flag(line: flag.0, at: flag.1), after: after.map { Flag(line: $0.0, at: $0.1) })
    }
    let seen = verdict((3, 3))
    #expect(seen?.kind == .earned && seen?.clause == "recovery#promises-5")
    #expect(seen?.text == "Line 3 fails. In time. Asked twice: we ask once.")
    #expect(verdict((4, 4))?.text.hasPrefix("Line 3 fails.") == true)
    #expect(verdict((3, 5))?.text.contains("late") == true)
    #expect(verdict((3, 9))?.text.contains("too late to count") == true)
    #expect(verdict((1, 1))?.text == "Nothing fails at line 1. A plain beginning.")
    #expect(verdict((13, 13), after: [(3, 3)])?.kind == .lost)
    #expect(verdict((4, 4), after: [(3, 3)])?.text == "Line 3 was flagged already.")
    #expect(verdict((9, 11), after: [(3, 3), (7, 7)])?.kind == .note)
    #expect(verdict((40, 40)) == nil && verdict((5, 4)) == nil)
    #expect(
      try Self.listen().item().item.content.verdict(on: Flag(line: 3, at: 3), after: []) == nil)
  }

  @Test("a flag is recorded with its verdict, once a line")
  func recorded() throws {
    let sample = Self.listen("; feedback: at once")
    let script = Script(drill: try #require(sample.drills.first), policies: sample.policies)
    var attempt = try SampleAttempt(script)
    let events = try attempt.take(.flag(Flag(line: 3, at: 4)))
    guard case .flagged(let flagged)? = events.first else {
      Issue.record("no flag")
      return
    }
    #expect(flagged.remark?.kind == .earned)
    #expect(try attempt.take(.flag(Flag(line: 3, at: 5))).isEmpty)
    let flags = Response.flags(attempt.state.flags + [Flag(line: 7, at: 7)])
    guard case .answered(let answered)? = try attempt.take(.answer(flags, nil)).first else {
      Issue.record("no answer")
      return
    }
    #expect(answered.credit == .full && answered.shape == "spans" && answered.isFinal)
  }

  @Test("typed flags that can't be are refused, and what was typed reads the same again")
  func entry() throws {
    let item = try Self.listen().item()
    for line in ["", "14", "4 at 3", "4 at 14", "0", "3; 3 at 4", "three", "4 on 5"] {
      guard case .misread = item.entry(line) else {
        Issue.record("“\(line)” was taken")
        continue
      }
    }
    let response = Response.flags([Flag(line: 4, at: 5), Flag(line: 9, at: 9)])
    #expect(item.entry("4 at 5; 9") == .done(response))
    #expect(item.entry(item.shape.words(for: response)) == .done(response))
    #expect(item.entry("none") == .done(.flags([])) && item.shape.words(for: .flags([])) == "none")
  }

  @Test("a flag that could not have been raised is left out")
  func impossible() throws {
    let item = try Self.listen().item()
    let odd = [
      Flag(line: 0, at: 0), Flag(line: 3, at: 2), Flag(line: 3, at: 99), Flag(line: 99, at: 99),
    ]
    #expect(item.judge(.flags(odd)).share == .none && item.judge(.none).share == .none)
    #expect(item.judge(.flags(odd + [Flag(line: 3, at: 3)])).share == Share(1, of: 2))
  }

  @Test(
    "reports what an author gets wrong",
    arguments: [
      ("", ["D303@1"]),
      ("- [x] **Robin:** No.\n  > Why.", ["D303@3"]),
      ("1. [ ] **Robin:** Yes.\n   > Fine.", ["D304@1"]),
      ("1. [x] **Robin:** No.", ["D305@3"]),
      ("1. [x] **Robin:** No.\n   > Why.\n2. **Tayo:** Oh.\n   > Never said.", ["D117@5"]),
      ("1. [x] **Robin:**\n   > Why.", ["D302@3"]),
      ("1. [x] (either) **Robin:** No.\n   > Why.", ["D114@3"]),
      ("1. [x] (from 1) **Robin:** No.\n   > Why.", ["D114@3"]),
      ("1. **Tayo:** Oh.\n2. [x] (from 3) **Robin:** No.\n   > Why.", ["D114@4"]),
      ("1. [x] (50%) **Robin:** No.\n   > Why.", ["D114@3"]),
      ("1. [x] (any) **Robin:** No.\n   > Why.", ["D114@3"]),
      ("1. [x] **Robin:** No.\n   > Why.\n2. (coach) **Tayo:** Oh.", ["D114@5"]),
      (
        "1. [x] **Robin:** No.\n   > Why.\n2. [ ] (fail) **Robin:** Oh.\n   > Why.",
        ["D321@1", "D114@5"]
      ),
      (
        "1. [x] **Robin:** No.\n   > Why.\n2. [ ] (from 1) **Robin:** Oh.\n   > Why.",
        ["D321@1", "D114@5"]
      ),
      ("1. [x] **Robin:** No.\n   > Why.\n2. (timed out)", ["D114@5"]),
      ("1. [x] **Robin:** No. → [The desk](#the-desk)\n   > Why.", ["D116@3"]),
      ("1. [x] **Robin:** No.\n   > Why.\n3. **Tayo:** Oh.", []),
      ("1. [x] **Robin:** No.\n   > Why.\n1. **Tayo:** Oh.", []),
      ("_watch: Robyn_\n\n1. [x] **Robin:** No.\n   > Why.", ["D111@3"]),
      ("_watch: Robin_\n\n1. [x] **Tayo:** No.\n   > Why.\n2. **Robin:** Oh.", ["D303@5"]),
      ("_show: 4_\n\n1. [x] **Robin:** No.\n   > Why.", ["D112@3"]),
      ("After line 2:\n\n> **Ann:** Hm.\n\n1. [x] **Robin:** No.\n   > Why.", ["D317@3"]),
      ("After 20 s:\n\n> **Ann:** Hm.\n\n1. [x] **Robin:** No.\n   > Why.", ["D317@5"]),
      ("_within 45 s_\n\n1. [x] **Robin:** No.\n   > Why.", ["D112@3"]),
      ("After line 1:\n\n> **Ann:** Hm.\n\n1. [x] **Robin:** No.\n   > Why.", []),
    ] as [(String, [String])])
  func mistakes(body: String, findings: [String]) {
    let sample = OneItemDrill("### Spot: When?\n\n\(body)")
    #expect(sample.findings == findings, "\(sample.messages)")
  }

  @Test("other kinds have no lines that an inject could follow")
  func lineInjectElsewhere() {
    let text = "### Decide: What?\n\nAfter line 1:\n\n> **Ann:** Hm.\n\n- This.\n- That."
    #expect(OneItemDrill(text).findings == ["D317@3"])
  }

  @Test("a speaker's name may differ from variant to variant")
  func variants() throws {
    let sample = OneItemDrill(
      Self.call.replacing("_watch: Robin_", with: "_watch: Robin_\n\nListen to Robin."),
      variants: "| As written | Other |\n|---|---|\n| Robin | Sasha |")
    #expect(sample.findings == [], "\(sample.messages)")
    guard case .spans(.turns(let turns)) = try sample.item(variant: 1).shape else {
      Issue.record("no turns")
      return
    }
    #expect(turns.watch == "Sasha" && turns.lines[2].speaker == "Sasha")
  }

  @Test("far too many lines are refused, not judged")
  func manyLines() {
    let list = (1...5000).map { "\($0). [x] No." }.joined(separator: "\n")
    #expect(OneItemDrill("### Spot: When?\n\n\(list)").findings == ["D303@503"])
  }
}
