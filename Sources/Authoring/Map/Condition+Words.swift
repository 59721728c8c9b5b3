// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Condition {
  /// The condition as an author writes it, its links by their ids alone: `when failed tell`.
  var words: String { "when " + terms.map(\.words).joined(separator: " and ") }
}

extension Condition.Term {
  fileprivate var words: String {
    switch test {
    case .score(let reference, let least):
      let place = reference.map { " in \($0.name)" } ?? ""
      return "score\(place) is \(isNegated ? "below" : "at least") \(least) %"
    default: return (isNegated ? "not " : "") + test.words
    }
  }
}

extension Condition.Test {
  fileprivate var words: String {
    switch self {
    case .passed(let reference): "passed" + Self.suffix(reference)
    case .failed(let reference): "failed" + Self.suffix(reference)
    case .timedOut(let reference): "timed out" + Self.suffix(reference)
    case .chose(let answer, let isWords, let reference):
      "chose \(isWords ? "“\(answer)”" : answer)" + (reference.map { " in \($0.name)" } ?? "")
    case .score(_, let least): "score is at least \(least) %"
    case .variant(let name): "variant is “\(name)”"
    case .severity(let level): "severity is \(level)"
    }
  }

  private static func suffix(_ reference: Condition.Reference?) -> String {
    reference.map { " \($0.name)" } ?? ""
  }
}

extension Condition.Reference {
  /// The item's id, or the scene's slug.
  fileprivate var name: String { itemID ?? slug }
}
