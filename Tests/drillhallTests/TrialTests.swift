// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// An author plays a draft: from any scene, with the key at hand, while the file changes.
@Suite struct TrialTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func text(question: String = "Choose: What first?") -> String {
    """
    ---
    drill: 1
    id: draft
    version: 1
    title: A draft
    summary: A draft for tests.
    duty: escalation
    moment: during
    level: 1
    competencies: [triage]
    audience: [everyone]
    minutes: 2
    pass: 80
    review-by: 2099-08-31
    ---

    # A draft

    It rings.

    ## Desk

    ### Choose: Who rings?

    - [x] The boss.
      > Yes.
    - [ ] Nobody.
      > No.

    ## Later

    It is later.

    ### \(question)

    _id: what; within 3600 s_

    - [x] Ask.
      > They decide.
    - [ ] (fail) Run.
      > Nobody knows.

    """
  }

  private func draft() throws -> String {
    try place.folder.write(text(), to: "draft.md")
    return place.folder.file("draft.md")
  }

  @Test func `a trial begins at a scene, shows the key, the score and the state`() throws {
    let input = "/key\n/state\nAsk\n/score\n"
    let result = try place.run("try", try draft(), "--scene", "Later", "--plain", input: input)
    #expect(result.status == .exited(0))
    #expect(result.output.hasPrefix("A trial from the scene “Later” on: nothing is recorded."))
    #expect(result.output.contains("\n\nScene: Later\n\nIt is later.\n"))
    // What stands before the scene is not told first.
    #expect(!result.output.contains("Desk"))
    #expect(!result.output.contains("It rings."))
    #expect(result.output.contains("\nRight: Ask.\n\nFeedback: They decide.\n"))
    // The right answer is said once by the key, once when it is given.
    #expect(result.output.ranges(of: "is the right answer").count == 1)
    #expect(result.output.contains("At later / what, try 1; 0 minutes passed; scenes later."))
    #expect(result.output.contains("The trial is over. Nothing was recorded."))
    // Nothing is recorded: there is not even a store.
    #expect(place.folder.names(in: "data").isEmpty)
  }

  @Test func `a scene that is not there is said, and the commands are no answers`() throws {
    let result = try place.run(
      "try", try draft(), "--plain", input: "/scene Latr\n/scene later\n/score\n/quit\n")
    #expect(result.output.contains("There is no scene “Latr”. Did you mean “later”?"))
    #expect(result.output.contains("It is later."))
    #expect(result.output.contains("0 % of 0 points so far; 80 % are needed."))
    #expect(result.output.contains("Left. Nothing was recorded."))
    let employee = try place.run("run", "desk", "--plain", "--agree", input: "/key\n/quit\n")
    #expect(employee.output.contains("“/key” is no command here."))
  }

  @Test func `what is saved is asked, and what has errors is said while the trial goes on`() throws
  {
    let path = try draft()
    let terminal = try place.start("try", path, "--scene", "later", rows: 60)
    try terminal.waitForPrompt()
    try place.folder.write(text(question: "Choose: And now, what first of all?"), to: "draft.md")
    try terminal.waitUntilShown("And now, what first of all?")
    try terminal.waitForPrompt()
    try place.folder.write(text(question: "Chose: And?"), to: "draft.md")
    try terminal.waitUntilShown("this goes on as it was.")
    try terminal.enter("/key", toSee: "Right: Ask.")
    try place.folder.write(text(question: "Choose: Mended?"), to: "draft.md")
    try terminal.waitUntilShown("Mended?")
    try terminal.waitForPrompt()
    try terminal.enter("Ask")
    try terminal.waitUntilShown("The trial is over.")
    #expect(try terminal.end() == .exited(0))
  }

  @Test func `a question whose id is changed is asked again in its place, and the scene once`()
    throws
  {
    let path = try draft()
    let terminal = try place.start("try", path, "--scene", "later", rows: 60)
    try terminal.waitForPrompt()
    try place.folder.write(text().replacing("id: what", with: "id: other"), to: "draft.md")
    try terminal.waitUntilShown("this goes on with “other”")
    try terminal.waitForPrompt()
    // What stood open above the notice is gone.
    #expect(terminal.screen.lines.count { $0 == ">" } == 1, "\(terminal.screen.text)")
    try terminal.enter("/state", toSee: "At later / other, try 1; 0 minutes passed; scenes later.")
    try terminal.enter("/quit")
    #expect(try terminal.end() == .exited(0))
  }

  @Test func `timers are set as for an employee, and a variant is named`() throws {
    let path = try draft()
    let off = try place.run("try", path, "--timers", "off", "--plain", input: "/quit\n")
    #expect(off.status == .exited(0))
    let wrong = try place.run("try", path, "--timers", "some", "--plain", input: "/quit\n")
    #expect(wrong.status == .exited(64))
    try place.folder.write(
      text() + "## Variants\n\n| Morning | Night |\n|---|---|\n| It rings. | It knocks. |\n",
      to: "draft.md")
    let night = try place.run("try", path, "--variant", "night", "--plain", input: "/quit\n")
    #expect(night.output.contains("It knocks."))
    let second = try place.run("try", path, "--variant", "2", "--plain", input: "/quit\n")
    #expect(second.output.contains("It knocks."))
    let none = try place.run("try", path, "--variant", "Nihgt", "--plain", input: "/quit\n")
    #expect(none.status == .exited(64))
    #expect(
      none.errors.contains(
        "has no variant “Nihgt”. Did you mean “Night”? There are: 1 Morning, 2 Night."))
  }

  @Test func `a draft that can't be played says why`() throws {
    try place.folder.write(text(question: "Chose: And?"), to: "draft.md")
    let result = try place.run("try", place.folder.file("draft.md"))
    #expect(result.status == .exited(65))
    #expect(result.errors.contains("D301"))
    let scene = try place.run("try", try draft(), "--scene", "nowhere", "--plain", input: "/quit\n")
    #expect(scene.status == .exited(64))
    #expect(scene.errors.contains("There is no scene “nowhere”."))
    #expect(!scene.output.contains("A trial"))
  }
}
