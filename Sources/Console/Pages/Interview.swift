// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Questions that are asked one after the other, until all are answered or somebody leaves.
public struct Interview {
  /// How a question ended.
  public enum Outcome: Hashable, Sendable {
    /// Its answer was taken.
    case answered
    /// The question before is to be asked again.
    case back
    /// Somebody left.
    case left
  }

  private let desk: Desk

  /// An interview at a desk.
  public init(_ desk: Desk) { self.desk = desk }

  /// Asks one question until its answer is taken.
  ///
  /// - Parameters:
  ///   - words: The question.
  ///   - options: What can be picked by its number or its words; empty where anything may be typed.
  ///   - earlier: What was answered before, which an empty line keeps.
  ///   - isFirst: Whether there is no question before.
  ///   - take: Takes an answer; a sentence where it can't be taken.
  /// - Returns: How it ended.
  /// - Throws: `ConsoleError` where nothing can be read or shown.
  public func ask(
    _ words: String, options: [String], earlier: String? = nil, isFirst: Bool = false,
    take: (String) -> String?
  ) throws(ConsoleError) -> Outcome {
    try desk.say("")
    try desk.say(words, .strong)
    for (index, option) in options.enumerated() {
      try desk.print(StyledText("\(index + 1)) \(option)"), margin: .indent(2))
    }
    if let earlier { try desk.say("Your answer was “\(earlier)”. An empty line keeps it.") }
    let prompt = Prompt(StyledText("> ", .prompt), completion: Completion(options, scope: .line))
    while true {
      switch try desk.read(prompt) {
      case .line(let line):
        let text = line.text.trimmed()
        switch text.lowercased() {
        case "quit", "/quit": return .left
        case "back", "/back":
          if !isFirst { return .back }
          try desk.say("This is the first question.")
          continue
        case "help", "/help":
          try desk.say(Self.help(hasOptions: !options.isEmpty))
          continue
        default: break
        }
        let number = Int(text).flatMap { options.indices.contains($0 - 1) ? options[$0 - 1] : nil }
        let kept = text.isEmpty ? earlier : nil
        guard let problem = take(number ?? kept ?? text) else { return .answered }
        try desk.say(problem)
      case .endOfInput: return .left
      case .terminated(let signal): throw .terminated(signal: signal)
      case .interrupted: try desk.sayAbove("“quit” leaves; nothing is written then.", .dim)
      case .deadline: continue
      }
    }
  }

  /// Shows lines together, such as all answers at the end.
  public func tell(_ lines: [String]) throws(ConsoleError) {
    try desk.say("")
    for line in lines { try desk.print(StyledText(line), margin: .indent(2)) }
  }

  private static func help(hasOptions: Bool) -> String {
    let answer =
      hasOptions
      ? "Type the number or the name of one of the lines above." : "Type your answer in one line."
    return "\(answer) “back” asks the question before again, “quit” leaves, and nothing is written "
      + "then."
  }
}
