// SPDX-License-Identifier: GPL-3.0-or-later

/// What an item's setting line says, over the drill's defaults.
public struct ItemSettings: Hashable, Sendable {
  /// When a spotting drill says what was right.
  public enum FeedbackMoment: Hashable, Sendable {
    case atOnce, atTheEnd
  }

  /// A stable name.
  public var id: String?
  /// Whether an id was written that can't be read: nothing is said of what refers to it.
  var isMisnamed = false
  /// The competency that it counts for.
  public var competency: String?
  /// Its weight in the drill's score; 0…100.
  public var points = 1
  /// Seconds until the answer timer ends it.
  public var within: Int?
  /// How often it may be answered; 1…5.
  public var attempts = 1
  /// Whether answers are shown in a random order.
  public var shuffle = true
  /// How many answers are shown; wrong ones are drawn.
  public var show: Int?
  /// Whether the employee says how sure they are.
  public var asksConfidence = false
  /// Words that a reply must have.
  public var words: ClosedRange<Int>?
  /// The speaker whose lines are judged.
  public var watch: String?
  /// Seconds a line of a streamed conversation takes.
  public var pace: Int?
  /// Lines in which a flag counts for a failure.
  public var window: Int?
  /// Per cent that a late flag earns.
  public var late: Int?
  /// The column that a policy's table fills.
  public var derive: String?
  /// When a spotting drill says what was right.
  public var feedback: FeedbackMoment?

  /// Most seconds of an answer timer.
  static let longestTimer = 3600

  /// The defaults of the language.
  public init() {}

  /// The settings' names, for a suggestion.
  static let names = [
    "id", "competency", "points", "within", "attempts", "shuffle", "show", "confidence", "words",
    "watch", "pace", "window", "late", "derive", "feedback",
  ]

  /// Settings that hold for a kind only; elsewhere they would be ignored, which is an error.
  static let own: Set<String> = [
    "words", "watch", "pace", "window", "late", "derive", "feedback", "show", "shuffle",
  ]

  /// Takes one setting; throws a sentence where it is none.
  ///
  /// - Returns: the setting's name.
  mutating func apply(_ text: String) throws(SettingProblem) -> String {
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let name = text[..<colon].trimmed().lowercased()
      let value = text[text.index(after: colon)...].trimmed()
      try apply(name: name, value: value)
      return name
    }
    let words = text.words().map(String.init)
    guard let first = words.first else {
      throw SettingProblem(message: "An empty setting stands here. Delete the “;” too many.")
    }
    if words.count == 2, words[1] == "points" || words[1] == "point" {
      points = try whole(words[0], in: 0...100, "points")
      return "points"
    }
    if words.count == 2, words[1] == "attempts" || words[1] == "attempt" {
      attempts = try whole(words[0], in: 1...5, "attempts")
      return "attempts"
    }
    if first == "within" {
      guard words.count == 3, words[2] == "s" else {
        throw SettingProblem(message: "Write the timer as “within 45 s”.")
      }
      within = try whole(words[1], in: 5...Self.longestTimer, "seconds")
      return "within"
    }
    if words.count == 2, words[1] == "words" {
      let ends = words[0].split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let low = Int(ends[0]), let high = Int(ends[1]), low <= high,
        low >= 1, high <= 500
      else { throw SettingProblem(message: "Write the length as “20-120 words”, at most 500.") }
      self.words = low...high
      return "words"
    }
    if words.count == 2, ["points", "attempts", "words"].contains(first) {
      throw SettingProblem(message: "Write the number first: “\(words[1]) \(first)”.")
    }
    throw SettingProblem(
      message: "“\(text)” is no setting.\(suggestion(for: first, in: Self.names)) "
        + "Settings are separated by “;”.")
  }

  /// Takes one default of the front matter: a setting's name and its value, `points: 2`.
  mutating func applyDefault(_ name: String, _ value: String) throws(SettingProblem) {
    switch name {
    case "points", "attempts", "words": _ = try apply("\(value) \(name)")
    case "within": _ = try apply("within \(value)")
    case "id":
      throw SettingProblem(message: "An id belongs to one item and can't be a default.")
    default: _ = try apply("\(name): \(value)")
    }
  }

  private mutating func apply(name: String, value: String) throws(SettingProblem) {
    switch name {
    case "id": id = try identifier(value)
    case "competency": competency = try filled(value, name)
    case "shuffle": shuffle = try yesOrNo(value, name)
    case "show": show = try whole(value, in: 2...20, "answers")
    case "confidence":
      guard value == "ask" else {
        throw SettingProblem(message: "Write “confidence: ask”, or leave it out.")
      }
      asksConfidence = true
    case "watch": watch = try filled(value, name)
    case "pace": pace = try seconds(value)
    case "window": window = try whole(value, in: 1...10, "lines")
    case "late":
      guard value.hasSuffix("%") else {
        throw SettingProblem(message: "Write the share of a late flag as “late: 50%”.")
      }
      late = try whole(String(value.dropLast()), in: 0...100, "per cent")
    case "derive": derive = try filled(value, name)
    case "feedback":
      switch value {
      case "at once": feedback = .atOnce
      case "at the end": feedback = .atTheEnd
      default:
        throw SettingProblem(message: "Write “feedback: at once” or “feedback: at the end”.")
      }
    case "points", "attempts", "within", "words":
      throw SettingProblem(
        message:
          "Write it without a colon: “2 points”, “2 attempts”, “within 45 s”, “20-120 words”.")
    default:
      throw SettingProblem(
        message: "“\(name)” is no setting.\(suggestion(for: name, in: Self.names))")
    }
  }

  private func whole(
    _ text: String, in range: ClosedRange<Int>, _ what: String
  ) throws(SettingProblem) -> Int {
    guard let value = Int(text), range.contains(value) else {
      throw SettingProblem(
        message:
          "“\(text)” is not a number of \(what) from \(range.lowerBound) to \(range.upperBound).")
    }
    return value
  }

  private func seconds(_ text: String) throws(SettingProblem) -> Int {
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == "s" else {
      throw SettingProblem(message: "Write the pace as “pace: 4 s”.")
    }
    return try whole(String(words[0]), in: 1...120, "seconds")
  }

  private func yesOrNo(_ text: String, _ name: String) throws(SettingProblem) -> Bool {
    switch text {
    case "yes": return true
    case "no": return false
    default: throw SettingProblem(message: "Write “\(name): yes” or “\(name): no”.")
    }
  }

  private func filled(_ text: String, _ name: String) throws(SettingProblem) -> String {
    guard !text.isEmpty, text.count <= 80 else {
      throw SettingProblem(message: "“\(name):” needs a value of at most 80 characters.")
    }
    return text
  }

  private func identifier(_ text: String) throws(SettingProblem) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 &- 0x61 < 26 || isDigit($0) || $0 == UInt8(ascii: "-")
    }
    guard isPlain, text.first?.isLetter == true, text.utf8.count <= 40 else {
      throw SettingProblem(
        message:
          "“\(text)” is no id: use small letters, digits and “-”, a letter first, at most 40.")
    }
    return text
  }
}

/// Why a setting could not be taken, in a sentence.
struct SettingProblem: Error, Hashable {
  let message: String
}
