// SPDX-License-Identifier: GPL-3.0-or-later

extension Fields {
  /// What may stand for a moment, with or without the keyword before it.
  static let momentWords = ["at once", "now", "immediately", "without undue delay"]

  /// Reads a command such as `escalate Duty manager S2 pager by Saturday 18:40`.
  ///
  /// Values are found by the fields' candidates, longest first; the field after a keyword takes
  /// what is left, so that owners and times may hold spaces.
  func readCommand(_ line: String) throws(Misread) -> [String: String] {
    // “security+privacy” is meant as “security + privacy”.
    // Separators that belong to no value are read over.
    let spaced = line.map { $0 == "+" ? " + " : $0 == ";" || $0 == "," ? " " : String($0) }
      .joined()
    var words = spaced.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    if let first = words.first, first.lowercased() == verb.lowercased() { words.removeFirst() }
    guard !words.isEmpty else { throw Misread("Write it as: \(usage)") }
    var values: [String: String] = [:]
    for (index, field) in fields.enumerated() {
      if let keyword = field.keyword {
        let stands = words.first?.lowercased() == keyword
        guard stands || (field.isMoment && Self.opensWithMoment(words)) else {
          if field.isOptional { continue }
          throw Misread(
            words.isEmpty
              ? "“\(keyword)” and the \(field.name) are missing. Write it as: \(usage)"
              : "“\(words.joined(separator: " ").shortened)” stands where “\(keyword)” should. "
                + "Write it as: \(usage)")
        }
        if stands { words.removeFirst() }
      }
      let nextKeyword = fields.dropFirst(index + 1).first { $0.keyword != nil }?.keyword
      let value = try take(field, from: &words, until: nextKeyword)
      values[field.name] = value
    }
    guard words.isEmpty else {
      throw Misread(
        "“\(words.joined(separator: " ").shortened)” is too much. Write it as: \(usage)")
    }
    return values
  }

  /// The grammar of a command, as its help says it.
  var usage: String {
    switch form {
    case .command(let usage), .commands(let usage): usage
    case .form: ""
    }
  }

  private func take(
    _ field: Field, from words: inout ArraySlice<String>, until keyword: String?
  ) throws(Misread) -> String {
    guard !words.isEmpty else {
      throw Misread("The \(field.name) is missing. Write it as: \(usage)")
    }
    if field.candidates.isEmpty {
      let taken = words.prefix { $0.lowercased() != keyword }
      words = words.dropFirst(taken.count)
      guard !taken.isEmpty else {
        throw Misread("The \(field.name) is missing. Write it as: \(usage)")
      }
      let value = taken.joined(separator: " ")
      if field.isMoment { try Self.checkMoment(value, of: field) }
      return value
    }
    var values = [try takeCandidate(of: field, from: &words)]
    while field.joins, words.first == "+" {
      words.removeFirst()
      values.append(try takeCandidate(of: field, from: &words))
    }
    return values.joined(separator: " + ")
  }

  private func takeCandidate(
    of field: Field, from words: inout ArraySlice<String>
  ) throws(Misread) -> String {
    let longest = field.candidates.map { $0.split(separator: " ").count }.max() ?? 1
    for count in stride(from: min(longest, words.count), through: 1, by: -1) {
      let typed = words.prefix(count).joined(separator: " ").lowercased()
      if let found = field.candidates.first(where: { $0.lowercased() == typed }) {
        words = words.dropFirst(count)
        return found
      }
    }
    let typed = words.first ?? ""
    guard !typed.isEmpty else {
      throw Misread("The \(field.name) is missing. Write it as: \(usage)")
    }
    // The first word of a name is enough where only one begins so: “Ines” for “Ines Verhoeven”.
    let opening = field.candidates.filter { $0.lowercased().hasPrefix(typed.lowercased() + " ") }
    if opening.count == 1, let found = opening.first {
      words.removeFirst()
      return found
    }
    let shown = field.candidates.prefix(8).joined(separator: ", ")
    throw Misread(
      "“\(typed.shortened)” is no \(field.name) here."
        + "\(suggestion(for: typed, in: field.candidates)) There are \(shown)"
        + (field.candidates.count > 8 ? " and more; Tab offers them." : "."))
  }

  private static func opensWithMoment(_ words: ArraySlice<String>) -> Bool {
    let text = words.joined(separator: " ").lowercased()
    if WrittenMoment(text) != nil { return true }
    return momentWords.contains { text == $0 || text.hasPrefix($0 + " ") }
  }

  /// Refuses what no clock could read, so that a slip costs nothing.
  private static func checkMoment(_ text: String, of field: Field) throws(Misread) {
    if momentWords.contains(text.lowercased()) { return }
    guard let moment = WrittenMoment(text) else {
      throw Misread(
        "“\(text.shortened)” is no time. Write a day and a time, such as “Friday 18:40”, or “at once”."
      )
    }
    if case .date = moment.day, !field.takesDates {
      throw Misread(
        "This story knows no dates. Write a weekday and a time, such as “Friday 18:40”.")
    }
  }

  /// Whether a clock can read it, with a full stop at its end too.
  private static func isMoment(_ text: String) -> Bool {
    WrittenMoment(String(text.trimmedEnds)) != nil || Within(text)?.isWord ?? false
      || ["now", "unknown"].contains(text.lowercased())
  }

  /// Reads the values of a form's next fields; where there are several, the one that can't be read
  /// is named.
  func readValues(
    _ pieces: [String], of next: ArraySlice<Field>
  ) throws(Misread) -> [String] {
    var values: [String] = []
    for (piece, (index, field)) in zip(pieces, zip(next.indices, next)) {
      do throws(Misread) {
        values.append(try readValue(piece, of: field))
      } catch {
        guard pieces.count > 1 else { throw error }
        throw Misread(
          "In “\(field.name)”, \(index + 1) of \(fields.count) fields: \(error.message)")
      }
    }
    return values
  }

  /// What is the matter with so many values in a line where another number of fields is left.
  func miscount(_ count: Int, in line: String, left: ArraySlice<Field>) -> String {
    let names = left.map(\.name)
    let text = line.trimmed().shortened
    let range =
      names.count > 1 ? "from “\(names[0])” to “\(names[names.count - 1])”" : "“\(names[0])”"
    let optional = left.filter(\.isOptional).map { "“\($0.name)”" }
    return "“\(text)” is \(count) values with “;” between, and "
      + "\(names.count) \(names.count == 1 ? "field is" : "fields are") left, \(range)."
      + (optional.isEmpty
        ? ""
        : " \(optional.joined(separator: " and ")) may stay empty, but its “;” may not be left out.")
      + (names.count > 1 ? " Type \(names.count) values, or one after the other." : "")
  }

  /// Reads the value of one field of a form.
  func readValue(_ line: String, of field: Field) throws(Misread) -> String {
    let text = line.trimmed()
    guard !text.isEmpty || field.isOptional else {
      throw Misread("“\(field.name)” can't stay empty.")
    }
    if field.isMoment, !text.isEmpty, !Self.isMoment(text) {
      throw Misread(
        "“\(text.shortened)” is no time. Write it as “18:40”, “Friday 18:40” or “at once”.")
    }
    guard !field.shortForms.isEmpty, !text.isEmpty else { return text }
    let typed = folded(text)
    let meant = field.candidates.first { folded($0) == typed } ?? field.shortForms[typed]
    guard let meant else {
      let known = field.candidates.map { "“\($0)”" }.joined(separator: " or ")
      throw Misread("“\(text.shortened)” is no answer here. Type \(known).")
    }
    return meant
  }
}
