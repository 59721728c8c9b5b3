// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Glibc
import Library

/// `drillhall explore`: what a drill can come to, before anyone plays it.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Walk every way through drills, and see how far guessing gets.",
    discussion: """
      Answers are not all tried, only what they can come to: credit, a critical failure, the next \
      scene, what a condition asks for. Ways that agree in all that matters from there on are \
      walked once. The guesser has one habit for each kind of item (always the longest answer, \
      everything at the top level, a stock apology) and chooses the best habits for the drill.

      Exit status 65 where a drill has errors, 1 where something was found, 0 otherwise.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp(
      "Drills by id or file; otherwise all drills of the library.", valueName: "drill"))
  var drills: [String] = []

  @Option(name: .long, help: "text, or json: an object a line.")
  var format: Format = .text

  @Option(
    name: .long,
    help: ArgumentHelp(
      "At most so many situations; beyond, players go at random.", valueName: "count"))
  var bound: Int = Exploration.bound

  @Option(
    name: .long,
    help: ArgumentHelp(
      "One variant, by its name or from 1; otherwise all of them.", valueName: "variant"))
  var variant: String?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    guard (1...1_000_000).contains(bound) else {
      throw ValidationError("--bound is a number from 1 to 1000000.")
    }
    if variant != nil, drills.isEmpty {
      throw ValidationError("--variant is one of a drill's. Name the drill as well.")
    }
  }

  func run() throws {
    try reporting(look) { printer in
      let library = try library.open()
      let files = try Self.files(drills, in: library)
      var status: Int32 = 0
      let explorer = Explorer(
        library, today: Clock.system.now().date, bound: bound,
        variant: variant.map { VariantChoice($0) })
      try explorer.run(files) { explored in
        if let variant, !explored.othersThanAsked.isEmpty {
          throw Failure(ConsoleError.noVariant(variant, names: explored.othersThanAsked))
        }
        if explored.isUnreadable {
          status = Failure.badData
        } else if !explored.findings.isEmpty, status == 0 {
          status = 1
        }
        if format == .json {
          try printer.print(StyledText(explored.json))
        } else {
          for line in explored.words { try Self.print(line, on: printer) }
          for finding in explored.findings { try printer.print(StyledText("\(finding)")) }
        }
      }
      if status != 0 { throw ExitCode(status) }
    }
  }

  /// Behind so many columns stands text, and behind so many where there is one label only.
  private static let labelWidth = (two: 25, one: 17)

  /// Prints a line of figures; what does not fit beside its labels goes on below the first column of
  /// text.
  private static func print(_ line: String, on printer: Printer) throws {
    let labels = line.hasPrefix("  ") ? line.prefix(Self.labelWidth.two) : ""
    let label = labels.ranges(of: "  ").last.map { line[..<$0.upperBound] } ?? ""
    let text = line.dropFirst(label.count)
    let indent = label.count + (text.hasPrefix(" ") ? 1 : 0)
    try printer.print(
      StyledText(text.trimmed()),
      margin: Margin(
        first: StyledText(String(line.prefix(indent))),
        rest: Margin.indent(min(indent, Self.labelWidth.one)).rest))
  }

  /// The files of drills that are named by id or path; all drills where none is named.
  static func files(
    _ names: [String], in library: DrillLibrary
  ) throws(Failure) -> [LibraryFolder.File] {
    if names.isEmpty { return library.drills.files(diagnostics: Diagnostics()) }
    var files: [LibraryFolder.File] = []
    var note: String?
    for name in names {
      if access(name, F_OK) == 0 {
        let folder = LibraryFolder(name)
        if !folder.exists, let other = LibraryFile.of(name).note(on: name) {
          note = note ?? other
          continue
        }
        if folder.exists {
          files += folder.files(diagnostics: Diagnostics())
        } else {
          let path = try NamedFile(name).path(in: library.languageOfFiles)
          files.append(LibraryFolder.File(path: path, name: path))
        }
        continue
      }
      let entries = library.entries(named: name)
      guard let entry = entries.first, entries.count == 1 else {
        throw Failure(unknown: name, meant: entries.map(\.header.id), in: library)
      }
      files.append(LibraryFolder.File(path: entry.path, name: entry.header.id))
    }
    // Named among others they are left out, as they are where a folder is named.
    if files.isEmpty, let note { throw Failure(note, status: Failure.badData) }
    return files
  }
}
