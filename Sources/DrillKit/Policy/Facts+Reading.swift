// SPDX-License-Identifier: GPL-3.0-or-later

extension Facts {
  /// Reads the list under `Facts:`, an item `Key: value` each. What can't be read is reported.
  public static func read(
    _ list: MarkdownList, in source: SourceText, diagnostics: Diagnostics
  ) -> Facts {
    var facts = Facts()
    if list.items.count > maximumCount {
      diagnostics.report(
        .tooMany, at: list.items[maximumCount].place,
        "A list has at most \(maximumCount) facts; the rest is not read.")
    }
    let occurrences = Occurrences(in: source)
    for item in list.items.prefix(maximumCount) {
      let line = item.text.plain
      guard item.tick == nil, item.rest.isEmpty, !list.isOrdered,
        let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")),
        case let key = line[..<colon].trimmed(), !key.isEmpty,
        case let text = line[line.index(after: colon)...].trimmed(), !text.isEmpty
      else {
        diagnostics.report(
          .badFact, at: item.place,
          "A fact is one line of a plain list: “- Key: value”, “- Data: payment card; contact”.")
        continue
      }
      if let earlier = facts[key] {
        diagnostics.report(
          .duplicateFact, at: item.place,
          "“\(earlier.key)” stands in line \(earlier.place.line) already. Write several values in "
            + "one line, with “;” between them.")
        continue
      }
      let values = text.listed
      if values.contains("") {
        diagnostics.report(
          .badFact, at: item.place, "Nothing stands beside a “;” here. Delete it, or add a value.")
      }
      if values.count > maximumCount {
        diagnostics.report(
          .tooMany, at: item.place,
          "A fact has at most \(maximumCount) values; the rest is not read.")
      }
      let written = values.filter { !$0.isEmpty }.prefix(maximumCount).map {
        FactValue($0, at: occurrences.place(of: $0, from: item.place.line, through: item.endLine))
      }
      guard !written.isEmpty else { continue }
      let fact = Fact(key, written, at: item.place)
      checkMoment(fact, in: source, diagnostics)
      facts.set(fact)
    }
    return facts
  }

  /// Whether a fact of this name says when: the runner reads those itself.
  private static func isMoment(_ name: String) -> Bool {
    [Reserved.now, .since, .aware].contains { $0.name == name }
  }

  /// Reports what should be a moment and is none, once, where it stands: nothing that asks for it
  /// says so again.
  private static func checkMoment(
    _ fact: Fact, in source: SourceText, _ diagnostics: Diagnostics
  ) {
    guard fact.moment == nil, isMoment(fact.name), let value = fact.values.first else { return }
    let near =
      fact.values.count == 1 ? WrittenMoment.nearly(value.text).filter { $0 != value.text } : []
    let advice =
      near.isEmpty
      ? "Write “\(fact.key): Friday 18:40” or “\(fact.key): 2026-05-08 18:40”."
      : "Did you mean \(near.map { "“\($0)”" }.joined(separator: " or "))?"
    diagnostics.report(
      .badFact, at: value.place, "“\(fact.text)” is no moment. \(advice)",
      fix: near.count == 1
        ? source.replacing(
          value.text, with: near[0], inLine: value.place.line, at: value.place.column,
          "write “\(near[0])”") : nil)
  }

  /// The clock of the fact `Now`, after so many minutes that the story took since. With an outer
  /// clock, the next such moment from there on. Nil where the fact is missing, or, reported,
  /// where it is no moment or its day is not known.
  public func clock(
    after outer: ScenarioClock? = nil, minutesPassed: Int = 0, diagnostics: Diagnostics? = nil
  ) -> ScenarioClock? {
    guard let fact = self[.now] else { return outer?.advanced(byMinutes: minutesPassed) }
    if let clock = fact.moment.flatMap({ ScenarioClock($0, after: outer) }) {
      return clock.advanced(byMinutes: minutesPassed)
    }
    guard fact.moment != nil else { return nil }
    diagnostics?.report(
      .badFact, at: fact.values.first?.place ?? fact.place,
      "“\(fact.text)” does not say the day. Write “Now: Friday 18:40” or “Now: 2026-05-08 18:40”.")
    return nil
  }

  /// The moment that a fact such as `Since` or `Aware` names: the latest past one by the clock.
  public func moment(
    _ key: String, by clock: ScenarioClock
  ) -> Result<ScenarioTime, PolicyFailure> {
    let name = folded(key)
    if name == Reserved.now.name { return .success(clock.now) }
    guard let fact = self[folded: name] else { return .failure(.missingFact(key: key, table: nil)) }
    if fact.moment == nil, Self.isMoment(name) { return .failure(.badMoment(fact)) }
    let time = fact.moment.flatMap(clock.past)
    guard let time else { return .failure(.badFact(fact, wanted: Self.momentForms)) }
    return .success(time)
  }

  private static let momentForms =
    "a moment, such as “Friday 18:40”, or with a date where “Now” has one"
}
