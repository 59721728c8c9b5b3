// SPDX-License-Identifier: GPL-3.0-or-later

/// One row of the Curriculum: what an audience practises, and when.
public struct CurriculumEntry: Hashable, Sendable {
  /// The audiences; empty for everybody.
  public let audiences: [String]
  /// The ids of the drills.
  public let drills: [String]
  /// How long a new member has.
  public let dueWithin: Within
  /// When it is due again after a pass; nil for once.
  public let refreshEvery: Within?
  /// The score in percent that passes, where the row sets one.
  public let passMark: Int?
  /// How many attempts there are; nil for as many as it takes.
  public let attempts: Int?
  /// Where it comes from.
  public let citation: Citation

  /// Whether it holds for an audience.
  public func holds(for audience: some StringProtocol) -> Bool {
    audiences.isEmpty || audiences.contains { folded($0) == folded(audience) }
  }
}

/// A competency or an audience, and what the policy says it is.
public struct NamedMeaning: Hashable, Sendable {
  /// The name, as drills write it.
  public let name: String
  /// What it means; empty where the table does not say.
  public let meaning: String

  /// What a table names; nothing without a table.
  static func all(in table: PolicyTable?, _ name: String, _ meaning: String) -> [NamedMeaning] {
    (table?.rows ?? []).map {
      NamedMeaning(name: $0.cell(name).plain, meaning: $0.cell(meaning).plain)
    }
  }
}

extension PolicyBook {
  /// The curriculum in the table's order; empty without the table.
  public var curriculum: [CurriculumEntry] {
    (table(.curriculum)?.rows ?? []).compactMap { row in
      guard let dueWithin = Within(row.cell("Due within").plain) else { return nil }
      return CurriculumEntry(
        audiences: row.words("Audience"), drills: row.words("Drills"), dueWithin: dueWithin,
        refreshEvery: Within(row.cell("Refresh every").plain),
        passMark: CellForm.percent(row.cell("Pass mark").plain).map { $0 / 100 },
        attempts: Int(row.cell("Attempts").plain),
        citation: ruling((), .curriculum, row).citation)
    }
  }

  /// The rows of the curriculum that hold for an audience.
  public func curriculum(for audience: some StringProtocol) -> [CurriculumEntry] {
    curriculum.filter { $0.holds(for: audience) }
  }
}
