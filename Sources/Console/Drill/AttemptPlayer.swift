// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Ledger
internal import Library

/// An attempt under way: decides, writes, and only then shows. What was shown is on disk.
final class AttemptPlayer {
  /// The attempt's state after everything written so far.
  private(set) var state: AttemptState
  /// What it is played from.
  let script: Script

  private let desk: Desk
  /// Where events are written; nil in a rehearsal, of which nothing is kept.
  private let log: AttemptLog?
  private let narrator: Narrator
  private var written: Int

  private init(
    desk: Desk, log: AttemptLog?, script: Script, state: AttemptState, written: Int
  ) {
    self.desk = desk
    self.log = log
    self.script = script
    self.state = state
    self.written = written
    narrator = Narrator(script)
  }

  /// Begins a new attempt; the drill's bytes and the policies' go into the store with it.
  static func begin(
    _ playable: DrillLibrary.Playable, desk: Desk, log: AttemptLog, seed: UInt64?,
    variant: VariantChoice?
  ) throws(ConsoleError) -> AttemptPlayer {
    while true {
      do throws(ConsoleError) {
        return try beginNext(playable, desk: desk, log: log, seed: seed, variant: variant)
      } catch {
        // Another console of this employee took the number: this attempt is the one after it.
        guard case .store(.attemptBegun) = error else { throw error }
      }
    }
  }

  private static func beginNext(
    _ playable: DrillLibrary.Playable, desk: Desk, log: AttemptLog, seed: UInt64?,
    variant: VariantChoice?
  ) throws(ConsoleError) -> AttemptPlayer {
    let header = playable.variants[0].header
    let earlier = try storing { () throws(StoreError) in
      try log.attempts(of: desk.employee, drill: header.id)
    }
    let latest = earlier.map(\.number).max() ?? 0
    let number = min(latest + 1, AttemptEvent.numbers.upperBound)
    // A second attempt differs: variants take turns.
    let names = playable.variants[0].variants
    let chosen = variant.map { $0.index(among: names) } ?? (number - 1) % playable.variants.count
    guard let chosen, playable.variants.indices.contains(chosen) else {
      throw .noVariant(variant?.typed ?? "1", names: names)
    }
    let script = Script(drill: playable.variants[chosen], policies: playable.policies)
    let started = AttemptEvent.Started(
      attempt: Fresh.uuid(), employee: desk.employee, drill: header.id, version: header.version,
      title: header.title, drillDigest: Digest(of: playable.source.bytes).hex,
      policyDigests: playable.policySources.mapValues { Digest(of: $0.bytes).hex },
      variant: chosen, number: number, seed: seed ?? Fresh.seed(), pass: header.pass,
      timers: desk.timers, program: desk.program)
    let player = AttemptPlayer(
      desk: desk, log: log, script: script, state: AttemptState(), written: 0)
    try player.take(.begin(started), after: latest, content: playable.content)
    return player
  }

  /// Takes up an attempt where it was left, from the bytes that it is bound to.
  static func resume(
    _ attempt: String, desk: Desk, log: AttemptLog
  ) throws(ConsoleError) -> AttemptPlayer {
    let (script, records) = try load(attempt, log: log)
    let player = AttemptPlayer(
      desk: desk, log: log, script: script, state: AttemptState(folding: records),
      written: records.count)
    try player.take(.resume(timers: desk.timers))
    try player.showing { () throws(OutputError) in
      try desk.stage.show(player.narrator.recall(player.state))
    }
    return player
  }

  /// Begins a rehearsal: an attempt that nothing is kept of. From a scene on, what stands before
  /// that scene is not told.
  static func rehearse(
    _ script: Script, desk: Desk, seed: UInt64, from scene: Scene? = nil
  ) throws(ConsoleError) -> AttemptPlayer {
    let header = script.drill.header
    let started = AttemptEvent.Started(
      attempt: "", employee: desk.employee, drill: header.id, version: header.version,
      title: header.title, drillDigest: "", policyDigests: [:], variant: script.drill.variant,
      number: 1, seed: seed, pass: header.pass, timers: desk.timers, program: desk.program)
    let player = AttemptPlayer(
      desk: desk, log: nil, script: script, state: AttemptState(), written: 0)
    guard let scene else {
      try player.take(.begin(started))
      return player
    }
    player.state.apply(AttemptRecord(at: desk.clock.now(), event: .started(started)))
    if let step = Rehearsal(script).step(into: scene.slug, in: player.state) {
      try player.go(to: step)
    }
    return player
  }

  /// A rehearsal that goes on with another text of the drill.
  func going(on script: Script) -> AttemptPlayer {
    AttemptPlayer(desk: desk, log: nil, script: script, state: state, written: written)
  }

  /// Goes to another place of the story, which only a rehearsal may.
  func go(to step: AttemptEvent.Step) throws(ConsoleError) {
    guard log == nil else { return }
    try show([AttemptRecord(at: desk.clock.now(), event: .entered(step))], isAbove: false)
  }

  /// An attempt's records, and what they were played from.
  static func load(
    _ attempt: String, ledger: String? = nil, log: AttemptLog
  ) throws(ConsoleError) -> (Script, [AttemptRecord]) {
    let records = try storing { () throws(StoreError) in
      try log.records(of: attempt, ledger: ledger)
    }
    guard case .started(let started) = records.first?.event else { throw .unknown(attempt) }
    let bound = try storing { () throws(StoreError) in try log.content(of: started) }
    guard let bound else {
      throw .store(
        .corrupt(path: log.store.path, detail: "the drill of attempt \(attempt) is not in it"))
    }
    switch bound.playable() {
    case .failure(let problem): throw .unplayable(problem)
    case .success(let playable):
      guard let script = playable.script(variant: started.variant) else {
        throw .attempt(.lostPlace("variant \(started.variant)"))
      }
      return (script, records)
    }
  }

  /// The item at hand and its circumstances; nil at the end.
  var current: (item: Item, situation: Situation)? {
    guard let position = state.position, let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes)
    else { return nil }
    return (item, situation)
  }

  /// Whether an inject comes at all, by its condition.
  func comes(_ inject: Inject) -> Bool {
    script.comes(inject, in: state)
  }

  /// Decides what an input leads to, writes it, and shows it, in this order.
  ///
  /// - Parameters:
  ///   - input: What the employee or the clock did.
  ///   - latest: The number of the employee's latest attempt at the drill, where one is begun.
  ///   - content: Bytes that go into the store with it.
  ///   - isAbove: A line is being typed: what is shown goes above it.
  /// - Throws: `ConsoleError`; where it is the store's, nothing was written and nothing shown.
  func take(
    _ input: AttemptInput, after latest: Int? = nil, content: [Content] = [],
    isAbove: Bool = false
  ) throws(ConsoleError) {
    let events: [AttemptEvent]
    do throws(AttemptProblem) {
      events = try Attempt.decide(state, input, script: script)
    } catch {
      throw .attempt(error)
    }
    guard !events.isEmpty else { return }
    let now = desk.clock.now()
    // A clock that was set back must not make an attempt run backwards.
    let at = max(now, state.lastAt ?? now)
    let records = events.map { AttemptRecord(at: at, event: $0) }
    if let log {
      let id = attemptID(records)
      try Self.storing { () throws(StoreError) in
        try log.append(
          records, to: id, employee: desk.employee, expecting: written, after: latest,
          content: content)
      }
    }
    try show(records, isAbove: isAbove)
  }

  /// Takes records that are written, and shows what they tell.
  private func show(_ records: [AttemptRecord], isAbove: Bool) throws(ConsoleError) {
    written += records.count
    var tellings: [Telling] = []
    for record in records {
      tellings += narrator.tell(record.event, before: state)
      state.apply(record)
    }
    let stage = desk.stage
    try showing { () throws(OutputError) in
      if isAbove {
        try desk.input.printAbove { (printer) throws(OutputError) in try stage.show(tellings) }
      } else {
        try stage.show(tellings)
      }
    }
  }

  /// Shows the question at hand once more.
  func showQuestion() throws(ConsoleError) {
    try showing { () throws(OutputError) in try desk.stage.show(narrator.question(in: state)) }
  }

  private func attemptID(_ records: [AttemptRecord]) -> String {
    if let id = state.started?.attempt { return id }
    if case .started(let started) = records.first?.event { return started.attempt }
    return ""
  }

  /// Runs work on the store and gives its error the console's name.
  static func storing<Value>(_ work: () throws(StoreError) -> Value) throws(ConsoleError) -> Value {
    do throws(StoreError) {
      return try work()
    } catch {
      throw .store(error)
    }
  }

  private func showing(_ work: () throws(OutputError) -> Void) throws(ConsoleError) {
    do throws(OutputError) {
      try work()
    } catch {
      throw .output(error)
    }
  }
}
