// SPDX-License-Identifier: GPL-3.0-or-later

/// A key of the front matter and what may stand there, for completion and the JSON Schema.
public struct FrontMatterKey: Hashable, Sendable {
  /// What a value may be.
  public enum Form: Hashable, Sendable {
    /// One text that is not empty.
    case text
    /// A text of small letters, digits and hyphens, a letter first, at most so long.
    case identifier(Int)
    /// One word of a closed list.
    case word([String])
    /// A whole number.
    case whole(ClosedRange<Int>)
    /// A share of 0 to 100, with or without a sign.
    case percent
    /// A list of texts, or one.
    case texts
    /// A date that exists.
    case date
    /// Settings that hold for every item.
    case settings
  }

  /// The key.
  public let name: String
  /// What may stand there.
  public let form: Form
  /// Whether a file can't do without it.
  public let isRequired: Bool
  /// What it means, in a sentence.
  public let meaning: String

  /// The key by which a file says that it is a translation.
  static let translates = "translates"
  /// The key under which a translation's scenes keep their titles, once it was put together.
  static let sceneTitles = "scene-titles"

  private init(_ name: String, _ form: Form, isRequired: Bool = true, _ meaning: String) {
    self.name = name
    self.form = form
    self.isRequired = isRequired
    self.meaning = meaning
  }

  /// The keys of a drill, in the order in which authors write them. The words are those of the
  /// duties and the moments.
  static func drill(duties: [String], moments: [String]) -> [FrontMatterKey] {
    [
      .init("drill", .whole(1...1), "The version of the drill format: 1."),
      .init("id", .identifier(60), "Stable for ever: the record uses it."),
      .init(
        "version", .whole(1...100_000), "Raised whenever the meaning of the drill changes."),
      .init("title", .text, "What the drill is called; the same as the heading “#”."),
      .init("summary", .text, "One sentence about it."),
      .init("duty", .word(duties), "What it trains."),
      .init("moment", .word(moments), "Which moment of the incident it is about."),
      .init("level", .whole(1...3), "How hard it is."),
      .init("competencies", .texts, "What it counts for: words of the curriculum's list."),
      .init("audience", .texts, "Who takes it: words of the curriculum's list."),
      .init("minutes", .whole(1...120), "About how long it takes."),
      .init("pass", .percent, "The share of the points that passes, in per cent."),
      .init(
        "policies", .texts, isRequired: false,
        "The ids of the policies that the drill reads or links to."),
      .init("defaults", .settings, isRequired: false, "Settings for every item: “points: 2”."),
      .init("sources", .texts, isRequired: false, "Where the facts come from."),
      .init("review-by", .date, "When somebody must look at it again."),
      .init(
        "lang", .text, isRequired: false, "The language, a BCP 47 tag; English without it."),
    ]
  }

  /// Whether a drill has such a key.
  static func isOfDrill(_ name: String) -> Bool {
    drill(duties: [], moments: []).contains { $0.name == name }
  }

  /// The keys of a translation: its own, and those of the drill, which it may leave out.
  static func translation(of drill: [FrontMatterKey]) -> [FrontMatterKey] {
    let own: [FrontMatterKey] = [
      .init("drill", .whole(1...1), "The version of the drill format: 1."),
      .init(translates, .identifier(60), "The id of the drill that it translates."),
      .init("lang", .text, "Its language, a BCP 47 tag, as in the file's name."),
      .init(
        "version", .whole(1...100_000),
        "The version of the original that was translated; of another one it is not played."),
      .init("title", .text, "The title in its language; the same as the heading “#”."),
      .init("summary", .text, "The summary in its language."),
    ]
    let names = own.map(\.name)
    return own
      + drill.filter { !names.contains($0.name) }.map {
        .init(
          $0.name, $0.form, isRequired: false, "The original's: leave it out, or keep it equal.")
      }
  }

  /// The keys of a policy, in the order in which authors write them.
  public static let policy: [FrontMatterKey] = [
    .init("policy", .text, "The id that drills name it by: one word."),
    .init("title", .text, "The title."),
    .init("owner", .text, "Who answers for it."),
    .init("version", .whole(1...1_000_000), "Raised whenever its meaning changes."),
    .init("effective", .date, "The first day on which it holds."),
    .init("review-by", .date, "When somebody must look at it again."),
    .init(
      "acknowledge", .text, isRequired: false,
      "How often it is confirmed: “yearly”, “every 6 months”, “once” or “never”."),
  ]
}
