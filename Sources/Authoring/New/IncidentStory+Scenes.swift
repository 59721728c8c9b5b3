// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Scenes along the timeline.
extension IncidentStory {
  /// The scenes, one a line of the timeline that asks for a decision; lines between are told with
  /// the next one, or in a scene of their own where they are many, or long before it.
  var scenes: [Scene] {
    var scenes: [Scene] = []
    var waiting: [IncidentRecord.Entry] = []
    var taken: Set<String> = ["end", "variants", title.lowercased()]
    var once: Set<Decision> = []
    func tellWaiting() {
      guard let first = waiting.first, scenes.count < Self.maximumScenes - 2 else { return }
      scenes.append(
        Scene(
          heading: heading(first, &taken), now: waiting.lazy.compactMap(now).first,
          told: waiting.map { line($0, on: first.day) }, happened: "",
          decisions: [], unasked: unasked(waiting)))
      waiting = []
    }
    for entry in record.entries {
      if waiting.count >= Self.maximumLines || pauses(waiting, before: entry) { tellWaiting() }
      var decisions = decisions(at: entry).filter { !once.contains($0) }
      // Whoever asks whom to tell asks what to do.
      if decisions.contains(.escalate) { decisions.removeAll { $0 == .choose } }
      if scenes.count >= Self.maximumScenes - 1 { decisions = [] }
      guard !decisions.isEmpty else {
        waiting.append(entry)
        continue
      }
      once.formUnion(decisions.filter { $0 != .choose && $0 != .reply })
      let said = entry.saidUnder == nil ? nil : entry.text
      scenes.append(
        Scene(
          heading: heading(entry, &taken), now: now(entry),
          told: waiting.map { line($0, on: entry.day) },
          happened: line(entry, on: entry.day), decisions: decisions,
          said: IncidentWords.quote(in: entry.text) ?? said, unasked: unasked(waiting)))
      waiting = []
    }
    if scenes.isEmpty || !waiting.isEmpty {
      scenes.append(
        Scene(
          heading: unique(scenes.isEmpty ? "What happens" : "Afterwards", &taken), now: nil,
          told: waiting.map { line($0, on: nil) }, happened: record.done.first ?? "",
          decisions: scenes.isEmpty ? [.choose] : [], unasked: unasked(waiting)))
    }
    return scenes
  }

  /// The lines of entries that only are told, though somebody is told there.
  private func unasked(_ entries: [IncidentRecord.Entry]) -> [Int] {
    entries.filter { entry in
      decisions(at: entry).contains { $0 == .escalate || $0 == .notify }
    }.map(\.line)
  }

  /// Whether time jumps between lines that wait and the next one.
  private func pauses(
    _ waiting: [IncidentRecord.Entry], before entry: IncidentRecord.Entry
  ) -> Bool {
    guard let minute = entry.minute,
      let last = waiting.last(where: { $0.minute != nil }), let before = last.minute,
      waiting.count > 1 || entry.day > last.day
    else { return false }
    return (entry.day - last.day) * 1440 + minute - before > Self.longPause
  }

  private func decisions(at entry: IncidentRecord.Entry) -> [Decision] {
    let text = entry.text
    if entry.saidUnder != nil { return [.reply] }
    var found: [Decision] = []
    if IncidentWords.isLate(text) { found.append(.choose) }
    if IncidentWords.speaks(text) {
      found.append(.reply)
    } else if IncidentWords.callsIn(text), !entry.isTold {
      if found.isEmpty { found.append(.choose) }
    } else if IncidentWords.tellsOutside(text) {
      found.append(.notify)
    } else if entry.isTold || IncidentWords.tells(text) {
      // How bad it is comes before whom to tell.
      if facts.contains(where: { $0.key == "Data" || $0.key == "Records" }) {
        found.append(.classify)
      }
      found.append(.escalate)
    }
    return found
  }

  /// An entry with its time, and with its day where that is not the scene's.
  private func line(_ entry: IncidentRecord.Entry, on day: Int?) -> String {
    var entry = entry
    let isDayTold = entry.day == day
    guard entry.minute != nil else {
      guard entry.namesDay, !isDayTold else { return entry.text }
      entry.minute = 0
      return now(entry).map { "\($0.dropLast(6)): \(entry.text)" } ?? entry.text
    }
    guard let now = now(entry) else { return entry.text }
    return
      "\(isDayTold || day == nil && entry.day == 0 ? String(now.suffix(5)) : now): \(entry.text)"
  }

  private func heading(_ entry: IncidentRecord.Entry, _ taken: inout Set<String>) -> String {
    unique(
      IncidentText.heading(names.forHeading(entry.saidUnder ?? entry.text), words: 8), &taken)
  }

  /// A heading that no other scene has.
  private func unique(_ words: String, _ taken: inout Set<String>) -> String {
    let words = words.isEmpty ? "A step" : words
    var heading = words
    var number = 2
    while !taken.insert(heading.lowercased()).inserted {
      heading = "\(words) \(number)"
      number += 1
    }
    return heading
  }
}
