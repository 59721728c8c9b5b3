// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// The golden answers of a drill, given, and what they came to.
public struct AnswersTest: Sendable {
  /// One run or one answer.
  public struct Outcome: Hashable, Sendable {
    /// Its name: `Run “Careful agent”`, `first-reply “I'm sorry …”`.
    public let name: String
    /// Where it stands.
    public let place: Place
    /// What it must come to; nil where nothing was said yet.
    public let expected: String?
    /// What it came to.
    public let found: String
    /// What earned and lost credit, a sentence each.
    public let explanation: [String]
    /// Whether it came to what it must.
    public let isMet: Bool

    /// Whether a critical failure was expected and none was found: to write down what was found
    /// would take away what the answers guard.
    public var losesFailure: Bool {
      guard let expected, !isMet else { return false }
      return Self.failures(expected).subtracting(Self.failures(found)).isEmpty == false
    }

    /// The classes of critical failures that an expectation names.
    private static func failures(_ text: String) -> Set<String> {
      let pieces = text.split(separator: ";").filter { !$0.trimmed().hasPrefix("scenes") }
      let words = pieces.flatMap { $0.split { !$0.isLetter }.map(String.init) }
      return Set(words).intersection(CriticalClass.allCases.map(\.rawValue))
    }
  }

  /// A line of the file as it should read.
  struct Change: Hashable {
    let firstLine: Int
    let lineCount: Int
    let line: String
  }

  /// What each run and each answer came to, in the file's order.
  public let outcomes: [Outcome]
  /// What could not be tested, and why.
  public let problems: [Diagnostic]
  /// What would make the file say what was found, with the line of the outcome that it is about.
  let changes: [(outcome: Int, change: Change)]

  /// Gives the answers of a file to a drill.
  ///
  /// - Parameters:
  ///   - source: The golden answers.
  ///   - variants: The drill in each variant.
  ///   - policies: The policies that it reads.
  public init(_ source: SourceText, variants: [Drill], policies: PolicyBook) {
    let diagnostics = Diagnostics()
    let answers = GoldenAnswersReader.read(source, diagnostics: diagnostics)
    let giver = AnswersGiver(
      answers: answers, scripts: variants.map { Script(drill: $0, policies: policies) },
      source: source, diagnostics: diagnostics)
    let found =
      answers.runs.compactMap { giver.give($0) }
      + answers.singles.flatMap { giver.give($0) }
    outcomes = found.map(\.outcome).sorted { $0.place < $1.place }
    changes = found.compactMap { outcome, change in change.map { (outcome.place.line, $0) } }
    problems = diagnostics.sorted
  }

  /// The file's lines as they would be if what was found were expected: of all outcomes, or of those
  /// in some lines.
  public func updated(_ source: SourceText, only chosen: Set<Int> = []) -> [String] {
    var lines = source.lines.map(String.init)
    let taken = changes.filter { chosen.isEmpty || chosen.contains($0.outcome) }.map(\.change)
    for change in taken.sorted(by: { $0.firstLine > $1.firstLine }) {
      let start = change.firstLine - 1
      guard start >= 0, start + change.lineCount <= lines.count else { continue }
      let inserted = change.lineCount == 0 ? ["", change.line] : [change.line]
      lines.replaceSubrange(start..<(start + change.lineCount), with: inserted)
    }
    return lines
  }
}

/// Gives golden answers to a drill.
struct AnswersGiver {
  /// What an answer or a run came to, and the line that would say so.
  typealias Found = (outcome: AnswersTest.Outcome, change: AnswersTest.Change?)

  let answers: GoldenAnswers
  let scripts: [Script]
  let source: SourceText
  let diagnostics: Diagnostics

  // MARK: Runs

  /// Plays a run to its end; nil, reported, where that can't be.
  func give(_ run: GoldenAnswers.Run) -> Found? {
    guard let script = script(of: run) else { return nil }
    let rehearsal = Rehearsal(script)
    guard var state = rehearsal.start() else { return nil }
    var given: [String: Int] = [:]
    reportUnknownItems(run, script)
    while let (item, situation) = rehearsal.question(in: state) {
      let number = given[item.id, default: 0]
      given[item.id] = number + 1
      guard let input = input(item, situation, number, run) else { return nil }
      guard let next = rehearsal.state(after: input, in: state) else {
        diagnostics.report(
          .answersForm, at: run.place,
          "The answer to “\(item.id)” in “\(run.name)” can't be given: it was not on the screen.")
        return nil
      }
      state = next
    }
    let found = Expectation(found: state, script: script, asked: run.expectation)
    let isMet = run.expectation?.isMet(by: found) ?? false
    let outcome = AnswersTest.Outcome(
      name: "Run “\(run.name)”", place: run.place, expected: run.expectation?.text,
      found: found.text, explanation: isMet ? [] : explanation(of: state), isMet: isMet)
    let change = AnswersTest.Change(
      firstLine: run.expectation?.firstLine ?? run.place.line + 1,
      lineCount: run.expectation?.lineCount ?? 0, line: "Expect: \(found.text)")
    return (outcome, isMet ? nil : change)
  }

  private func script(of run: GoldenAnswers.Run) -> Script? {
    guard let (name, place) = run.variant else { return scripts.first }
    let names = scripts.first?.drill.variants ?? []
    guard let index = names.firstIndex(of: name) else {
      diagnostics.report(
        .answersVariant, at: place,
        "No variant is called “\(name)”.\(suggestion(for: name, in: names)) "
          + "There are \(names.joined(separator: ", ")).")
      return nil
    }
    return scripts[index]
  }

  private func reportUnknownItems(_ run: GoldenAnswers.Run, _ script: Script) {
    let ids = script.drill.scenes.flatMap(\.items).map(\.id)
    for (item, given) in run.answers where !ids.contains(item) {
      diagnostics.report(
        .answersItem, at: given.place,
        "The drill has no item “\(item)”.\(suggestion(for: item, in: ids))")
    }
  }

  private func input(
    _ item: Item, _ situation: Situation, _ number: Int, _ run: GoldenAnswers.Run
  ) -> AttemptInput? {
    var others = run.others
    var own = run.answers.filter { $0.item == item.id }
    if own.isEmpty, case .run(let name) = others {
      guard let other = answers.runs.first(where: { $0.name == name && $0.name != run.name }) else {
        diagnostics.report(
          .answersForm, at: run.place,
          "No other run is called “\(name)”."
            + suggestion(for: name, in: answers.runs.map(\.name).filter { $0 != run.name }))
        return nil
      }
      own = other.answers.filter { $0.item == item.id }
      // One step is followed: what that run leaves open it may leave to the right answers.
      others = other.others == .right ? .right : .none
    }
    if let given = own.dropFirst(number).first ?? own.last {
      return input(given.given, item, situation)
    }
    if others == .right {
      let input = item.content.solution(in: situation).map { AttemptInput.answer($0, nil) }
      if let input { return input }
    }
    diagnostics.report(
      .answersMissing, at: run.place,
      "“\(run.name)” is asked “\(item.id)”, and gives no answer. Add “- **\(item.id)** …”, or "
        + "“- (others) right”.")
    return nil
  }

  private func input(
    _ given: GoldenAnswers.Given, _ item: Item, _ situation: Situation
  ) -> AttemptInput? {
    if given.isTimeOut { return .timeOut(nil) }
    var entry = ResponseEntry(item.content.shape(in: situation), order: [])
    for line in given.lines + ["done"] {
      switch entry.take(line) {
      case .done(let response): return .answer(response, nil)
      case .more: continue
      case .misread(let sentence):
        diagnostics.report(
          .answersForm, at: given.place,
          "“\(line.prefix(60))” is no answer here. "
            // What a player is told of their reply is told here of the one in the file.
            + sentence.replacing("Your reply", with: "This reply"))
        return nil
      }
    }
    diagnostics.report(
      .answersForm, at: given.place,
      "The answer to “\(item.id)” is not whole: more lines are needed. Put “;” between them.")
    return nil
  }

  private func explanation(of state: AttemptState) -> [String] {
    state.results.filter { $0.points > 0 && ($0.credit < .full || !$0.critical.isEmpty) }
      .flatMap { result in
        ["\(result.item): \(result.credit.percent) %"]
          + Self.reasons(result.remarks).map { "  \($0)" }
      }
  }

  private static func reasons(_ remarks: [Remark]) -> [String] {
    remarks.filter { [.lost, .critical, .earned, .note].contains($0.kind) }
      .map { remark in
        "\(remark.kind.rawValue): \(remark.text)" + (remark.clause.map { " [\($0)]" } ?? "")
      }
  }

  // MARK: Single answers

  /// Judges the answers of a table.
  func give(_ single: GoldenAnswers.Single) -> [Found] {
    guard let script = scripts.first else { return [] }
    let scenes = script.drill.scenes
    guard let scene = scenes.first(where: { $0.items.contains { $0.id == single.item } }),
      let item = scene.items.first(where: { $0.id == single.item }),
      let situation = script.situation(
        at: .init(scene: scene.slug, item: item.id), passed: 0)
    else {
      diagnostics.report(
        .answersItem, at: single.place,
        "The drill has no item “\(single.item)”."
          + suggestion(for: single.item, in: scenes.flatMap(\.items).map(\.id)))
      return []
    }
    return single.rows.compactMap { give($0, item, situation) }
  }

  private func give(_ row: GoldenAnswers.Row, _ item: Item, _ situation: Situation) -> Found? {
    let judgement: Judgement
    switch input(row.given, item, situation) {
    case .answer(let response, _): judgement = item.content.judge(response, in: situation)
    case .timeOut: judgement = item.content.timeOut(in: situation) ?? Judgement(share: .none)
    default: return nil
    }
    let classes = Set(judgement.critical.map(\.kind.rawValue)).sorted()
    let found =
      judgement.share.credit.percent
      + (classes.isEmpty ? "" : " fail (\(classes.joined(separator: ", ")))")
    let isMet = Self.normal(row.score) == found
    let words = row.given.isTimeOut ? "(timed out)" : row.given.lines.joined(separator: " ")
    let outcome = AnswersTest.Outcome(
      name: "\(item.id) “\(words.count > 60 ? words.prefix(59) + "…" : words)”", place: row.place,
      expected: row.score.isEmpty ? nil : row.score, found: found,
      explanation: isMet
        ? [] : (row.why.isEmpty ? [] : ["why: \(row.why)"]) + Self.reasons(judgement.remarks),
      isMet: isMet)
    return (outcome, isMet ? nil : change(row, to: found))
  }

  /// `100 %` is written as `100`, and one space between words.
  private static func normal(_ score: String) -> String {
    score.filter { $0 != "%" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The row with what was found in its second cell.
  private func change(_ row: GoldenAnswers.Row, to found: String) -> AnswersTest.Change? {
    var cells: [String] = [""]
    var isEscaped = false
    for character in source.line(row.place.line) {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    // A row may begin without a bar.
    let index = cells[0].allSatisfy(\.isWhitespace) ? 2 : 1
    guard cells.indices.contains(index) else { return nil }
    let width = max(cells[index].count, found.count + 2)
    cells[index] = " \(found)" + String(repeating: " ", count: width - found.count - 1)
    return .init(
      firstLine: row.place.line, lineCount: 1, line: cells.joined(separator: "|"))
  }
}
