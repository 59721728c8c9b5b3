// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Glibc
import Library

/// `drillhall new`: a drill begun by answering questions.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a drill: answer some questions, and get a file that passes the check.",
    discussion: """
      Asks for title, summary, duty, audience, what is learned, and a first scene with one question; \
      shows it all, and writes the drill to the folder of its duty once you say “yes”. “back” asks \
      the question before again, “help” says what can be typed, “quit” leaves without writing. Go \
      on in your editor, with “drillhall try” beside it.

      With --from-incident nothing is asked: the drill follows the record's timeline, with a \
      question at each decision. What only an author can say is marked “TODO:” and listed with its \
      lines; “drillhall check” warns until the last mark is gone. Roles stand for the names whose \
      role the record gives; other names are listed.

      With --translate nothing is asked either: the drill's translation into the language of --lang \
      is begun beside it, with the text as it is; “drillhall check” names what is not translated yet.
      """)

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "The file; otherwise the drill's id in the folder of its duty.", valueName: "file"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Begin with this incident record, a Markdown file, instead of questions.",
      valueName: "file"))
  var fromIncident: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Begin the translation of this drill, by its id or its file, into the language of --lang.",
      valueName: "drill"))
  var translate: String?

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func validate() throws {
    guard translate == nil || library.lang != nil else {
      throw ValidationError("Say with --lang into which language the drill is to be translated.")
    }
    guard translate == nil || (fromIncident == nil && output == nil) else {
      throw ValidationError(
        "A translation stands beside its original, and is called like it: --translate goes with "
          + "neither --from-incident nor --output.")
    }
  }

  func run() throws {
    if let translate, let language = library.lang.flatMap({ LanguageTag($0) }) {
      return try reporting(look) { printer in
        try TranslationDraftFile(drill: translate, language: language, library: try library.open())
          .write(on: printer)
      }
    }
    if let fromIncident {
      return try reporting(look) { printer in
        try IncidentDraftFile(record: fromIncident, output: output, library: try library.open())
          .write(on: printer)
      }
    }
    try atTerminal(look) { terminal in
      let library = try library.open()
      if let output { try NewFile.refuse(output) }
      try NewFile.tellWithoutPolicies(library, on: terminal.printer)
      let desk = Desk(
        terminal: terminal, library: library, clock: .system, employee: "author",
        timers: .asWritten, program: Program.version, isPlain: look.plain || !terminal.isDrawn)
      guard let drill = try ask(desk) else {
        throw Failure("You left. Nothing was written.", status: 1)
      }
      let path = path(of: drill, in: library)
      if output == nil { mkdir("\(library.drills.path)/\(drill.duty.rawValue)", 0o777) }
      try NewFile.write(drill.text, to: path)
      try terminal.printer.print(
        StyledText("\(path) is written. Play it: drillhall try \(path)", .good))
    }
  }

  private func path(of drill: NewDrill, in library: DrillLibrary) -> String {
    output ?? "\(library.drills.path)/\(drill.duty.rawValue)/\(drill.id).md"
  }

  /// Why a drill can't have its title: a file of its id is there, in the folder of some duty. Said
  /// before anything else is asked.
  private func flaw(ofTitle drill: NewDrill, in library: DrillLibrary) -> String? {
    guard output == nil else { return nil }
    let paths = Duty.allCases.map { "\(library.drills.path)/\($0.rawValue)/\(drill.id).md" }
    let taken = paths.first { path in access(path, F_OK) == 0 }
    return taken.map {
      "“\($0)” is there already. Give another title, or “quit” and name a file with --output."
    }
  }

  /// The drill that somebody tells of; nil where they left.
  private func ask(_ desk: Desk) throws(ConsoleError) -> NewDrill? {
    let policies = desk.library.allPolicies().values.map(\.policy).sorted { $0.file < $1.file }
    let book = PolicyBook(policies, today: nil, diagnostics: Diagnostics())
    let today = Clock.system.now().date
    var drill = NewDrill(reviewBy: CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 365))
    let questions = NewDrillQuestion.all(
      competencies: book.competencies.map(\.name), audiences: book.audiences.map(\.name))
    let interview = Interview(desk)
    try interview.tell(["“back” asks the question before again; “help” says what can be typed."])
    var answers: [Int: String] = [:]
    var index = 0
    while index <= questions.count {
      let outcome: Interview.Outcome
      if index < questions.count {
        let question = questions[index]
        outcome = try interview.ask(
          question.words, options: question.options, earlier: answers[index], isFirst: index == 0
        ) {
          var told = drill
          if let flaw = question.take($0, &told) { return flaw }
          if told.title != drill.title, let flaw = flaw(ofTitle: told, in: desk.library) {
            return flaw
          }
          drill = told
          answers[index] = $0
          return nil
        }
      } else {
        outcome = try confirm(drill, interview, path: path(of: drill, in: desk.library))
      }
      switch outcome {
      case .answered:
        repeat { index += 1 } while index < questions.count && !questions[index].isAsked(drill)
      case .back:
        repeat { index -= 1 } while index > 0 && !questions[index].isAsked(drill)
      case .left: return nil
      }
    }
    return drill
  }

  /// Shows what will be written, and asks for the last word.
  private func confirm(
    _ drill: NewDrill, _ interview: Interview, path: String
  ) throws(ConsoleError) -> Interview.Outcome {
    try interview.tell(
      [
        "File: \(path)", "Title: \(drill.title)", "Summary: \(drill.summary)",
        "Duty: \(drill.duty.rawValue); audience: \(drill.audience); learns: \(drill.competency)",
        "Scene: \(drill.scene). \(drill.happening)", "Question: \(drill.question)",
        "Right: \(drill.right.answer)",
      ] + drill.wrong.map { "Wrong: \($0.answer)" })
    return try interview.ask("Write it? Type “yes”, or “back”.", options: []) { text in
      ["yes", "y"].contains(text.lowercased())
        ? nil : "Type “yes” to write the file, “back” to change an answer, or “quit”."
    }
  }
}
