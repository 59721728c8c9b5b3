// SPDX-License-Identifier: GPL-3.0-or-later

/// A policy: clauses for people, tables for the runner.
public struct Policy: Hashable, Sendable {
  /// How often a person confirms that they read it, a new version apart.
  public enum Acknowledgement: Hashable, Sendable {
    /// Not at all.
    case never
    /// Once a version.
    case once
    /// Again after a period of days, weeks, months or years.
    case every(Within)
  }

  /// The id that drills name it by.
  public let id: String
  /// The title.
  public let title: String
  /// Who answers for it.
  public let owner: String
  /// Raised when its meaning changes; acknowledgements are due again then.
  public let version: Int
  /// The first day on which it holds.
  public let effective: CalendarDate
  /// The day by which someone looks at it again.
  public let reviewBy: CalendarDate
  /// How often it is acknowledged.
  public let acknowledge: Acknowledgement
  /// The file as the caller named it.
  public let file: String
  /// Where it starts.
  public let place: Place
  /// Where the front matter says `review-by`.
  let reviewPlace: Place
  /// What stands before the first clause, the title left out.
  public let introduction: [MarkdownBlock]
  /// The clauses in the file's order, the items of lists after their section.
  public let clauses: [Clause]
  /// The place of each link target in `clauses`.
  let index: [String: Int]
  /// The tables under headings of agreed titles.
  public let tables: [PolicyTable]
  /// The links of its text.
  let links: [PolicyLink]

  /// The file's name without its folders.
  public var fileName: String { Self.fileName(of: file) }

  /// The clause of a link target.
  public func clause(_ slug: String) -> Clause? { index[slug].map { clauses[$0] } }

  /// The whole text, with a heading before each clause.
  public var text: [MarkdownBlock] {
    var level = Int.max
    var blocks = introduction
    // A clause holds those of the levels below it already.
    for clause in clauses where !clause.isItem && clause.level <= level {
      level = clause.level
      blocks.append(
        MarkdownBlock(
          .heading(level: clause.level, RichText(clause.heading)), at: clause.place,
          endLine: clause.place.line))
      blocks += clause.blocks
    }
    return blocks
  }

  /// The last part of a path.
  static func fileName(of path: some StringProtocol) -> String {
    var bytes = Substring(path).utf8
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    let slash = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:))
    return String(Substring(bytes[(slash ?? bytes.startIndex)...]))
  }
}
