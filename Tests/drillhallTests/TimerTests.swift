// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// What the clock does while a question is open.
@Suite struct TimerTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `time that is up ends the question, and a half-typed answer that is none`() throws {
    let terminal = try place.play("timed")
    #expect(terminal.screen.text.contains("1 point · 5 seconds"))
    try terminal.send("no such ans")
    try terminal.waitForPrompt("> no such ans")
    try terminal.waitUntilShown("> no such ans\nThe time is up.")
    try terminal.waitUntilShown("Nobody said a word.")
    try terminal.waitUntilShown("0 % of 1 point.")
    try terminal.waitForPrompt()
    try terminal.pause()
    let replay = try place.run("replay")
    #expect(replay.output.contains("Nobody said a word."))
    #expect(try place.isSound())
  }

  @Test func `what was typed by then counts where it is an answer`() throws {
    let terminal = try place.play("timed")
    try terminal.send("I am.")
    try terminal.waitForPrompt("> I am.")
    try terminal.waitUntilShown("The time is up.")
    try terminal.waitUntilShown("what you had by then counts")
    try terminal.waitUntilShown("100 % of 1 point.")
    try terminal.waitForPrompt()
    try terminal.pause()
    #expect(try place.isSound())
  }

  @Test func `an inject stands above the line that is being typed, which stays whole`() throws {
    let terminal = try place.play("timed")
    try terminal.enter("1", toSee: "Who rings?")
    try terminal.send("I d")
    try terminal.wait(untilScreen: "the inject above the line") {
      $0.text.contains("Marcus: Are you still there?") && $0.cursorLine == "> I d"
    }
    try terminal.send("o.\r")
    try terminal.waitUntilShown("Good, they wait.")
    let lines = terminal.screen.text.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("> I d") } == ["> I do."])
    // It came once, and comes no more after a restart.
    try terminal.waitForPrompt()
    try terminal.pause()
    let replay = try place.run("replay")
    #expect(replay.output.split(separator: "Are you still there?").count == 2)
  }

  @Test func `ten seconds before the end a countdown is told above the line`() throws {
    let terminal = try place.play("timed")
    try terminal.enter("1", toSee: "Who rings?")
    try terminal.enter("1", toSee: "Who counts?")
    try terminal.send("The")
    try terminal.wait(untilScreen: "the countdown") {
      $0.text.contains("10 seconds left.") && $0.cursorLine == "> The"
    }
    try terminal.enter(" clock.")
    #expect(try terminal.end() == .exited(0))
  }

  @Test func `an accommodation stretches the time or takes it away`() throws {
    let stretched = try place.play("timed", ["--timers", "10x"])
    #expect(stretched.screen.text.contains("1 point · 50 seconds"))
    stretched.signal(9)
    _ = try stretched.end()

    let off = try place.play("timed", ["--as", "bob", "--timers", "off"])
    #expect(!off.screen.text.contains("seconds"))
    // Five seconds of its own would end the first question while the second is waited for.
    try off.enter("1", toSee: "Right, you were.")
    // Injects are part of the story and come all the same.
    try off.waitUntilShown("Marcus: Are you still there?")
    try off.enter("1")
    try off.waitForPrompt()
    try off.waitUntilShown("Who counts?")
    #expect(!off.screen.text.contains("seconds"))
    try off.enter("1")
    #expect(try off.end() == .exited(0))

    let unknown = try place.run("run", "timed", "--timers", "21x")
    #expect(unknown.status == .exited(64))
    #expect(unknown.errors.contains("“21x” is none of “as written”, “off”, “2x” to “20x”."))
  }

  @Test func `taken up again, the question's time starts anew`() throws {
    let first = try place.play("timed")
    first.signal(9)
    #expect(try first.end() == .signalled(9))
    let second = try place.play("timed")
    try second.enter("1", toSee: "Right, you were.")
    try second.pause()
    #expect(try place.run("replay").output.contains("the timer of this question starts anew"))
  }
}
