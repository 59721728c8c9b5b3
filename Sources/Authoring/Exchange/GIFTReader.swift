// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Reads Moodle's GIFT format.
public enum GIFTReader {
  /// The questions of a file, and what could not be read.
  public static func read(file: String, bytes: [UInt8]) -> QuestionBank {
    var notes = ExchangeNotes(file: file)
    guard let source = ExchangeSource(bytes, notes: &notes) else {
      return QuestionBank(file: file, questions: [], notes: notes.all)
    }
    var reading = GIFTReading(notes: notes)
    reading.read(source.lines)
    return QuestionBank(
      file: file, questions: reading.questions,
      notes: reading.notes.all.sorted { ($0.place, $0.message) < ($1.place, $1.message) })
  }
}

/// A file under way: its questions so far and the category that holds.
private struct GIFTReading {
  var notes: ExchangeNotes
  var questions: [Question] = []
  private var category: String?
  private var categoryLine = 0
  private var remarks = Remarks()
  private var block: [(number: Int, text: Substring?)] = []

  /// What comment lines say of the question that they stand above or in.
  private struct Remarks {
    var line = 0
    var id: String?
    var tags: [String] = []
    var comments: [String] = []
    var isEmpty: Bool { id == nil && tags.isEmpty && comments.isEmpty }
  }

  init(notes: ExchangeNotes) { self.notes = notes }

  mutating func read(_ lines: [Substring]) {
    for (index, line) in lines.enumerated() {
      guard questions.count < QuestionBank.maximumQuestions else {
        return notes.failForTooMany(index + 1)
      }
      let words = line.drop(while: \.isWhitespace)
      if words.isEmpty {
        close()
      } else if words.hasPrefix("//") {
        note(words.dropFirst(2), line: index + 1)
        if !block.isEmpty { block.append((index + 1, nil)) }
      } else if words.hasPrefix("$CATEGORY:") {
        close()
        begin(words.dropFirst(10), line: index + 1)
      } else {
        block.append((index + 1, line))
      }
    }
    close()
    if !remarks.isEmpty {
      notes.warn(
        remarks.line, "No question follows this comment, so it is not kept. Move it above one.")
    }
    closeCategory()
  }

  // MARK: Categories and comments

  private mutating func begin(_ path: Substring, line: Int) {
    closeCategory()
    let text = String(path).settled(lineFeeds: 0)
    if text.isEmpty {
      notes.fail(line, "This category has no name. Write “$CATEGORY: name”, or delete the line.")
    } else if text.utf8.count > QuestionBank.maximumTextBytes {
      notes.fail(line, "This category's name is too long. Shorten it.")
    } else {
      category = text
      categoryLine = line
    }
  }

  /// A category that no question lies in has no place in a drill.
  private mutating func closeCategory() {
    guard categoryLine > 0 else { return }
    notes.warn(categoryLine, "No question lies in this category, so it is not kept.")
  }

  private mutating func note(_ text: Substring, line: Int) {
    if remarks.isEmpty { remarks.line = line }
    var rest = String(text)
    while let (value, others) = Self.field("id", in: rest) {
      rest = others
      if let id = remarks.id, id != value {
        notes.warn(line, "The question has the id “\(id)” already, so “\(value)” is not kept.")
      } else if !value.isEmpty {
        remarks.id = value
      }
    }
    while let (value, others) = Self.field("tag", in: rest) {
      rest = others
      if !value.isEmpty, !remarks.tags.contains(value) { remarks.tags.append(value) }
    }
    let comment = rest.settled(lineFeeds: 0)
    if !comment.isEmpty { remarks.comments.append(comment) }
  }

  /// The value of `[name:value]` and the text around it; within, `\]` is a bracket.
  private static func field(_ name: String, in text: String) -> (value: String, rest: String)? {
    let opening = "[\(name):"
    guard let start = text.firstRange(of: opening) else { return nil }
    var value = ""
    var index = start.upperBound
    while index < text.endIndex, text[index] != "]" {
      let next = text.index(after: index)
      if text[index] == "\\", next < text.endIndex, text[next] == "]" { index = next }
      value.append(text[index])
      index = text.index(after: index)
    }
    guard index < text.endIndex else { return nil }
    let rest = text[..<start.lowerBound] + " " + text[text.index(after: index)...]
    return (value.settled(lineFeeds: 0), String(rest))
  }

  // MARK: Questions

  private mutating func close() {
    guard !block.isEmpty else { return }
    let parser = GIFTQuestionParser(GIFTSigns(block).trimmed)
    block = []
    let said = remarks
    remarks = Remarks()
    do throws(GIFTProblem) {
      var question = try parser.read().withoutTags
      question.category = category
      question.id = said.id
      question.tags = said.tags
      question.comments = said.comments
      categoryLine = 0
      guard question.texts.allSatisfy({ $0.utf8.count <= QuestionBank.maximumTextBytes }) else {
        throw GIFTProblem(
          line: question.line,
          message: "“\(question.name)” holds a text of more than \(QuestionBank.maximumTextBytes) "
            + "bytes. Shorten it.")
      }
      guard !question.lacksWords else {
        throw GIFTProblem(
          line: question.line,
          message: (question.name.isEmpty ? "This question" : "“\(question.name)”")
            + " has a part without any words, only HTML such as a picture. "
            + "Write in words what it shows.")
      }
      questions.append(question)
    } catch {
      categoryLine = 0
      notes.fail(error.line, error.message)
    }
  }
}
