// SPDX-License-Identifier: GPL-3.0-or-later

extension Keepsake {
  /// Keeps what any question may have.
  mutating func keep(_ question: Question) {
    keep("title", question.title)
    keep("id", question.id)
    for tag in question.tags { keep("tag", tag) }
    for comment in question.comments { keep("comment", comment) }
    keep("format text", question.text.format?.rawValue)
    keep("format general", question.general?.format?.rawValue)
    keep("blank", question.blank.map(String.init))
  }

  /// Gives back to a question what was kept of it.
  func restore(_ question: inout Question) {
    question.title = self["title"]
    question.id = self["id"]
    question.tags = all("tag")
    question.comments = all("comment")
    question.text.format = format("text")
    question.general?.format = format("general")
    question.blank = self["blank"].flatMap(Int.init).flatMap { blank in
      // An author may have changed the text since.
      let scalars = Array(question.text.text.unicodeScalars)
      let sign = Array(Question.blankSign.unicodeScalars)
      guard blank >= 0, blank <= scalars.count - sign.count,
        Array(scalars[blank..<(blank + sign.count)]) == sign
      else { return nil }
      return blank
    }
  }

  /// The format that was kept for a text.
  func format(_ text: String) -> Question.Format? {
    self["format \(text)"].flatMap(Question.Format.init)
  }

  /// The weight that was kept for an answer, while the drill gives it the same one as then.
  func weight(_ number: Int, drill: Weight) -> Weight? {
    guard let kept = self["weight \(number)"]?.split(separator: " "), kept.count == 2,
      Weight(kept[1].dropFirst().dropLast()) == drill
    else { return nil }
    return Weight(kept[0])
  }
}

extension Question {
  /// Every text that may be set.
  var allWords: [Words] {
    let body: [Words?] =
      switch self.body {
      case .description, .essay: []
      case .truth(_, let wrong, let right): [wrong, right]
      case .choice(let choices, _), .short(let choices):
        choices.flatMap { [$0.words, $0.feedback] }
      case .matching(let pairs): pairs.flatMap { [$0.left, Words($0.right)] }
      case .numeric(let windows, let otherwise): windows.map(\.feedback) + [otherwise]
      }
    return ([text, general] + body).compactMap(\.self)
  }

  /// Every text that stands in it.
  var texts: [String] {
    [title ?? "", category ?? "", id ?? ""] + tags + comments + allWords.map(\.text)
  }
}

extension Question {
  /// What a program would show set, and a drill shows as it is written or not at all, as the ends of
  /// sentences.
  var markupLosses: [String] {
    var found: [String] = []
    if !losses.isEmpty {
      found.append(
        "holds \(losses.joined(separator: ", ")), which has no place in a drill: only the words are "
          + "kept. Write there what it says.")
    }
    if allWords.contains(where: { $0.hasMarkup(in: text.format) }) {
      found.append(
        "holds HTML or Markdown: a drill shows the signs as they stand. Write the text anew there.")
    }
    return found
  }
}

extension Question.Words {
  /// Whether a program that knows its format would show it set.
  func hasMarkup(in outer: Question.Format?) -> Bool {
    switch format ?? outer ?? .moodle {
    case .plain: false
    case .markdown: text.contains { "*_`[]#<>".contains($0) }
    // Its tags were read.
    case .html: false
    case .moodle: text.contains("<") && text.contains(">")
    }
  }
}

extension Question.Body {
  /// The word that a keepsake knows the form by.
  var kind: String {
    switch self {
    case .description: "description"
    case .essay: "essay"
    case .truth: "true or false"
    case .choice: "choice"
    case .short: "short answer"
    case .matching: "matching"
    case .numeric: "numeric"
    }
  }
}
