// SPDX-License-Identifier: GPL-3.0-or-later

/// What an employee or the clock does in an attempt.
public enum AttemptInput: Sendable {
  case begin(AttemptEvent.Started)
  /// Puts the current item on the screen.
  case show
  case hint
  /// An inject's time has come.
  case inject(Int)
  case flag(Flag)
  case answer(Response, Confidence?)
  /// The answer timer ended the item; with what was answered by then, if anything.
  case timeOut(Response?)
  case pause
  /// Taken up again; with the accommodation that holds now.
  case resume(timers: Timers? = nil)
}

/// Why an input can't be taken now.
public enum AttemptProblem: Error, Hashable, Sendable {
  /// The attempt began already.
  case alreadyStarted
  /// The attempt has not begun, or is over.
  case notUnderWay
  /// All hints of this item were given, or it has none.
  case noHintLeft
  /// The response does not have the item's shape.
  case wrongShape
  /// The drill has no item where the record says that the employee is.
  case lostPlace(String)
}

/// The attempt's rules. Pure: the same state, input and script give the same events; judging
/// happens here, once, and its outcome is in the event.
public enum Attempt {
  /// The revision of the judge; raised when the same answer may earn something else.
  public static let judgeRevision = 2

  /// The events that an input leads to, in order.
  public static func decide(
    _ state: AttemptState, _ input: AttemptInput, script: Script
  ) throws(AttemptProblem) -> [AttemptEvent] {
    if case .begin(let started) = input {
      guard state.started == nil else { throw .alreadyStarted }
      return ending([.started(started), .entered(start(of: script))], from: state)
    }
    guard let started = state.started, state.finished == nil else { throw .notUnderWay }
    switch input {
    case .pause: return state.isPaused ? [] : [.paused]
    case .resume(let timers):
      // A record that was cut off between two events of one moment is completed here.
      let start = state.hasEntered ? [] : [AttemptEvent.entered(start(of: script))]
      return ending(
        [.resumed(.init(timers: timers == state.timers ? nil : timers))] + start, from: state)
    default: break
    }
    guard let position = state.position else { throw .notUnderWay }
    guard let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes)
    else { throw .lostPlace("\(position.scene)/\(position.item)") }
    let turn = Turn(
      state: state, started: started, position: position, item: item, situation: situation,
      script: script)
    switch input {
    case .show: return turn.show()
    case .hint: return try turn.hint()
    case .inject(let index): return turn.inject(index)
    case .flag(let flag): return try turn.flag(flag)
    case .answer(let response, let confidence):
      // Only the clock may take nothing for an answer.
      guard response != .none else { throw .wrongShape }
      return ending(try turn.answer(response, confidence, timedOut: false), from: state)
    case .timeOut(let response):
      return ending(
        try turn.answer(response ?? .none, nil, timedOut: true), from: state)
    case .begin, .pause, .resume: return []
    }
  }

  private static func start(of script: Script) -> AttemptEvent.Step {
    Flow(script: script, results: [], passedMinutes: 0, entered: []).start()
  }

  /// Adds the end where the events lead there.
  private static func ending(_ events: [AttemptEvent], from state: AttemptState) -> [AttemptEvent] {
    // Most steps lead on: what they make of the state need not be worked out.
    let step = events.lazy.compactMap(\.step).last
    guard step.map({ $0.scene == nil || $0.item == nil }) ?? state.isAtEnd else { return events }
    var after = state
    for event in events { after.apply(AttemptRecord(at: Instant(milliseconds: 0), event: event)) }
    guard after.isAtEnd, after.finished == nil, let started = after.started else { return events }
    let score = after.score
    let finished = AttemptEvent.Finished(
      score: score.share ?? .full, earned: score.earned, points: score.points,
      passed: score.passes(started.pass), critical: score.critical)
    return events + [.finished(finished)]
  }
}

extension AttemptEvent {
  /// Where the event leads; nil where it leads nowhere.
  fileprivate var step: Step? {
    switch self {
    case .entered(let step): step
    case .answered(let answer): answer.isFinal ? answer.next : nil
    default: nil
    }
  }
}

/// One input at one item.
private struct Turn {
  let state: AttemptState
  let started: AttemptEvent.Started
  let position: AttemptState.Position
  let item: Item
  let situation: Situation
  let script: Script

  func show() -> [AttemptEvent] {
    guard state.shown == nil else { return [] }
    var draw = Draw(seed: started.seed, item: item.id)
    let order = draw.order(of: item.content.shape(in: situation), shuffle: item.settings.shuffle)
    return [.shown(.init(item: item.id, attempt: state.earlierTries + 1, order: order))]
  }

  func hint() throws(AttemptProblem) -> [AttemptEvent] {
    let taken = Set(state.hints.map(\.hint))
    for (index, hint) in item.hints.enumerated()
    where !taken.contains(index) && evaluator.holds(hint.condition) {
      return [.hinted(.init(item: item.id, hint: index, price: hint.price))]
    }
    throw .noHintLeft
  }

  func inject(_ index: Int) -> [AttemptEvent] {
    guard item.injects.indices.contains(index), !state.injected.contains(index),
      evaluator.holds(item.injects[index].condition)
    else { return [] }
    return [.injected(.init(item: item.id, inject: index))]
  }

  func flag(_ flag: Flag) throws(AttemptProblem) -> [AttemptEvent] {
    guard item.content.shape(in: situation).fits(.flags([flag])) else { throw .wrongShape }
    guard !state.flags.contains(where: { $0.line == flag.line }) else { return [] }
    let remark = item.content.verdict(on: flag, after: state.flags)
    return [.flagged(.init(item: item.id, flag: flag, remark: remark))]
  }

  func answer(
    _ response: Response, _ confidence: Confidence?, timedOut: Bool
  ) throws(AttemptProblem) -> [AttemptEvent] {
    let shape = item.content.shape(in: situation)
    guard response == .none || (shape.fits(response) && wasShown(response)) else {
      throw .wrongShape
    }
    let judgement = judgement(of: response, timedOut: timedOut)
    let attempt = state.earlierTries + 1
    let isScored = item.content.isScored
    var share = judgement.share
    if attempt > 1 { share = share.halved }
    let price = state.hints.reduce(0) { $0.saturatingSum($1.price) }
    let credit = share.less(percent: price).credit
    // What earns nothing is passed by being done at all.
    // A hint lowers the credit, not the verdict: a right answer must not lead into the story of a
    // wrong one because it was helped.
    let isDone = isScored ? share.credit >= started.pass : !(timedOut && response == .none)
    let passed = judgement.critical.isEmpty && isDone
    // Another try is for what can still be put right, not for what was critical or timed out.
    let isFinal =
      !isScored || timedOut || !judgement.critical.isEmpty || judgement.share == .full
      || attempt >= item.settings.attempts
    var answered = AttemptEvent.Answered(
      item: item.id, scene: position.scene, verb: item.verb, shape: shape.name,
      competency: item.settings.competency ?? script.drill.header.competencies.first,
      points: isScored ? item.settings.points : 0, attempt: attempt, response: response,
      timedOut: timedOut, confidence: confidence, credit: isScored ? credit : .none,
      critical: judgement.critical, coach: judgement.coach, chosen: judgement.chosen,
      remarks: judgement.remarks + (isScored ? costs(of: share, attempt, price) : []),
      passed: passed, isFinal: isFinal, minutes: judgement.minutes,
      injects: [], next: nil, judge: Attempt.judgeRevision)
    guard isFinal else { return [.answered(answered)] }
    answered.injects = lateInjects()
    let flow = Flow(
      script: script, results: state.results, latest: answered,
      passedMinutes: state.passedMinutes.saturatingSum(judgement.minutes),
      entered: state.entered)
    answered.next = flow.after(position, target: judgement.target)
    return [.answered(answered)]
  }

  /// What a later try and hints took away, where there was something to take.
  private func costs(of share: Share, _ attempt: Int, _ price: Int) -> [Remark] {
    guard share != .none else { return [] }
    let later = attempt > 1 ? [Remark(.lost, "It was a later try, which earns half.")] : []
    let count = state.hints.count
    let hints =
      price > 0
      ? [Remark(.lost, "\(count == 1 ? "The hint" : "The \(count) hints") cost \(price) %.")] : []
    return later + hints
  }

  /// Whether the letters of a response were on the screen: of more answers than are shown, the
  /// others can't be meant.
  private func wasShown(_ response: Response) -> Bool {
    guard case .choices(let letters) = response, let order = state.shown?.order else { return true }
    return order.isEmpty || letters.allSatisfy(order.contains)
  }

  private func judgement(of response: Response, timedOut: Bool) -> Judgement {
    guard timedOut else { return judged(response) }
    // A time-out does not throw away what was there by then.
    if response != .none {
      var judgement = judged(response)
      judgement.remarks.append(Remark(.note, "The time was up; what you had by then counts."))
      return judgement
    }
    if let foreseen = item.content.timeOut(in: situation) { return foreseen }
    var judgement = Judgement(share: .none)
    judgement.remarks = [Remark(.lost, "The time was up before an answer was given.")]
    return judgement
  }

  private func judged(_ response: Response) -> Judgement {
    script.judgement(
      of: response, to: item, at: position, passed: state.passedMinutes, in: situation)
  }

  /// Injects that come even if the answer was sooner: they are told after it.
  private func lateInjects() -> [Int] {
    item.injects.indices.filter { index in
      item.injects[index].evenIfAnswered && !state.injected.contains(index)
        && evaluator.holds(item.injects[index].condition)
    }
  }

  private var evaluator: Evaluator {
    Evaluator(
      script: script, results: state.results, passedMinutes: state.passedMinutes,
      position: position)
  }
}
