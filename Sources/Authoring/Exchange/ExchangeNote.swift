// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// What an import or an export has to say of a place: what can't be read, and what found no place on
/// the other side.
public struct ExchangeNote: Hashable, Sendable {
  /// Where.
  public let place: Place
  /// Whether it keeps a question out, and not only a part of it.
  public let severity: Severity
  /// What it is about and what to do, in a sentence or two.
  public let message: String

  /// A note.
  public init(_ place: Place, _ severity: Severity, _ message: String) {
    self.place = place
    self.severity = severity
    self.message = message
  }
}

extension ExchangeNote: CustomStringConvertible {
  /// `file:line:column: warning: message`.
  public var description: String { "\(place): \(severity.rawValue): \(message)" }
}

/// Notes as they come, with a bound: a damaged file would otherwise say something of each line.
struct ExchangeNotes {
  /// The most that are kept.
  static let limit = 1000

  /// The file that they are about.
  let file: String
  /// The notes so far.
  private(set) var all: [ExchangeNote] = []

  /// None yet.
  init(file: String) { self.file = file }

  /// Something that keeps a question out.
  mutating func fail(_ line: Int, _ message: String) { add(line, .error, message) }

  /// There are more questions in the file than are read.
  mutating func failForTooMany(_ line: Int) {
    fail(
      line,
      "A drill asks at most \(QuestionBank.maximumQuestions) questions; from here on nothing is "
        + "read. Split the file.")
  }

  /// Something that is left out of a question.
  mutating func warn(_ line: Int, _ message: String) { add(line, .warning, message) }

  private mutating func add(_ line: Int, _ severity: Severity, _ message: String) {
    add(ExchangeNote(Place(file: file, line: line), severity, message))
  }

  /// Takes a note; the last place is for saying that there are more.
  mutating func add(_ note: ExchangeNote) {
    guard all.count < Self.limit else { return }
    all.append(note)
    guard all.count == Self.limit - 1 else { return }
    all.append(
      ExchangeNote(
        note.place, .error,
        "There is more to say than these \(Self.limit) notes. Mend the first ones and try again."))
  }

  /// Takes several.
  mutating func add(_ notes: [ExchangeNote]) { for note in notes { add(note) } }
}

/// The questions of a file, and what could not be read.
public struct QuestionBank: Sendable {
  /// The file that they stand in.
  public let file: String
  /// The questions that could be read.
  public internal(set) var questions: [Question]
  /// What there is to say, by line.
  public internal(set) var notes: [ExchangeNote]

  /// The most questions of a file: as many as a drill asks.
  public static let maximumQuestions = 500
  /// The most answers of a question.
  static let maximumAnswers = 100
  /// The longest text, in bytes: escaped, it still fits into a line of a drill.
  static let maximumTextBytes = 3900
}
