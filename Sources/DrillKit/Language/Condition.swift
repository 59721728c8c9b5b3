// SPDX-License-Identifier: GPL-3.0-or-later

/// When a block, an item, a scene or a `Next` line holds: at most two terms joined by “and”.
public struct Condition: Hashable, Sendable {
  /// What a term is about: an item, a scene, or (nil) the item at hand.
  public struct Reference: Hashable, Sendable {
    /// The scene's slug.
    public var slug: String
    /// The item's id within it; nil for the whole scene.
    public var itemID: String?
  }

  /// What is tested.
  public enum Test: Hashable, Sendable {
    case passed(Reference?)
    case failed(Reference?)
    case timedOut(Reference?)
    /// An answer by its letter, or by its words.
    case chose(String, isWords: Bool, Reference?)
    /// The score so far, in per cent of the points met, in all or in one scene.
    case score(Reference?, atLeast: Int)
    case variant(String)
    case severity(String)
  }

  /// A test, or its contrary.
  public struct Term: Hashable, Sendable {
    /// Whether the contrary must hold.
    public var isNegated: Bool
    /// What is tested.
    public var test: Test
  }

  /// All must hold; one or two.
  public var terms: [Term]
  /// Where it stands.
  public var place: Place
}

extension Condition.Test {
  /// The section that the test looks at, if it names one.
  var reference: Condition.Reference? {
    switch self {
    case .passed(let reference), .failed(let reference), .timedOut(let reference),
      .chose(_, _, let reference), .score(let reference, _):
      reference
    case .variant, .severity: nil
    }
  }
}

/// Reads conditions from rich text: references are links.
struct ConditionParser {
  private enum Token: Equatable {
    case word(String)
    case string(String)
    case link(text: String, destination: String)
  }

  private var tokens: [Token]
  private var index = 0
  private let place: Place

  private init(_ text: RichText, place: Place) throws(SettingProblem) {
    tokens = try Self.tokenise(text)
    self.place = place
  }

  /// Reads a whole text as a condition, after its leading “when” was taken off.
  static func parse(_ text: RichText, place: Place) throws(SettingProblem) -> Condition {
    var parser = try ConditionParser(text, place: place)
    var terms = [try parser.term()]
    if parser.takeWord("and") { terms.append(try parser.term()) }
    guard parser.index == parser.tokens.count else {
      let isSecondAnd = parser.tokens[parser.index] == .word("and")
      throw SettingProblem(
        message: isSecondAnd
          ? "A condition has at most one “and”. Use a scene between, or a simpler condition."
          : "The condition should end before “\(parser.text(of: parser.tokens[parser.index]))”. To name "
            + "an item, write a link: [its-id](#scene-title).")
    }
    return Condition(terms: terms, place: place)
  }

  private static func tokenise(_ text: RichText) throws(SettingProblem) -> [Token] {
    var tokens: [Token] = []
    for run in text.runs {
      if let link = run.link {
        tokens.append(.link(text: run.text.trimmed(), destination: link))
        continue
      }
      // Words without quotation marks.
      if run.text.isSimple, !run.text.hasByte(UInt8(ascii: "\"")) {
        tokens += run.text.words().map { .word(String($0)) }
        continue
      }
      var rest = run.text[...]
      while let first = rest.first {
        if first.isWhitespace {
          rest = rest.dropFirst()
        } else if first == "\"" || first == "“" {
          let close: Character = first == "“" ? "”" : first
          let body = rest.dropFirst().prefix { $0 != close }
          guard body.endIndex < rest.endIndex else {
            throw SettingProblem(message: "The quotation mark before “\(body)” is not closed.")
          }
          tokens.append(.string(String(body)))
          rest = rest.dropFirst(body.count + 2)
        } else {
          let word = rest.prefix { !$0.isWhitespace }
          tokens.append(.word(String(word)))
          rest = rest.dropFirst(word.count)
        }
      }
    }
    return tokens
  }

  private func text(of token: Token) -> String {
    switch token {
    case .word(let text), .string(let text), .link(let text, _): text
    }
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard index < tokens.count, tokens[index] == .word(word) else { return false }
    index += 1
    return true
  }

  private mutating func take(_ words: String...) -> Bool {
    guard index + words.count <= tokens.count else { return false }
    for (offset, word) in words.enumerated() where tokens[index + offset] != .word(word) {
      return false
    }
    index += words.count
    return true
  }

  private mutating func reference() throws(SettingProblem) -> Condition.Reference? {
    guard index < tokens.count, case .link(let text, let destination) = tokens[index] else {
      return nil
    }
    index += 1
    guard destination.hasPrefix("#"), destination.count > 1 else {
      throw SettingProblem(
        message: "“\(destination)” is not in this drill. Refer to a scene as [Title](#title) or to "
          + "an item as [its-id](#scene-title).")
    }
    let slug = String(destination.dropFirst())
    // Text that reads as the scene's own title names the scene, any other text an item.
    let isScene = Slug.of(text) == slug
    return Condition.Reference(slug: slug, itemID: isScene ? nil : text)
  }

  private mutating func term() throws(SettingProblem) -> Condition.Term {
    let isNegated = takeWord("not")
    return Condition.Term(isNegated: isNegated, test: try test())
  }

  private mutating func test() throws(SettingProblem) -> Condition.Test {
    if takeWord("passed") { return .passed(try reference()) }
    if takeWord("failed") { return .failed(try reference()) }
    if take("timed", "out") { return .timedOut(try reference()) }
    if takeWord("chose") { return try chose() }
    if takeWord("score") { return try score() }
    if take("severity", "is") { return .severity(try value(after: "severity is")) }
    if take("variant", "is") { return .variant(try value(after: "variant is")) }
    let found = index < tokens.count ? text(of: tokens[index]) : ""
    let known = ["passed", "failed", "timed out", "chose", "score", "severity", "variant", "not"]
    throw SettingProblem(
      message: found.isEmpty
        ? "The condition is empty. Write for example “when failed [first-move](#opening)”."
        : "“\(found)” begins no condition; there are passed, failed, timed out, chose, score, "
          + "severity and variant.\(suggestion(for: found, in: known))")
  }

  private mutating func chose() throws(SettingProblem) -> Condition.Test {
    guard index < tokens.count else {
      throw SettingProblem(message: "“chose” needs an answer: its letter, or its words in quotes.")
    }
    let answer: String
    let isWords: Bool
    switch tokens[index] {
    case .word(let letter):
      guard letter.count == 1, letter.first?.isLetter == true else {
        throw SettingProblem(
          message: "“\(letter)” is no letter. Put an answer's words in quotes: chose \"\(letter)\"."
        )
      }
      answer = letter.lowercased()
      isWords = false
    case .string(let words):
      answer = words
      isWords = true
    case .link:
      throw SettingProblem(message: "“chose” needs an answer before the link: chose b in […](#…).")
    }
    index += 1
    guard takeWord("in") else { return .chose(answer, isWords: isWords, nil) }
    guard let reference = try reference() else {
      throw SettingProblem(message: "After “in” a link is needed: in [its-id](#scene-title).")
    }
    return .chose(answer, isWords: isWords, reference)
  }

  private mutating func score() throws(SettingProblem) -> Condition.Test {
    var section: Condition.Reference?
    if takeWord("in") {
      section = try reference()
      guard section != nil else {
        throw SettingProblem(
          message: "After “score in” a link is needed: score in [Title](#title).")
      }
    }
    guard take("is", "at", "least"), index < tokens.count,
      case .word(var number) = tokens[index]
    else {
      throw SettingProblem(message: "Write the score as “score is at least 80”.")
    }
    if number.hasSuffix("%") { number.removeLast() }
    guard let value = Int(number), (0...100).contains(value) else {
      throw SettingProblem(message: "“\(number)” is no score from 0 to 100.")
    }
    index += 1
    return .score(section, atLeast: value)
  }

  private mutating func value(after words: String) throws(SettingProblem) -> String {
    guard index < tokens.count else {
      throw SettingProblem(message: "After “\(words)” a word is needed.")
    }
    defer { index += 1 }
    switch tokens[index] {
    case .word(let text), .string(let text): return text
    case .link:
      throw SettingProblem(message: "After “\(words)” a word is needed, not a link.")
    }
  }
}
