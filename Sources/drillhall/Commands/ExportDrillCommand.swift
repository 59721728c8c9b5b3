// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Library

/// `drillhall export-drill`: a drill's questions for other programs.
struct ExportDrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-drill",
    abstract: "Write the questions of a drill for another program.",
    discussion: """
      What the other program has no place for is told with its line, on standard error. The record of \
      attempts is another thing: “drillhall export” writes that.
      """,
    subcommands: [GIFTCommand.self])

  /// `export-drill gift`
  struct GIFTCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gift", abstract: "Questions in GIFT, as Moodle imports them.",
      discussion: """
        What of the drill has no place in GIFT (timers, conditions, hints) is told with its line, on standard error. A drill that “drillhall import \
        gift” made gives the same questions back. Kinds of items that Moodle has not are left out; a \
        pair with “->”, for which GIFT has no escape, is an error, and then nothing is written unless \
        --skip leaves its question out.

        Exit status 65 where a pair can't be said or no question is left, 66 where there is no such \
        drill, 73 where the file can't be written, 0 otherwise.
        """)

    @Argument(help: ArgumentHelp("The drill's id or file.", valueName: "drill"))
    var drill: String

    @OptionGroup var variant: VariantOptions

    @Option(
      name: [.short, .customLong("output")],
      help: ArgumentHelp(
        "A file, written whole or not at all; otherwise standard output.", valueName: "file"))
    var output: String?

    @Flag(name: .long, help: "Write over the file where it is there already.")
    var force = false

    @Flag(name: .long, help: "Leave out questions that GIFT can't say, and write the others.")
    var skip = false

    @OptionGroup var library: LibraryOptions
    @OptionGroup var look: LookOptions

    func run() throws {
      try reporting(look) { printer in
        let library = try library.open()
        let draft = try DraftDrill(drill, in: library)
        let script = try variant.script(of: draft)
        let found = Diagnostics()
        guard let text = library.drills.text(of: draft.path, diagnostics: found),
          let source = SourceText(file: draft.path, bytes: text.bytes, diagnostics: found)
        else {
          throw Failure(
            found.sorted.first.map { "\($0)" } ?? "“\(draft.path)” can't be read.",
            status: Failure.noInput)
        }
        let export = QuestionExport(script.drill, source: source)
        for note in export.notes {
          let typed = ExchangeNote(text.typed(note.place), note.severity, note.message)
          try printer.tell(StyledText("\(typed)"))
        }
        guard !export.questions.isEmpty else {
          throw Failure(
            "“\(draft.path)” holds no question that GIFT can say. Nothing was written.",
            status: Failure.badData)
        }
        guard skip || !export.hasErrors else {
          throw Failure(
            "Nothing was written, because of the errors above. --skip leaves such questions out.",
            status: Failure.badData)
        }
        try NewFile.write(
          GIFTWriter.text(export.questions), to: output, force: force, printer)
      }
    }
  }
}
