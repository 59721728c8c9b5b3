// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// How far somebody gets in a drill who does not know, and answers by habit.
public struct Guessing: Hashable, Sendable {
  /// What one habit earns on the items that it applies to.
  public struct Figure: Hashable, Sendable {
    /// The habit, in words: “always the first answer”.
    public let habit: String
    /// The verb of the items: `Choose`.
    public let verb: String
    /// How many items it applies to.
    public let items: Int
    /// The mean credit on them, each by its points.
    public let credit: Credit
  }

  /// An item at which the best habit for its kind earns something.
  public struct Hit: Hashable, Sendable {
    /// The item's id.
    public let item: String
    /// Where it stands.
    public let place: Place
    /// What is answered out of habit, in words.
    public let words: String
    /// The credit times the item's points.
    let worth: Int
  }

  /// What each habit earns, by verb, the best first.
  public let figures: [Figure]
  /// What somebody scores who has the best habit for each kind of item; nil where nothing can be
  /// guessed.
  public let score: Credit?
  /// Whether they pass.
  public let passes: Bool
  /// What they earn it with, what is worth most first.
  public let hits: [Hit]

  /// Plays a script by habit.
  init(_ script: Script) {
    let rehearsal = Rehearsal(script)
    // What is asked, and when, is taken from the way of somebody who knows, and from where guessing
    // leads besides: scenes that put right what was wrong.
    var asked: [Asked] = []
    _ = rehearsal.play { item, situation in
      asked.append((item, situation))
      return item.content.solution(in: situation)
    }
    var figures = Self.figures(asked)
    guard !figures.isEmpty else {
      self.figures = []
      score = nil
      passes = false
      hits = []
      return
    }
    var played = Self.play(rehearsal, figures)
    let known = Set(asked.map(\.item.place))
    let besides = played.met.filter { !known.contains($0.item.place) }
    if !besides.isEmpty {
      figures = Self.figures(asked + besides)
      played = Self.play(rehearsal, figures)
    }
    self.figures = figures
    score = played.end?.score.share
    passes = played.end?.finished?.passed ?? false
    hits = played.hits.sorted { ($1.worth, $0.place) < ($0.worth, $1.place) }
  }

  private typealias Asked = (item: Item, situation: Situation)

  /// Plays with the best habit for each kind of item: where it ends, what it earned, what was asked.
  private static func play(
    _ rehearsal: Rehearsal, _ figures: [Figure]
  ) -> (end: AttemptState?, hits: [Hit], met: [Asked]) {
    var order: [String: [String]] = [:]
    for figure in figures { order[figure.verb, default: []].append(figure.habit) }
    var hits: [Hit] = []
    var met: [Asked] = []
    let end = rehearsal.play { item, situation in
      met.append((item, situation))
      let guesses = Self.guesses(at: item, in: situation)
      let habits = order[item.verb] ?? []
      let best = habits.lazy.compactMap { habit in guesses.first { $0.habit == habit } }.first
      // What nobody can guess is not held against the drill: they get it right.
      guard let guess = best ?? guesses.first else { return item.content.solution(in: situation) }
      let worth = Self.worth(guess, of: item, in: situation)
      if worth > 0, !hits.contains(where: { $0.item == item.id }) {
        let words = item.content.shape(in: situation).words(for: guess.response)
        hits.append(Hit(item: item.id, place: item.place, words: words, worth: worth))
      }
      return guess.response
    }
    return (end, hits, met)
  }

  /// What somebody with habits answers; nobody can pick by place where answers are mixed for each
  /// player.
  private static func guesses(at item: Item, in situation: Situation) -> [Guess] {
    let guesses = item.content.guesses(in: situation)
    guard item.settings.shuffle, case .choices(let choices) = item.content.shape(in: situation),
      choices.mayShuffle
    else { return guesses }
    return guesses.filter { !$0.isByPlace }
  }

  /// What a guess earns, times the item's points; a critical failure is no way to pass, whatever it
  /// earns.
  private static func worth(_ guess: Guess, of item: Item, in situation: Situation) -> Int {
    guard item.content.isScored else { return 0 }
    let judgement = item.content.judge(guess.response, in: situation)
    guard judgement.critical.isEmpty else { return 0 }
    return judgement.share.credit.rawValue * item.settings.points
  }

  private struct Sum {
    var items = 0
    var earned = 0
    var points = 0
  }

  private static func figures(_ asked: [Asked]) -> [Figure] {
    struct Key: Hashable {
      let verb: String
      let habit: String
    }
    var sums: [Key: Sum] = [:]
    for (item, situation) in asked where item.content.isScored && item.settings.points > 0 {
      for guess in Self.guesses(at: item, in: situation) {
        var sum = sums[Key(verb: item.verb, habit: guess.habit)] ?? Sum()
        sum.items += 1
        sum.points += item.settings.points
        sum.earned += worth(guess, of: item, in: situation)
        sums[Key(verb: item.verb, habit: guess.habit)] = sum
      }
    }
    return sums.map { key, sum in
      Figure(
        habit: key.habit, verb: key.verb, items: sum.items,
        credit: Credit(sum.earned, of: sum.points * Credit.full.rawValue))
    }
    .sorted { a, b in
      (a.verb, -a.credit.rawValue, -a.items, a.habit)
        < (b.verb, -b.credit.rawValue, -b.items, b.habit)
    }
  }
}
