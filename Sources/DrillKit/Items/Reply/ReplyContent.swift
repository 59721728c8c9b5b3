// SPDX-License-Identifier: GPL-3.0-or-later

/// A reply and its rubric.
struct ReplyContent: ItemContent {
  /// A rubric line and what its marks say.
  struct Line: Sendable {
    let rubric: RubricLine
    let critical: CriticalClass?
    let isCoached: Bool
    let remarks: [Remark]
    let place: Place
  }

  let rubric: Rubric
  let lines: [Line]
  let length: ClosedRange<Int>
  let model: ModelAnswer
  let question: String
  let timedOut: Answer?
  let duty: Duty
  private let leaks = ReplyMemory<Scanned, [Leak]>()

  /// What the leaks in a reply depend on.
  private struct Scanned: Hashable {
    let text: String
    let planted: [PlantedValue]
  }

  init(
    rubric: Rubric, lines: [Line], length: ClosedRange<Int>, model: ModelAnswer,
    question: String,
    timedOut: Answer?, duty: Duty
  ) {
    self.rubric = rubric
    self.lines = lines
    self.length = length
    self.model = model
    self.question = question
    self.timedOut = timedOut
    self.duty = duty
  }

  var isTimed: Bool { false }

  func shape(in situation: Situation) -> ResponseShape { .text(TextLength(words: length)) }

  func instruction(in situation: Situation) -> String {
    "Type your reply, \(length.lowerBound) to \(length.upperBound) words, on one line."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .text(let text) = response else { return Judgement(share: .none) }
    let result = rubric.match(text)
    var judgement = Judgement(share: result.share)
    for (line, found) in zip(lines, result.lines) {
      judgement.remarks += Self.remarks(line, found)
      // What must be said and is not weighs as much as what must not be said and is.
      guard line.rubric.isMust != found.isHit else { continue }
      judgement.chosen.append(line.rubric.label)
      if line.isCoached { judgement.coach.append(line.rubric.label) }
      if let critical = line.critical {
        judgement.critical.append(
          CriticalFailure(critical, line.rubric.label + (line.rubric.isMust ? ": missing" : "")))
      }
    }
    if result.isCut {
      judgement.remarks.append(Remark(.note, "The reply is too long: only its beginning was read."))
    }
    addLeaks(in: text, situation, to: &judgement)
    return judgement
  }

  private static func remarks(_ line: Line, _ found: RubricResult.Line) -> [Remark] {
    let words = found.matches.map { "“\($0.words)”" }.joined(separator: ", ")
    let label = line.rubric.label
    let kind: Remark.Kind = line.critical == nil ? .lost : .critical
    switch (line.rubric.isMust, found.isHit) {
    case (true, true): return [Remark(.earned, "\(label): \(words).")]
    case (true, false):
      let near = found.cancelled.first.map { " “\($0.match.words)” does not count: \($0.words)." }
      return [Remark(kind, "\(label): missing.\(near ?? "")")] + line.remarks
    case (false, true): return [Remark(kind, "\(label): \(words).")] + line.remarks
    case (false, false): return []
    }
  }

  /// Personal data and secrets in the reply: each is named, and one that must not leave is a
  /// critical failure, because a reply leaves the house.
  private func addLeaks(in text: String, _ situation: Situation, to judgement: inout Judgement) {
    for (words, leak, isSerious) in leaks(in: text, situation) {
      judgement.remarks.append(
        Remark(isSerious ? .critical : .note, "“\(words)” stands in your reply. \(leak.reason)"))
      guard isSerious else { continue }
      let failure = CriticalFailure(
        .compliance,
        "The reply gives away data of the kind “\(leak.label ?? leak.kind.rawValue)”")
      if !judgement.critical.contains(failure) { judgement.critical.append(failure) }
    }
  }

  /// Data that may not stand in a reply as it is, and whether that is critical.
  private func leaks(
    in text: String, _ situation: Situation
  ) -> [(words: String, leak: Leak, isSerious: Bool)] {
    let found = leaks.found(in: Scanned(text: text, planted: situation.planted)) {
      LeakDetector(planted: situation.planted).scan(text)
    }
    guard !found.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    return found.compactMap { leak in
      let words = String(scalars: scalars[leak.range.clamped(to: 0..<scalars.count)])
      let verdict = leak.verdict(of: words, within: text, in: situation)
      return verdict == .may ? nil : (words, leak, verdict == .never)
    }
  }

  func solution(in situation: Situation) -> Response? {
    model.text.isEmpty ? nil : .text(model.text)
  }

  func guesses(in situation: Situation) -> [Guess] {
    [
      Guess("pastes the question", .text(question)),
      Guess("a stock apology", .text(StockReply.apology(in: rubric.language))),
    ]
  }

  /// What must be said, in a phrase a line; the same without each of the lines; and with each line
  /// that must not be said.
  func probes(in situation: Situation) -> [Response] {
    func said(_ lines: [Line]) -> String {
      lines.compactMap(\.rubric.phrases.first)
        .map { $0.parts.joined(separator: " ").filter { $0 != "*" } + "." }
        .joined(separator: " ")
    }
    let musts = lines.filter(\.rubric.isMust)
    let whole = said(musts)
    let less = musts.indices.map { index in
      said(musts.enumerated().filter { $0.offset != index }.map(\.element))
    }
    let more = lines.filter { !$0.rubric.isMust }.map { "\(whole) \(said([$0]))" }
    return ([whole] + less + more).map { .text($0) }
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    guard !model.text.isEmpty else { return }
    let count = ReadableText(model.text).wordCount
    guard length.contains(count) else {
      diagnostics.report(
        .modelFallsShort, at: model.place ?? place,
        "The model answer has \(count) words; the reply needs \(length.lowerBound) to "
          + "\(length.upperBound).")
      return
    }
    let judgement = judge(.text(model.text), in: situation)
    let missing = judgement.remarks.filter { $0.kind == .lost || $0.kind == .critical }
      .map(\.text)
    guard judgement.share != .full || !judgement.critical.isEmpty else { return }
    diagnostics.report(
      .modelFallsShort, at: shortfall(in: situation) ?? place,
      "The model answer earns \(judgement.share.credit.percent) %, not 100 %. "
        + missing.joined(separator: " "))
  }

  /// The first thing that keeps the model from earning all: the words of it that lose or don't
  /// count, otherwise the line of the rubric that it does not meet.
  private func shortfall(in situation: Situation) -> Place? {
    for (line, found) in zip(lines, rubric.match(model.text).lines)
    where line.rubric.isMust != found.isHit {
      let match = found.matches.first ?? found.cancelled.first?.match
      return match.map { words(of: $0) }.map(model.place) ?? line.place
    }
    return leaks(in: model.text, situation).first(where: \.isSerious)
      .flatMap { model.place(of: $0.words) }
  }

  /// The words of a match that stand together, up to where a part is left out.
  private func words(of match: RubricMatch) -> String {
    let scalars = Array(model.text.unicodeScalars)
    guard let range = match.ranges.first else { return match.words }
    return String(scalars: scalars[range.clamped(to: 0..<scalars.count)])
  }

  func timeOut(in situation: Situation) -> Judgement? {
    timedOut.map { Judgement(timedOut: $0, duty: duty) }
  }
}

extension Leak {
  /// Whether the data may stand in a reply. Of a value that the scenario planted under the name of
  /// a data class, the policy says it, where the facts say to whom the reply goes; of any other
  /// one, and where the policy leaves it open, its kind says it.
  fileprivate func verdict(
    of words: String, within text: String, in situation: Situation
  ) -> DataClass.Verdict {
    if let label, let to = situation.facts[.to],
      case .success(let ruling) = situation.policies.dataClass(label)
    {
      let verdict = ruling.value.verdict(onAll: to.texts)
      if verdict != .notNamed { return verdict }
    }
    guard kind == .planted else { return kind.isRestricted ? .never : .notNamed }
    // A real value never costs less than an invented one. Its class or the words around it say what
    // it is, where it does not itself: a date is one of birth only beside such a word.
    let detector = LeakDetector()
    let alone = detector.scan(words) + detector.scan("\(label ?? ""): \(words)")
    let around = detector.scan(text).filter { $0.range.overlaps(range) }
    return (alone + around).contains { $0.kind.isRestricted } ? .never : .notNamed
  }
}

extension LeakKind {
  /// Kinds that must never leave in a reply; an address or a telephone number may be the
  /// company's own and is only pointed out.
  var isRestricted: Bool {
    switch self {
    case .card, .iban, .ssn, .nhsNumber, .secret, .birthDate: true
    case .planted, .email, .phone, .ipv4, .ipv6: false
    }
  }
}

extension CancelledMatch {
  /// Why the match does not count, in words.
  var words: String {
    switch reason {
    case .negated(let word, let range):
      match.ranges.allSatisfy { $0.upperBound <= range.lowerBound }
        ? "“\(word)” stands behind it" : "“\(word)” stands before it"
    case .exception(let phrase, _): "“\(phrase)” is an exception"
    }
  }
}
