// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Golden answers")
struct AnswersTestTests {
  private static let drill = """
    ## Desk

    ### Choose: What first?

    _id: first; within 20 s_

    - [x] Ask.
    - [ ] (50%) Wait.
    - [ ] (fail) Shout.
    - [ ] (25%; timed out)

    ### Reply: Say it.

    _id: reply; 2-20 words_

    - [x] Apologises: sorry | apolog*
    - [x] Says when: tonight
    - [ ] (fail: compliance) Promises money: refund you

    Model:

    > Sorry, it is there tonight.

    ## Again

    _when failed [first](#desk)_

    ### Order: In order.

    _id: order_

    1. One.
    2. Two.
    3. Three.

    ## Variants

    | As it is | Later |
    |---|---|
    | tonight | tomorrow |
    """

  private static func test(_ text: String) throws -> (AnswersTest, SourceText) {
    let sketch = try Sketch(drill)
    let diagnostics = Diagnostics()
    let source = try #require(
      SourceText(file: "a.answers.md", bytes: Array(text.utf8), diagnostics: diagnostics))
    let policies = PolicyBook([], today: nil, diagnostics: Diagnostics())
    return (AnswersTest(source, variants: sketch.drills, policies: policies), source)
  }

  @Test("runs that come to what they must")
  func met() throws {
    let (test, _) = try Self.test(
      """
      # Golden answers

      ## Run: Careful

      Expect: pass; score 100; scenes Desk

      - **first** ask
      - **reply** Sorry. You have it tonight.

      ## Run: As careful, later

      Variant: Later

      Expect: pass; score 100

      - **reply**
        > Sorry, it comes tomorrow.
      - (others) as Careful

      ## Run: Slow

      Expect: fail; score 36.11; scenes Desk, Again

      - **first** (timed out)
      - **reply** Sorry about that.
      - **order** 1 3 2

      ## Run: Loud

      Expect: fail (compliance, customer)

      - **first** Shout.
      - **reply** Sorry, we refund you tonight.
      - (others) right

      ## Item: reply

      | Reply | Score | Why |
      |---|---|---|
      | My apologies, tonight. | 100 | paraphrase |
      | I am not sorry, tonight. | 50 % | negation |
      | (timed out) | 0 | |
      """)
    #expect(test.problems.isEmpty, "\(test.problems)")
    let failed = test.outcomes.filter { !$0.isMet }.map { "\($0.name): \($0.found)" }
    #expect(failed.isEmpty, "\(failed)")
    #expect(test.outcomes.count == 7)
  }

  @Test(
    "what comes to something else is shown with what was found and why, and can be written down")
  func otherwise() throws {
    let text = """
      ## Run: Careful

      Expect: pass; score 100

      - **first** wait
      - (others) right

      ## Run: New

      - (others) right

      ## Item: reply

      | Reply                  | Score | Why   |
      |------------------------|-------|-------|
      | Sorry, we refund you \\| tonight. | 100 | money |
      | It is tonight.         |       |       |
      """
    let (test, source) = try Self.test(text)
    #expect(test.problems.isEmpty, "\(test.problems)")
    #expect(test.outcomes.map(\.isMet) == [false, false, false, false])
    #expect(test.outcomes.map(\.expected) == ["pass; score 100", nil, "100", nil])
    #expect(test.outcomes[1].found == "pass; score 100")
    #expect(test.outcomes[0].explanation.contains("first: 50 %"))
    #expect(test.outcomes[2].explanation.contains { $0.hasPrefix("critical: Promises money") })
    let updated = test.updated(source)
    let joined = updated.joined(separator: "\n")
    #expect(joined.contains("## Run: New\n\nExpect: pass; score 100\n"))
    #expect(joined.contains("| It is tonight.         | 50    |       |"))
    #expect(joined.contains("\\| tonight. | 75 fail (compliance) | money |"))
    // Written down, it is met, and nothing more is to be written.
    let (again, same) = try Self.test(joined)
    #expect(again.outcomes.map(\.isMet) == [true, true, true, true])
    #expect(again.updated(same) == updated)
  }

  @Test("a critical failure that would be written away is known as such, and notes are told")
  func lost() throws {
    let (test, _) = try Self.test(
      """
      ## Run: Loud

      Expect: fail (customer); score 50; scenes Desk, Again

      - **first** ask
      - (others) right

      ## Item: reply

      | Reply | Score | Why |
      |---|---|---|
      | Sorry, tonight. Write to me@house.example. | 100 fail (compliance) | an address |
      | Sorry, tonight. | 50 | too harsh |
      | Sorry, we refund you. | 50 | it fails |
      """)
    #expect(test.outcomes.map(\.losesFailure) == [true, true, false, false])
    #expect(
      test.outcomes[1].explanation.contains { $0.hasPrefix("note: “me@house.example” stands in") })
  }

  @Test(
    "what can't be tested, with its place",
    arguments: [
      ("## Careful", "G001@1"),
      ("## Run: A\n\n- **firs** ask\n- (others) right", "G002@3"),
      ("## Item: nobody\n\n| Reply | Score |\n|---|---|\n| a | 1 |", "G002@1"),
      ("## Run: A\n\n- ask", "G003@3"),
      ("## Run: A\n\n- **first** walk away\n- (others) right", "G003@3"),
      ("## Run: A\n\n- (others) as B", "G003@1"),
      ("## Run: A\n\n- (others) perhaps", "G003@3"),
      ("## Run: A\n\n- **first** ask", "G004@1"),
      ("## Run: A\n\nExpect: maybe\n\n- (others) right", "G005@3"),
      ("## Run: A\n\nExpect pass\n\n- (others) right", "G005@3"),
      ("## Run: A\n\nExpected: fail (compliance)\n\n- (others) right", "G005@3"),
      ("## Run: A\n\nvariant Later\n\n- (others) right", "G005@3"),
      ("## Run: A\n\nVariant: Nowhere\nExpect: maybe\n\n- (others) right", "G005@4"),
      ("## Run: A\n\nExpect: fail (money)\n\n- (others) right", "G005@3"),
      ("## Run: A\n\nExpect: score 101\n\n- (others) right", "G005@3"),
      ("## Run: A\n\nVariant: Never\n\n- (others) right", "G006@3"),
      ("## Item: reply\n\n| Text | Points |\n|---|---|\n| a | 1 |", "G003@3"),
      ("## Item: reply\n\n- Sorry, tonight.\n- Sorry.", "G003@3"),
      ("## Item: reply\n\n> Sorry, tonight.\n\nScore: 100", "G003@3"),
      ("## Item: reply\n\nScore: 100", "G003@1"),
      ("## Item: reply\n\n| Reply | Score |\n|---|---|\n| Sorry. | 50 |\n\n- Sorry.", "G003@7"),
      ("### Run: A\n\n- (others) right", "G001@1"), ("# Run: A\n\n- (others) right", "G001@1"),
      ("## Run: A\n\n- (others) right\n\n### Item: reply\n\n| Reply | Score |", "G001@5"),
      ("## Run: A\n\n- (others) right\n\n### More", "G001@5"),
      ("## Run: A\n\n| first | ask |\n|---|---|\n| a | b |\n\n- (others) right", "G003@3"),
      ("## Run: A\n\nScore: 100\n\n- (others) right", "G005@3"),
      ("## Run: A\n\npass; score 100\n\n- (others) right", "G005@3"),
      ("## Run: A\n\n> ask\n\n- (others) right", "G003@3"),
      ("## Run: A\n\n**first** ask\n\n- (others) right", "G003@3"),
      ("## Run: A\n\n- **reply** Sorry.\n  > Tonight.\n- (others) right", "G003@4"),
      ("# Golden answers\n\nNothing yet.", "G001@1"),
    ])
  func problems(text: String, finding: String) throws {
    let (test, _) = try Self.test(text)
    let found = test.problems.filter { $0.rule.code.hasPrefix("G") }
      .map { "\($0.rule.code)@\($0.place.line)" }
    #expect(found.contains(finding), "\(test.problems)")
  }

  @Test(
    "notes, comments and a title are no answers",
    arguments: [
      "# Golden answers: Desk\n\nA note:\n\n- on this\n\n## Run: A\n\n- (others) right",
      "## Run: A\n\nScore 100 is what the best get.\n\nPass it on.\n\n- (others) right",
      "## Run: A\n\n**Note** that all is right.\n\n<!-- so -->\n\n- (others) right",
      "## Item: reply\n\nWhat people type.\n\n| Reply | Score |\n|---|---|\n| Sorry, tonight. | 100 |\n\nMore later.",
      "## Run: A\n\n- **reply**\n\n  > Sorry.\n  >\n  > Tonight.\n\n- (others) right",
    ])
  func silent(text: String) throws {
    let (test, _) = try Self.test(text)
    #expect(test.problems.isEmpty, "\(test.problems)")
  }

  @Test("a run under “###” is given all the same")
  func meantSection() throws {
    let (test, _) = try Self.test(
      "# Golden\n\n### Run: A\n\n- (others) right\n\n## Run: B\n\n- (others) right")
    #expect(test.outcomes.count == 2)
    #expect(test.problems.map(\.rule.code) == ["G001"])
    #expect(test.problems.first?.fix?.lines == ["## Run: A"])
  }

  @Test("a reply that is too short is told of to whoever wrote the file, not to a player")
  func shortReply() throws {
    let (test, _) = try Self.test("## Item: reply\n\n| Reply | Score |\n|---|---|\n| No | 0 |")
    let told = test.problems.map(\.message).joined(separator: "\n")
    #expect(told.contains("This reply has 1 word; it needs "), "\(told)")
    #expect(!told.contains("Your"))
  }
}
