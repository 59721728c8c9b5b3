// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// Where the right answers of a drill stand among the others, and how long they are: a habit of the
/// author's is a habit that a guesser learns.
public struct Balance: Hashable, Sendable {
  /// A way in which right answers may differ from wrong ones.
  public enum Trait: String, CaseIterable, Hashable, Codable, Sendable {
    case first, last, longest, shortest
  }

  /// A question with one right answer.
  public struct Question: Hashable, Sendable {
    /// The item's id.
    public let id: String
    /// Where it stands.
    public let place: Place
  }

  /// How often a trait was met.
  public struct Figure: Hashable, Sendable {
    /// The trait.
    public let trait: Trait
    /// The questions whose right answer has it, in the drill's order.
    public let items: [Question]
    /// In how many it would by chance, in hundredths.
    public let expectedHundredths: Int
    /// How likely so many or more are by chance, 0…1.
    public let chance: Double

    /// In how many questions the right answer has it.
    public var count: Int { items.count }

    /// Whether chance hardly explains it.
    public var isConspicuous: Bool { chance < Balance.limit }
  }

  /// Below this likelihood a figure is a finding: one balanced drill in a hundred has one by chance
  /// for each trait.
  public static let limit = 0.01
  /// Fewer questions tell nothing.
  public static let fewest = 4

  /// How many questions have one right answer among several.
  public let questions: Int
  /// A figure a trait; empty where there are too few questions.
  public let figures: [Figure]

  /// The balance of the questions that show their answers for picking one.
  init(_ script: Script) {
    var options: [Int] = []
    var met: [Trait: [Question]] = [:]
    for scene in script.drill.scenes {
      for item in scene.items {
        let position = AttemptState.Position(scene: scene.slug, item: item.id)
        guard let situation = script.situation(at: position, passed: 0),
          case .choices(let choices) = item.content.shape(in: situation),
          case .one = choices.selection, choices.options.count > 1, item.content.isScored,
          case .choices(let right)? = item.content.solution(in: situation), right.count == 1
        else { continue }
        options.append(choices.options.count)
        for trait in Self.traits(of: right[0], among: choices.options) {
          met[trait, default: []].append(Question(id: item.id, place: item.place))
        }
      }
    }
    questions = options.count
    guard options.count >= Self.fewest else {
      figures = []
      return
    }
    let parts = options.map { 1 / Double($0) }
    figures = Trait.allCases.map { trait in
      let items = met[trait] ?? []
      return Figure(
        trait: trait, items: items,
        expectedHundredths: Int((parts.reduce(0, +) * 100).rounded()),
        chance: Self.tail(items.count, parts))
    }
  }

  private static func traits(of letter: String, among options: [Option]) -> [Trait] {
    let lengths = options.map { (id: $0.id, count: $0.text.plain.count) }
    var traits: [Trait] = []
    if options.first?.id == letter { traits.append(.first) }
    if options.last?.id == letter { traits.append(.last) }
    guard let own = lengths.first(where: { $0.id == letter })?.count else { return traits }
    let others = lengths.filter { $0.id != letter }.map(\.count)
    if others.allSatisfy({ $0 < own }) { traits.append(.longest) }
    if others.allSatisfy({ $0 > own }) { traits.append(.shortest) }
    return traits
  }

  /// How likely at least `count` successes are in independent trials of these chances: the upper
  /// tail of the Poisson binomial distribution (Poisson 1837), by convolution.
  static func tail(_ count: Int, _ chances: [Double]) -> Double {
    var exactly = [1.0]
    for chance in chances {
      var next = [Double](repeating: 0, count: exactly.count + 1)
      for (successes, likelihood) in exactly.enumerated() {
        next[successes] += likelihood * (1 - chance)
        next[successes + 1] += likelihood * chance
      }
      exactly = next
    }
    return exactly.dropFirst(count).reduce(0, +)
  }
}
