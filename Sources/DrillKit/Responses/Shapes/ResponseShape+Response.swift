// SPDX-License-Identifier: GPL-3.0-or-later

extension ResponseShape {
  /// Whether a response could have been given to this shape: letters that exist, as many rows.
  public func fits(_ response: Response) -> Bool {
    switch (self, response) {
    case (.choices(let choices), .choices(let letters)):
      let known = Set(choices.options.map(\.id))
      if choices.selection == .one, letters.count != 1 { return false }
      return letters.allSatisfy(known.contains) && Set(letters).count == letters.count
    case (.order(let steps), .order(let letters)):
      let known = Set(steps.options.map(\.id))
      return letters.allSatisfy(known.contains) && Set(letters).count == letters.count
    case (.pairs(let pairs), .pairs(let rows)):
      return rows.count == pairs.rows.count
        && rows.allSatisfy { $0.count == pairs.columns.count }
    case (.spans(.turns(let turns)), .flags(let flags)):
      return Set(flags.map(\.line)).count == flags.count
        && flags.allSatisfy {
          $0.line >= 1 && $0.line <= $0.at && turns.lines.indices.contains($0.at - 1)
        }
    case (.spans(.characters(let text)), .spans(let ranges)):
      let count = text.unicodeScalars.count
      return ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= count }
    case (.text, .text), (.fields, .fields), (.number, .number): return true
    default: return false
    }
  }

  /// A response in words, as a transcript tells it.
  public func words(for response: Response) -> String {
    switch (self, response) {
    case (_, .none): return "(no answer)"
    case (.choices(let choices), .choices(let letters)):
      if case .confirm(let phrase) = choices.selection { return phrase }
      return letters.isEmpty
        ? "none" : Self.list(words(of: letters, among: choices.options))
    case (.order(let steps), .order(let letters)):
      return Self.list(words(of: letters, among: steps.options))
    case (.pairs(let pairs), .pairs(let rows)):
      return zip(pairs.rows, rows).map { row, values in
        "\(row.text.plain): \(values.joined(separator: ", "))"
      }.joined(separator: "; ")
    case (_, .flags(let flags)):
      return flags.isEmpty
        ? "none" : flags.map { "\($0.line) at \($0.at)" }.joined(separator: "; ")
    case (.spans(.characters(let text)), .spans(let ranges)):
      let scalars = Array(text.unicodeScalars)
      let found = ranges.map { range in
        Spans.words(Array(scalars[range.clamped(to: 0..<scalars.count)]))
      }
      return found.isEmpty ? "none" : found.joined(separator: "; ")
    case (_, .text(let text)): return text
    case (.fields(let fields), .fields(let rows)):
      return rows.isEmpty ? "none" : rows.map { fields.words(for: $0) }.joined(separator: "; ")
    case (.number(let form), .number(let text)):
      return form.unit.isEmpty ? text : "\(text) \(form.unit)"
    default: return "(unreadable)"
    }
  }

  /// Answers in a row; where another follows, “;” stands for the full stop.
  private static func list(_ answers: [String]) -> String {
    answers.enumerated().map { index, words in
      index + 1 < answers.count && words.hasSuffix(".") && !words.hasSuffix("..")
        ? String(words.dropLast()) : words
    }.joined(separator: "; ")
  }

  private func words(of letters: [String], among options: [Option]) -> [String] {
    letters.map { letter in options.first { $0.id == letter }?.text.plain ?? letter }
  }
}

extension Fields {
  /// One command or form in words.
  fileprivate func words(for values: [String: String]) -> String {
    switch form {
    case .form: return fields.map { values[$0.name] ?? "" }.joined(separator: "; ")
    case .command, .commands:
      let parts = fields.compactMap { field -> String? in
        guard let value = values[field.name] else { return nil }
        let standsAlone = field.isMoment && Self.momentWords.contains(value.lowercased())
        return standsAlone ? value : field.keyword.map { "\($0) \(value)" } ?? value
      }
      return ([verb] + parts).joined(separator: " ")
    }
  }
}

extension Spans {
  /// Words of a text as they can be typed: on one line, in quotes where a semicolon needs it.
  fileprivate static func words(_ scalars: [Unicode.Scalar]) -> String {
    let text = String(scalars: scalars.map { $0 == "\n" ? " " : $0 })
    return text.contains(";") || text.lowercased() == "none" ? "\"\(text)\"" : text
  }
}
