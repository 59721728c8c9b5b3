// SPDX-License-Identifier: GPL-3.0-or-later

/// A conversation that goes by: which line comes next, what breaks in after it, and what a line
/// typed meanwhile means. It knows no clock: whoever drives it waits `secondsToNext`, or for Enter.
public struct TurnsSession: Hashable, Sendable {
  /// A line that is shown now.
  public struct Step: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// Who says what.
    public let line: Turns.Line
    /// Injects that come right after it, by their number in the item, from 0.
    public let injects: [Int]
  }

  /// What a typed line means.
  public enum Action: Hashable, Sendable {
    /// Show the next line, or end where there is none.
    case next
    /// A line is flagged.
    case flag(Flag)
    /// From now on each line waits for Enter.
    case pause
    /// From now on the lines go by again.
    case go
    /// It begins with “/” and is none of the conversation's.
    case command(String)
  }

  /// The conversation.
  public let turns: Turns
  /// The last line shown, from 1; 0 before the first.
  public private(set) var shown: Int
  /// What was flagged.
  public private(set) var flags: [Flag]
  /// Whether each line waits for Enter.
  public private(set) var isStepping: Bool
  private let seconds: Int?
  private let injects: [Int: [Int]]

  /// A conversation from its first line; or, taken up again, from the line after the last one that
  /// the record shows to have been heard: by a flag, or by an inject that came.
  ///
  /// Without timers, or where `isStepping` says so, each line waits for Enter.
  public init(
    _ turns: Turns, injects: [Inject] = [], timers: Timers = .asWritten, isStepping: Bool = false,
    flags: [Flag] = [], injected: Set<Int> = []
  ) {
    self.turns = turns
    self.flags = flags
    seconds = timers.seconds(turns.pace)
    self.isStepping = isStepping || seconds == nil
    var waiting: [Int: [Int]] = [:]
    var heard = flags.map(\.at)
    for (index, inject) in injects.enumerated() {
      guard case .line(let line) = inject.moment else { continue }
      if injected.contains(index) {
        heard.append(line)
      } else {
        waiting[line, default: []].append(index)
      }
    }
    self.injects = waiting
    shown = min(max(heard.max() ?? 0, 0), turns.lines.count)
  }

  /// Whether every line was shown. A last pause follows, in which the last lines can be flagged.
  public var isAtLastLine: Bool { shown >= turns.lines.count }

  /// Seconds until the next line comes on its own; nil where it waits for Enter.
  public var secondsToNext: Int? { isStepping ? nil : seconds }

  /// What was flagged so far, as a response.
  public var response: Response { .flags(flags) }

  /// Goes on to the next line; nil at the end of the conversation.
  public mutating func advance() -> Step? {
    guard shown < turns.lines.count else { return nil }
    shown += 1
    return Step(number: shown, line: turns.lines[shown - 1], injects: injects[shown] ?? [])
  }

  /// Takes a typed line: keeps a flag, changes the pace; going on is left to `advance`.
  public mutating func take(_ typed: String) throws(Misread) -> Action {
    let text = typed.trimmed()
    if text.hasPrefix("/") { return .command(text) }
    switch text.lowercased() {
    case "":
      guard isStepping else {
        throw Misread("The lines go by on their own. “p” lets each one wait for Enter.")
      }
      return .next
    case "p", "pause":
      isStepping = true
      return .pause
    case "go":
      guard seconds != nil else {
        throw Misread("Without a timer each line waits for Enter.")
      }
      isStepping = false
      return .go
    default:
      let flag = Flag(line: try line(in: text.lowercased()), at: shown)
      flags.append(flag)
      return .flag(flag)
    }
  }

  /// The line that `f`, `f 4` or `4` flags.
  private func line(in text: String) throws(Misread) -> Int {
    var rest = text[...]
    for word in ["flag", "f"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    let words = rest.trimmed()
    guard words.isEmpty || words.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      throw Misread(
        "“\(text.shortened)” means nothing here. Type “f” to flag the line just shown, “f 4” to flag "
          + "line 4, “p” to pause\(isStepping ? ", Enter for the next line" : "").")
    }
    guard shown > 0 else { throw Misread("Nothing was said yet that could be flagged.") }
    let number = words.isEmpty ? shown : Int(words) ?? Int.max
    guard turns.lines.indices.contains(number - 1) else {
      throw Misread("There is no line \(words); the lines so far are 1 to \(shown).")
    }
    guard number <= shown else { throw Misread("Line \(number) was not shown yet.") }
    guard !flags.contains(where: { $0.line == number }) else {
      throw Misread("Line \(number) is flagged already.")
    }
    return number
  }
}
