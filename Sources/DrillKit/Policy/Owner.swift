// SPDX-License-Identifier: GPL-3.0-or-later

/// Somebody, or a team, to whom incidents are escalated.
public struct Owner: Hashable, Sendable {
  /// The name that the routes use.
  public let name: String
  /// Other names that an employee may use.
  public let aliases: [String]
  /// How they are reached, for people.
  public let reach: String
  /// Where the row stands; nil for an owner that only a route names.
  public let place: Place?
  /// The names as they are compared.
  private let folds: [String]

  /// An owner.
  init(name: String, aliases: [String], reach: String, place: Place?) {
    self.name = name
    self.aliases = aliases
    self.reach = reach
    self.place = place
    folds = ([name] + aliases).map { Self.fold($0) }
  }

  /// The name and the aliases.
  public var names: [String] { [name] + aliases }

  /// Whether a text names this owner; case, white space and a leading article do not matter.
  public func isNamed(_ text: some StringProtocol) -> Bool {
    folds.contains(Self.fold(text))
  }

  /// The owners of the table.
  static func all(in table: PolicyTable) -> [Owner] {
    table.rows.map { row in
      Owner(
        name: row.cell("Owner").plain, aliases: row.words("Alias"), reach: row.cell("Reach").plain,
        place: row.place)
    }
  }

  /// A name as it is compared.
  static func fold(_ text: some StringProtocol) -> String {
    var words = text.lowercased().words()
    if words.count > 1, ["the", "our", "a", "an"].contains(words[0]) { words.removeFirst() }
    return words.joined()
  }
}
