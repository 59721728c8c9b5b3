// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Questions that are asked one after the other, until all are answered or somebody leaves.
public struct Interview {
  private let desk: Desk

  /// An interview at a desk.
  public init(_ desk: Desk) { self.desk = desk }

  /// Asks one question until its answer is taken.
  ///
  /// - Parameters:
  ///   - words: The question.
  ///   - options: What can be picked by its number or its words; empty where anything may be typed.
  ///   - take: Takes an answer; a sentence where it can't be taken.
  /// - Returns: false where somebody left.
  /// - Throws: `ConsoleError` where nothing can be read or shown.
  public func ask(
    _ words: String, options: [String], take: (String) -> String?
  ) throws(ConsoleError) -> Bool {
    try desk.say("")
    try desk.say(words, .strong)
    for (index, option) in options.enumerated() {
      try desk.print(StyledText("\(index + 1)) \(option)"), margin: .indent(2))
    }
    let prompt = Prompt(StyledText("> ", .prompt), completion: Completion(options, scope: .line))
    while true {
      switch try desk.read(prompt) {
      case .line(let line):
        let text = line.text.trimmed()
        if ["quit", "/quit"].contains(text.lowercased()) { return false }
        let number = Int(text).flatMap { options.indices.contains($0 - 1) ? options[$0 - 1] : nil }
        guard let problem = take(number ?? text) else { return true }
        try desk.say(problem)
      case .endOfInput: return false
      case .terminated(let signal): throw .terminated(signal: signal)
      case .interrupted: try desk.sayAbove("“quit” leaves; nothing is written then.", .dim)
      case .deadline: continue
      }
    }
  }
}
