// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Library

/// `drillhall import`: questions of other programs as a drill.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a drill of questions that another program exported.",
    discussion: """
      What has no place in a drill is told with its line, on standard error. A question that can't \
      be read or said is an error, and then nothing is written unless --skip leaves it out.

      Exit status 65 where a question could not be taken, 66 where there is no such file, 73 where \
      the drill can't be written, 0 otherwise.
      """,
    subcommands: [GIFTCommand.self, AikenCommand.self])

  /// `import gift`
  struct GIFTCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gift", abstract: "Questions in GIFT, as Moodle exports them.",
      discussion: """
        Ids, tags, categories, formats, comments and weights that a drill can't say are kept in \
        comments of the drill, so that “drillhall export-drill gift” gives them back.
        """)

    @OptionGroup var options: ImportOptions

    func run() throws { try options.run(GIFTReader.read) }
  }

  /// `import aiken`
  struct AikenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "aiken", abstract: "Questions in Aiken: letters and “ANSWER: B”.",
      discussion: """
        A question on one line or several, its answers as “A. words” or “A) words”, and the letter of \
        the right one. Each becomes a Choose. Small letters and a key in other words (“Answer: b”) are \
        read as well, with a warning: Moodle takes none of them.
        """)

    @OptionGroup var options: ImportOptions

    func run() throws { try options.run(AikenReader.read) }
  }
}

/// Options of every import.
struct ImportOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The questions' file; “-” is standard input.", valueName: "file"))
  var file: String

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "The drill's file, written whole or not at all; otherwise standard output.",
      valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Write over the drill's file where it is there already.")
  var force = false

  @Flag(name: .long, help: "Leave out questions with errors, and write the others.")
  var skip = false

  @Option(
    name: .long, help: ArgumentHelp("The title; otherwise the file's name.", valueName: "words"))
  var title: String?

  @Option(
    name: .long, help: "service-failure, data-handling or escalation.",
    transform: { text in
      guard let duty = Duty(rawValue: text) else {
        throw ValidationError(
          "“\(text)” is no duty; there are \(Duty.allCases.map(\.rawValue).joined(separator: ", "))."
        )
      }
      return duty
    })
  var duty: Duty = .dataHandling

  @Option(name: .long, help: "A word of the curriculum; otherwise its first one.")
  var competency: String?

  @Option(name: .long, help: "A word of the curriculum; otherwise its first one.")
  var audience: String?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  /// Reads the questions, tells what there is to tell, and writes the drill.
  func run(_ read: (String, [UInt8]) -> QuestionBank) throws {
    try reporting(look) { printer in
      let isFile = file != "-"
      let bytes = isFile ? try Self.bytes(of: file) : try LayoutRun.standardInput()
      let drill = QuestionImport(read(isFile ? file : "stdin", bytes), try frame())
      for note in drill.notes { try printer.tell(StyledText("\(note)")) }
      guard var text = drill.text, skip || !drill.hasErrors else {
        throw Failure(
          "Nothing was written, because of the errors above."
            + (drill.text == nil ? "" : " --skip leaves such questions out."),
          status: Failure.badData)
      }
      // As “fmt” would lay it out, so that the first change is not one of white space.
      if case .changed(let bytes) = Layout.of(file: "draft.md", bytes: Array(text.utf8)) {
        text = String(decoding: bytes, as: UTF8.self)
      }
      try NewFile.write(text, to: output, force: force, printer)
      let count = drill.questions.count
      try printer.tell(
        StyledText("\(count) \(count == 1 ? "question" : "questions") taken.", .dim))
    }
  }

  private static func bytes(of file: String) throws -> [UInt8] {
    let found = Diagnostics()
    guard let bytes = LibraryFolder.bytes(of: file, diagnostics: found) else {
      throw Failure(
        found.sorted.first.map { "“\(file)”: \($0.message)" } ?? "“\(file)” can't be read.",
        status: Failure.noInput)
    }
    return bytes
  }

  private func frame() throws -> DrillFrame {
    let book = PolicyBook(
      try library.open().allPolicies().values.map(\.policy).sorted { $0.file < $1.file },
      today: nil, diagnostics: Diagnostics())
    let name =
      file == "-" ? "standard input" : file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    var named = NewDrill(
      reviewBy: CalendarDate(daysSinceEpoch: Clock.system.now().date.daysSinceEpoch + 365))
    named.title = title ?? stem.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    if named.title.allSatisfy(\.isWhitespace) { named.title = "Imported questions" }
    return DrillFrame(
      id: named.id, title: named.title, summary: "Questions that were imported from \(name).",
      duty: duty, competency: competency ?? book.competencies.first?.name ?? "general",
      audience: audience ?? book.audiences.first?.name ?? "everyone", reviewBy: named.reviewBy)
  }
}
