// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// A drill begun from an incident record: scenes along its timeline, a question at each decision,
/// and a mark where an author has to go on.
public struct IncidentDrill {
  /// Something that an author has to do.
  public struct Task: Hashable, Sendable {
    /// The line in the drill, 1-based.
    public let line: Int
    /// What, in the words of the drill.
    public let words: String
  }

  /// Something of the record that the drill does not hold.
  public struct LeftOut: Hashable, Sendable {
    /// The line in the record, 1-based.
    public let line: Int
    /// What, and why, as a sentence.
    public let words: String
  }

  /// The drill's id.
  public let id: String
  /// What it trains, as the record's words have it.
  public let duty: Duty
  /// The drill's text.
  public let text: String
  /// What is left to do, line by line.
  public let tasks: [Task]
  /// Parts that the record lacks.
  public let missingParts: [String]

  /// What of the record the drill does not hold, by lines of the record.
  public let leftOut: [LeftOut]

  /// What an author must fill in begins so.
  public static let mark = DraftMarks.mark

  /// Begins a drill; nil where the record says nothing that could be told.
  ///
  /// - Parameters:
  ///   - source: The record.
  ///   - policies: The company's policies, which answer what they can.
  ///   - today: The day, for the review date.
  public init?(_ source: SourceText, policies: PolicyBook, today: CalendarDate) {
    let record = IncidentRecordReader.read(source, today: today)
    guard !record.isBlank else { return nil }
    let story = IncidentStory(record, file: source.file, policies: policies, today: today)
    var fallbacks: [Int: String] = [:]
    var draft = story.draft(withoutPolicies: fallbacks)
    // A question that the policies can't answer yet is asked with answers instead.
    for _ in 0...IncidentStory.maximumScenes {
      let found = Diagnostics()
      DrillReader.check(
        file: "draft.md", bytes: Array(draft.text.utf8), library: policies, today: today,
        diagnostics: found)
      let errors = found.sorted.filter { $0.rule.severity == .error }
      var broken: [Int: String] = [:]
      for item in draft.items where fallbacks[item.number] == nil {
        broken[item.number] = errors.first { item.lines.contains($0.place.line) }.map {
          policies.policies.isEmpty ? "No policy was read." : $0.message
        }
      }
      guard !broken.isEmpty else { break }
      fallbacks.merge(broken) { first, _ in first }
      draft = story.draft(withoutPolicies: fallbacks)
    }
    id = story.id
    duty = story.duty
    text = draft.text
    missingParts = record.missingParts
    leftOut = record.leftOut.map {
      LeftOut(line: $0.line, words: "“\($0.words.shortened)” is not taken over: \($0.why).")
    }
    tasks = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        guard let mark = line.firstRange(of: Self.mark) else { return nil }
        return Task(line: index + 1, words: String(line[mark.upperBound...]).trimmed())
      }
  }
}

/// A drill's text under way, which knows where its questions stand.
struct IncidentDraft {
  /// A question.
  struct Item {
    let number: Int
    let lines: ClosedRange<Int>
  }

  private(set) var lines: [String] = []
  private(set) var items: [Item] = []

  /// The text.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Adds lines, and an empty one behind them.
  mutating func add(_ text: String) {
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.append("")
  }

  /// Adds a question.
  mutating func add(item number: Int, _ text: String) {
    let first = lines.count + 1
    add(text)
    items.append(Item(number: number, lines: first...lines.count))
  }

  /// The text without the empty line at its end.
  mutating func finish() {
    while lines.last?.isEmpty == true { lines.removeLast() }
  }
}
