// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Rule {
  static let cannotPass = Rule("X001", .error, "drill that nobody can pass")
  static let criticalForAll = Rule("X002", .error, "critical failure that nobody can avoid")
  static let guessable = Rule(
    "X003", .warning, "drill that can be passed by guessing", namesLines: true)
  static let unbalanced = Rule(
    "X004", .warning, "right answers that stand out", namesLines: true)
  static let neverReached = Rule("X005", .warning, "scene or item that no answer leads to")
  static let deadEnd = Rule("X006", .warning, "item from which no known answer leads on")
  static let storyLoops = Rule("X007", .warning, "story that comes back to a scene")
  static let tooWide = Rule("X008", .warning, "story too wide to be walked as a whole")

  /// The rules of what `explore` finds.
  static let exploreRules: [Rule] = [
    .cannotPass, .criticalForAll, .guessable, .unbalanced, .neverReached, .deadEnd, .storyLoops,
    .tooWide,
  ]
}
