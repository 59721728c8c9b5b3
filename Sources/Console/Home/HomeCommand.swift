// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A command typed at home.
enum HomeCommand {
  case nothing, list, scores, help, quit
  case start(String)
  case resume(String)
  case explain(String)
  case replay(String)
  case policy(String)
  case language(String)
  case unknown(String)

  /// The commands' first words.
  static let words = [
    "start", "resume", "list", "scores", "explain", "replay", "policy", "language",
    "help", "quit",
  ]

  /// What they do.
  static let summary = """
    start NAME      begin a drill, or go on with it
    resume          go on with what was paused
    list            the drills and how they stand
    scores          your attempts
    explain NAME    why an attempt earned what it did (a drill's name, or an attempt's letters)
    replay NAME     an attempt as it was
    policy NAME     read a policy
    language TAG    drills in another language, where they are translated (“de”)
    quit            leave; everything is saved
    """

  init(_ text: String) {
    let words = text.trimmed().split(separator: " ", maxSplits: 1).map(String.init)
    let rest = words.count > 1 ? words[1].trimmed() : ""
    switch words.first?.lowercased() ?? "" {
    case "": self = .nothing
    case "start", "run": self = .start(rest)
    case "resume": self = .resume(rest)
    case "list", "drills", "home": self = .list
    case "scores": self = .scores
    case "explain": self = .explain(rest.isEmpty ? "last" : rest)
    case "replay": self = .replay(rest.isEmpty ? "last" : rest)
    case "policy", "policies": self = .policy(rest)
    case "language", "lang": self = .language(rest)
    case "help", "?": self = .help
    case "quit", "exit", "bye": self = .quit
    case let word: self = .unknown(word)
    }
  }
}
