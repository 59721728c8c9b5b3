// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What an author may type in a trial besides an employee's commands.
enum TrialCommand: Hashable {
  case key, score, state
  case scene(String)

  /// The commands as they are typed; none for an employee.
  static func typed(_ trial: (any TrialDesk)?) -> [String] {
    guard let trial else { return [] }
    return ["/key", "/score", "/state"] + trial.scenes.map { "/scene \($0)" }
  }

  /// What they do, in one breath.
  static let summary =
    "/key shows what is right and why, /score what was earned so far, /state what the story "
    + "remembers, /scene NAME goes to a scene. The file is read again when it is saved."

  init?(_ text: String) {
    let words = text.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
    switch words.first?.lowercased() {
    case "key": self = .key
    case "score": self = .score
    case "state": self = .state
    case "scene": self = .scene(words.count > 1 ? words[1].trimmed() : "")
    default: return nil
    }
  }
}

/// What a question is asked from, where an author looks on: commands, and a file that may change.
protocol TrialDesk: AnyObject {
  /// The slugs that “/scene” takes.
  var scenes: [String] { get }
  /// Whether the question is to be left, because the author goes elsewhere or the file changed.
  var isLeaving: Bool { get }
  /// When the file is looked at again.
  var nextLook: BootInstant { get }
  /// Looks at the file; true where the question is to be left for what it says now.
  func look() throws(ConsoleError) -> Bool
  /// Does what a command says.
  func obey(
    _ command: TrialCommand, _ item: Item, _ situation: Situation
  ) throws(ConsoleError)
}
