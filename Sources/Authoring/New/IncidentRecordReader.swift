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
  /// The day of which what happened tells, wherever it stands.
  private var toldDate: CalendarDate?

  /// The record of a text.
  static func read(_ source: SourceText) -> IncidentRecord {
    let blocks = MarkdownParser.parse(source, diagnostics: Diagnostics())
    var first = Self()
    for block in blocks { first.take(block) }
    var reader = Self()
    reader.toldDate = first.record.toldDate
    for block in blocks { reader.take(block) }
    return reader.finished()
  }

  private func finished() -> IncidentRecord {
    var record = sorted()
    if record.firstDate == nil, record.firstWeekday == nil, let toldDate,
      record.entries.contains(where: { $0.minute != nil })
    {
      record.firstDate = toldDate
      record.isDayTaken = true
    }
    record.leftOut.sort { $0.line < $1.line }
    return record
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
    let line = block.place.line
    switch block.kind {
    case .heading(let level, let text): head(text.plain, level: level, at: line)
    case .paragraph(let text):
      let isHeading = text.runs.count == 1 && text.runs[0].style.contains(.strong)
      if isHeading || (text.plain.hasSuffix(":") && Self.section(of: text.plain) != nil) {
        return head(text.plain, level: 2, at: line)
      }
      let lines = text.plain.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, words) in lines.enumerated() { add(String(words), at: line + index) }
    case .list(let list):
      for item in list.items {
        add(Self.words(of: item.blocks), at: item.place.line)
        leaveOut(within: item.blocks)
      }
    case .table(let table): take(table)
    case .quote(let blocks): for block in blocks { take(block) }
    case .code, .html: leaveOut(within: [block])
    case .comment, .rule: return
    }
  }

  /// Names what can't be told in a line.
  private mutating func leaveOut(within blocks: [MarkdownBlock]) {
    for block in blocks {
      let line = block.place.line
      switch block.kind {
      case .code(let text), .html(let text):
        leaveOut(text, at: line, "\(block.name) is not read")
      case .heading(_, let text): leaveOut(text.plain, at: line, "it is a heading within a list")
      case .table(let table):
        let rows = table.rows.map { ($0.cells.map(\.plain), $0.place.line) }
        for (cells, line) in [(table.header, line)] + rows {
          leaveOut(
            cells.joined(separator: ", "), at: line, "a table within a list is not read")
        }
      case .list(let list): for item in list.items { leaveOut(within: item.blocks) }
      case .quote(let blocks): leaveOut(within: blocks)
      case .paragraph, .comment, .rule: continue
      }
    }
  }

  private mutating func leaveOut(_ words: String, at line: Int, _ why: String) {
    let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !flat.isEmpty else { return }
    record.leftOut.append(.init(line: line, words: flat, why: why))
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

  private mutating func head(_ text: String, level: Int, at line: Int) {
    if !hasTitle, level == 1 {
      hasTitle = true
      record.title = piece(text, at: line)
      if text.split(separator: " ").count > IncidentRecord.maximumTitle {
        leaveOut(text, at: line, "a title has at most \(IncidentRecord.maximumTitle) words here")
      }
      return
    }
    // A day between the lines of a timeline.
    if section == .timeline || section == .told, let (moment, rest) = IncidentMoment.read(text),
      rest.isEmpty
    {
      return move(to: moment)
    }
    let found = Self.section(of: text)
    if found == nil, level > 2 { leaveOut(text, at: line, "it is a heading within a part") }
    section = found ?? (level > 2 ? section : .other)
    heading = text
    latest = nil
    day = 0
  }

  private mutating func add(_ words: String, at line: Int) {
    let piece = piece(words, at: line)
    guard !piece.isEmpty else { return }
    switch section {
    case .timeline, .told: entry(piece, at: line)
    case .data:
      record.data.append(piece)
      leaveOut(piece, at: line, "only facts were taken from it")
    case .done: keep(piece, in: \.done, at: line)
    case .lessons: keep(piece, in: \.lessons, at: line)
    case .people: person(piece, at: line)
    case .happened: keep(piece, in: \.happened, at: line)
    case .other:
      // Lines with times are a timeline, whatever it is called.
      if IncidentMoment.read(piece)?.moment.minute != nil { return entry(piece, at: line) }
      leaveOut(piece, at: line, "the part “\(heading.shortened)” is not understood")
    }
  }

  private mutating func keep(
    _ piece: String, in part: WritableKeyPath<IncidentRecord, [String]>, at line: Int
  ) {
    guard record[keyPath: part].count < IncidentRecord.maximumParagraphs else {
      return leaveOut(
        piece, at: line, "a part has at most \(IncidentRecord.maximumParagraphs) paragraphs here")
    }
    record[keyPath: part].append(piece)
  }

  private mutating func piece(_ words: String, at line: Int) -> String {
    let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let longest = IncidentRecord.maximumPiece
    guard flat.count > longest else { return flat }
    // No word is cut in two, unless it is longer than a line.
    let end =
      flat.prefix(longest).lastIndex(of: " ") ?? flat.index(flat.startIndex, offsetBy: longest)
    leaveOut(String(flat[end...]), at: line, "only \(longest) characters of a line are taken")
    return flat[..<end] + "…"
  }

  // MARK: Tables

  private mutating func take(_ table: MarkdownTable) {
    let header = table.header.map { $0.lowercased() }
    for row in table.rows {
      let (cells, line) = (row.cells.map(\.plain), row.place.line)
      switch section {
      case .timeline, .told: take(cells, header, at: line)
      case .people:
        if cells.count < 2 || !note(role: cells[1], of: cells[0]) {
          leaveOut(cells.joined(separator: ", "), at: line, Self.noRole)
        } else {
          let others = cells.dropFirst(2).filter { !$0.isEmpty }
          leaveOut(others.joined(separator: ", "), at: line, "only a role was taken from its line")
        }
      default: add(cells.filter { !$0.isEmpty }.joined(separator: ": "), at: line)
      }
    }
  }

  /// Cells with a moment come first, whatever their column; the others tell what happened.
  private mutating func take(_ cells: [String], _ header: [String], at line: Int) {
    var moments: [String] = []
    var rest: [String] = []
    var ways: [String] = []
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let name = header.indices.contains(index) ? header[index] : ""
      let isMoment = IncidentMoment.read(cell)?.rest.isEmpty == true
      if isMoment {
        moments.append(cell)
      } else if section == .told, ["how", "channel", "by"].contains(where: name.hasPrefix) {
        ways.append(cell.lowercased().hasPrefix("by ") ? cell : "by \(cell)")
      } else {
        rest.append(cell)
      }
    }
    let words =
      rest.joined(separator: section == .told ? " " : ": ") + ways.map { ", \($0)" }.joined()
    entry(piece(moments.joined(separator: " ") + " – " + words, at: line), at: line)
  }

  // MARK: Moments

  private mutating func move(to moment: IncidentMoment) {
    if let date = moment.date {
      if record.firstDate == nil { record.firstDate = firstDay(before: date, moment.minute) }
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

  /// The first day, where a line names its own: that line's, unless lines without a day came
  /// before it. Theirs is the day that the story tells of, or else the latest that it can be.
  private mutating func firstDay(before date: CalendarDate, _ minute: Int?) -> CalendarDate {
    guard record.entries.contains(where: { $0.minute != nil }) else { return date }
    record.isDayTaken = true
    if let toldDate, (0...366).contains(date.daysSinceEpoch - toldDate.daysSinceEpoch) {
      return toldDate
    }
    let latest =
      record.entries.compactMap { entry in entry.minute.map { entry.day * 1440 + $0 } }
      .max() ?? 0
    let days = latest / 1440 + (latest % 1440 > minute ?? 1440 ? 1 : 0)
    return CalendarDate(daysSinceEpoch: date.daysSinceEpoch - days)
  }

  private mutating func entry(_ piece: String, at line: Int) {
    guard record.entries.count < IncidentRecord.maximumEntries else {
      return leaveOut(
        piece, at: line, "at most \(IncidentRecord.maximumEntries) lines of a timeline are read")
    }
    let read = IncidentMoment.read(piece)
    if let moment = read?.moment { move(to: moment) }
    var words = read?.rest ?? piece
    guard !words.isEmpty else {
      if read?.moment.minute != nil { leaveOut(piece, at: line, "its line says no more") }
      return
    }
    let isTold = section == .told
    if isTold, !IncidentWords.tells(words) { words = "Told \(words)" }
    record.entries.append(
      .init(day: day, minute: read?.moment.minute, text: words, isTold: isTold))
  }

  // MARK: People

  /// `Jonas Meijer – accounts`, `Jonas Meijer (accounts)`, `Accounts: Jonas Meijer`.
  private mutating func person(_ words: String, at line: Int) {
    for mark in [" – ", " — ", " - ", ": ", " (", "., ", ", "] {
      guard let found = words.firstRange(of: mark) else { continue }
      let isNoted = note(
        role: String(words[found.upperBound...].drop { $0 == "(" }.prefix { $0 != ")" }),
        of: String(words[..<found.lowerBound]) + (mark.hasPrefix(".") ? "." : ""))
      if !isNoted { leaveOut(words, at: line, Self.noRole) }
      return
    }
    leaveOut(words, at: line, Self.noRole)
  }

  private static let noRole = "no name with a role is read from it"

  private mutating func note(role: String, of name: String) -> Bool {
    var (role, name) = (role.trimmed(), name.trimmed())
    if !NameForm.isName(name), NameForm.isName(role) { swap(&role, &name) }
    guard NameForm.isName(name), !role.isEmpty, role.count <= 60,
      record.roles.count < IncidentRecord.maximumPeople
    else { return false }
    record.roles[name] = role
    return true
  }
}
