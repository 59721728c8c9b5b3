// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit

/// `drillhall run DRILL`: one attempt.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Take one drill: go on where you left it, or begin anew.",
    discussion: """
      Exit status 0 passed, 3 finished and not passed, 4 paused. With standard input not a terminal, \
      or with --plain, an answer a line is read; at the end of input the attempt is paused and \
      nothing is lost.
      """)

  @Argument(help: ArgumentHelp("The drill's id, as “drillhall” lists it.", valueName: "drill"))
  var drill: String

  @Option(name: .long, help: "Where draws begin, so that a script sees the same order again.")
  var seed: UInt64?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Which variant, by its name or from 1; otherwise they take turns.", valueName: "variant"))
  var variant: String?

  @OptionGroup var session: SessionOptions

  func run() throws {
    var ending = DrillSession.Ending.paused
    try session.run(drill: drill) { (home) throws(ConsoleError) in
      ending = try home.runOnce(drill, seed: seed, variant: variant.map { VariantChoice($0) })
    }
    switch ending {
    case .finished(passed: true): return
    case .finished(passed: false): throw ExitCode(3)
    case .paused: throw ExitCode(4)
    }
  }
}
