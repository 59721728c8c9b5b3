// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("The map of a drill")
struct StoryMapTests {
  private static let body = """
    ## The desk

    ### Choose: What first?

    _id: first; within 20 s_

    - [x] Ask. → [The "boss" & co](#the-"boss"-&-co)
    - [ ] (50%) Wait.
    - [ ] (fail) Shout. → [Trap](#trap)
    - [ ] (timed out) → [Trap](#trap)

    ## Second thoughts

    _when failed [first](#the-desk)_

    ### Choose: Again?

    - [x] Yes.
    - [ ] No.

    ## Trap

    _detour_

    Too late.

    ## Never

    _detour_

    Nobody comes here.
    """

  private static func map() throws -> StoryMap {
    // A title that no forge takes for a link's target is for the check to say.
    let plain = body.replacing("The \"boss\" & co", with: "Boss")
      .replacing("the-\"boss\"-&-co", with: "boss")
      .replacing("## Second thoughts", with: "## Boss\n\nThe boss comes.\n\n## Second thoughts")
    return StoryMap(try Sketch(plain).script())
  }

  @Test("ways carry the answers that lead along them, what they earn, and what must have happened")
  func ways() throws {
    let edges = try Self.map().edges.map { edge in
      "\(edge.from)>\(edge.to): \(edge.lines.joined(separator: " / "))"
        + (edge.isCritical ? " !" : "")
    }
    #expect(
      edges == [
        ">the-desk: ",
        "the-desk>boss: first: a 100 %, b 50 %",
        "the-desk>trap: first: c 0 % fails, time out",
        "boss>second-thoughts: ",
        "boss>end: ",
        "second-thoughts>end: 0 to 100 %",
        "trap>end: ",
      ])
  }

  @Test("scenes say what they ask, and which of them nothing leads to")
  func scenes() throws {
    let map = try Self.map()
    #expect(map.nodes.map(\.title).last == "End")
    #expect(map.nodes.first?.detail == "Choose, 1 point")
    #expect(map.nodes.filter { !$0.isReached }.map(\.title) == ["Never"])
    #expect(map.mermaid.contains("class n4 unreached"))
    #expect(map.dot.contains("n4 [label=\"Never\", style=\"rounded,dotted\"]"))
  }

  @Test("signs of the two languages are no signs in a title")
  func escapes() throws {
    let map = StoryMap(
      try Sketch("## Desk\n\n### Choose: What?\n\n- [x] Ask.\n- [ ] Go.").script())
    let odd = StoryMap(
      title: #"A "b" \ <c>"#,
      nodes: map.nodes.map {
        .init(
          slug: $0.slug, title: #"x"] --> y \n"#, detail: "", isDetour: false, isReached: true)
      }, edges: map.edges)
    #expect(odd.dot.contains(#"label="x\"] --> y \\n""#))
    #expect(odd.dot.contains(#"label="A \"b\" \\ <c>""#))
    #expect(odd.mermaid.contains(#"n0["x#34;#93; --#62; y #92;n"]"#))
    #expect(odd.mermaid.contains(#"title: "A \"b\" \\ <c>""#))
  }
}
