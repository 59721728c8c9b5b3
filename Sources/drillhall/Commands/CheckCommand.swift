// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit
import Library

/// `drillhall check`: everything that is wrong with drills and policies.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check drills and policies: every mistake with its place and what to do.",
    discussion: "Exit status 65 where there is an error, 0 otherwise; warnings don't count.")

  @Argument(
    help: ArgumentHelp(
      "Drills to check; otherwise all drills and policies of the library.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try reporting(look) { printer in
      let check = LibraryCheck(library.library, today: Clock.system.now().date)
      var errors = 0
      var warnings = 0
      let files = try check.run(paths) { findings in
        for finding in findings {
          if finding.rule.severity == .error { errors += 1 } else { warnings += 1 }
          try printer.print(Self.line(finding))
        }
      }
      let summary =
        "\(files) \(files == 1 ? "file" : "files"), \(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")."
      try printer.tell(StyledText(summary, errors > 0 ? .bad : .good))
      if errors > 0 { throw ExitCode(Failure.badData) }
    }
  }

  private static func line(_ finding: Diagnostic) -> StyledText {
    var line = StyledText("\(finding.place): ", .strong)
    let isError = finding.rule.severity == .error
    line.append(isError ? "error " : "warning ", isError ? .bad : .warning)
    line.append("\(finding.rule.code): \(finding.message)")
    return line
  }
}
