// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Answers that are kept beside a drill, with what they must come to: whole runs, and single answers
/// to one item.
struct GoldenAnswers {
  /// One answer, or a time-out.
  struct Given {
    /// What is typed, a line each; empty for a time-out.
    let lines: [String]
    let isTimeOut: Bool
    let place: Place
  }

  /// What answers the items that a run does not name.
  enum Others: Equatable {
    /// Nothing: each item that is asked must be named.
    case none
    /// The right answers.
    case right
    /// The answers of another run.
    case run(String)
  }

  /// A way through the whole drill.
  struct Run {
    let name: String
    let place: Place
    var variant: (name: String, place: Place)?
    var expectation: Expectation?
    /// The answers by item, in the order in which they are given.
    var answers: [(item: String, given: Given)] = []
    var others = Others.none
  }

  /// Single answers to one item.
  struct Single {
    let item: String
    let place: Place
    var rows: [Row] = []
  }

  /// One answer of a table, the share that it must earn, and why it is there.
  struct Row {
    let given: Given
    let score: String
    let why: String
    let place: Place
  }

  var runs: [Run] = []
  var singles: [Single] = []

  /// Whether there is no section at all.
  var isEmpty: Bool { runs.isEmpty && singles.isEmpty }
}

/// What a run must come to: `pass; score 100; scenes Opening, Masked`.
struct Expectation: Equatable {
  /// Whether the drill is passed; nil where that is left open.
  var passes: Bool?
  /// Classes of critical failures, in the order of their names.
  var critical: [String] = []
  /// The score in per cent.
  var score: String?
  /// Titles of the scenes that are entered, in order.
  var scenes: [String]?
  /// The first line of it, and how many there are.
  var firstLine = 0
  var lineCount = 0

  /// Reads what stands after `Expect:`; nil where it can't be read.
  init?(_ text: String) {
    for piece in text.split(separator: ";").map({ $0.trimmed() }) where !piece.isEmpty {
      let words = piece.split(separator: " ", maxSplits: 1).map(String.init)
      let rest = words.count > 1 ? words[1].trimmed() : ""
      switch words[0] {
      case "pass" where rest.isEmpty: passes = true
      case "fail":
        passes = false
        guard rest.isEmpty || (rest.first == "(" && rest.last == ")") else { return nil }
        critical = rest.dropFirst().dropLast().split(separator: ",").map { $0.trimmed() }.sorted()
        let known = CriticalClass.allCases.map(\.rawValue)
        guard critical.allSatisfy(known.contains) else { return nil }
      case "score":
        let number = rest.hasSuffix("%") ? rest.dropLast().trimmed() : rest
        guard let value = DecimalNumber(number), value >= .zero, value <= DecimalNumber(100) else {
          return nil
        }
        score = value.description
      case "scenes":
        scenes = rest.split(separator: ",").map { $0.trimmed() }
      default: return nil
      }
    }
  }

  /// What a run came to, as far as this expectation asks; of one that asks nothing, the verdict and
  /// the score.
  init(found state: AttemptState, script: Script, asked: Expectation?) {
    let score = state.score
    let all = asked?.passes == nil && asked?.score == nil && asked?.scenes == nil
    if all || asked?.passes != nil {
      passes = state.finished?.passed ?? false
      critical = Set(score.critical.map(\.kind.rawValue)).sorted()
    }
    if all || asked?.score != nil { self.score = (score.share ?? .full).percent }
    if asked?.scenes != nil {
      scenes = state.entered.map { script.scene($0)?.title ?? $0 }
    }
  }

  /// The expectation as it is written.
  var text: String {
    var pieces: [String] = []
    if let passes {
      let classes = critical.isEmpty ? "" : " (\(critical.joined(separator: ", ")))"
      pieces.append(passes ? "pass" : "fail\(classes)")
    }
    if let score { pieces.append("score \(score)") }
    if let scenes { pieces.append("scenes \(scenes.joined(separator: ", "))") }
    return pieces.joined(separator: "; ")
  }

  /// Whether what was found is what this asks for.
  func isMet(by found: Expectation) -> Bool { text == found.text }
}
