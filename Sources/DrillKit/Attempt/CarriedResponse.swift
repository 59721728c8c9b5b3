// SPDX-License-Identifier: GPL-3.0-or-later

/// Carries a recorded response over to the same item in another text: letters and places are paired
/// by what stood there, and what can't be paired is not carried.
struct CarriedResponse {
  let item: String
  let old: ResponseShape
  let new: ResponseShape
  /// What is right now; nil where nothing is.
  let solution: Response?

  /// The order on the screen in the new letters; what is gone is left out.
  ///
  /// Throws where the right answer was not on the screen.
  func carried(order: [String]) throws(RescoringObstacle) -> [String] {
    guard let oldOptions = old.options, let newOptions = new.options else { return [] }
    if case .choices(let choices) = new, case .confirm = choices.selection { return [] }
    let letters = letters(from: oldOptions, to: newOptions)
    let shown = order.isEmpty ? oldOptions.map(\.id) : order
    let carried = shown.compactMap { letters[$0] }
    if case .choices(let choices) = new {
      try checkSeen(choices, carried)
    } else if let added = newOptions.first(where: { !carried.contains($0.id) }) {
      // Of steps and rows every one is asked for.
      throw .unseen(item: item, words: added.text.plain)
    }
    return order.isEmpty ? [] : carried
  }

  private func checkSeen(_ choices: Choices, _ seen: [String]) throws(RescoringObstacle) {
    var needed: [String] = []
    if case .choices(let right) = solution { needed = right }
    if choices.selection == .any {
      // Of a longer list some wrong answers are drawn; all others stand on the screen.
      needed += choices.show == nil ? choices.options.map(\.id) : Array(choices.always)
    }
    let missing = choices.options.first { needed.contains($0.id) && !seen.contains($0.id) }
    if let missing { throw .unseen(item: item, words: missing.text.plain) }
  }

  /// The response in the new letters and places.
  func carried(_ response: Response) throws(RescoringObstacle) -> Response {
    switch (response, old, new) {
    case (.none, _, _): return .none
    case (.choices(let picked), .choices(let was), .choices(let now)):
      return .choices(try carried(picked, from: was, to: now))
    case (.order(let given), .order(let was), .order(let now)):
      let letters = letters(from: was.options, to: now.options)
      return .order(given.compactMap { letters[$0] })
    case (.pairs(let rows), .pairs(let was), .pairs(let now)):
      return .pairs(try carried(rows, from: was, to: now))
    case (.flags, .spans(.turns(let was)), .spans(.turns(let now))):
      let same = was.lines.elementsEqual(now.lines) {
        Self.key($0.text.plain) == Self.key($1.text.plain) && $0.speaker == $1.speaker
      }
      guard same else { throw .otherText(item: item) }
      return response
    case (.spans, .spans(.characters(let was)), .spans(.characters(let now))):
      guard was == now else { throw .otherText(item: item) }
      return response
    case (.text, .text, .text): return response
    case (.number, .number(let was), .number(let now)):
      guard folded(was.unit) == folded(now.unit) else {
        throw .answerGone(item: item, words: was.unit)
      }
      return response
    case (.fields(let rows), .fields(let was), .fields(let now)):
      return .fields(try carried(rows, from: was, to: now))
    default: throw .otherKind(item: item, was: old.name, now: new.name)
    }
  }

  // MARK: Choices

  private func carried(
    _ picked: [String], from was: Choices, to now: Choices
  ) throws(RescoringObstacle) -> [String] {
    guard was.selection == now.selection else {
      throw .otherKind(item: item, was: "one choice", now: "another")
    }
    // What was confirmed is the question itself.
    if case .confirm = now.selection { return picked.isEmpty ? [] : now.options.map(\.id) }
    let letters = letters(from: was.options, to: now.options)
    var carried: [String] = []
    for letter in picked {
      if let found = letters[letter] {
        carried.append(found)
      } else if now.selection == .one {
        let words = was.options.first { $0.id == letter }?.text.plain ?? letter
        throw .answerGone(item: item, words: words)
      }
      // Of several that were picked, one that is gone leaves the others as they were picked.
    }
    return carried.sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// Old letters and the new ones of the same words; words that stand twice pair with the same
  /// letter only.
  private func letters(from was: [Option], to now: [Option]) -> [String: String] {
    let byWords = Dictionary(grouping: now) { Self.key($0.text.plain) }
    let twice = Set(
      Dictionary(grouping: was) { Self.key($0.text.plain) }.filter { $0.value.count > 1 }.keys)
    var letters: [String: String] = [:]
    for option in was {
      let key = Self.key(option.text.plain)
      let found = byWords[key] ?? []
      if found.count == 1, !twice.contains(key) {
        letters[option.id] = found[0].id
      } else if found.contains(where: { $0.id == option.id }) {
        letters[option.id] = option.id
      }
    }
    return letters
  }

  /// Words as they are compared: letters and digits alone, so that a comma makes no other answer.
  private static func key(_ text: String) -> String {
    let key = folded(text).split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
    return key.isEmpty ? text : key
  }

  // MARK: Rows and fields

  private func carried(
    _ rows: [[String]], from was: Pairs, to now: Pairs
  ) throws(RescoringObstacle) -> [[String]] {
    let letters = letters(from: was.rows, to: now.rows)
    var byLetter: [String: [String]] = [:]
    for (row, values) in zip(was.rows, rows) {
      if let letter = letters[row.id] { byLetter[letter] = values }
    }
    var carried: [[String]] = []
    for row in now.rows {
      guard let values = byLetter[row.id] else { throw .unseen(item: item, words: row.text.plain) }
      var cells: [String] = []
      for column in now.columns {
        guard
          let index = was.columns.firstIndex(where: { folded($0.name) == folded(column.name) }),
          values.indices.contains(index)
        else { throw .unseen(item: item, words: column.name) }
        try check(values[index], of: was.columns[index].candidates, in: column.candidates)
        cells.append(values[index])
      }
      carried.append(cells)
    }
    return carried
  }

  private func carried(
    _ rows: [[String: String]], from was: Fields, to now: Fields
  ) throws(RescoringObstacle) -> [[String: String]] {
    guard was.form.isLike(now.form), was.verb == now.verb else {
      throw .otherKind(item: item, was: was.verb, now: now.verb)
    }
    for field in now.fields
    where !field.isOptional && !was.fields.contains(where: { $0.name == field.name }) {
      throw .unseen(item: item, words: field.name)
    }
    var carried: [[String: String]] = []
    for row in rows {
      var values: [String: String] = [:]
      for field in now.fields {
        guard let value = row[field.name],
          let former = was.fields.first(where: { $0.name == field.name })
        else { continue }
        try check(value, of: former.candidates, in: field.candidates)
        values[field.name] = value
      }
      carried.append(values)
    }
    return carried
  }

  /// What was picked from a list must be in the list that there is now: a value that is gone would
  /// count as wrong, and nobody can say what it would have been.
  private func check(
    _ value: String, of was: [String], in now: [String]
  ) throws(RescoringObstacle) {
    guard !now.isEmpty else { return }
    let former = Set(was.map { folded($0) })
    let known = Set(now.map { folded($0) })
    for part in [value] + value.split(separator: "+").map({ $0.trimmed() })
    where former.contains(folded(part)) && !known.contains(folded(part)) {
      throw .answerGone(item: item, words: part)
    }
  }
}

extension Fields.Form {
  /// Whether a form is written as another; the usage that a command's help gives may differ.
  fileprivate func isLike(_ other: Fields.Form) -> Bool {
    switch (self, other) {
    case (.command, .command), (.commands, .commands), (.form, .form): true
    default: false
    }
  }
}

extension ResponseShape {
  /// What can be picked, put in order or completed; nil where answers are written otherwise.
  fileprivate var options: [Option]? {
    switch self {
    case .choices(let choices): choices.options
    case .order(let steps): steps.options
    case .pairs(let pairs): pairs.rows
    case .spans, .text, .fields, .number: nil
    }
  }
}
