// SPDX-License-Identifier: GPL-3.0-or-later

/// A document and what the policy wants to be hidden in it.
struct RedactContent: ItemContent {
  let document: RedactDocument
  let duty: Duty
  /// BCP 47 tag of the drill's language.
  let language: String

  /// A marked part and what the policy says of it.
  private struct Ruled {
    let part: RedactDocument.Part
    let verdict: DataClass.Verdict
    let mayGoTo: [String]
    let clause: String?
    /// Whether it has to be hidden.
    var isWanted: Bool { verdict != .may }
  }

  // MARK: What is right

  private func recipients(_ situation: Situation) -> [String] {
    situation.facts[.to]?.texts ?? []
  }

  /// The marked parts with their verdicts; decoys may always stay, and so does what no policy
  /// knows, which `check` reports.
  private func ruled(_ situation: Situation) -> [Ruled] {
    let recipients = recipients(situation)
    return document.parts.map { part in
      guard let name = part.dataClass,
        case .success(let ruling) = situation.policies.dataClass(name)
      else { return Ruled(part: part, verdict: .may, mayGoTo: [], clause: nil) }
      return Ruled(
        part: part, verdict: ruling.value.verdict(onAll: recipients),
        mayGoTo: ruling.value.mayGoTo, clause: ruling.citation.clause)
    }
  }

  private func wanted(_ situation: Situation) -> [Range<Int>] {
    ruled(situation).filter(\.isWanted).map(\.part.range)
  }

  // MARK: Asking

  var isTimed: Bool { false }

  func shape(in situation: Situation) -> ResponseShape { .spans(.characters(text: document.text)) }

  func instruction(in situation: Situation) -> String {
    "Type the words to hide as they stand, with “;” between, or “none”. “first words ... last "
      + "words” hides all between; words that stand several times are hidden everywhere."
  }

  func exhibit(in situation: Situation) -> [MarkdownBlock] {
    let first = document.blocks.first
    let place = first?.place ?? Place(file: "", line: 1)
    return [
      MarkdownBlock(
        .quote(document.blocks), at: place, endLine: document.blocks.last?.endLine ?? place.line)
    ]
  }

  var plantedValues: [PlantedValue] {
    document.parts.compactMap { part in
      part.dataClass.map { PlantedValue(text: part.text, label: $0) }
    }
  }

  // MARK: Judging

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .spans(let hidden) = response else { return Judgement(share: .none) }
    let parts = ruled(situation)
    let cover = CharacterCover(
      hidden: hidden, wanted: parts.filter(\.isWanted).map(\.part.range), in: document.text)
    var judgement = Judgement(share: cover.share)
    let view = HiddenText(document.text, hidden: hidden)
    let to = recipients(situation).joined(separator: " or ")
    for ruled in parts {
      if view.hides(ruled.part.range) { judgement.chosen.append(ruled.part.id) }
      if ruled.isWanted {
        judge(ruled, view, to, &judgement)
      } else if view.touches(ruled.part.range) {
        judgement.remarks.append(Self.overdone(ruled, to))
      }
    }
    let idle = view.hiddenOutside(parts.map(\.part.range))
    if !idle.isEmpty {
      let words = idle.prefix(3).map { "“\($0.shortened)”" }.joined(separator: ", ")
      let more = idle.count > 3 ? " and \(idle.count - 3) more" : ""
      judgement.remarks.append(Remark(.lost, "Hidden without need: \(words)\(more)."))
    }
    return judgement
  }

  /// What had to be hidden: was it?
  private func judge(
    _ ruled: Ruled, _ view: HiddenText, _ to: String, _ judgement: inout Judgement
  ) {
    let part = ruled.part
    let name = part.dataClass ?? ""
    let why = Self.why(ruled, to)
    guard !view.hides(part.range) else {
      judgement.remarks.append(
        Remark(.earned, "“\(part.text)” is hidden: \(why).", clause: ruled.clause))
      return
    }
    let critical = critical(ruled)
    let rest = view.inSight(part.range)
    let what =
      view.touches(part.range)
      ? "Of “\(part.text)”, “\(rest)” stayed in sight" : "“\(part.text)” stayed in sight"
    judgement.remarks.append(
      Remark(critical == nil ? .lost : .critical, "\(what): \(why).", clause: ruled.clause))
    if part.marks.coach { judgement.coach.append("\(name) left in sight of \(to)") }
    guard let critical else { return }
    // Named by class and once a class: the record needs no data to say what went out.
    let failure = CriticalFailure(critical, "\(name) left in sight of \(to)")
    if !judgement.critical.contains(failure) { judgement.critical.append(failure) }
  }

  /// The class of the critical failure that it is to leave a part in sight; nil where it is none.
  private func critical(_ ruled: Ruled) -> CriticalClass? {
    ruled.part.marks.critical(in: duty) ?? (ruled.verdict == .never ? .compliance : nil)
  }

  private static func why(_ ruled: Ruled, _ to: String) -> String {
    let name = ruled.part.dataClass ?? ""
    if ruled.verdict == .never { return "\(name) must never go to \(to)" }
    let places = ruled.mayGoTo.joined(separator: ", ")
    return places.isEmpty
      ? "\(name) may go nowhere" : "\(name) may go to \(places), and not to \(to)"
  }

  private static func overdone(_ ruled: Ruled, _ to: String) -> Remark {
    let words = "“\(ruled.part.text)” is hidden"
    guard let name = ruled.part.dataClass else {
      return Remark(.lost, "\(words), and must stay: the reader needs it.")
    }
    return Remark(.lost, "\(words), and may stay: \(name) may go to \(to).", clause: ruled.clause)
  }

  func solution(in situation: Situation) -> Response? { .spans(wanted(situation)) }

  func guesses(in situation: Situation) -> [Guess] {
    let count = document.text.unicodeScalars.count
    return [
      Guess("hides nothing", .spans([])),
      Guess("hides everything", .spans([0..<count])),
      Guess("hides everything that is struck or bold", .spans(document.parts.map(\.range))),
      Guess("hides every number", .spans(PhraseFinder(document.text).wordsWithDigits)),
    ]
  }

  // MARK: Checking

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    guard situation.facts[.to] != nil else {
      PolicyFailure.missingFact(key: Facts.Reserved.to.rawValue, table: .dataClasses)
        .report(at: place, to: diagnostics)
      return
    }
    let names = situation.policies.dataClassNames
    for part in document.parts {
      guard let name = part.dataClass,
        case .failure(let failure) = situation.policies.dataClass(name)
      else { continue }
      guard failure == .noRow(.dataClasses) else {
        failure.report(at: place, to: diagnostics)
        return
      }
      diagnostics.report(
        .noRowFits, at: part.place,
        "“\(name)” is no class of the table “Data classes”.\(suggestion(for: name, in: names)) "
          + "There are \(names.joined(separator: ", ")).")
    }
    for remainder in document.remainders
    where names.contains(where: { folded($0) == folded(remainder.words) }) {
      diagnostics.report(
        .wrongForm, at: remainder.place,
        "“(\(remainder.words))” stands after bold words, where it is text that the employee reads. "
          + "Strike the words with “~~” instead.")
    }
    reportTwins(in: situation, diagnostics)
    warnOfSmallWords(in: situation, diagnostics)
  }

  /// A word within the marks that gives nothing away: who hides all but it would fail critically.
  private func warnOfSmallWords(in situation: Situation, _ diagnostics: Diagnostics) {
    for ruled in ruled(situation) where ruled.isWanted && critical(ruled) != nil {
      let words = ruled.part.text
      guard let (word, rest) = SmallWords.edge(of: words, language: language) else { continue }
      diagnostics.report(
        .smallWord, at: ruled.part.place,
        "“\(word)” in “\(words.shortened)” gives nothing away, yet who hides “\(rest.shortened)” "
          + "and leaves it in sight fails critically. Strike only the words that tell something.")
    }
  }

  /// Words that have to be hidden here and may stay there: nobody could type the one alone.
  private func reportTwins(in situation: Situation, _ diagnostics: Diagnostics) {
    let finder = PhraseFinder(document.text)
    let parts = ruled(situation)
    let wanted = parts.filter(\.isWanted)
    let hidden = wanted.map(\.part.range)
    // Equal words are sought once.
    var known: [String: Bool] = [:]
    for ruled in wanted {
      let words = ruled.part.text
      let hasTwin = known[words] ?? Self.stands(finder.find(words), outside: hidden)
      known[words] = hasTwin
      guard hasTwin else { continue }
      diagnostics.report(
        .equalAnswers, at: ruled.part.place,
        "“\(ruled.part.text.shortened)” stands in the document once more, where it is not to be "
          + "hidden. Strike it there as well, or use other words.")
    }
  }

  /// Whether any range meets none of the others; both stand in order, and are walked once.
  private static func stands(_ found: [Range<Int>], outside others: [Range<Int>]) -> Bool {
    var next = others.startIndex
    return found.contains { range in
      while next < others.endIndex, others[next].upperBound <= range.lowerBound { next += 1 }
      return next == others.endIndex || !others[next].overlaps(range)
    }
  }
}
