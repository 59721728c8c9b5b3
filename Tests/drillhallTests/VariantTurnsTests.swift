// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// A second attempt differs from the first.
@Suite struct VariantTurnsTests {
  @Test("variants take turns with each attempt of a person, and everybody begins with the first")
  func turns() throws {
    let place = try Workplace()
    try place.folder.write(
      """
      ---
      drill: 1
      id: turns
      version: 1
      title: Turns
      summary: A drill for tests.
      duty: escalation
      moment: during
      level: 1
      competencies: [triage]
      audience: [everyone]
      minutes: 2
      pass: 80
      policies: []
      review-by: 2099-08-31
      ---

      # Turns

      It is Monday.

      ## Opening

      ### Choose: Which?

      - [x] This.
        > Yes.
      - [ ] That.
        > No.

      ## Variants

      | First | Second | Third |
      |---|---|---|
      | Monday | Tuesday | Wednesday |
      """, to: "Drills/turns.md")
    var days: [String] = []
    for attempt in 0..<5 {
      let paused = try place.run("run", "turns", "--agree", input: "")
      #expect(paused.status == .exited(4))
      // An attempt that was left goes on in its own variant.
      let done = try place.run(
        "run", "turns", input: "\(attempt.isMultiple(of: 2) ? "this" : "that")\n")
      #expect(done.output.contains("“Turns” goes on where you left it."))
      days.append(contentsOf: self.days(in: paused.output))
    }
    #expect(days == ["Monday", "Tuesday", "Wednesday", "Monday", "Tuesday"])
    let other = try place.run("run", "turns", "--agree", "--as", "bo", input: "this\n")
    #expect(self.days(in: other.output) == ["Monday"])
    let chosen = try place.run("run", "turns", "--as", "bo", "--variant", "3", input: "this\n")
    #expect(self.days(in: chosen.output) == ["Wednesday"])
    let named = try place.run("run", "turns", "--as", "bo", "--variant", "second", input: "this\n")
    #expect(self.days(in: named.output) == ["Tuesday"])
    let explored = try place.run("explore", "turns", "--variant", "2", "--format", "json")
    #expect(explored.output.ranges(of: "\"situations\"").count == 1, "\(explored)")
  }

  private func days(in output: String) -> [String] {
    ["Monday", "Tuesday", "Wednesday"].filter { output.contains("It is \($0).") }
  }
}
