// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Lines with moments: the timeline, who was told, and what was said.
extension IncidentRecordReader {
  /// Moves the clock to the moment that a line names.
  mutating func move(to moment: IncidentMoment, at line: Int) {
    doubt(moment, at: line)
    let named = moment.day.flatMap { clock.date(of: $0) }
    if let date = named {
      if record.firstDate == nil { record.firstDate = firstDay(before: date, moment.minute, line) }
      let days = date.daysSinceEpoch - (record.firstDate ?? date).daysSinceEpoch
      // A day from another century is a slip, not a story.
      if (-366...366).contains(days) {
        clock.day = days
      } else {
        doubt("names \(date), far from the other days, which is not taken", at: line)
      }
      if let weekday = moment.weekday, weekday != date.weekday {
        doubt("says \(weekday.name), but \(date) is a \(date.weekday.name)", at: line)
      }
      clock.latest = nil
    } else if let weekday = moment.weekday {
      if let first = (record.firstDate ?? clock.toldDate)?.weekday ?? record.firstWeekday {
        let there = (weekday.rawValue - first.rawValue + 7) % 7
        let now = (clock.day % 7 + 7) % 7
        if there != now {
          clock.day += (there - now + 7) % 7
          clock.latest = nil
        }
      } else {
        record.firstWeekday = weekday
      }
    }
    guard let minute = moment.minute else { return }
    // Earlier than the line before, and no day named: it is past midnight.
    if let latest = clock.latest, minute < latest, named == nil, moment.weekday == nil {
      clock.day += 1
    }
    clock.latest = minute
  }

  /// Notes what of a moment may be another one.
  private mutating func doubt(_ moment: IncidentMoment, at line: Int) {
    if let unclear = moment.unclear {
      doubt(
        "names a day, “\(unclear)”, that is not read, because it is none or may be two; write it "
          + "as 2026-11-17", at: line)
    }
    if moment.isDotted { clock.hasDottedTimes = true }
    if let words = moment.eitherWay {
      clock.dotted.append(
        .init(
          line: line, words: "begins with “\(words)”, which was read as a time and may be a day"))
    }
    if let day = moment.day, clock.isYearTaken(day), let date = clock.date(of: day) {
      doubt("names a day without a year, which was read as \(date)", at: line)
    }
  }

  private mutating func doubt(_ words: String, at line: Int) {
    record.doubts.append(.init(line: line, words: words))
  }

  /// The first day, where a line names its own: that line's, unless lines without a day came
  /// before it. Theirs is the day that the story tells of, or else the latest that it can be.
  private mutating func firstDay(
    before date: CalendarDate, _ minute: Int?, _ line: Int
  ) -> CalendarDate {
    guard record.entries.contains(where: { $0.minute != nil }) else { return date }
    record.isDayTaken = true
    if let told = clock.toldDate, (0...366).contains(date.daysSinceEpoch - told.daysSinceEpoch) {
      record.dayLine = clock.toldLine
      return told
    }
    record.dayLine = line
    let latest =
      record.entries.compactMap { entry in entry.minute.map { entry.day * 1440 + $0 } }
      .max() ?? 0
    let days = latest / 1440 + (latest % 1440 > minute ?? 1440 ? 1 : 0)
    return CalendarDate(daysSinceEpoch: date.daysSinceEpoch - days)
  }

  // MARK: Lines

  /// A line of a timeline.
  mutating func entry(_ piece: String, at line: Int) {
    guard hasRoom(for: piece, at: line) else { return }
    let read = IncidentMoment.read(piece)
    if read == nil, let named = Self.whoThenWhen(piece, behind: [": "]), named.moment.minute != nil
    {
      return entry(named, at: line)
    }
    if let moment = read?.moment { move(to: moment, at: line) }
    let words = read.map { $0.moment.withEnd($0.rest) } ?? piece
    if read?.moment.minute == nil, Self.holdsTime(words) {
      doubt("holds a time that is not read; write it first, as 09:40", at: line)
    }
    guard !words.isEmpty else {
      if read?.moment.minute != nil { leaveOut(piece, at: line, "its line says no more") }
      return
    }
    record.entries.append(
      .init(
        day: clock.day, minute: read?.moment.minute, text: words, line: line,
        namesDay: read?.moment.day != nil || read?.moment.weekday != nil))
  }

  /// A line of a timeline with the moment behind a name: `Security: 17 Nov, 09:45, by phone` says that
  /// they were told, `Security: 09:45 confirmed it` what they did.
  private mutating func entry(
    _ named: (who: String, moment: IncidentMoment, rest: String), at line: Int
  ) {
    move(to: named.moment, at: line)
    let way = named.rest.split(separator: " ").first?.lowercased() ?? ""
    let isTold =
      way.isEmpty || ["by", "via", "per", "through", "on", "phone", "mail"].contains(way)
    let words = isTold ? Self.told(named.who, named.rest) : "\(named.who): \(named.rest)"
    record.entries.append(
      .init(
        day: clock.day, minute: named.moment.minute, text: named.moment.withEnd(words), line: line,
        namesDay: named.moment.day != nil || named.moment.weekday != nil, isTold: isTold))
  }

  /// “Told security, by phone”
  private static func told(_ who: String, _ rest: String) -> String {
    let words = who + (rest.isEmpty ? "" : ", \(rest)")
    guard !IncidentWords.tells(words) else { return words }
    return "Told \(words.lowercased().hasPrefix("the ") ? "the " + words.dropFirst(4) : words)"
  }

  /// A line that says who was told, with the moment first or behind the one who was told.
  mutating func told(_ piece: String, at line: Int) {
    guard hasRoom(for: piece, at: line) else { return }
    var moment: IncidentMoment?
    var words = piece
    if let read = IncidentMoment.read(piece) {
      moment = read.moment
      words = read.moment.withEnd(read.rest)
    } else if let read = Self.whoThenWhen(piece) {
      moment = read.moment
      words = read.who + (read.rest.isEmpty ? "" : ", \(read.rest)")
      clock.latest = nil
      // Each line stands for itself where the moment comes last.
      if read.moment.day == nil, read.moment.weekday == nil { clock.restart() }
    }
    if let moment { move(to: moment, at: line) }
    if moment?.minute == nil, Self.holdsTime(words) {
      doubt("holds a time that is not read; write it first, as 09:40", at: line)
    }
    guard !words.isEmpty else {
      if moment?.minute != nil { leaveOut(piece, at: line, "its line says no more") }
      return
    }
    words = Self.told(words, "")
    record.entries.append(
      .init(
        day: clock.day, minute: moment?.minute, text: words, line: line,
        namesDay: moment?.day != nil || moment?.weekday != nil, isTold: true, isListed: true))
  }

  /// What was said to customers or in public, which is answered anew; where a line says who was told
  /// and when, it is one of those.
  mutating func said(_ piece: String, under heading: String, at line: Int) {
    let isQuote = piece.contains { "“”\"„«".contains($0) }
    let read =
      isQuote
      ? nil
      : IncidentMoment.read(piece)
        ?? Self.whoThenWhen(piece).map {
          ($0.moment, $0.rest)
        }
    if read?.moment.minute != nil { return told(piece, at: line) }
    guard hasRoom(for: piece, at: line) else { return }
    // “12:00, mail: “…””, or “(Sent 08:00)”
    let lead = IncidentMoment.read(piece).flatMap { $0.moment.minute == nil ? nil : $0 }
    let piece = lead?.rest ?? piece
    let words = piece.split(separator: " ")
    var moment = lead?.moment
    for index in words.indices where moment == nil {
      let word = words[index].lowercased().filter(\.isLetter)
      guard ["sent", "at", "on", "published", "posted"].contains(word) else { continue }
      let found = IncidentMoment.read(words[(index + 1)...].prefix(8).joined(separator: " "))
      moment = found.flatMap { $0.moment.minute == nil ? nil : $0.moment }
    }
    // A letter has several paragraphs.
    if moment == nil, let last = record.entries.indices.last,
      record.entries[last].saidUnder == heading,
      record.entries[last].text.count + piece.count < IncidentRecord.maximumPiece
    {
      record.entries[last].text += " " + piece
      return
    }
    if let moment { move(to: moment, at: line) }
    record.entries.append(
      .init(
        day: clock.day, minute: moment?.minute, text: piece, line: line,
        namesDay: moment?.day != nil || moment?.weekday != nil, saidUnder: heading))
  }

  private mutating func hasRoom(for piece: String, at line: Int) -> Bool {
    if record.entries.count < IncidentRecord.maximumEntries { return true }
    leaveOut(
      piece, at: line, "at most \(IncidentRecord.maximumEntries) lines of a timeline are read")
    return false
  }

  /// `Security: 17 Nov, 09:45, by phone`, `Security – 09:45`, `Security was told on 17 Nov, 09:45`.
  private static func whoThenWhen(
    _ piece: String,
    behind marks: [String] = [": ", " – ", " — ", " - ", " (", ", ", " on ", " at "]
  ) -> (who: String, moment: IncidentMoment, rest: String)? {
    for mark in marks {
      guard let found = piece.firstRange(of: mark) else { continue }
      let who = String(piece[..<found.lowerBound]).trimmed()
      guard !who.isEmpty, who.split(separator: " ").count <= 10,
        let read = IncidentMoment.read(String(piece[found.upperBound...]))
      else { continue }
      return (who, read.moment, read.rest)
    }
    return nil
  }

  /// Whether a time such as `09:40` stands somewhere in a line.
  private static func holdsTime(_ words: String) -> Bool {
    let first = words.prefix { $0.isNumber || $0 == "." }.split(separator: ".")
    if first.count == 2, first[0].count == 2, first[1].count == 2 { return true }
    return words.split { !$0.isNumber && $0 != ":" }.contains { word in
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 2 && (1...2).contains(parts[0].count) && parts[1].count == 2
    }
  }

  // MARK: The whole record

  /// The record, with its lines in order of time.
  func finished() -> IncidentRecord {
    var record = record
    join(&record)
    record.entries = Self.sorted(record.entries)
    if record.firstDate == nil, record.firstWeekday == nil, let date = clock.toldDate,
      record.entries.contains(where: { $0.minute != nil })
    {
      record.firstDate = date
      record.isDayTaken = true
      record.dayLine = clock.toldLine
    }
    // Which of several days it was is a guess.
    if record.entries.contains(where: { $0.day > 0 }) {
      for entry in record.entries where entry.isFromOtherPart && !entry.namesDay && entry.day == 0 {
        record.doubts.append(
          .init(
            line: entry.line, words: "names no day, and was put on the first one; is that right?"))
      }
    }
    // A full stop in a time that can't be a day says what the others are.
    if !clock.hasDottedTimes { record.doubts += clock.dotted }
    record.leftOut.sort { $0.line < $1.line }
    record.doubts.sort { $0.line < $1.line }
    return record
  }

  /// Whoever was told is told once, where the timeline says it too.
  private func join(_ record: inout IncidentRecord) {
    for told in record.entries where told.isTold {
      guard let minute = told.minute,
        let index = record.entries.firstIndex(where: { entry in
          !entry.isTold && entry.saidUnder == nil && entry.day == told.day
            && entry.minute == minute && IncidentWords.share(entry.text, told.text)
        }), let other = record.entries.firstIndex(of: told)
      else { continue }
      record.entries[index].isTold = true
      // “(should have been 07:05)” says more than the timeline does.
      if let remark = told.text.firstIndex(of: "("),
        told.text.last.map({ ")!.".contains($0) }) == true,
        IncidentWords.isLate(String(told.text[remark...]))
      {
        let text = record.entries[index].text
        let end = text.ranges(of: IncidentText.doer).last?.lowerBound ?? text.endIndex
        record.entries[index].text = "\(text[..<end]) \(told.text[remark...])\(text[end...])"
      }
      record.leftOut.append(
        .init(
          line: told.line, words: told.text, why: "the timeline tells of it at the same moment"))
      record.entries.remove(at: other)
    }
  }

  /// Lines without a time stay where they stood.
  private static func sorted(_ entries: [IncidentRecord.Entry]) -> [IncidentRecord.Entry] {
    var key = Int.min
    let keyed = entries.enumerated().map { index, entry in
      if let minute = entry.minute { key = entry.day * 1440 + minute }
      return (key, index, entry)
    }
    return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
