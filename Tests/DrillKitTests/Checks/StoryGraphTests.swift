// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("The ways through a story")
struct StoryGraphTests {
  private static func script(_ body: String) throws -> Script {
    Script(drill: try DrillText(body).drill(), policies: PolicyBook())
  }

  /// Slugs and ids of what can be reached.
  private static func reached(_ script: Script) -> Set<String> {
    Set(
      StoryGraph(script).walk().reached.compactMap { node in
        switch node {
        case .scene(let index): script.drill.scenes[index].slug
        case .item(let scene, let item): script.drill.scenes[scene].items[item].id
        case .leave, .end: nil
        }
      })
  }

  private static func choose(_ id: String, _ first: String, _ second: String, _ more: String = "")
    -> String
  {
    "### Choose: What?\n\n_id: \(id)\(more)_\n\n- [x] Help.\(first)\n  > Yes.\n- [ ] Wait.\(second)\n  > No.\n\n"
  }

  @Test("a scene after another is reached, a detour only by a link")
  func detours() throws {
    let script = try Self.script(
      """
      # A test

      ## Start

      \(Self.choose("one", "", " → [Aside](#aside)"))
      ## Aside

      _detour_

      Well.

      ## Other

      _detour_

      Well.

      ## Last

      Over.
      """)
    #expect(Self.reached(script) == ["start", "one", "aside", "last"])
  }

  @Test("where every answer leads away, what follows is not reached")
  func targets() throws {
    let away = " → [Last](#last)"
    for (more, timedOut, isReached) in [
      ("", "", false),
      // With a timer there is one more way out of the item, unless it leads away as well.
      ("; within 20 s", "", true),
      ("; within 20 s", "- (timed out) → [Last](#last)\n  > No.", false),
    ] {
      let script = try Self.script(
        "# A test\n\n## Start\n\n\(Self.choose("one", away, away, more).dropLast())\(timedOut)\n\n"
          + Self.choose("two", "", "") + "## Last\n\nOver.")
      #expect(Self.reached(script).contains("two") == isReached, "\(more) \(timedOut)")
    }
  }

  @Test("an item or a scene with a condition may be passed over")
  func conditions() throws {
    let script = try Self.script(
      """
      # A test

      ## Start

      \(Self.choose("one", "", ""))
      ## Perhaps

      _when failed [one](#start)_

      \(Self.choose("two", "", " → [End](#end)"))
      ## Last

      \(Self.choose("three", "", ""))
      """)
    #expect(Self.reached(script) == ["start", "one", "perhaps", "two", "last", "three"])
    #expect(StoryGraph(script).walk().loop == nil)
  }

  @Test("minutes that answers take add up along every way")
  func delays() throws {
    let script = try Self.script(
      """
      # A test

      ## Start

      ### Choose: What?

      _id: one_

      - [x] Help.
        > Yes.
      - [ ] (+10 min) Wait.
        > No.

      ### Choose: What then?

      _id: two_

      - [x] (+5 min) Help.
        > Yes.
      - [ ] (+20 min) Wait.
        > No.

      \(Self.choose("three", "", ""))
      """)
    let delays = StoryGraph(script).delays()
    #expect(delays[.item(scene: 0, item: 0)] == [0])
    #expect(delays[.item(scene: 0, item: 1)] == [0, 10])
    #expect(delays[.item(scene: 0, item: 2)]?.isSuperset(of: [5, 15, 20, 30]) == true)
  }

  @Test("the rehearsal takes the best way and earns everything")
  func rehearsal() throws {
    let script = try Self.script(
      """
      # A test

      ## Start

      \(Self.choose("one", " → [Last](#last)", ""))
      \(Self.choose("two", "", ""))
      ## Last

      \(Self.choose("three", "", ""))
      """)
    let state = try #require(Rehearsal(script).play())
    #expect(state.results.map(\.item) == ["one", "three"])
    #expect(state.entered == ["start", "last"])
    #expect(state.finished?.score == .full)
    #expect(state.finished?.passed == true)
  }

  @Test("a policy is asked at every clock that can be reached")
  func clocks() throws {
    // Ten minutes later it is out of hours, and no route is given for the pager by phone.
    let body = """
      # A test

      Facts:

      - Now: Monday 17:55
      - Incident: intrusion
      - Records: 1
      - Data: health

      ## Start

      ### Choose: What?

      - [x] Help.
        > Yes.
      - [ ] (+10 min) Wait.
        > No.

      ### Escalate: Who is told?

      - too late
        > Sooner.
      """
    let text = DrillText(body, changing: ["policies": "[rules]"])
    #expect(try text.findings(library: LanguageCase.rules) == [])
    let gap = LanguageCase.book(
      PolicyFixture.escalation.replacingLast(
        "| | critical | out of hours | security | pager; phone | 30 min | Page **once**. |\n", ""
      )
      .replacingLast("| | low | |", "| | low | office; out of hours |"))
    let found = try text.diagnostics(library: gap)
    #expect(found.map(\.rule.code) == ["P021"], "\(found.map(\.description))")
  }
}
