// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What an incident record says, part by part, as it was found.
struct IncidentRecord: Hashable {
  /// A line of the timeline, or somebody who was told.
  struct Entry: Hashable {
    /// Its day, counted from the first day of the record.
    var day: Int
    /// Minutes after midnight; nil where no time is given.
    var minute: Int?
    /// What happened.
    var text: String
    /// Its line in the record, 1-based.
    var line = 0
    /// Its line names its day.
    var namesDay = false
    /// It says that somebody was told, because it stands where the record says so.
    var isTold = false
    /// Under which heading it stands, where it was said to customers or in public, word for word.
    var saidUnder: String?
    /// Whether it has a time, and stands in another part than the timeline.
    var isFromOtherPart: Bool { minute != nil && (isListed || saidUnder != nil) }
    /// It stands in a list of those who were told.
    var isListed = false
  }

  /// Something that an author has to look at.
  struct Doubt: Hashable {
    /// Its line in the record, 1-based.
    let line: Int
    /// What is in doubt, as the end of a sentence that begins with the line.
    let words: String
  }

  /// Something of the record that a draft does not hold.
  struct LeftOut: Hashable {
    /// Its line in the record, 1-based.
    let line: Int
    /// Its words.
    let words: String
    /// Why, as the end of a sentence.
    let why: String
  }

  /// The record's title.
  var title = ""
  /// What happened, in paragraphs.
  var happened: [String] = []
  /// The timeline, in order of time; those without one stay behind their neighbour.
  var entries: [Entry] = []
  /// Which data, and how much.
  var data: [String] = []
  /// What was done.
  var done: [String] = []
  /// What was learnt.
  var lessons: [String] = []
  /// Whose role the record gives, by their name.
  var roles: [String: String] = [:]
  /// The first day, where the record names one.
  var firstDate: CalendarDate?
  /// The weekday of the first day, where the record names one.
  var firstWeekday: Weekday?

  /// Whether lines of the timeline name no day, and the first one was taken from elsewhere.
  var isDayTaken = false

  /// The line that gave the first day, where another one than those of the timeline did.
  var dayLine: Int?
  /// What an author has to look at.
  var doubts: [Doubt] = []

  /// What is in no part that a draft holds.
  var leftOut: [LeftOut] = []
  /// Lines on who wrote the record and when, whose names are names.
  var bylines: [String] = []

  /// All of its words.
  var words: String {
    ([title] + bylines + happened + entries.map(\.text) + data + done + lessons).joined(
      separator: "\n")
  }

  /// Whether nothing in it can be told.
  var isBlank: Bool { happened.isEmpty && entries.isEmpty && done.isEmpty && data.isEmpty }

  /// The parts that a record should have and this one lacks.
  var missingParts: [String] {
    [
      (happened.isEmpty, "what happened"), (entries.isEmpty, "a timeline"),
      (data.isEmpty, "which data"), (!entries.contains(where: \.isTold), "who was told when"),
      (done.isEmpty, "what was done"), (lessons.isEmpty, "lessons"),
    ].filter(\.0).map(\.1)
  }

  /// Most lines of a timeline that are read.
  static let maximumEntries = 200
  /// Most paragraphs of any other part.
  static let maximumParagraphs = 20
  /// Most words of a title.
  static let maximumTitle = 10
  /// Most people whose role is read.
  static let maximumPeople = 200
  /// Most characters of one piece of text that are taken over.
  static let maximumPiece = 600
}
