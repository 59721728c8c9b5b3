// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The days and times of a record's lines, as they follow one another.
struct IncidentClock {
  /// Where a day is named; what happened says best which day it was.
  enum Place: Int, Comparable {
    case story, opening, title, elsewhere

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// A day that is named within a text.
  struct Mention {
    /// Its line, 1-based.
    let line: Int
    /// Where that is.
    let place: Place
    /// The day.
    let day: IncidentDay
  }

  /// The days that were named, in order.
  private(set) var mentions: [Mention] = []
  /// A day near which those without a year are; nil where the record names no year.
  let anchor: CalendarDate?
  /// After which no incident was.
  let today: CalendarDate
  /// The day of which what happened tells.
  let toldDate: CalendarDate?
  /// The line that says it.
  let toldLine: Int?
  /// The day of the line before, counted from the record's first.
  var day = 0
  /// Whether the record writes times with a full stop, such as 14.20.
  var hasDottedTimes = false
  /// Lines with such a time that may be a day as well.
  var dotted: [IncidentRecord.Doubt] = []
  /// The time of the line before, where no later line names a day.
  var latest: Int?

  /// A clock that knows nothing.
  init() { self.init(mentions: [], today: CalendarDate(daysSinceEpoch: 0)) }

  /// A clock that knows which days the record names.
  init(mentions: [Mention], today: CalendarDate) {
    self.today = today
    let ranked = mentions.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }.map(\.element)
    let anchor = ranked.first { $0.day.year != nil }?.day.date(near: today)
    self.anchor = anchor
    let told = ranked.first { $0.place != .elsewhere }
    toldDate = told.flatMap { told in
      anchor.map { told.day.date(near: $0) } ?? told.day.date(until: today)
    }
    toldLine = toldDate == nil ? nil : told?.line
  }

  /// Whether a day's year is that of the clock, because the record names none.
  func isYearTaken(_ day: IncidentDay) -> Bool { day.year == nil && anchor == nil }

  /// A day with its year.
  func date(of day: IncidentDay) -> CalendarDate? {
    anchor.map { day.date(near: $0) } ?? day.date(until: today)
  }

  /// Notes the day that a text names.
  mutating func mention(_ text: String, at line: Int, _ place: Place) {
    guard mentions.count < IncidentRecord.maximumEntries else { return }
    let day = IncidentMoment.day(in: text) { before in
      // “…, written 18 Nov 2026” tells of the record.
      place != .elsewhere && IncidentByline.isOne(tail: before)
    }
    if let day { mentions.append(Mention(line: line, place: place, day: day)) }
  }

  /// Begins another part, whose lines stand on the first day again.
  mutating func restart() {
    day = 0
    latest = nil
  }
}

/// Lines on who wrote a record, and when.
enum IncidentByline {
  private static let beginnings = [
    "author:", "authors:", "author ", "date of report", "report date", "date of this report",
    "reported by", "prepared by", "compiled by", "approved by", "document owner", "distribution:",
    "status:", "version:",
  ]
  /// These begin other sentences too.
  private static let verbs = ["written", "reviewed", "drafted", "updated", "last updated"]
  private static let words: Set<String> = [
    "written", "drafted", "compiled", "author",
  ]

  /// Whether a line is one.
  static func isOne(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = text.split(separator: " ")
    // What goes on after a sentence tells of more.
    guard words.count <= 30, !words.dropLast().contains(where: { $0.last == "." && $0.count > 4 })
    else { return false }
    return beginnings.contains { lower.hasPrefix($0) }
      || verbs.contains { verb in
        guard lower.hasPrefix(verb) else { return false }
        let rest = lower.dropFirst(verb.count)
        return rest.isEmpty || [":", " by ", " on "].contains { rest.hasPrefix($0) }
          || (rest.first == " " && IncidentMoment.read(String(rest))?.moment.day != nil)
      }
  }

  /// Whether the words before a day say that it is the record's own.
  static func isOne(tail: ArraySlice<Substring>) -> Bool {
    var near: [String] = []
    for word in tail.suffix(6).reversed() {
      // Another sentence says nothing of this one's day.
      if let last = word.last, ".;!?".contains(last), word.count > 3 { break }
      near.append(word.lowercased().filter(\.isLetter))
    }
    return near.contains { words.contains($0) }
  }
}
