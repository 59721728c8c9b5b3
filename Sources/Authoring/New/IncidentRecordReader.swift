// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Reads an incident record as teams write it: usual headings in any order, a timeline and those
/// who were told as list, table or paragraphs.
struct IncidentRecordReader {
  /// The parts of a record.
  enum Section { case happened, timeline, told, said, data, done, lessons, people, other }

  /// Words of headings, the more telling ones first.
  private static let headings: [(section: Section, words: [String])] = [
    (
      .timeline,
      [
        "timeline", "time line", "chronolog", "sequence of events", "what happened when",
        "when did what", "course of events", "event log", "ablauf", "verlauf", "déroul",
      ]
    ),
    (
      .told,
      [
        "told", "notif", "communicat", "informed", "escalat", "who knew", "reported to",
        "contacted", "tell", "informiert", "benachrichtig", "gemeldet", "prévenu", "informé",
      ]
    ),
    (
      .lessons,
      [
        "lesson", "learn", "improve", "retrospective", "follow-up", "next time", "went well",
        "better", "differently", "gelernt", "erkenntnis", "leçon", "appris", "enseignement",
      ]
    ),
    (.data, ["data", "records", "information", "what was affected", "daten", "données"]),
    (
      .done,
      [
        "done", "action", "response", "remediation", "mitigation", "containment", "resolution",
        "we did", "did we do", "did about", "did then", "they did", "i did", "measures",
        "steps taken", "fixed", "we have taken", "we took", "maßnahme", "getan", "gemacht",
        "unternommen", "mesures", "avons fait", "a été fait",
      ]
    ),
    (.people, ["people", "roles", "involved", "participants", "team", "who was who", "beteiligt"]),
    (
      .happened,
      [
        "happen", "summary", "overview", "description", "incident", "background", "impact",
        "cause", "went wrong", "geschah", "geschehen", "passiert", "vorfall", "zusammenfassung",
        "passé", "résumé",
      ]
    ),
  ]

  /// What was read so far.
  var record = IncidentRecord()
  /// The part in which the next line stands.
  var section = Section.happened
  /// The days and times of its lines.
  var clock = IncidentClock()
  private var hasTitle = false
  private var heading = ""
  private var hasHeading = false

  /// The record of a text.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - today: The day, after which no incident was.
  /// - Returns: What it says, part by part.
  static func read(_ source: SourceText, today: CalendarDate) -> IncidentRecord {
    let blocks = MarkdownParser.parse(source, diagnostics: Diagnostics())
    // Which day it was may be said behind the lines that need it.
    var first = Self()
    for block in blocks { first.take(block) }
    var reader = Self()
    reader.clock = IncidentClock(mentions: first.clock.mentions, today: today)
    for block in blocks { reader.take(block) }
    return reader.finished()
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

  /// Notes what a draft does not hold, and why.
  mutating func leaveOut(_ words: String, at line: Int, _ why: String) {
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
    if IncidentWords.isSaid(heading: heading) { return .said }
    let heading = heading.lowercased()
    return headings.first { $0.words.contains { heading.contains($0) } }?.section
  }

  private mutating func head(_ text: String, level: Int, at line: Int) {
    if !hasTitle, level == 1 {
      hasTitle = true
      let words = piece(text, at: line)
      clock.mention(words, at: line, .title)
      record.title = IncidentText.clause(words, words: IncidentRecord.maximumTitle)
      let behind = words.dropFirst(record.title.count).drop { !$0.isLetter && !$0.isNumber }
      leaveOut(
        String(behind), at: line,
        "a title has at most \(IncidentRecord.maximumTitle) words, and ends before it")
      return
    }
    // A day between the lines of a timeline.
    if section == .timeline || section == .told, let (moment, rest) = IncidentMoment.read(text),
      rest.isEmpty, moment.minute == nil
    {
      return move(to: moment, at: line)
    }
    let found = Self.section(of: text)
    if found == nil, level > 2 { leaveOut(text, at: line, "it is a heading within a part") }
    section = found ?? (level > 2 ? section : .other)
    heading = text
    hasHeading = true
    clock.restart()
    // “Timeline of 17 November 2026”
    if section == .timeline || section == .told,
      let day = IncidentMoment.day(
        in: String(text.prefix(IncidentRecord.maximumPiece)), isOther: { _ in false })
    {
      move(to: IncidentMoment(day: day), at: line)
    }
  }

  /// Takes one line.
  mutating func add(_ words: String, at line: Int) {
    let piece = piece(words, at: line)
    guard !piece.isEmpty else { return }
    if section == .happened || section == .other, IncidentByline.isOne(piece) {
      clock.mention(piece, at: line, .elsewhere)
      record.bylines.append(piece)
      return leaveOut(piece, at: line, "it tells of the record, and not of the incident")
    }
    clock.mention(
      piece, at: line, section == .happened ? (hasHeading ? .story : .opening) : .elsewhere)
    switch section {
    case .timeline: entry(piece, at: line)
    case .told: told(piece, at: line)
    case .said: said(piece, under: heading, at: line)
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

  /// Words in one line, of which no more is taken than a draft can hold.
  mutating func piece(_ words: String, at line: Int) -> String {
    let flat = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let longest = IncidentRecord.maximumPiece
    guard flat.count > longest else { return flat }
    // No word is cut in two, unless it is longer than a line.
    let end =
      flat.prefix(longest).lastIndex(of: " ") ?? flat.index(flat.startIndex, offsetBy: longest)
    leaveOut(String(flat[end...]), at: line, "only \(longest) characters of a line are taken")
    return flat[..<end] + "…"
  }
}
