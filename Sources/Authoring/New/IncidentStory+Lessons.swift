// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Which lesson of a record belongs to which question, and what the drill trains.
extension IncidentStory {
  /// Lessons by the number of the question whose words agree best with theirs; the others stand at
  /// the end alone.
  func lessons(of scenes: [Scene]) -> [Int: [String]] {
    var asked: [(number: Int, kind: Set<String>, words: Set<String>)] = []
    for scene in scenes {
      for decision in scene.decisions {
        let words = ([scene.heading, scene.happened] + scene.told).map(Self.tellingWords)
        asked.append(
          (asked.count + 1, Self.words(of: decision), words.reduce([]) { $0.union($1) }))
      }
    }
    var found: [Int: [String]] = [:]
    for lesson in record.lessons {
      let words = Self.tellingWords(lesson)
      var best: (number: Int, count: Int)?
      for (number, kind, others) in asked {
        // What a question asks says more than what its scene tells.
        let count = words.intersection(others).count + 2 * words.intersection(kind).count
        if count > best?.count ?? 0 { best = (number, count) }
      }
      if let best, found[best.number, default: []].count < 2 {
        found[best.number, default: []].append(lesson)
      }
    }
    return found
  }

  /// What a question is about, whatever its scene tells.
  private static func words(of decision: Decision) -> Set<String> {
    switch decision {
    case .escalate: ["told", "tell", "informed", "escalat", "paged", "desk", "reported"]
    case .notify: ["authority", "regulator", "notified", "notify", "clock"]
    case .classify: ["severity", "severe", "serious", "rating", "rated"]
    case .reply: ["customer", "visitor", "guest", "sorry", "promise", "apolog", "reply"]
    case .choose: []
    }
  }

  /// The words of a text that say what it is about.
  private static func tellingWords(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter }.filter { $0.count > 3 && !empty.contains($0) }
        .map { String($0.last == "s" && $0.count > 4 ? $0.dropLast() : $0) })
  }

  private static let empty: Set<Substring> = [
    "that", "this", "with", "from", "they", "them", "there", "then", "when", "what", "which",
    "were",
    "been", "have", "nobody", "somebody", "should", "would", "could", "will", "must", "need",
    "needs", "needed", "about", "after", "before", "because", "into", "than", "their", "never",
    "always", "only", "also", "more", "most", "next", "time", "again", "first", "every", "knew",
    "know", "late", "days", "hours",
  ]

  /// What the drill trains, as the record's words have it.
  var duty: Duty {
    let isOfData =
      facts.contains { $0.key == "Data" } || !record.data.isEmpty
      || IncidentWords.isOfData(
        (record.happened + record.entries.map(\.text)).joined(separator: "\n"))
    if isOfData { return .dataHandling }
    let isTold = record.entries.contains { $0.isTold || IncidentWords.tells($0.text) }
    let isOfCustomers = record.entries.contains {
      $0.saidUnder != nil || IncidentWords.speaks($0.text) || IncidentWords.callsIn($0.text)
    }
    return isOfCustomers && !isTold ? .serviceFailure : .escalation
  }
}
