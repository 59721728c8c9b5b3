// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit
import Glibc
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
      let library = try library.open()
      try requireExisting(library)
      let check = LibraryCheck(library, today: Clock.system.now().date)
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

  /// Nothing to check is not the same as nothing wrong.
  private func requireExisting(_ library: DrillLibrary) throws(Failure) {
    for path in paths where access(path, F_OK) != 0 {
      throw Failure(
        "“\(path)” can't be checked: \(String(cString: strerror(errno))).", status: Failure.noInput)
    }
    guard !paths.isEmpty || library.drills.exists || library.policies.exists else {
      throw Failure(
        "There is no folder “\(library.drills.path)” and no “\(library.policies.path)” here. Name "
          + "what to check, or the folders with --drills and --policies.", status: Failure.noInput)
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
