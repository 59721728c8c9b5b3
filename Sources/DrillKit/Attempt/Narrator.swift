// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns events into what a person sees. A live attempt, a resumed one and a transcript tell the
/// same, because all of them go through here.
public struct Narrator: Sendable {
  let script: Script
  private let isTranscript: Bool

  /// A narrator; a transcript also tells what was answered.
  public init(_ script: Script, isTranscript: Bool = false) {
    self.script = script
    self.isTranscript = isTranscript
  }

  /// What an event shows, given the state before it.
  public func tell(_ event: AttemptEvent, before state: AttemptState) -> [Telling] {
    var after = state
    after.apply(AttemptRecord(at: state.lastAt ?? Instant(milliseconds: 0), event: event))
    switch event {
    case .started:
      return [
        .title(
          script.drill.header.title, summary: script.drill.header.summary,
          minutes: script.drill.header.minutes)
      ] + passages(script.drill.opening, in: after)
    case .entered(let step): return tell(step, in: after)
    case .shown: return question(in: after)
    case .hinted(let hinted): return hint(hinted, in: state)
    case .injected(let injected): return inject(injected.inject, in: state)
    case .flagged(let flagged):
      return [.flag(line: flagged.flag.line)] + (flagged.remark.map { [.remark($0)] } ?? [])
    case .answered(let answered): return tell(answered, before: state, after: after)
    case .paused: return isTranscript ? [.notice("Paused.")] : []
    case .resumed:
      return isTranscript
        ? [.notice("Taken up again; the timer of this question starts anew.")] : []
    case .finished(let finished): return end(finished, in: after)
    // The page adds who corrected it and when: an event alone knows no time.
    case .corrected: return []
    }
  }

  /// What is shown of the current place when an attempt is taken up again: the scene and the
  /// question, without what led there.
  public func recall(_ state: AttemptState) -> [Telling] {
    guard let position = state.position, let scene = script.scene(position.scene) else { return [] }
    return [.notice("“\(script.drill.header.title)” goes on where you left it.")]
      + [.scene(scene.title)] + passages(scene.narration, in: state)
      + (state.shown == nil ? [] : question(in: state))
      + state.hints.flatMap { hint($0, in: state) }
  }

  /// The question at hand once more.
  public func question(in state: AttemptState) -> [Telling] {
    guard let position = state.position, let item = script.item(at: position),
      let situation = script.situation(at: position, passed: state.passedMinutes),
      state.started != nil
    else { return [] }
    let left = item.hints.indices.filter { index in
      !state.hints.contains { $0.hint == index }
        && evaluator(state).holds(item.hints[index].condition)
    }
    let question = Telling.Question(
      verb: item.verb, text: item.question,
      points: item.content.isScored ? item.settings.points : 0,
      seconds: state.timers.seconds(item.settings.within), attempt: state.earlierTries + 1,
      attempts: item.settings.attempts, hints: left.map { item.hints[$0].price },
      instruction: item.content.instruction(in: situation))
    var tellings = [Telling.question(question)] + passages(item.passages, in: state)
    let exhibit = item.content.exhibit(in: situation)
    if !exhibit.isEmpty { tellings.append(.exhibit(exhibit)) }
    let order = state.shown?.order ?? []
    switch item.content.shape(in: situation) {
    case .choices(let choices):
      if case .confirm = choices.selection { break }
      tellings.append(.options(OptionFinder(choices.options, order: order).shown))
    case .order(let steps):
      tellings.append(.options(OptionFinder(steps.options, order: order).shown))
    case .pairs(let pairs):
      tellings.append(.rows(OptionFinder(pairs.rows, order: order).shown))
    case .spans(.characters(let text)):
      if exhibit.isEmpty { tellings.append(.passage(Passage(.document, Self.paragraphs(text)))) }
    case .spans(.turns), .text, .fields, .number: break
    }
    return tellings
  }

  private static func paragraphs(_ text: String) -> [MarkdownBlock] {
    text.split(separator: "\n\n").map {
      MarkdownBlock(.paragraph(RichText(String($0))), at: Place(file: "", line: 1), endLine: 1)
    }
  }

  // MARK: Pieces

  private func evaluator(_ state: AttemptState) -> Evaluator {
    Evaluator(
      script: script, results: state.results, passedMinutes: state.passedMinutes,
      position: state.position)
  }

  func passages(_ passages: [Passage], in state: AttemptState) -> [Telling] {
    passages.filter { evaluator(state).holds($0.condition) }.map { .passage($0) }
  }

  private func tell(_ step: AttemptEvent.Step, in state: AttemptState) -> [Telling] {
    step.scenes.compactMap(script.scene(_:)).flatMap { scene in
      [.scene(scene.title)] + passages(scene.narration, in: state)
    }
  }

  private func hint(_ hinted: AttemptEvent.Hinted, in state: AttemptState) -> [Telling] {
    guard let item = state.position.flatMap(script.item), item.hints.indices.contains(hinted.hint)
    else { return [] }
    return [.hint(item.hints[hinted.hint].text, price: hinted.price)]
  }

  private func inject(_ index: Int, in state: AttemptState) -> [Telling] {
    guard let item = state.position.flatMap(script.item), item.injects.indices.contains(index)
    else { return [] }
    return passages(item.injects[index].passages, in: state)
  }

  private func tell(
    _ answered: AttemptEvent.Answered, before state: AttemptState, after: AttemptState
  ) -> [Telling] {
    let position = AttemptState.Position(scene: answered.scene, item: answered.item)
    guard let item = script.item(at: position) else { return [] }
    var tellings: [Telling] = []
    let shape = script.situation(at: position, passed: state.passedMinutes)
      .map { item.content.shape(in: $0) }
    if isTranscript, let shape { tellings.append(.answer(shape.words(for: answered.response))) }
    for remark in answered.remarks where answered.isFinal || mayTell(remark, of: shape) {
      tellings.append(.remark(remark))
    }
    if answered.isFinal {
      // The item at hand is the one just answered, also for conditions of its feedback.
      let evaluator = Evaluator(
        script: script, results: after.results, passedMinutes: after.passedMinutes,
        position: position)
      tellings += item.feedback.filter { evaluator.holds($0.condition) }.map {
        .remark(Remark(said: $0))
      }
    }
    tellings.append(
      .verdict(
        .init(
          credit: answered.credit, points: answered.points, critical: answered.untold,
          mayTryAgain: !answered.isFinal)))
    if answered.isFinal, !item.model.isEmpty { tellings.append(.model(item.model)) }
    for index in answered.injects where item.injects.indices.contains(index) {
      tellings += item.injects[index].passages.map { .passage($0) }
    }
    if let next = answered.next { tellings += tell(next, in: after) }
    return tellings
  }

  /// Whether a remark can be told while another try is left, without giving the answer away: not
  /// what earned or lost credit, and feedback only where it is about what was given.
  func mayTell(_ remark: Remark, of shape: ResponseShape?) -> Bool {
    switch (remark.kind, shape) {
    case (.reaction, _), (.note, _), (.critical, _): true
    case (.earned, _), (.lost, _): false
    case (.feedback, .choices(let choices)): choices.selection == .one
    case (.feedback, .fields(let fields)): fields.form != .form
    case (.feedback, .text), (.feedback, .number): true
    case (.feedback, _): false
    }
  }
}
