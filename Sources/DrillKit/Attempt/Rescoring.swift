// SPDX-License-Identifier: GPL-3.0-or-later

/// Judges the recorded answers of a finished attempt with another text of its drill. Pure: the same
/// records and scripts give the same. Where an answer can't be carried over, nothing is guessed.
public struct Rescoring: Hashable, Sendable {
  /// What the answers come to.
  public let outcome: AttemptEvent.Outcome
  /// Each answer as it is judged now, in the order of the story.
  public let answers: [AttemptEvent.Answered]

  /// The index of the variant that was judged.
  public let variant: Int

  /// Judges an attempt anew.
  ///
  /// - Parameters:
  ///   - records: Its events in order.
  ///   - old: What it was played from.
  ///   - variants: The drill as it is now, a script a variant.
  /// - Throws: What keeps it from being judged.
  public init(
    _ records: [AttemptRecord], asked old: Script, anew variants: [Script]
  ) throws(RescoringObstacle) {
    var fold = try Fold(records, asked: old, anew: variants)
    try fold.run()
    guard let finished = fold.state.finished, let started = fold.state.started else {
      throw .notFinished
    }
    outcome = AttemptEvent.Outcome(finished, pass: started.pass)
    answers = fold.answers
    variant = started.variant
  }
}

/// Why the answers of an attempt can't be judged with another text of its drill.
public enum RescoringObstacle: Error, Hashable, Sendable {
  case notFinished
  /// The drill has no variant of this name any more.
  case variantGone(String)
  /// An item is not in the drill any more.
  case itemGone(String)
  case otherKind(item: String, was: String, now: String)
  /// Of what was answered, something can't be said any more.
  case answerGone(item: String, words: String)
  /// The drill asks for something that was not on the screen.
  case unseen(item: String, words: String)
  /// What the answer points into has other words.
  case otherText(item: String)
  /// The story asks what was not asked then.
  case notAsked(String)
  /// The story leaves out what was answered then.
  case leftOut(String)
  /// An answer that settled its item would be followed by another try.
  case anotherTry(String)
  /// The rules take the answer no more.
  case notTaken(item: String, AttemptProblem)
}

extension RescoringObstacle: CustomStringConvertible {
  /// A sentence.
  public var description: String {
    switch self {
    case .notFinished: "The attempt has not ended."
    case .variantGone(let name): "It was played as “\(name)”, a variant that is gone."
    case .itemGone(let item): "“\(item)” was answered, and is gone from the drill."
    case .otherKind(let item, let was, let now):
      "“\(item)” was asked as \(was), and is asked as \(now) now."
    case .answerGone(let item, let words):
      "Of the answer to “\(item)”, “\(words.shortened)” is gone from the drill."
    case .unseen(let item, let words):
      "“\(item)” asks for “\(words.shortened)” now, which was not shown."
    case .otherText(let item): "The text that “\(item)” is about has other words now."
    case .notAsked(let item): "The story leads to “\(item)” now, which was not asked."
    case .leftOut(let item): "The story leads past “\(item)” now, which was answered."
    case .anotherTry(let item):
      "“\(item)” would be asked once more now after the last answer to it."
    case .notTaken(let item, let problem):
      "The answer to “\(item)” can't be taken any more (\(problem))."
    }
  }
}

/// The recorded answers on their way through the new text.
private struct Fold {
  let old: Script
  let script: Script
  private(set) var state = AttemptState()
  private(set) var answers: [AttemptEvent.Answered] = []
  private var asked: [Asked] = []

  /// What happened at one item.
  private struct Asked {
    let position: AttemptState.Position
    /// Scenario minutes that had passed in the old story.
    let passed: Int
    var events: [AttemptEvent] = []
  }

  init(
    _ records: [AttemptRecord], asked old: Script, anew variants: [Script]
  ) throws(RescoringObstacle) {
    self.old = old
    var before = AttemptState()
    for record in records {
      if let position = before.position, before.finished == nil {
        if asked.last?.position != position {
          asked.append(Asked(position: position, passed: before.passedMinutes))
        }
        asked[asked.count - 1].events.append(record.event)
      }
      before.apply(record)
    }
    guard var started = before.started, before.finished != nil else { throw .notFinished }
    script = try Self.script(of: old, in: variants)
    started.version = script.drill.header.version
    started.pass = script.drill.header.pass
    started.variant = script.drill.variant
    try take(.begin(started), at: "")
  }

  /// The variant of the same name; the only one where there was and is only one.
  private static func script(
    of old: Script, in variants: [Script]
  ) throws(RescoringObstacle) -> Script {
    let names = old.drill.variants
    let name = names.indices.contains(old.drill.variant) ? names[old.drill.variant] : ""
    if names.count == 1, variants.count == 1 { return variants[0] }
    let same = variants.first {
      let own = $0.drill.variants
      return own.indices.contains($0.drill.variant)
        && folded(own[$0.drill.variant]) == folded(name)
    }
    guard let same else { throw .variantGone(name) }
    return same
  }

  mutating func run() throws(RescoringObstacle) {
    for settled in asked where old.item(at: settled.position) != nil {
      guard newPosition(of: settled.position) != nil else {
        throw .itemGone(settled.position.item)
      }
    }
    while state.finished == nil {
      guard let position = state.position else { throw .notFinished }
      guard let index = asked.firstIndex(where: { newPosition(of: $0.position) == position })
      else { throw .notAsked(position.item) }
      try answer(asked.remove(at: index), at: position)
    }
    if let left = asked.first { throw .leftOut(left.position.item) }
  }

  /// Where an item stands now: in its scene, or, where the scene is gone, in the only one that has
  /// an item of this id.
  private func newPosition(of position: AttemptState.Position) -> AttemptState.Position? {
    if script.item(at: position) != nil { return position }
    guard script.scene(position.scene) == nil else { return nil }
    let homes = script.drill.scenes.filter { $0.items.contains { $0.id == position.item } }
    guard homes.count == 1, let home = homes.first else { return nil }
    return .init(scene: home.slug, item: position.item)
  }

  private mutating func answer(
    _ asked: Asked, at position: AttemptState.Position
  ) throws(RescoringObstacle) {
    guard let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes),
      let oldItem = old.item(at: asked.position),
      let oldSituation = old.situation(at: asked.position, passed: asked.passed)
    else { throw .itemGone(position.item) }
    guard item.verb == oldItem.verb else {
      throw .otherKind(item: item.id, was: oldItem.verb, now: item.verb)
    }
    let carrying = CarriedResponse(
      item: item.id, old: oldItem.content.shape(in: oldSituation),
      new: item.content.shape(in: situation), solution: item.content.solution(in: situation))
    for event in asked.events {
      switch event {
      case .shown(var shown):
        shown.order = try carrying.carried(order: shown.order)
        apply([.shown(shown)])
      case .hinted, .injected, .flagged: apply([event])
      case .answered(let recorded):
        let isSettled = try judge(recorded, carrying, isScored: item.content.isScored)
        if isSettled { return }
      case .started, .entered, .paused, .resumed, .finished, .corrected: break
      }
    }
    throw .anotherTry(item.id)
  }

  /// Judges one recorded answer; true where it settles its item.
  private mutating func judge(
    _ recorded: AttemptEvent.Answered, _ carrying: CarriedResponse, isScored: Bool
  ) throws(RescoringObstacle) -> Bool {
    let response = try carrying.carried(recorded.response)
    let given: Response? = response == .none ? nil : response
    let input: AttemptInput =
      recorded.timedOut ? .timeOut(given) : .answer(response, recorded.confidence)
    // What earns nothing was said to the person as it stood then: which version of a policy was
    // read does not change because there is a newer one.
    return try take(input, at: recorded.item, remarks: isScored ? nil : recorded.remarks)
  }

  @discardableResult
  private mutating func take(
    _ input: AttemptInput, at item: String, remarks: [Remark]? = nil
  ) throws(RescoringObstacle) -> Bool {
    var events: [AttemptEvent]
    do throws(AttemptProblem) {
      events = try Attempt.decide(state, input, script: script)
    } catch {
      throw .notTaken(item: item, error)
    }
    guard case .answered(var answered) = events.first else {
      apply(events)
      return false
    }
    if let remarks { answered.remarks = remarks }
    answers.append(answered)
    events[0] = .answered(answered)
    apply(events)
    return answered.isFinal
  }

  private mutating func apply(_ events: [AttemptEvent]) {
    for event in events { state.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event)) }
  }
}
