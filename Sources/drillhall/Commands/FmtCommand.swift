// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console

/// `drillhall fmt`: one layout for drills and policies.
struct FmtCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Lay out drills and policies in one way, without changing what they mean.",
    discussion: """
      White space, empty lines, list markers, numbers, boxes, tables; words and line breaks stay. \
      What was laid out is read again and compared before anything is written. Changed files are \
      listed; a file that Markdown misreads is left alone, and “drillhall check” tells more about it.

      Exit status 65 where a file was left alone because of errors, 73 where one can't be written, \
      1 with --check where something would change, 0 otherwise.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, folders, or drills by id; otherwise the whole library. “-” reads standard input and "
        + "writes standard output.", valueName: "path"))
  var paths: [String] = []

  @Flag(name: .long, help: "Write nothing; list what would change, with exit status 1.")
  var check = false

  @Flag(name: .long, help: "Write nothing; show what would change as a unified diff.")
  var diff = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    if paths.count > 1, paths.contains("-") {
      throw ValidationError("“-” is standard input, and stands alone.")
    }
  }

  func run() throws {
    try reporting(look) { printer in
      let run = LayoutRun(try library.open(), printer, checks: check, shows: diff)
      if paths == ["-"] { try run.runStandardInput() } else { try run.run(paths) }
      if run.status != 0 { throw ExitCode(run.status) }
    }
  }
}
