// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// Several consoles on one store at once.
@Suite struct TogetherTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `of two consoles on one attempt the first is told, and nothing is lost`() throws {
    let first = try place.play("desk")
    try first.enter("1", toSee: "Write to the caller.")
    let second = try place.play("desk")
    #expect(second.screen.text.contains("Write to the caller."))
    // The second has taken it up: the first may not go on.
    try first.enter(SampleLibrary.right[1])
    #expect(try first.end() == .exited(75))
    #expect(first.screen.text.contains("Another console has gone on with this"))
    #expect(first.screen.text.contains("nothing else is lost"))
    #expect(!first.screen.text.contains("A good answer:"))
    #expect(first.isInLineMode)
    try second.enter(SampleLibrary.right[1], toSee: "A good answer:")
    try second.enter(SampleLibrary.right[2])
    #expect(try second.end() == .exited(0))
    let scores = try place.run("scores").output
    #expect(scores.split(separator: "\n").filter { $0.contains("attempt") }.count == 1)
    #expect(scores.contains("passed, 100 %"))
    #expect(try place.isSound())
  }

  @Test func `eight employees at once, none waits for another, nothing is mixed up`() throws {
    let employees = (1...8).map { "employee-\($0)" }
    let terminals = try employees.map { employee in
      let terminal = try place.start(
        "run", "desk", "--plain", "--agree", "--as", employee, rows: 60)
      // All is typed ahead: the eight programs run side by side.
      try terminal.send(SampleLibrary.right.map { $0 + "\n" }.joined())
      return terminal
    }
    for terminal in terminals { #expect(try terminal.end() == .exited(0)) }
    let scores = try place.run("scores", "--all").output
    for employee in employees {
      #expect(
        scores.split(separator: "\n").filter { $0.contains(" · \(employee) · ") }.count == 1)
      #expect(
        try place.run("replay", "--as", employee).output.contains(
          "You answered: \(SampleLibrary.right[1])"))
    }
    #expect(scores.split(separator: "passed, 100 %").count == 9)
    #expect(try place.isSound())
  }
}
