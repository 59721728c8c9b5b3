// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// Before anything is recorded about a person they are told, and asked once.
@Suite struct FirstStartTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `the first start tells what is recorded and asks, the second does not`() throws {
    let first = try place.start()
    try first.waitForPrompt("agree?")
    let told = first.screen.text.split(separator: "\n").joined(separator: " ")
    for words in [
      "what is recorded", "which drills you take and when, what you answer",
      "Your supervisor and the training lead see your scores", "The record is kept until",
      "nothing is recorded",
    ] {
      #expect(told.contains(words), "\(words)")
    }
    try first.enter("perhaps")
    try first.waitUntilShown("Type “agree” or “quit”.")
    try first.waitForPrompt("agree?")
    try first.enter("agree")
    try first.waitForPrompt("drillhall>")
    #expect(first.screen.text.contains("The desk"))
    try first.enter("quit")
    #expect(try first.end() == .exited(0))
    #expect(first.isInLineMode)

    let second = try place.start()
    try second.waitForPrompt("drillhall>")
    #expect(!second.screen.text.contains("agree"))
    try second.send("\u{4}")
    #expect(try second.end() == .exited(0))
    #expect(try place.isSound())
  }

  @Test(arguments: ["quit\r", "no\r", "\u{4}"])
  func `who does not agree leaves nothing behind and gets 77`(keys: String) throws {
    let terminal = try place.start("run", "desk")
    try terminal.waitForPrompt("agree?")
    try terminal.send(keys)
    #expect(try terminal.end() == .exited(77))
    #expect(terminal.screen.text.contains("nothing was recorded"))
    #expect(try place.run("verify").output.contains("Root 0:"))
  }

  @Test func `on a pipe it is asked as well, and --agree answers`() throws {
    let silent = try place.run("run", "desk")
    #expect(silent.status == .exited(77))
    #expect(
      silent.errors
        == "drillhall: You did not agree, so nothing was recorded and no drill was begun.\n")
    let said = try place.run("run", "desk", input: "agree\n1\n")
    #expect(said.status == .exited(4))
    #expect(said.output.contains("Right, thanks come first."))
    let given = try place.run("run", "desk", "--as", "bob", "--agree", input: "1\n")
    #expect(given.status == .exited(4))
    #expect(!given.output.contains("what is recorded"))
  }
}
