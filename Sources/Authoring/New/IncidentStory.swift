// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What of a record becomes which part of a drill.
struct IncidentStory {
  /// What is asked at a moment.
  enum Decision: String {
    case escalate, notify, classify, reply, choose

    /// What the drill's language calls it.
    var kind: String { rawValue.capitalisedFirst }
  }

  /// A line of the timeline, told as a scene.
  struct Scene {
    let heading: String
    let now: String?
    /// What is told before the question.
    let told: [String]
    /// What really happened then, which is for whoever answered.
    let happened: String
    let decisions: [Decision]
    /// What was said then to customers or in public, word for word.
    var said: String?
    /// Lines of the record that say that somebody was told, and of which nothing is asked.
    var unasked: [Int] = []
  }

  /// Most scenes; the record's later lines are told together in the last.
  static let maximumScenes = 16
  /// Most lines that are told in one scene.
  static let maximumLines = 4
  /// Minutes after which a story goes on in another scene.
  static let longPause = 240

  let record: IncidentRecord
  let policies: PolicyBook
  let file: String
  let today: CalendarDate
  let names: IncidentNames
  /// How many people or records the record names: in its part on data, or else in what happened.
  let counted: RecordCount
  /// The facts that the record's words give, by the policies' own keys.
  private(set) var facts: [(key: String, value: String)] = []

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
    let data = RecordCount(record.data, isData: true)
    let isTold = data.number != nil || data.doubt != nil
    counted = isTold ? data : RecordCount(record.happened, isData: false)
    // Each line of the timeline asks for them.
    facts = foundFacts
  }

  /// The title; a record without one needs one.
  var title: String {
    let plain = IncidentText.title(names.forHeading(record.title, isTitle: true))
    return plain.isEmpty ? "An incident" : plain
  }

  /// The id that follows from the title.
  var id: String {
    var drill = NewDrill(reviewBy: today)
    drill.title = title
    return drill.id
  }

  // MARK: Facts

  private var foundFacts: [(key: String, value: String)] {
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
    if let count = counted.number { facts.append(("Records", "\(count)")) }
    if assumesIncident { facts.append(("Incident", Self.likelyIncident)) }
    if assumesProtection { facts.append(("Protection", "unprotected")) }
    if assumesAffected, let first = policies.vocabulary(of: "Affected").first {
      facts.append(("Affected", first))
    }
    let known = Set(policies.factKeys)
    return facts.filter { known.contains($0.0) }
  }

  /// Classes of data that only the story speaks of, and its first words that do: they may be how it
  /// came to the incident, and not what was lost.
  var dataOfStory: (values: [String], words: String)? {
    guard facts.contains(where: { $0.key == "Data" }) else { return nil }
    let all = policies.vocabulary(of: "Data")
    let listed = IncidentWords.values(of: all, in: record.data.joined(separator: "\n"))
    let story = [record.title] + record.happened
    let values = IncidentWords.values(of: all, in: story.joined(separator: "\n"))
      .filter { !listed.contains($0) }
    guard let first = values.first else { return nil }
    let sentences = story.flatMap { $0.replacing(". ", with: ".\n").split(separator: "\n") }
    let words = sentences.map { $0.trimmed() }.first {
      !IncidentWords.values(of: [first], in: $0).isEmpty
    }
    return (values, words ?? record.title)
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

  /// Whether the policies ask what kind of incident it was, and the record says which data, but not
  /// that.
  var assumesIncident: Bool {
    let values = policies.vocabulary(of: "Incident")
    let words = (record.data + [record.title] + record.happened).joined(separator: "\n")
    return values.contains(Self.likelyIncident)
      && IncidentWords.values(of: values, in: words).isEmpty
      && !IncidentWords.values(of: policies.vocabulary(of: "Data"), in: words).isEmpty
      && record.entries.contains { $0.isTold || IncidentWords.tells($0.text) }
  }

  /// What an incident is taken for that has no name of the policies.
  static let likelyIncident = "data exposure"

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
}
