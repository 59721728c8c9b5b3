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
    discussion: """
      A finding is its place, its weight, its code and a sentence that says what to do, in one line \
      that editors read: file:line:column: error D101: … Below it stands the line of the file, with \
      a mark under the place, and the fix, where there is one that needs no thinking. Exit status \
      65 where there is an error, 0 otherwise; warnings don't count.
      """)

  @Argument(
    help: ArgumentHelp(
      "Drills to check; otherwise all drills and policies of the library.", valueName: "path"))
  var paths: [String] = []

  @Flag(name: .long, help: "One line a finding, without the line of the file that it is about.")
  var short = false

  @Flag(
    name: .long, help: "Every finding; otherwise the first hundred are shown, and all are counted.")
  var all = false

  @Option(
    name: .long,
    help: "text; json, an object a line; or sarif, for a forge (SARIF 2.1.0): every finding.")
  var format: FindingFormat = .text

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Make the changes that need no thinking, then check again.",
      discussion: "Each file is written whole or not at all. Commit before, look at it after."))
  var fix = false

  @Flag(name: .long, help: "With --fix: show the changes as a unified diff and write nothing.")
  var dryRun = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      "Stay, and check again whenever a file is saved.",
      discussion: "What changed is shown, and the new totals. ^C ends it."))
  var watch = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run shows what --fix would do. Give both.") }
    if format != .text, short || all || dryRun || watch {
      throw ValidationError("--short, --all, --dry-run and --watch are for --format text.")
    }
    if fix, watch { throw ValidationError("--watch changes no file. Give --fix or --watch.") }
  }

  func run() throws {
    try reporting(look) { printer in
      let missing: Failure?
      do {
        missing = try check(printer)
      } catch let failure as Failure {
        try CheckOutput.print(failure, as: format, to: printer)
        throw failure
      }
      // It was said with the findings of what is there, in the form that was asked for.
      if let missing { throw missing }
    }
  }

  /// Checks what is there; gives what to say of a path that is not.
  private func check(_ printer: Printer) throws -> Failure? {
    let library = try library.open()
    // Findings are about the files that are named.
    library.languageOfFiles = nil
    let there = paths.filter { access($0, F_OK) == 0 }
    var missing: Failure?
    do throws(Failure) {
      try requireExisting(library)
    } catch {
      // A change of files, or a watch, begins with all that was named or not at all.
      if there.isEmpty || fix || watch { throw error }
      missing = error
    }
    let today = Clock.system.now().date
    if watch {
      try WatchRun(library: library, printer: printer, isShort: short, showsAll: all).run(paths)
      return nil
    }
    let fixing = FixRun(library: library, today: today, printer: printer)
    if dryRun {
      if try fixing.show(paths) > 0 { throw ExitCode(Failure.badData) }
      return nil
    }
    if fix { try fixing.run(paths) }
    let output = CheckOutput(
      library: library, check: LibraryCheck(library, today: today), printer: printer,
      format: format, isShort: short, most: all ? .max : FindingPrinter.most, missing: missing)
    let errors = try output.run(there)
    if missing == nil, errors > 0 { throw ExitCode(Failure.badData) }
    return missing
  }

  /// Nothing to check is not the same as nothing wrong.
  private func requireExisting(_ library: DrillLibrary) throws(Failure) {
    for path in paths where access(path, F_OK) != 0 {
      let reason = String(cString: strerror(errno))
      // The shell gives bytes, and what is no text among them has become this sign.
      let isText = !path.unicodeScalars.contains("\u{FFFD}")
      throw Failure(
        "“\(path)” can't be checked: "
          + (isText ? "\(reason)." : "its name is not UTF-8. Give it another name."),
        status: Failure.noInput)
    }
    guard !paths.isEmpty || library.drills.exists || library.policies.exists else {
      throw Failure(
        "There is no folder “\(library.drills.path)” and no “\(library.policies.path)” here. Name "
          + "what to check, or the folders with --drills and --policies.", status: Failure.noInput)
    }
  }
}
