// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Reads an incident record as teams write it: usual headings in any order, a timeline and those
/// who were told as list, table or paragraphs.
struct IncidentRecordReader {
  /// The parts of a record.
  private enum Section { case happened, timeline, told, data, done, lessons, people, other }

  /// Words of headings, the more telling ones first.
  private static let headings: [(section: Section, words: [String])] = [
    (
      .timeline,
      [
        "timeline", "time line", "chronolog", "sequence of events", "what happened when",
        "when did what", "course of events", "event log",
      ]
    ),
    (
      .told,
      [
        "told", "notif", "communicat", "informed", "escalat", "who knew", "reported to",
        "contacted",
      ]
    ),
    (
      .lessons,
      ["lesson", "learn", "improve", "retrospective", "follow-up", "next time", "went well"]
    ),
    (.data, ["data", "records", "information", "what was affected"]),
    (
      .done,
      ["done", "action", "response", "remediation", "mitigation", "containment", "resolution"]
    ),
    (.people, ["people", "roles", "involved", "participants", "team", "who was who"]),
    (
      .happened,
      [
        "happen", "summary", "overview", "description", "incident", "background", "impact",
        "cause",
      ]
    ),
  ]

  private var record = IncidentRecord()
  private var section = Section.happened
  private var day = 0
  private var latest: Int?
  private var hasTitle = false
  private var heading = ""

  /// The record of a text.
  static func read(_ source: SourceText) -> IncidentRecord {
    var reader = Self()
    for block in MarkdownParser.parse(source, diagnostics: Diagnostics()) { reader.take(block) }
    return reader.sorted()
  }

  /// Entries in order of time; those without a time stay where they stood.
  private func sorted() -> IncidentRecord {
    var record = record
    var key = Int.min
    let keyed = record.entries.enumerated().map { index, entry in
      if let minute = entry.minute { key = entry.day * 1440 + minute }
      return (key, index, entry)
    }
    record.entries = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    return record
  }

  // MARK: Blocks

  private mutating func take(_ block: MarkdownBlock) {
    switch block.kind {
    case .heading(let level, let text): head(text.plain, level: level)
    case .paragraph(let text):
      let isHeading = text.runs.count == 1 && text.runs[0].style.contains(.strong)
      if isHeading || (text.plain.hasSuffix(":") && Self.section(of: text.plain) != nil) {
        return head(text.plain, level: 2)
      }
      for line in text.plain.split(separator: "\n") { add(String(line)) }
    case .list(let list):
      for item in list.items { add(Self.words(of: item.blocks)) }
    case .table(let table): take(table)
    case .quote(let blocks): for block in blocks { take(block) }
    case .code, .comment, .html, .rule: return
    }
  }

  private static func words(of blocks: [MarkdownBlock]) -> String {
    blocks.map { block in
      switch block.kind {
      case .paragraph(let text): text.plain
      case .list(let list): list.items.map { words(of: $0.blocks) }.joined(separator: "; ")
      case .quote(let blocks): words(of: blocks)
      case .heading, .table, .code, .comment, .html, .rule: ""
      }
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func section(of heading: String) -> Section? {
    let heading = heading.lowercased()
    return headings.first { $0.words.contains { heading.contains($0) } }?.section
  }

  private mutating func head(_ text: String, level: Int) {
    if !hasTitle, level == 1 {
      hasTitle = true
      record.title = text
      return
    }
    // A day between the lines of a timeline.
    if section == .timeline || section == .told, let (moment, rest) = IncidentMoment.read(text),
      rest.isEmpty
    {
      return move(to: moment)
    }
    section = Self.section(of: text) ?? (level > 2 ? section : .other)
    heading = text
    latest = nil
    day = 0
  }

  private mutating func add(_ words: String) {
    let piece = Self.piece(words)
    guard !piece.isEmpty else { return }
    switch section {
    case .timeline, .told: entry(piece)
    case .data: record.data.append(piece)
    case .done: record.done.append(piece)
    case .lessons: record.lessons.append(piece)
    case .people: person(piece)
    case .happened: record.happened.append(piece)
    case .other:
      // Lines with times are a timeline, whatever it is called.
      if IncidentMoment.read(piece)?.moment.minute != nil { return entry(piece) }
      if record.unread.last != heading { record.unread.append(heading) }
    }
  }

  private static func piece(_ words: String) -> String {
    let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return flat.count <= IncidentRecord.maximumPiece
      ? flat : flat.prefix(IncidentRecord.maximumPiece) + "…"
  }

  // MARK: Tables

  private mutating func take(_ table: MarkdownTable) {
    let header = table.header.map { $0.lowercased() }
    for row in table.rows {
      let cells = row.cells.map(\.plain)
      switch section {
      case .timeline, .told: take(cells, header)
      case .people:
        if cells.count > 1 { note(role: cells[1], of: cells[0]) }
      default: add(cells.filter { !$0.isEmpty }.joined(separator: ": "))
      }
    }
  }

  /// Cells with a moment come first, whatever their column; the others tell what happened.
  private mutating func take(_ cells: [String], _ header: [String]) {
    var moments: [String] = []
    var rest: [String] = []
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let name = header.indices.contains(index) ? header[index] : ""
      let isMoment = IncidentMoment.read(cell)?.rest.isEmpty == true
      if isMoment {
        moments.append(cell)
      } else if section == .told, ["how", "channel", "by"].contains(where: name.hasPrefix) {
        rest.append("(\(name): \(cell))")
      } else {
        rest.append(cell)
      }
    }
    let words = rest.joined(separator: section == .told ? " " : ": ")
    entry(Self.piece(moments.joined(separator: " ") + " – " + words))
  }

  // MARK: Moments

  private mutating func move(to moment: IncidentMoment) {
    if let date = moment.date {
      if record.firstDate == nil { record.firstDate = date }
      let days = date.daysSinceEpoch - (record.firstDate ?? date).daysSinceEpoch
      // A day from another century is a slip, not a story.
      day = (-366...366).contains(days) ? days : day
      latest = nil
    } else if let weekday = moment.weekday {
      if let first = record.firstWeekday {
        let there = (weekday.rawValue - first.rawValue + 7) % 7
        if there != day % 7 {
          day += (there - day % 7 + 7) % 7
          latest = nil
        }
      } else {
        record.firstWeekday = weekday
      }
    }
    guard let minute = moment.minute else { return }
    // Earlier than the line before, and no day named: it is past midnight.
    if let latest, minute < latest, moment.date == nil, moment.weekday == nil { day += 1 }
    latest = minute
  }

  private mutating func entry(_ piece: String) {
    guard record.entries.count < IncidentRecord.maximumEntries else { return }
    let read = IncidentMoment.read(piece)
    if let moment = read?.moment { move(to: moment) }
    var words = read?.rest ?? piece
    guard !words.isEmpty else { return }
    let isTold = section == .told
    if isTold, !IncidentWords.tells(words) { words = "Told: \(words)" }
    record.entries.append(
      .init(day: day, minute: read?.moment.minute, text: words, isTold: isTold))
  }

  // MARK: People

  /// `Jonas Meijer – accounts`, `Jonas Meijer (accounts)`, `Accounts: Jonas Meijer`.
  private mutating func person(_ line: String) {
    for mark in [" – ", " — ", " - ", ": ", " (", "., ", ", "] {
      guard let found = line.firstRange(of: mark) else { continue }
      return note(
        role: String(line[found.upperBound...].drop { $0 == "(" }.prefix { $0 != ")" }),
        of: String(line[..<found.lowerBound]) + (mark.hasPrefix(".") ? "." : ""))
    }
  }

  private mutating func note(role: String, of name: String) {
    var (role, name) = (role.trimmed(), name.trimmed())
    if !NameForm.isName(name), NameForm.isName(role) { swap(&role, &name) }
    guard NameForm.isName(name), !role.isEmpty, role.count <= 60,
      record.roles.count < IncidentRecord.maximumPeople
    else { return }
    record.roles[name] = role
  }
}
