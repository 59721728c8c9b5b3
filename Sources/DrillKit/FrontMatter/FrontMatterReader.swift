// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes typed values out of front matter and reports, at the key's place, what does not fit.
///
/// It remembers which keys were asked for: whatever is left in the end is an unknown key.
public final class FrontMatterReader {
  private let entries: [String: FrontMatter.Entry]
  private let order: [FrontMatter.Entry]
  private let place: Place
  private let isComplete: Bool
  private let diagnostics: Diagnostics
  private var asked: [String] = []

  /// A reader of a file's front matter.
  public convenience init(_ matter: FrontMatter, diagnostics: Diagnostics) {
    self.init(
      matter.entries, at: matter.place, isComplete: matter.isComplete, diagnostics: diagnostics)
  }

  private init(
    _ list: [FrontMatter.Entry], at place: Place, isComplete: Bool, diagnostics: Diagnostics
  ) {
    order = list
    entries = Dictionary(list.map { ($0.key, $0) }) { first, _ in first }
    self.place = place
    self.isComplete = isComplete
    self.diagnostics = diagnostics
  }

  /// Where a key's value stands; where the front matter starts, for a key that is not there.
  public func place(of key: String) -> Place { entries[key]?.value.place ?? place }

  /// Whether a key is there.
  public func has(_ key: String) -> Bool { entries[key] != nil }

  /// The keys in the file's order.
  public var keys: [String] { order.map(\.key) }

  /// A text that is not empty.
  public func text(_ key: String, required: Bool = false) -> String? {
    guard let value = value(key, required: required) else { return nil }
    guard let text = value.text?.trimmed(), !text.isEmpty, !Self.nulls.contains(text) else {
      return wrong(key, value, "one text, such as “\(key): Some words”")
    }
    return text
  }

  /// A whole number within a range.
  public func wholeNumber(
    _ key: String, in range: ClosedRange<Int> = 0...Int.max, required: Bool = false
  ) -> Int? {
    guard let value = value(key, required: required) else { return nil }
    guard let text = value.text, let number = Int(text), text.utf8.allSatisfy({ $0 != 0x2B }) else {
      return wrong(key, value, "a whole number, such as “\(key): \(max(range.lowerBound, 1))”")
    }
    return inside(range, number, key, value)
  }

  /// A percentage from 0 to 100, with or without its sign.
  public func percent(_ key: String, required: Bool = false) -> Int? {
    guard let value = value(key, required: required) else { return nil }
    var digits = value.text?.trimmed() ?? ""
    if digits.hasSuffix("%") { digits = String(digits.dropLast()).trimmed() }
    guard let number = Int(digits) else {
      return wrong(key, value, "a percentage, such as “\(key): 80%”")
    }
    return inside(0...100, number, key, value)
  }

  /// A date of the form YYYY-MM-DD that exists.
  public func date(_ key: String, required: Bool = false) -> CalendarDate? {
    guard let value = value(key, required: required) else { return nil }
    guard let text = value.text else {
      return wrong(key, value, "a date, such as “\(key): 2026-09-30”")
    }
    if let date = CalendarDate(text) { return date }
    let isShaped = text.utf8.count == 10 && text.utf8.filter { $0 == 0x2D }.count == 2
    guard isShaped, text.utf8.allSatisfy({ isDigit($0) || $0 == 0x2D }) else {
      return wrong(key, value, "a date, such as “\(key): 2026-09-30”")
    }
    diagnostics.report(
      .noSuchDate, at: value.place, "The calendar has no \(text). Write year, month and day.")
    return nil
  }

  /// `yes` or `no`.
  public func flag(_ key: String, required: Bool = false) -> Bool? {
    word(key, in: ["yes", "no"], required: required).map { $0 == "yes" }
  }

  /// A word of a closed list; case is ignored, and the list's own spelling is returned.
  public func word(
    _ key: String, in words: some Sequence<String>, required: Bool = false
  ) -> String? {
    guard let value = value(key, required: required) else { return nil }
    guard let text = value.text else {
      return wrong(key, value, "one of \(Self.list(words))")
    }
    if let word = words.first(where: { $0.lowercased() == text.lowercased() }) { return word }
    reportUnknown(text, at: value.place, key, words)
    return nil
  }

  /// A case of a closed list whose words are its raw values.
  public func word<Word>(
    _ key: String, of type: Word.Type, required: Bool = false
  ) -> Word? where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    word(key, in: type.allCases.map(\.rawValue), required: required).flatMap(Word.init(rawValue:))
  }

  /// A list of texts with their places; a single text is a list of one. Empty where the key is not
  /// there.
  public func texts(
    _ key: String, required: Bool = false
  ) -> [(text: String, place: Place)] {
    guard let value = value(key, required: required) else { return [] }
    let values: [FrontMatter.Value]
    switch value.kind {
    case .list(let list): values = list
    case .scalar: values = [value]
    case .mapping:
      let _: String? = wrong(key, value, "a list, such as “\(key): [one, two]”")
      return []
    }
    return values.compactMap { item in
      guard let text = item.text?.trimmed(), !text.isEmpty, !Self.nulls.contains(text) else {
        return wrong(key, item, "a list of texts, such as “\(key): [one, two]”")
      }
      return (text, item.place)
    }
  }

  /// A list of words with their places; several in one text, parted by commas, lack their brackets, which
  /// is reported, and are read as they were meant.
  public func words(
    _ key: String, required: Bool = false
  ) -> [(text: String, place: Place)] {
    let texts = texts(key, required: required)
    guard texts.count == 1, case .scalar? = entries[key]?.value.kind, texts[0].text.contains(",")
    else { return texts }
    let words = texts[0].text.split(separator: ",").map { $0.trimmed() }.filter { !$0.isEmpty }
    diagnostics.report(
      .wrongType, at: texts[0].place,
      "Several words under “\(key)” stand in brackets: “\(key): [\(words.joined(separator: ", "))]”."
    )
    return words.map { ($0, texts[0].place) }
  }

  /// A reader of a nested mapping, such as `defaults`.
  public func mapping(_ key: String, required: Bool = false) -> FrontMatterReader? {
    guard let value = value(key, required: required) else { return nil }
    guard case .mapping(let list) = value.kind else {
      return wrong(key, value, "keys and values, indented in the lines below it")
    }
    return FrontMatterReader(
      list, at: value.place, isComplete: isComplete, diagnostics: diagnostics)
  }

  /// Reports every key that was never asked for.
  public func reportUnknownKeys() {
    let known = asked.filter { $0 != FrontMatterKey.sceneTitles }
    for entry in order where !asked.contains(entry.key) {
      diagnostics.report(
        .unknownKey, at: entry.place,
        "No key is called “\(entry.key)” here."
          + (nearest(to: entry.key, in: known).map { " Did you mean “\($0)”?" }
            ?? " Known keys: \(known.joined(separator: ", "))."))
    }
  }

  // MARK: What all of them share

  private static let nulls = ["~", "null", "Null", "NULL"]

  private func value(_ key: String, required: Bool) -> FrontMatter.Value? {
    if !asked.contains(key) { asked.append(key) }
    if let entry = entries[key] { return entry.value }
    // Where the YAML could not be read, the key may stand in the part that is unread.
    if required, isComplete {
      diagnostics.report(
        .missingKey, at: place, "The front matter needs the key “\(key)”. Add a line “\(key): …”.")
    }
    return nil
  }

  private func wrong<Value>(
    _ key: String, _ value: FrontMatter.Value, _ wanted: String
  ) -> Value? {
    diagnostics.report(.wrongType, at: value.place, "“\(key)” takes \(wanted).")
    return nil
  }

  private func inside(
    _ range: ClosedRange<Int>, _ number: Int, _ key: String, _ value: FrontMatter.Value
  ) -> Int? {
    guard !range.contains(number) else { return number }
    let limits =
      range.upperBound == .max
      ? "at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
    diagnostics.report(
      .numberOutOfRange, at: value.place, "“\(key)” is \(number); it must be \(limits).")
    return nil
  }

  private func reportUnknown(
    _ text: String, at place: Place, _ key: String, _ words: some Sequence<String>
  ) {
    diagnostics.report(
      .unknownWord, at: place,
      "“\(key)” can't be “\(text)”."
        + (nearest(to: text, in: words).map { " Did you mean “\($0)”?" }
          ?? " Choose one of \(Self.list(words))."))
  }

  private static func list(_ words: some Sequence<String>) -> String {
    words.map { "“\($0)”" }.joined(separator: ", ")
  }
}
