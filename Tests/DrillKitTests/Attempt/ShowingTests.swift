// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// The order on the screen: drawn once, recorded, and the same for whoever comes back.
@Suite("Showing an item")
struct ShowingTests {
  private static func story(_ settings: String, tries: Int = 1) throws -> Story {
    try Story(
      """
      ## Desk

      ### Choose: What first?

      _id: first; \(tries) attempts\(settings)_

      - [x] Alpha.
        > Yes.
      - [ ] Bravo.
        > No.
      - [ ] Charlie.
        > No.
      - [ ] Delta.
        > No.
      - [ ] Echo.
        > No.
      - [ ] Foxtrot.
        > No.

      ### Order: Which order?

      _id: order_

      1. One.
         > 1
      2. Two.
         > 2
      3. Three.
         > 3
      """)
  }

  private static func order(_ settings: String, seed: UInt64) throws -> [String] {
    var play = try Play(try story(settings).script(), seed: seed)
    try play.take(.show)
    return play.order
  }

  @Test("a seed always gives the same order, and seeds give every order")
  func seeds() throws {
    var firsts: Set<String> = []
    for seed in UInt64(0)..<60 {
      let order = try Self.order("", seed: seed)
      #expect(try Self.order("", seed: seed) == order)
      #expect(order.sorted() == ["a", "b", "c", "d", "e", "f"])
      firsts.insert(order[0])
    }
    #expect(firsts.count == 6)
  }

  @Test("without shuffling the file's order stands")
  func unshuffled() throws {
    #expect(try Self.order("; shuffle: no", seed: 3) == ["a", "b", "c", "d", "e", "f"])
  }

  @Test("show draws wrong answers beside the right one, in every combination")
  func show() throws {
    var seen: Set<String> = []
    for seed in UInt64(0)..<80 {
      let order = try Self.order("; show: 3", seed: seed)
      #expect(order.count == 3 && order.contains("a") && Set(order).count == 3)
      seen.formUnion(order)
      let unshuffled = try Self.order("; show: 3; shuffle: no", seed: seed)
      #expect(unshuffled == unshuffled.sorted() && unshuffled.first == "a")
    }
    #expect(seen.count == 6)
  }

  @Test("what was not on the screen can't be answered")
  func notShown() throws {
    var play = try Play(try Self.story("; show: 3").script())
    try play.take(.show)
    let hidden = try #require(["b", "c", "d", "e", "f"].first { !play.order.contains($0) })
    #expect(throws: AttemptProblem.wrongShape) {
      try play.take(.answer(.choices([hidden]), nil))
    }
    try play.take(.answer(.choices([play.order[0]]), nil))
  }

  /// A new draw would show which answer stays.
  @Test("a later try shows the same answers in the same places")
  func laterTry() throws {
    var play = try Play(try Self.story("; show: 3", tries: 3).script())
    try play.take(.show)
    let order = play.order
    let wrong = try #require(order.first { $0 != "a" })
    for attempt in 2...3 {
      try play.take(.answer(.choices([wrong]), nil))
      #expect(play.state.shown == nil)
      try play.take(.show)
      #expect(play.order == order && play.state.shown?.attempt == attempt)
    }
  }

  @Test("showing again records nothing; taken up again the same is on the screen")
  func resume() throws {
    var play = try Play(try Self.story("; show: 4").script())
    try play.take(.show)
    #expect(try play.take(.show).isEmpty)
    let before = play.state
    try play.take(.pause)
    #expect(play.state.isPaused)
    #expect(try play.take(.pause).isEmpty)
    try play.take(.resume())
    #expect(!play.state.isPaused && play.state.resumptions == 1)
    #expect(play.state.shown == before.shown)
    #expect(try play.take(.show).isEmpty)
    let recalled = Narrator(play.script).recall(play.state)
    let asked = recalled.flatMap(\.lines)
    #expect(asked.first == "“A sample” goes on where you left it.")
    #expect(asked.count { $0 == "? What first?" } == 1 && asked.count { $0.hasPrefix("[ ]") } == 4)
    #expect(recalled.dropFirst(2) == Narrator(play.script).question(in: play.state)[...])
  }

  @Test("hints that were taken are told again, injects that came are not")
  func recalled() throws {
    let story = try Story(
      """
      ## Desk

      It rains.

      ### Choose: What first?

      Hint (-25%): Look.

      After 5 s:

      > **Ada:** Quick.

      - [x] Right.
        > Yes.
      - [ ] Wrong.
        > No.
      """)
    var play = try Play(try story.script())
    try play.take(.show)
    try play.take(.hint)
    try play.take(.inject(0))
    #expect(try play.take(.inject(0)).isEmpty)
    try play.take(.resume())
    let asked = Narrator(play.script).recall(play.state).flatMap(\.lines)
    #expect(asked.contains("It rains.") && asked.last == "hint -25: Look.")
    #expect(!asked.contains { $0.contains("Quick") })
  }

  @Test("steps are never shown in their right order", arguments: UInt64(0)..<30)
  func steps(seed: UInt64) throws {
    var play = try Play(try Self.story("").script(), seed: seed)
    try play.type("alpha")
    try play.take(.show)
    #expect(play.order != ["a", "b", "c"] && play.order.sorted() == ["a", "b", "c"])
  }
}
