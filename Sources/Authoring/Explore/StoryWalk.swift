// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Every way through a story, over what answers can come to: situations, and what leads from one to
/// the next. Ways that agree in all that can matter from there on meet in one situation.
struct StoryWalk {
  /// One thing that an answer can come to.
  struct Step {
    /// The situation that it leads to, by its index.
    let target: Int
    /// Credit times points that it earns, in basis points.
    let earned: Int
    /// Whether it is a critical failure.
    let isCritical: Bool
    /// Whether it leads on; a try that may be repeated does not.
    let isFinal: Bool
    /// What was answered.
    let input: AttemptInput
    /// The share of the item's points that it earns.
    let credit: Credit
    /// Slugs of the scenes that it enters, in order.
    let entered: [String]
  }

  /// A point of the story and what can follow it.
  struct Situation {
    let key: StoryKey
    let state: AttemptState
    var steps: [Step] = []
    /// Whether it was looked at what can follow.
    var wasLeft = false
  }

  /// The situations that were met, the start first.
  private(set) var situations: [Situation] = []
  /// The slugs of the scenes that were entered.
  private(set) var entered: Set<String> = []
  /// Whether the bound was reached, so that some ways were not walked.
  private(set) var isCut = false

  private let rehearsal: Rehearsal
  private let memory: StoryMemory
  private var indices: [StoryKey: Int] = [:]
  private var inputs: [Asked: [AttemptInput]] = [:]

  /// An item at a time, in a try: what can be answered there does not depend on how one came.
  private struct Asked: Hashable {
    let position: AttemptState.Position
    let minutes: Int
  }

  /// Walks a script; at most `bound` situations are looked at.
  init(_ script: Script, bound: Int) {
    rehearsal = Rehearsal(script)
    memory = StoryMemory(script.drill)
    guard let start = rehearsal.start() else { return }
    _ = index(of: start)
    var next = 0
    while next < situations.count {
      guard situations.count < bound else {
        isCut = true
        break
      }
      let steps = steps(from: situations[next].state)
      situations[next].steps = steps
      situations[next].wasLeft = true
      next += 1
    }
  }

  private mutating func index(of state: AttemptState) -> Int {
    entered.formUnion(state.entered)
    let key = memory.key(of: state)
    if let index = indices[key] { return index }
    indices[key] = situations.count
    situations.append(Situation(key: key, state: state))
    return situations.count - 1
  }

  private mutating func steps(from state: AttemptState) -> [Step] {
    let before = state.score.earned
    return inputs(in: state).compactMap { input in
      guard let after = rehearsal.state(after: input, in: state) else { return nil }
      let isFinal = after.results.count > state.results.count
      let isCritical = isFinal && after.results.last?.critical.isEmpty == false
      return Step(
        target: index(of: after), earned: after.score.earned - before, isCritical: isCritical,
        isFinal: isFinal, input: input, credit: after.results.last?.credit ?? .none,
        entered: Array(after.entered.dropFirst(state.entered.count)))
    }
  }

  /// One input for each thing that an answer can come to at the item that a state asks.
  mutating func inputs(in state: AttemptState) -> [AttemptInput] {
    guard let position = state.position,
      let (item, situation) = rehearsal.question(in: state)
    else { return [] }
    let asked = Asked(position: position, minutes: state.passedMinutes)
    if let known = inputs[asked] { return known }
    let namesAnswers =
      memory.asks(for: position) || item.next.contains { $0.condition != nil }
    var seen: Set<Outcome> = []
    let found = Trials(item, in: situation).inputs.filter { input in
      seen.insert(Outcome(of: input, at: item, in: situation, namesAnswers: namesAnswers)).inserted
    }
    inputs[asked] = found
    return found
  }
}

/// What an answer comes to, as far as the story and the score can tell answers apart.
private struct Outcome: Hashable {
  let share: Share
  let isCritical: Bool
  let target: String?
  let minutes: Int
  let chosen: [String]
  let isTimedOut: Bool

  init(
    of input: AttemptInput, at item: Item, in situation: DrillKit.Situation, namesAnswers: Bool
  ) {
    var judgement = Judgement(share: .none)
    switch input {
    case .answer(let response, _):
      judgement = item.content.judge(response, in: situation)
      isTimedOut = false
    default:
      judgement = item.content.timeOut(in: situation) ?? judgement
      isTimedOut = true
    }
    share = judgement.share
    isCritical = !judgement.critical.isEmpty
    target = judgement.target
    minutes = judgement.minutes
    chosen = namesAnswers ? judgement.chosen : []
  }
}
