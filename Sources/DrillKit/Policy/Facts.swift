// SPDX-License-Identifier: GPL-3.0-or-later

/// One value of a fact and where it was written.
public struct FactValue: Hashable, Sendable {
  /// The value as it was written.
  public let text: String
  /// Where.
  public let place: Place
  /// The value as tables compare it.
  let word: String
  /// The number that it is, in thousandths; nil for a word.
  let thousandths: Int?
  /// Whether it may say something else than was meant.
  let mayMean: Bool

  /// A value.
  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
    word = folded(text)
    thousandths = Quantity(text)?.thousandths
    mayMean = Self.mayMean(text)
  }
}

/// A fact: a key and its values, any of which may fit a table's cell.
public struct Fact: Hashable, Sendable {
  /// The key as it was written.
  public let key: String
  /// At least one value.
  public let values: [FactValue]
  /// Where the fact stands.
  public let place: Place
  /// The key as keys are compared.
  let name: String
  /// The moment that its one value names; nil where it names none.
  let moment: WrittenMoment?
  /// Whether one of its values may say something else than was meant.
  let mayMean: Bool

  /// A fact.
  public init(_ key: String, _ values: [FactValue], at place: Place) {
    self.key = key
    name = folded(key)
    // A moment has a digit: most values need no further look.
    let written = values.count == 1 && values[0].text.utf8.contains(where: isDigit)
    moment = written ? WrittenMoment(values[0].text) : nil
    mayMean = values.contains(where: \.mayMean)
    self.values = values
    self.place = place
  }

  /// The values' texts.
  public var texts: [String] { values.map(\.text) }

  /// All values on one line, as an author would write them.
  public var text: String { texts.joined(separator: "; ") }
}

/// What is known in a scene: looked up in the policies' tables to find the right answer.
public struct Facts: Hashable, Sendable {
  /// A key that the runner itself understands; every other key is a table's column.
  public enum Reserved: String, CaseIterable, Sendable {
    case now = "Now"
    case since = "Since"
    case aware = "Aware"
    case to = "To"
    case role = "Role"
    case calls = "Calls"

    /// The key as keys are compared.
    var name: String {
      switch self {
      case .now: "now"
      case .since: "since"
      case .aware: "aware"
      case .to: "to"
      case .role: "role"
      case .calls: "calls"
      }
    }
  }

  /// Most facts of a list, and most values of a fact.
  public static let maximumCount = 64

  /// The facts in the order in which they were written; a key stands here once.
  public private(set) var all: [Fact] = []

  /// No facts.
  public init() {}

  /// Facts from keys and values as an author writes them, `;` between values; without a place of
  /// their own.
  public init(_ pairs: KeyValuePairs<String, String>, at place: Place = Place(file: "", line: 1)) {
    for (key, value) in pairs { set(key, value, at: place) }
  }

  /// The fact of a key, whatever its case.
  public subscript(key: String) -> Fact? { self[folded: folded(key)] }

  /// The fact of a reserved key.
  public subscript(key: Reserved) -> Fact? { self[folded: key.name] }

  /// The fact of a key that was folded before.
  subscript(folded name: String) -> Fact? {
    // By index: facts that are looked at only are not copied.
    for index in all.indices where all[index].name == name { return all[index] }
    return nil
  }

  /// Whether a value of one may say something else than was meant.
  var mayMean: Bool { all.indices.contains { all[$0].mayMean } }

  /// Sets a fact, in place of the one with the same key.
  public mutating func set(_ fact: Fact) {
    if let index = all.firstIndex(where: { $0.name == fact.name }) {
      all[index] = fact
    } else {
      all.append(fact)
    }
  }

  /// Sets a fact from its written values.
  public mutating func set(_ key: String, _ text: String, at place: Place) {
    let values = text.listed.filter { !$0.isEmpty }.map { FactValue($0, at: place) }
    if !values.isEmpty { set(Fact(key, values, at: place)) }
  }

  /// These facts and, key by key in their place, those that stand nearer to the item.
  public func merging(nearer: Facts) -> Facts {
    var merged = self
    for fact in nearer.all { merged.set(fact) }
    return merged
  }

  /// The same facts with another one, such as a severity that was looked up.
  public func setting(_ key: String, _ texts: [String], at place: Place) -> Facts {
    var copy = self
    copy.set(Fact(key, texts.map { FactValue($0, at: place) }, at: place))
    return copy
  }
}
