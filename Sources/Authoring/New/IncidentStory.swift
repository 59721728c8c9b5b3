// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What of a record becomes which part of a drill.
struct IncidentStory {
  /// What is asked at a moment.
  enum Decision: Hashable { case escalate, notify, classify, reply, choose }

  /// A line of the timeline, told as a scene.
  struct Scene {
    let heading: String
    let now: String?
    /// What is told before the question.
    let told: [String]
    /// What really happened then, which is for whoever answered.
    let happened: String
    let decisions: [Decision]
  }

  /// Most scenes; the record's later lines are told together in the last.
  static let maximumScenes = 12

  let record: IncidentRecord
  let policies: PolicyBook
  let file: String
  let today: CalendarDate
  let names: IncidentNames

  init(_ record: IncidentRecord, file: String, policies: PolicyBook, today: CalendarDate) {
    self.record = record
    self.policies = policies
    self.file = file
    self.today = today
    let words = ["Severity", "Incident", "Data", "Affected", "Protection"].flatMap {
      policies.vocabulary(of: $0)
    }
    names = IncidentNames(
      record,
      vocabulary: words + policies.regimes + policies.channels
        + policies.audiences.map(\.name) + policies.owners.map(\.name))
  }

  /// The title; a record without one needs one.
  var title: String {
    let plain = IncidentText.heading(
      names.forHeading(record.title, isTitle: true), words: IncidentRecord.maximumTitle)
    return plain.isEmpty ? "An incident" : plain
  }

  /// The id that follows from the title.
  var id: String {
    var drill = NewDrill(reviewBy: today)
    drill.title = title
    return drill.id
  }

  // MARK: Facts

  /// The facts that the record's words give, by the policies' own keys.
  var facts: [(key: String, value: String)] {
    let words = (record.data + [record.title] + record.happened).joined(separator: "\n")
    var facts: [(String, String)] = []
    for key in ["Incident", "Data", "Protection", "Affected"] {
      let values = IncidentWords.values(of: policies.vocabulary(of: key), in: words)
      guard !values.isEmpty else { continue }
      // One incident has one name; “not encrypted” also holds “encrypted”.
      let isSingle = key == "Incident" || key == "Protection"
      let chosen =
        isSingle
        ? (values.first { $0.hasPrefix("un") } ?? values[0]) : values.joined(separator: "; ")
      facts.append((key, chosen))
    }
    if let count = record.data.compactMap({ IncidentWords.count(in: $0) }).max() {
      facts.append(("Records", "\(count)"))
    }
    if assumesProtection { facts.append(("Protection", "unprotected")) }
    if assumesAffected, let first = policies.vocabulary(of: "Affected").first {
      facts.append(("Affected", first))
    }
    let known = Set(policies.factKeys)
    return facts.filter { known.contains($0.0) }
  }

  /// Whether the policies ask how the data was protected, and the record does not say.
  var assumesProtection: Bool {
    let values = policies.vocabulary(of: "Protection")
    let words = (record.data + [record.title] + record.happened).joined(separator: "\n")
    return values.contains("unprotected") && IncidentWords.values(of: values, in: words).isEmpty
  }

  /// Whether somebody outside was told, for whom the clocks depend on who is affected, and the record
  /// does not say who is.
  var assumesAffected: Bool {
    let values = policies.vocabulary(of: "Affected")
    let words = (record.data + [record.title] + record.happened).joined(separator: "\n")
    return IncidentWords.values(of: values, in: words).isEmpty
      && record.entries.contains { IncidentWords.tellsOutside($0.text) }
  }

  /// The moment of an entry as a fact says it: with a date, or else with a weekday.
  func now(_ entry: IncidentRecord.Entry) -> String? {
    guard let minute = entry.minute else { return nil }
    let time = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
    if let date = record.firstDate {
      return "\(CalendarDate(daysSinceEpoch: date.daysSinceEpoch + entry.day)) \(time)"
    }
    let first = record.firstWeekday ?? .monday
    let day = (first.rawValue - 1 + entry.day % 7 + 7) % 7
    return "\(Weekday.allCases[day].name) \(time)"
  }

  // MARK: Scenes

  /// The scenes, one a line of the timeline that asks for a decision; lines between are told with
  /// the next one.
  var scenes: [Scene] {
    var scenes: [Scene] = []
    var waiting: [String] = []
    var taken: Set<String> = ["end", "variants", title.lowercased()]
    var once: Set<Decision> = []
    for entry in record.entries {
      var decisions = decisions(at: entry).filter { $0 == .choose || !once.contains($0) }
      if scenes.count >= Self.maximumScenes - 1 { decisions = [] }
      guard !decisions.isEmpty else {
        waiting.append(line(entry))
        continue
      }
      once.formUnion(decisions)
      scenes.append(
        Scene(
          heading: heading(entry.text, &taken), now: now(entry), told: waiting,
          happened: line(entry), decisions: decisions))
      waiting = []
    }
    if scenes.isEmpty || !waiting.isEmpty {
      scenes.append(
        Scene(
          heading: heading(scenes.isEmpty ? "What happens" : "Afterwards", &taken), now: nil,
          told: waiting, happened: record.done.first ?? "",
          decisions: scenes.isEmpty ? [.choose] : []))
    }
    return scenes
  }

  private func decisions(at entry: IncidentRecord.Entry) -> [Decision] {
    let text = entry.text
    var found: [Decision] = []
    if IncidentWords.isLate(text) { found.append(.choose) }
    if IncidentWords.speaks(text) {
      found.append(.reply)
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

  private func line(_ entry: IncidentRecord.Entry) -> String {
    guard let now = now(entry) else { return entry.text }
    return "\(now.suffix(5)): \(entry.text)"
  }

  private func heading(_ text: String, _ taken: inout Set<String>) -> String {
    var words = IncidentText.heading(names.forHeading(text), words: 6)
    if words.isEmpty { words = "A step" }
    var heading = words
    var number = 2
    while !taken.insert(heading.lowercased()).inserted {
      heading = "\(words) \(number)"
      number += 1
    }
    return heading
  }
}
