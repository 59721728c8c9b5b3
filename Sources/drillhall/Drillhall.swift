// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc

/// The program's root command.
@main
struct Drillhall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drillhall",
    abstract: "Train people for the moment when something goes wrong.",
    discussion: """
      Without a command, drillhall opens its console: the drills, and a prompt. Drills are \
      Markdown files in ./Drills, the policies that hold their answers in ./Policies. What you do is \
      kept in $XDG_DATA_HOME/drillhall/drillhall.db.

      Exit status: 0 well; 1 something was found; 3 a drill was finished and not passed; 4 paused; \
      64 usage; 65 a drill or policy with errors; 66 no such input; 69 store unavailable; \
      70 a fault of drillhall; 73/74 output; 75 locked; 77 not allowed; 78 configuration; \
      128 + signal.
      """,
    version: Program.version,
    subcommands: [
      HomeCommand.self, RunCommand.self, ScoresCommand.self, ExplainCommand.self,
      ReplayCommand.self, RescoreCommand.self, ExportCommand.self, VerifyCommand.self,
      RebuildCommand.self, ManualCommand.self,
    ],
    groupedSubcommands: [
      CommandGroup(
        name: "Author",
        subcommands: [
          NewCommand.self, CheckCommand.self, ExplainCodeCommand.self, FmtCommand.self,
          TryCommand.self, ExploreCommand.self, TestCommand.self, MapCommand.self,
          LanguageServerCommand.self,
          ImportCommand.self, ExportDrillCommand.self,
        ])
    ],
    defaultSubcommand: HomeCommand.self)

  /// What the commands are called.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// Runs the command that the arguments name.
  static func main() {
    // A file that reaches its limit is an error of the write, said in words, not a sudden end.
    signal(SIGXFSZ, SIG_IGN)
    guard let session = ConsoleStart(CommandLine.arguments.dropFirst())?.session else {
      return main(
        ConsoleStart.commandFirst(Array(CommandLine.arguments.dropFirst()), commandNames))
    }
    do {
      try HomeCommand.run(session)
    } catch {
      exit(withError: error)
    }
  }
}

/// What the program is called in the record.
enum Program {
  /// The version, as the record and `--version` give it.
  static let version = "0.1.0"
}
