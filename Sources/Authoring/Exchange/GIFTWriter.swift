// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Writes questions as GIFT.
public enum GIFTWriter {
  /// The text of questions, in their order; the categories stand between them.
  public static func text(_ questions: [Question]) -> String {
    var blocks: [String] = []
    var category: String?
    for question in questions {
      if let next = question.category, next != category {
        blocks.append("$CATEGORY: \(next)")
        category = next
      }
      blocks.append(block(question.withTags))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// A question with the comments above it.
  static func block(_ question: Question) -> String {
    var lines = question.comments.map { "// \($0)" }
    let marks =
      (question.id.map { [field("id", $0)] } ?? []) + question.tags.map { field("tag", $0) }
    if !marks.isEmpty { lines.append("// " + marks.joined(separator: " ")) }
    let title = question.title.map { "::\(escaped($0))::" } ?? ""
    let key = key(question)
    let text = Array(question.text.text.unicodeScalars)
    guard let blank = question.blank, !key.isEmpty, text.indices.contains(blank) else {
      let words = words(question.text, title: title)
      return (lines + [key.isEmpty ? words : "\(words) \(key)"]).joined(separator: "\n")
    }
    // The braces stand where the blank is, so that nothing may come between.
    let before = Question.Words(string(text[..<blank]), question.text.format)
    let after = escaped(string(text[min(blank + Question.blankSign.count, text.count)...]))
    let opening = words(before, title: title)
    return (lines + ["\(opening)\(key)\(after)"]).joined(separator: "\n")
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func field(_ name: String, _ value: String) -> String {
    // A backslash before the last bracket would make it text.
    "[\(name):\(value.replacing("]", with: "\\]"))\(value.hasSuffix("\\") ? " " : "")]"
  }

  // MARK: Texts

  /// A question's text behind its title: what would be a comment or a category at a line's start
  /// gets an empty title before it.
  private static func words(_ words: Question.Words, title: String) -> String {
    let text = self.words(words)
    let isMistakable = text.hasPrefix("//") || text.hasPrefix("$CATEGORY:")
    return (title.isEmpty && isMistakable ? "::::" : title) + text
  }

  /// A text behind its format. One that begins like a format gets one: its question's, which it had
  /// without saying so, or Moodle's own.
  static func words(_ words: Question.Words, in own: Question.Format? = nil) -> String {
    let looksFormatted = Question.Format.allCases.contains {
      words.text.hasPrefix("[\($0.rawValue)]")
    }
    let format = words.format ?? (looksFormatted ? own ?? .moodle : nil)
    return (format.map { "[\($0.rawValue)]" } ?? "") + escaped(words.text)
  }

  /// A text in which no sign means anything.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "~", "=", "#", "{", "}", ":", "\\":
        escaped.append("\\")
        escaped.append(scalar)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  // MARK: Keys

  private static func key(_ question: Question) -> String {
    let own = question.text.format
    let general = question.general.map { "####" + words($0, in: own) }
    let lines: [String]
    switch question.body {
    case .description: return ""
    case .essay: return "{\(general ?? "")}"
    case .truth(let isTrue, let wrong, let right):
      var key = isTrue ? "TRUE" : "FALSE"
      if wrong != nil || right != nil { key += feedback(wrong, own) ?? "#" }
      key += feedback(right, own) ?? ""
      return "{\(key)\(general ?? "")}"
    case .choice(let choices, let several):
      lines = choices.map { choice in
        let sign = !several && choice.weight == .full ? "=" : "~\(mark(choice.weight, .none))"
        return sign + answer(choice, own)
      }
    case .short(let choices):
      lines = choices.map { typed($0, in: own) }
    case .matching(let pairs):
      lines = pairs.map { "=\(words($0.left, in: own)) -> \(escaped($0.right))" }
    case .numeric(let windows, let otherwise):
      lines =
        ["#"]
        + windows.map { typed($0, in: own) } + (otherwise.map { ["~#" + words($0, in: own)] } ?? [])
    }
    return "{\n" + (lines + (general.map { [$0] } ?? [])).map { "\t\($0)\n" }.joined() + "}"
  }

  /// An answer to be typed.
  static func typed(_ choice: Question.Choice, in own: Question.Format? = nil) -> String {
    "=\(mark(choice.weight, .full))\(answer(choice, own))"
  }

  /// Numbers to be typed.
  static func typed(_ window: Question.Window, in own: Question.Format? = nil) -> String {
    "=\(mark(window.weight, .full))\(numbers(window))\(feedback(window.feedback, own) ?? "")"
  }

  private static func answer(_ choice: Question.Choice, _ own: Question.Format?) -> String {
    let words = words(choice.words, in: own)
    // What begins like a weight must not be one.
    let isMistakable =
      choice.words.format == nil && words.hasPrefix("%")
      && Weight(words.dropFirst().prefix { $0 != "%" }) != nil
    return (isMistakable ? "[\((own ?? .moodle).rawValue)]" : "") + words
      + (feedback(choice.feedback, own) ?? "")
  }

  private static func feedback(_ words: Question.Words?, _ own: Question.Format?) -> String? {
    words.map { "#" + self.words($0, in: own) }
  }

  private static func mark(_ weight: Weight, _ usual: Weight) -> String {
    weight == usual ? "" : "%\(weight)%"
  }

  private static func numbers(_ window: Question.Window) -> String {
    if window.low == window.high { return "\(window.center)" }
    if window.center == window.low { return "\(window.low)..\(window.high)" }
    guard let reach = window.high.subtracting(window.center) else {
      return "\(window.low)..\(window.high)"
    }
    return "\(window.center):\(reach)"
  }
}
