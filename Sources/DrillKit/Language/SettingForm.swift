// SPDX-License-Identifier: GPL-3.0-or-later

/// A setting or a mark as authors write it, for completion and explanation.
public struct SettingForm: Hashable, Sendable {
  /// The name that it is known by: `points`.
  public let name: String
  /// How it is written, with a value that does: `2 points`.
  public let example: String
  /// What it means, in a sentence.
  public let meaning: String

  /// Every setting of an item, in the order in which authors write them.
  public static let all: [SettingForm] = [
    .init(name: "id", example: "id: first-move", meaning: "A stable name: the record uses it."),
    .init(
      name: "competency", example: "competency: card-data",
      meaning: "What the item counts for; otherwise the drill's first competency."),
    .init(name: "points", example: "2 points", meaning: "The weight, 0 to 100; otherwise 1."),
    .init(
      name: "within", example: "within 45 s",
      meaning: "The answer timer, 5 to 3600 s: it ends the item and is never scored."),
    .init(
      name: "attempts", example: "2 attempts",
      meaning: "How often it may be answered, 1 to 5; a later try earns half."),
    .init(
      name: "shuffle", example: "shuffle: no",
      meaning: "Whether the answers are shown in a random order; otherwise they are."),
    .init(
      name: "show", example: "show: 4",
      meaning: "How many answers are drawn, 2 to 20, the right ones always among them."),
    .init(
      name: "confidence", example: "confidence: ask",
      meaning: "Asks how sure the employee is; kept out of the pass."),
    .init(
      name: "words", example: "20-120 words", meaning: "The length of the reply, at most 500 words."
    ),
    .init(name: "watch", example: "watch: Robin", meaning: "The speaker whose lines are judged."),
    .init(name: "pace", example: "pace: 4 s", meaning: "The time a line takes, 1 to 120 s."),
    .init(
      name: "window", example: "window: 2",
      meaning: "In how many lines a flag counts for a failure, 1 to 10."),
    .init(name: "late", example: "late: 50%", meaning: "The share that a late flag earns."),
    .init(
      name: "derive", example: "derive: May go to",
      meaning: "The column whose cells a policy's table fills."),
    .init(
      name: "feedback", example: "feedback: at once",
      meaning: "When it is said what was right: “at once” or “at the end”."),
  ]

  /// The marks before an answer.
  public static let marks: [SettingForm] = [
    .init(name: "share", example: "50%", meaning: "The share of the credit that the answer earns."),
    .init(name: "deduction", example: "-25%", meaning: "The share of the credit that it costs."),
    .init(
      name: "fail", example: "fail",
      meaning: "A critical failure, of the duty's class: the drill goes on, and is not passed."),
    .init(
      name: "fail: customer", example: "fail: customer", meaning: "A critical failure: a customer."),
    .init(
      name: "fail: business", example: "fail: business",
      meaning: "A critical failure: the business."
    ),
    .init(
      name: "fail: compliance", example: "fail: compliance",
      meaning: "A critical failure: law and contracts."),
    .init(
      name: "coach", example: "coach", meaning: "Counts as it is, and the supervisor sees it."),
    .init(name: "minutes", example: "+10 min", meaning: "So much scenario time passes."),
    .init(
      name: "timed out", example: "timed out", meaning: "What happens when the timer ends the item."
    ),
    .init(
      name: "otherwise", example: "otherwise",
      meaning: "What is said to an answer that no other line foresees."),
  ]

  /// The labels that bind what follows them.
  public static let labels: [SettingForm] = [
    .init(
      name: "Facts", example: "Facts:", meaning: "A list of facts, by which policies answer."),
    .init(
      name: "Hint", example: "Hint (-25%): ", meaning: "Given when asked for, at its price."),
    .init(
      name: "After", example: "After 20 s:",
      meaning: "A quote that breaks in while the employee thinks."),
    .init(
      name: "Answers", example: "Answers:",
      meaning: "The list of answers, where another list would touch it."),
    .init(
      name: "Answer", example: "Answer: ",
      meaning: "A number, or a link to the list of a policy."),
    .init(
      name: "Feedback", example: "Feedback:", meaning: "A quote that is said after any answer."),
    .init(
      name: "Model", example: "Model:", meaning: "A quote: the model answer, shown afterwards."),
    .init(name: "Next", example: "Next:", meaning: "A list of where the story goes, and when."),
  ]

  /// How conditions begin, behind “when”.
  public static let conditions: [SettingForm] = [
    .init(name: "passed", example: "passed", meaning: "The item earned the pass mark."),
    .init(name: "failed", example: "failed", meaning: "The item was not passed."),
    .init(name: "timed out", example: "timed out", meaning: "The timer ended the item."),
    .init(
      name: "chose", example: "chose ", meaning: "That answer was picked: its letter, or words."),
    .init(
      name: "score is at least", example: "score is at least 80",
      meaning: "Of the points that were met so far."),
    .init(name: "variant is", example: "variant is ", meaning: "That variant is played."),
    .init(
      name: "severity is", example: "severity is ",
      meaning: "The Severity table says so of the facts here."),
    .init(name: "not", example: "not ", meaning: "The contrary."),
  ]

  /// The setting that a piece of a setting line is, whatever its value.
  public static func setting(of piece: some StringProtocol) -> SettingForm? {
    let words = piece.words().map { $0.lowercased() }
    let name: String?
    if let colon = piece.utf8.firstIndex(of: UInt8(ascii: ":")) {
      name = piece[..<colon].trimmed().lowercased()
    } else if words.first == "within" {
      name = "within"
    } else {
      name = words.last.map { $0 == "point" || $0 == "attempt" ? $0 + "s" : $0 }
    }
    return all.first { $0.name == name }
  }

  /// The mark that a piece of a parenthesis before an answer is, whatever its value.
  public static func mark(of piece: some StringProtocol) -> SettingForm? {
    let text = piece.trimmed().lowercased()
    let name: String
    if text.hasSuffix("%") {
      name = text.hasPrefix("-") ? "deduction" : "share"
    } else if text.hasPrefix("+"), text.hasSuffix("min") {
      name = "minutes"
    } else {
      name = text
    }
    return marks.first { $0.name == name }
  }
}
