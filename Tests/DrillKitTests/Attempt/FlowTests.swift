// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// Where the story goes: the answer's target before the item's Next, the following item, the
/// scene's Next, and then the next scene that is no detour.
@Suite("Flow")
struct FlowTests {
  private static func choose(
    _ id: String, _ question: String = "Which?", right: String = "", wrong: String = "",
    before: String = "", next: String = ""
  ) -> String {
    """
    ### Choose: \(question)

    \(before)

    _id: \(id); within 60 s_

    - [x] Right.\(right)
      > Yes.
    - [ ] Wrong.\(wrong)
      > No.
    - [ ] (timed out)
      > Late.

    \(next)
    """
  }

  /// Plays with typed answers, `late` for a time-out, and tells the way: scenes and items.
  private static func way(_ story: Story, _ typed: [String]) throws -> [String] {
    var play = try Play(try story.script())
    var way: [String] = []
    for line in typed {
      way.append(play.item ?? "end")
      if line == "late" { try play.timeOut() } else { try play.type(line) }
    }
    return way + [play.item ?? "end"]
  }

  private static let precedence = """
    ## First

    \(choose(
      "one", right: " → [Third](#third)",
      next: """
        Next:

        - [Aside](#aside) when failed
        - [Fourth](#fourth) when timed out
        - Go on otherwise
        """))

    \(choose("two"))

    ## Aside

    _detour_

    \(choose("aside"))

    ## Second

    Next:

    - [Fourth](#fourth) when failed [three](#second)
    - Go on otherwise

    \(choose("three"))

    ## Third

    \(choose("four", wrong: " → [End](#end)"))

    ## Fourth

    \(choose("five"))
    """

  @Test(
    "goes by the answer, then the item, then the order of the file",
    arguments: [
      // The answer's own target, although the item's Next would go on.
      (["right", "right", "right"], ["one", "four", "five", "end"]),
      // The item's Next: the first line that holds, though a later one holds as well.
      (["wrong", "right", "right"], ["one", "aside", "three", "four"]),
      (["late", "right"], ["one", "aside", "three"]),
      // After a detour: the next scene of the file; its own scene is never entered otherwise.
      (["wrong", "wrong", "wrong", "right"], ["one", "aside", "three", "five", "end"]),
      // `## End` as a target.
      (["right", "wrong"], ["one", "four", "end"]),
    ] as [([String], [String])])
  func precedence(typed: [String], way: [String]) throws {
    #expect(try Self.way(try Story(Self.precedence), typed) == way)
  }

  @Test("without any Next: the following item, then the next scene that is no detour")
  func plain() throws {
    let body = """
      ## Aside

      _detour_

      \(Self.choose("aside"))

      ## First

      \(Self.choose("one"))

      \(Self.choose("two", next: "Next:\n\n- [Aside](#aside) when failed [one](#first)\n- Go on otherwise"))

      ## Between

      _detour_

      \(Self.choose("between"))

      ## Last

      Next:

      - [End](#end) otherwise

      Nothing is asked here.

      ## Never

      \(Self.choose("never"))
      """
    // A detour is not begun with, not fallen into, and comes back to where it stands in the file.
    #expect(try Self.way(try Story(body), ["right", "right"]) == ["one", "two", "end"])
    #expect(
      try Self.way(try Story(body), ["wrong", "right", "right", "right"])
        == ["one", "two", "aside", "one", "two"])
    var play = try Play(try Story(body).script())
    try play.type("right")
    try play.type("right")
    #expect(play.state.entered == ["first", "last"])
    #expect(play.page.contains("# Last\nNothing is asked here."))
  }

  @Test("scenes and items whose condition does not hold are passed over")
  func conditions() throws {
    let body = """
      ## First

      \(Self.choose("one"))

      ### Choose: Only after a slip?

      _when failed [one](#first)_

      _id: slip_

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.

      ## Second

      _when passed [one](#first)_

      \(Self.choose("two"))

      ## Third

      _when failed [one](#first)_

      \(Self.choose("three"))

      ## Fourth

      ### Choose: Never?

      _when passed [one](#first) and failed [one](#first)_

      _id: never_

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.
      """
    let story = try Story(body)
    #expect(try Self.way(story, ["right", "right"]) == ["one", "two", "end"])
    #expect(try Self.way(story, ["wrong", "right", "right"]) == ["one", "slip", "three", "end"])
    var play = try Play(try story.script())
    try play.type("right")
    try play.type("right")
    #expect(play.state.entered == ["first", "second", "fourth"])
  }

  @Test("a link to a scene that is passed over leads to the one after it")
  func linkedAndPassedOver() throws {
    let body = """
      ## First

      \(Self.choose("one", right: " → [Second](#second)"))

      ## Second

      _when failed [one](#first)_

      \(Self.choose("two"))

      ## Third

      \(Self.choose("three"))
      """
    #expect(try Self.way(try Story(body), ["right", "right"]) == ["one", "three", "end"])
  }

  @Test("an unscored decision branches, on time or late")
  func decision() throws {
    let body = """
      ## First

      ### Decide: Which?

      _id: which; within 30 s; shuffle: no_

      - Left. → [Left](#left)
      - Right. → [Right](#right)
      - (timed out) → [Right](#right)

      ## Left

      \(Self.choose("left"))

      ## Right

      \(Self.choose("right"))
      """
    let story = try Story(body)
    #expect(try Self.way(story, ["1"]) == ["which", "left"])
    #expect(try Self.way(story, ["2"]) == ["which", "right"])
    #expect(try Self.way(story, ["late"]) == ["which", "right"])
  }

  @Test("a story of which nothing is met ends at once, and is recorded as ended")
  func nothing() throws {
    let body = """
      ## First

      _when variant is "Other"_

      \(Self.choose("one"))

      ## Variants

      | This | Other |
      |---|---|
      | Yes | Surely |
      """
    let story = try Story(body)
    let play = try Play(try story.script())
    #expect(play.state.finished?.passed == true && play.state.entered.isEmpty)
    #expect(play.records.map(\.event.kind) == ["started", "entered", "finished"])
    #expect(try Play(try story.script(variant: 1)).item == "one")
  }
}
