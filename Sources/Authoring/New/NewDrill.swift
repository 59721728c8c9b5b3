// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// What an author says of a drill that is to be begun, and the file that follows from it: whole, and
/// without a finding of the check.
public struct NewDrill: Hashable, Sendable {
  /// The title.
  public var title = ""
  /// What it is about, for the list of drills.
  public var summary = ""
  /// What it trains.
  public var duty = Duty.serviceFailure
  /// Words of the curriculum, with commas between them.
  public var audience = ""
  /// Words of the curriculum, with commas between them.
  public var competency = ""
  /// The first scene's title.
  public var scene = ""
  /// What happens in it.
  public var happening = ""
  /// What is asked.
  public var question = ""
  /// What is right, and why.
  public var right = Said()
  /// What is wrong, and why.
  public var wrong: [Said] = []
  /// When somebody looks at it again.
  public var reviewBy: CalendarDate

  /// An answer and what is said to it.
  public struct Said: Hashable, Sendable {
    /// The answer.
    public var answer: String
    /// Why it is right or wrong.
    public var why: String

    /// An answer and why.
    public init(_ answer: String = "", why: String = "") {
      self.answer = answer
      self.why = why
    }
  }

  /// A drill that is to be begun.
  public init(reviewBy: CalendarDate) { self.reviewBy = reviewBy }

  private static let maximumID = 40

  /// The id that follows from the title: small letters, digits and hyphens, a letter first.
  public var id: String {
    var id = ""
    for character in title.unaccented {
      if character.isASCII, character.isLetter || character.isNumber {
        id.append(character)
      } else if id.last != "-", !id.isEmpty {
        id.append("-")
      }
      // Enough to see where a word ends.
      if id.utf8.count > Self.maximumID + 1 { break }
    }
    if id.utf8.count > Self.maximumID {
      let isCut = id.dropFirst(Self.maximumID).first != "-"
      id = String(id.prefix(Self.maximumID))
      // No word is cut in two, unless it is the only one.
      if isCut, let hyphen = id.lastIndex(of: "-") { id = String(id[..<hyphen]) }
    }
    while id.last == "-" { id.removeLast() }
    return id.first?.isLetter == true ? id : ("drill-" + id).trimmedHyphens
  }

  /// What golden answers and reports call the question, whatever its words become.
  static let itemID = "first-decision"

  /// The file's text.
  public var text: String {
    let answers = ([wrong.first, right].compactMap { $0 } + wrong.dropFirst()).map { said in
      """
      - [\(said == right ? "x" : " ")] \(MarkdownWords.line(said.answer))
        > \(MarkdownWords.line(said.why))
      """
    }
    return """
      ---
      drill: 1
      id: \(id)
      version: 1
      title: \(Self.quoted(title))
      summary: \(Self.quoted(summary))
      duty: \(duty.rawValue)
      moment: during
      level: 1
      competencies: [\(competency)]
      audience: [\(audience)]
      minutes: 5
      pass: 80
      review-by: \(reviewBy)
      ---

      # \(MarkdownWords.line(title))

      ## \(scene)

      \(MarkdownWords.line(happening))

      ### Choose: \(MarkdownWords.line(question))

      _id: \(Self.itemID)_

      \(answers.joined(separator: "\n"))

      """
  }

  /// A text as YAML, in quotes whatever it holds.
  static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension NewDrill {
  /// What the check finds in the drill so far, in a sentence; what was not answered yet is filled in
  /// with words that it finds nothing in.
  var flaw: String? {
    var whole = self
    let fill = { (path: WritableKeyPath<NewDrill, String>, words: String) in
      if whole[keyPath: path].isEmpty { whole[keyPath: path] = words }
    }
    fill(\.title, "Some title")
    fill(\.summary, "Some summary")
    fill(\.audience, "everyone")
    fill(\.competency, "care")
    fill(\.scene, "Some scene")
    fill(\.happening, "Something happens.")
    fill(\.question, "What do you do?")
    fill(\.right.answer, "What is right.")
    fill(\.right.why, "Why it is right.")
    for (number, words) in ["What is wrong.", "What is wrong too."].enumerated() {
      if whole.wrong.count <= number { whole.wrong.append(Said(words)) }
      if whole.wrong[number].why.isEmpty { whole.wrong[number].why = "Why it is wrong." }
    }
    let found = Diagnostics()
    DrillReader.check(
      file: "\(id).md", bytes: Array(whole.text.utf8), library: PolicyBook(), today: reviewBy,
      diagnostics: found)
    return found.sorted.first?.message
  }
}

extension String {
  fileprivate var trimmedHyphens: String {
    var text = self
    while text.last == "-" { text.removeLast() }
    return text
  }
}
