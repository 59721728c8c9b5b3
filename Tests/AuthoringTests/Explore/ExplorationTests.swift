// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Exploring a drill")
struct ExplorationTests {
  /// What a small drill comes to.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let body: String
    var pass = 80
    var ways = 0
    var lengths = 0...0
    var scores = 0...0
    var clean: Int?
    var codes: [String] = []
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "one question, three things that can happen",
      body: """
        ## Desk

        ### Choose: What first?

        - [x] Ask.
        - [ ] (50%) Wait.
        - [ ] Shout.
        - [ ] Run.
        """,
      ways: 3, lengths: 1...1, scores: 0...100, clean: 100),
    Case(
      name: "a way is longer than the other",
      body: """
        ## Desk

        ### Choose: What first?

        - [x] Ask. → [End](#end)
        - [ ] Shout.

        ### Choose: And now?

        - [x] Stop.
        - [ ] Go on.

        ## End
        """,
      ways: 3, lengths: 1...2, scores: 0...100, clean: 100),
    Case(
      name: "nobody can avoid the critical failure",
      body: """
        ## Desk

        ### Order: Put them in order.

        1. One.
        2. Two.

        ### Choose: What first?

        - [x] Ask. → [Trap](#trap)
        - [ ] Shout. → [Trap](#trap)

        ## Trap

        ### Choose all: Which?

        _within 5 s_

        - [ ] (fail) This.
        - [x] That.
        - [ ] (fail; timed out)
        """,
      ways: 0, lengths: 3...3, scores: 0...100, clean: 100),
    Case(
      name: "the mark is out of reach",
      body: """
        ## Desk

        ### Choose: What first?

        - [x] Ask. → [Fine](#fine)
        - [ ] Shout.

        ## Fine

        ### Choose: And then?

        _when failed [Desk](#desk)_

        - [x] Sit.
        - [ ] Stand.
        """,
      ways: 3, lengths: 1...2, scores: 0...100, clean: 100),
    Case(
      name: "what was answered before decides what is asked, and nothing else is remembered",
      body: """
        ## Desk

        ### Choose: What first?

        _id: first_

        - [x] Ask.
        - [ ] (50%) Wait.
        - [ ] Shout.

        ### Choose: And then?

        - [x] Sit.
        - [ ] Stand.

        ## Later

        _when failed [first](#desk)_

        ### Choose: Sorry?

        - [x] Yes.
        - [ ] No.
        """,
      ways: 10, lengths: 2...3, scores: 0...100, clean: 100),
    Case(
      name: "another try",
      body: """
        ## Desk

        ### Choose: What first?

        _2 attempts_

        - [x] Ask.
        - [ ] Shout.
        """,
      ways: 3, lengths: 1...1, scores: 0...100, clean: 100),
    Case(
      name: "a scene that no answer leads to",
      body: """
        ## Desk

        ### Choose: What first?

        _id: first_

        - [x] Ask.
        - [ ] Shout.

        ## Both

        _when passed [first](#desk) and failed [first](#desk)_

        ### Choose: Sorry?

        - [x] Yes.
        - [ ] No.
        """,
      ways: 2, lengths: 1...1, scores: 0...100, clean: 100, codes: ["X005"]),
    Case(
      name: "a guesser passes",
      body: """
        ## Desk

        ### Choose: What first?

        - [x] Ask your supervisor and wait until they have confirmed it.
        - [ ] Shout.

        ### Choose: And then?

        - [x] Check the policy before you touch anything at all in here.
        - [ ] Run.
        """,
      ways: 4, lengths: 2...2, scores: 0...100, clean: 100, codes: ["X003"]),
  ]

  @Test("what it comes to", arguments: cases)
  func comesTo(_ example: Case) throws {
    let sketch = try Sketch(example.body, pass: example.pass)
    let found = Exploration(sketch.script())
    if example.ways > 0 { #expect(found.ways == example.ways) }
    #expect(found.lengths == example.lengths)
    let percent = { (number: Int) in Credit(clamping: number * 100) }
    #expect(
      found.scores == percent(example.scores.lowerBound)...percent(example.scores.upperBound))
    #expect(found.greatestClean == example.clean.map(percent))
    #expect(!found.isCut && !found.hasLoop && found.deadEnds.isEmpty)
    // Two answers a question are few enough to be guessed: only what is asked for is compared.
    let codes = found.findings(in: sketch.drills[0]).map(\.rule.code)
    #expect(codes.filter { $0 != "X003" || example.codes.contains($0) } == example.codes)
  }

  /// Drills that the check would refuse, or can't play, and what exploring finds of them.
  static let refused: [String: String] = [
    "X001": """
    ## Desk

    ### Reply: Say it.

    - [x] Says it: alpha
    - [ ] (-100%) Does not: alpha
    """,
    "X002": """
    ## Desk

    ### Reply: Say it.

    - [x] (fail) Says it: alpha
    - [ ] (fail) Does not: alpha
    """,
    "X006": """
    Facts:

    - Now: Friday 18:40

    ## Desk

    ### Escalate: Who is told?

    _id: tell_
    """,
    "X007": """
    ## Desk

    ### Choose: What first?

    - [x] Ask.
    - [ ] Go round. → [Round](#round)

    ## Round

    ### Choose: Again?

    - [x] Stop. → [End](#end)
    - [ ] Again. → [Desk](#desk)

    ## End
    """,
    "X008": """
    ## Desk

    ### Choose: What first?

    - [x] Ask.
    - [ ] Shout. → [End](#end)

    ### Choose: What then?

    - [x] Ask.
    - [ ] Shout.

    ## End
    """,
  ]

  @Test("what the check would refuse", arguments: refused.keys.sorted())
  func find(code: String) throws {
    let sketch = try Sketch(try #require(Self.refused[code]))
    let found = Exploration(sketch.script(), bound: code == "X008" ? 2 : 300)
    let codes = found.findings(in: sketch.drills[0]).map(\.rule.code)
    #expect(codes.contains(code), "\(codes)")
  }

  @Test("a way without a critical failure may earn less than the best one")
  func critical() throws {
    let sketch = try Sketch(
      """
      ## Desk

      ### Choose: What first?

      - [x] Ask.
      - [ ] (fail) Shout.

      ### Choose: And then?

      _3 points_

      - [x] Sit.
      - [ ] (fail) Stand.
      """)
    let found = Exploration(sketch.script())
    #expect(found.hasCritical && found.canPass)
    #expect(found.scores == Credit.none...Credit.full)
    // Walked by hand: the most without a failure is all, the least 0; one failure of four points.
    #expect(found.ways == 4)
  }

  @Test("beyond the bound players go at random, the same ones each time")
  func bound() throws {
    let question = """
      ### Choose: What?

      _2 points_

      - [x] Ask.
      - [ ] (50%) Wait.
      - [ ] Shout.


      """
    let body =
      "## Desk\n\n" + String(repeating: question, count: 6)
      + "## Last\n\n_when score is at least 50_\n\n" + question
    let sketch = try Sketch(body)
    let whole = Exploration(sketch.script())
    let cut = Exploration(sketch.script(), bound: 5)
    #expect(!whole.isCut && cut.isCut)
    #expect(cut == Exploration(sketch.script(), bound: 5))
    #expect(cut.situations <= 5 + 3)
    #expect(whole.scores == Credit.none...Credit.full)
    // A thousand players at random can't do better than what there is.
    let played = try #require(cut.scores)
    #expect(played.lowerBound >= Credit.none && played.upperBound <= Credit.full)
    #expect(played.upperBound > Credit(clamping: 5_000))
    #expect(cut.findings(in: sketch.drills[0]).map(\.rule.code).contains("X008"))
    #expect(cut.unreachedScenes.isEmpty)
  }
}
