// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// What an import has to know of a drill that its questions don't tell.
public struct DrillFrame: Hashable, Sendable {
  /// The id.
  public var id: String
  /// The title.
  public var title: String
  /// One sentence.
  public var summary: String
  /// What it trains.
  public var duty: Duty
  /// A word of the curriculum.
  public var competency: String
  /// A word of the curriculum.
  public var audience: String
  /// When somebody looks at it again.
  public var reviewBy: CalendarDate

  /// The frame of a drill.
  public init(
    id: String, title: String, summary: String, duty: Duty, competency: String, audience: String,
    reviewBy: CalendarDate
  ) {
    self.id = id
    self.title = title.settled(lineFeeds: 0)
    self.summary = summary.settled(lineFeeds: 0)
    self.duty = duty
    self.competency = competency
    self.audience = audience
    self.reviewBy = reviewBy
  }
}

/// Questions as a drill. Each was read back from the drill's text and compared: what does not come
/// back the same is left out, with the reason.
public struct QuestionImport: Sendable {
  /// The drill's text; nil where nothing is left to ask.
  public private(set) var text: String?
  /// The questions that stand in it.
  public private(set) var questions: [Question] = []
  /// What could not be read, and what has no place in the drill, by line.
  public private(set) var notes: [ExchangeNote]

  /// Makes a drill of questions.
  public init(_ bank: QuestionBank, _ frame: DrillFrame) {
    var notes = ExchangeNotes(file: bank.file)
    notes.add(bank.notes)
    var draft = DrillDraft(frame)
    for question in bank.questions {
      do throws(GIFTProblem) {
        let losses = try Self.prove(question, frame)
        _ = try draft.add(question)
        questions.append(question)
        for loss in losses { notes.warn(question.line, loss) }
      } catch {
        notes.fail(error.line, error.message)
      }
    }
    let emphatic = questions.filter(\.isEmphatic)
    if let first = emphatic.first {
      notes.warn(
        first.line,
        "“\(first.name)”"
          + (emphatic.count > 1 ? " and \(emphatic.count - 1) more set" : " sets")
          + " words in bold or italics, which is not kept; the words are.")
    }
    let asks = questions.contains { $0.body != .description }
    if asks {
      let whole = draft.text
      do throws(GIFTProblem) {
        try Self.prove(whole, is: questions, line: 1)
        text = whole
      } catch {
        notes.fail(error.line, error.message)
      }
    } else {
      notes.fail(1, "No question is left that a drill could ask. Nothing is made of it.")
    }
    self.notes = notes.all.sorted { ($0.place, $0.message) < ($1.place, $1.message) }
  }

  /// Whether something was left out that the file holds.
  public var hasErrors: Bool { notes.contains { $0.severity == .error } }

  /// Proves a question alone, so that what is wrong with it is said of it. What it loses comes back.
  private static func prove(
    _ question: Question, _ frame: DrillFrame
  ) throws(GIFTProblem) -> [String] {
    var draft = DrillDraft(frame)
    let losses = try draft.add(question)
    var questions = [question]
    if question.body == .description {
      // A drill has to ask something.
      var other = Question(line: 0, text: .init("Well?"), body: .essay)
      other.category = question.category
      _ = try draft.add(other)
      questions.append(other)
    }
    try prove(draft.text, is: questions, line: question.line)
    return losses
  }

  /// Reads a drill's text and compares what stands in it; throws what differs.
  private static func prove(
    _ text: String, is questions: [Question], line: Int
  ) throws(GIFTProblem) {
    let found = Diagnostics()
    let bytes = Array(text.utf8)
    let name = questions.count == 1 ? "“\(questions[0].name)”" : "The drill"
    guard let source = SourceText(file: "drill.md", bytes: bytes, diagnostics: found),
      let drill = DrillReader.read(file: "drill.md", bytes: bytes, diagnostics: found).first,
      !found.hasErrors
    else {
      let why = found.sorted.first { $0.rule.severity == .error }?.message ?? ""
      throw GIFTProblem(line: line, message: "\(name) can't be said in a drill. \(why)")
    }
    let back = QuestionExport(drill, source: source).questions
    guard back.map(\.unplaced) == questions.map(\.unplaced) else {
      throw GIFTProblem(
        line: line,
        message:
          "\(name) would not come back from the drill as it is: a drill reads some of its signs "
          + "otherwise. Write it with other words.")
    }
  }
}
