// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A command typed within a drill; everything else is an answer.
enum DrillCommand {
  case hint, again, facts, pause, quit, help
  case policy(String)
  case unknown(String)

  /// The commands as they are typed.
  static let typed = ["/hint", "/policy", "/facts", "/again", "/pause", "/quit", "/help"]

  /// What Tab offers beside answers: the commands, and the policies that can be looked at.
  static func candidates(_ policies: PolicyBook) -> [String] {
    typed + policies.policies.map { "/policy \($0.id)" }
  }

  /// What they do, in one breath.
  static let summary =
    "/hint gives a hint at its price, /policy NAME shows a policy, /facts tells the time in the story, "
    + "/again shows the question again, /pause or /quit stops and keeps everything."

  init(_ text: String) {
    let words = text.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1].trimmed() : ""
    switch words.first?.lowercased() ?? "" {
    case "hint": self = .hint
    case "again": self = .again
    case "facts": self = .facts
    case "policy": self = .policy(rest)
    case "pause": self = .pause
    case "quit", "exit": self = .quit
    case "help", "?": self = .help
    case let word: self = .unknown(word)
    }
  }

  /// “ Did you mean …?”, where a command is close.
  static func suggestion(for word: String) -> String {
    DrillKit.suggestion(for: "/\(word)", in: typed)
  }
}
