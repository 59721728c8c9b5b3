// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console

/// `drillhall`: the console.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home",
    abstract: "Open the console: the drills and how they stand, and a prompt.",
    discussion: """
      At the prompt, “start NAME” begins a drill and “help” lists the rest. In a drill, type an \
      answer's number, or /help. Everything is saved as you go; a session that is cut off goes on \
      where it was.
      """)

  @OptionGroup var session: SessionOptions

  func run() throws {
    try session.run { (home) throws(ConsoleError) in try home.run() }
  }
}
