// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Reading a drill")
struct ReadingTests {
  /// The example of the page on the drill format, with the scenes that it leads to.
  static let example = DrillText(
    """
    # A test

    Facts:

    - Now: Friday 18:40
    - Data: payment card

    You are alone on the chat desk and the queue is at nine.

    ## Opening

    > **Customer:** Payment failed again. Card 4111 1111 1111 1111, just try it for me?

    ### Choose: What do you do first?

    _id: first-move; competency: habits; 2 points; within 45 s_

    Hint (-25%): Who can read the notes?

    After 20 s:

    > **Chat, Marcus:** Are you free?

    - [ ] Copy the number into the order notes, so that billing can retry.
      > Order notes are kept for seven years: [card data](../../Policies/rules.md#severity).
    - [x] Mask the number and send the secure payment link. → [Masked](#masked)
      > **Customer:** Oh. Thank you.

      > Right. The log is clean before anyone else opens it.
    - [ ] (50%; +10 min) Ask the customer to delete the message.
      > They can't delete your copy of it.
    - [ ] (fail: compliance) Read the number out in the team channel to ask for help.
      > Now it is in a second system.
    - [ ] (timed out)
      > Silence left it standing in the log.

    Next:

    - [The next desk](#the-next-desk) when failed [first-move](#opening)
    - [Masked](#masked) otherwise

    ## The next desk

    _detour_

    It rings there as well.

    ## Masked

    There is a grey bar in the log.

    ## End

    Over.

    _when failed [first-move](#opening)_

    Look again.
    """)

  @Test("the example of the format's page")
  func example() throws {
    let drill = try Self.example.drill()
    #expect(drill.facts["Data"]?.texts == ["payment card"])
    #expect(
      drill.opening.map(\.blocks.plainText) == [
        "You are alone on the chat desk and the queue is at nine."
      ])
    #expect(drill.scenes.map(\.title) == ["Opening", "The next desk", "Masked"])
    #expect(drill.scenes.map(\.isDetour) == [false, true, false])
    let opening = drill.scenes[0]
    #expect(opening.narration.map(\.voice) == [.speech(speaker: "Customer")])
    let item = try #require(opening.items.first)
    #expect(item.id == "first-move")
    #expect(item.question == "What do you do first?")
    #expect(item.settings.points == 2)
    #expect(item.settings.within == 45)
    #expect(item.settings.competency == "habits")
    #expect(item.hints.map(\.price) == [25])
    #expect(item.hints.map(\.text.plain) == ["Who can read the notes?"])
    #expect(item.injects.map(\.moment) == [.seconds(20)])
    #expect(item.injects.map(\.evenIfAnswered) == [false])
    #expect(item.injects[0].passages.map(\.voice) == [.speech(speaker: "Chat, Marcus")])
    #expect(item.next.map(\.target) == [.scene("the-next-desk"), .scene("masked")])
    #expect(item.next.map { $0.condition == nil } == [false, true])
    #expect(drill.debrief.map { $0.condition == nil } == [true, false])
  }

  @Test("its answers: letters, marks, voices, targets")
  func answers() throws {
    let item = try Self.example.drill().scenes[0].items[0]
    let content = try #require(item.content as? ChooseContent)
    #expect(content.list.options.map(\.id) == ["a", "b", "c", "d"])
    #expect(content.list.options.map(\.tick) == [.unticked, .ticked, .unticked, .unticked])
    #expect(content.list.options.map(\.target) == [nil, "masked", nil, nil])
    #expect(content.list.options.map(\.marks.share) == [nil, nil, 50, nil])
    #expect(content.list.options.map(\.marks.minutes) == [0, 0, 10, 0])
    #expect(content.list.options.map(\.marks.criticalClass) == [nil, nil, nil, .compliance])
    #expect(
      content.list.options[1].text.plain == "Mask the number and send the secure payment link.")
    #expect(
      content.list.options[1].remarks == [
        Remark(.reaction, "Oh. Thank you.", speaker: "Customer"),
        Remark(.feedback, "Right. The log is clean before anyone else opens it."),
      ])
    #expect(
      content.list.options[0].remarks == [
        Remark(
          .feedback, "Order notes are kept for seven years: card data.", clause: "rules#severity")
      ])
    #expect(content.list.timedOut?.remarks.map(\.text) == ["Silence left it standing in the log."])
    #expect(content.list.timedOut?.id == "")
  }

  @Test("the nearest fact wins, key by key")
  func nearest() throws {
    let text = DrillText(
      """
      # A test

      Facts:

      - Now: Friday 18:40
      - Data: payment card
      - Records: 1

      ## Opening

      Facts:

      - Data: health; contact
      - Records: 2

      ### Choose: What?

      Facts:

      - records: 3

      Answers:

      \(LanguageCase.answers)
      """)
    let drill = try text.drill()
    let script = Script(drill: drill, policies: PolicyBook())
    let facts = script.facts(of: drill.scenes[0].items[0], in: drill.scenes[0])
    #expect(facts["Now"]?.text == "Friday 18:40")
    #expect(facts["Data"]?.texts == ["health", "contact"])
    #expect(facts["Records"]?.text == "3")
  }

  @Test("settings over the drill's defaults, and an item's id by its place")
  func defaults() throws {
    let body = """
      # A test

      ## The first scene

      ### Choose: One?

      \(LanguageCase.answers)
      ### Choose: Two?

      _1 point; shuffle: yes; attempts: 2_

      \(LanguageCase.answers)
      """.replacingLast("attempts: 2", "2 attempts")
    let text = DrillText(body, changing: ["defaults": "{points: 3, shuffle: no, within: 30 s}"])
    let items = try text.drill().scenes[0].items
    #expect(items.map(\.id) == ["the-first-scene.1", "the-first-scene.2"])
    #expect(items.map(\.settings.points) == [3, 1])
    #expect(items.map(\.settings.shuffle) == [false, true])
    #expect(items.map(\.settings.within) == [30, 30])
    #expect(items.map(\.settings.attempts) == [1, 2])
  }

  @Test(
    "who speaks: bold that ends in a colon, and no head of a mail",
    arguments: [
      ("> **Robin:** Hello.", "Robin"), ("> **Chat, Marcus:** Hello.", "Chat, Marcus"),
      ("> **Robin** said hello.", nil), ("> Robin: Hello.", nil), ("> **From:** Robin", nil),
      ("> **To:** Lee", nil), ("> **Sent:** Friday", nil), ("> **Subject:** Hello", nil),
      ("> __Robin:__ Hello.", "Robin"), ("> So **Robin:** Hello.", nil),
    ] as [(String, String?)])
  func speaker(_ quote: String, _ name: String?) throws {
    let drill = try DrillText(DrillText.told(quote)).drill()
    let voice = try #require(drill.scenes[0].narration.first?.voice)
    #expect(voice == (name.map { .speech(speaker: $0) } ?? .document))
  }

  @Test("a condition under a heading holds for the whole section")
  func sections() throws {
    let drill = try DrillText(
      DrillText.sound(
        """

        ## Later

        _detour_

        _when failed [first](#opening)_

        It rings.

        ### Choose: Again?

        _id: again_

        _when timed out [first](#opening)_

        It rings again.

        \(LanguageCase.answers)
        ## End

        _when passed [first](#opening)_

        Well done.

        _when score is at least 100_

        > **Robin:** Very well done.
        """)
    ).drill()
    let later = drill.scenes[1]
    #expect(later.isDetour)
    #expect(
      later.condition?.terms.map(\.test) == [.failed(.init(slug: "opening", itemID: "first"))])
    #expect(later.narration.map { $0.condition == nil } == [true])
    #expect(later.items[0].condition?.terms.count == 1)
    #expect(later.items[0].passages.map { $0.condition == nil } == [true])
    #expect(drill.debrief.map { $0.condition?.terms.count } == [1, 2])
  }
}
