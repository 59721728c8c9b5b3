// SPDX-License-Identifier: GPL-3.0-or-later

/// Settings that are written nearly as they are read: another unit, a word for a sign, the number
/// behind the name.
extension ItemSettings {
  /// The setting that a text is nearly, as it is read; nil where a person has to think.
  static func meant(_ text: String) -> String? {
    let plain = text.plainDashes
    let candidates = [named(plain), numbered(plain)].compactMap { $0 }
    return candidates.first { isSetting($0) && $0 != text }
  }

  /// Whether a text is a setting as it is read.
  static func isSetting(_ text: String) -> Bool {
    var scratch = ItemSettings()
    return (try? scratch.apply(text)) != nil
  }

  /// The settings in one piece that was to be several: with a comma, a line's end or nothing at all
  /// where the “;” should be. Nil where it is one piece.
  static func apart(_ piece: String) -> [String]? {
    // Each place of a piece is tried: one that is so long was never meant as settings.
    guard piece.utf8.count <= 400 else { return nil }
    if piece.hasByte(0x2C) || piece.hasByte(0x7C) || piece.hasByte(0x0A)
      || piece.hasBytes(of: " and ")
    {
      let pieces = piece.replacing(" and ", with: ",").split { ",|\n".contains($0) }
        .map { $0.trimmed() }.filter { !$0.isEmpty }
      if pieces.count > 1, pieces.allSatisfy({ isSetting($0) || meant($0) != nil }) {
        return pieces
      }
    }
    guard !isSetting(piece) else { return nil }
    for space in piece.indices where piece[space] == " " {
      let halves = [piece[..<space].trimmed(), piece[space...].trimmed()]
      if halves.allSatisfy(isSetting) { return halves }
    }
    return nil
  }

  private static let synonyms = [
    "timer": "within", "time": "within", "timeout": "within", "weight": "points",
    "competences": "competency", "competencies": "competency", "tries": "attempts",
    "length": "words",
  ]

  /// `points: 2`, `within: 60 sec`, `compentency = triage`.
  private static func named(_ text: String) -> String? {
    let end = text.firstIndex { ":= ".contains($0) } ?? text.endIndex
    let isSigned = text[end...].trimmed().first.map { ":=".contains($0) } ?? false
    let typed = text[..<end].trimmed().lowercased()
    let value = String(text[end...].drop { ":= ".contains($0) }).trimmed()
    guard let name = synonyms[typed] ?? nearest(to: typed, in: names), !value.isEmpty else {
      return nil
    }
    let low = value.lowercased()
    switch name {
    case "points", "attempts":
      guard !value.contains("%") else { return nil }
      return onlyNumber(in: value).map { "\($0) \(name)" }
    case "words": return range(value)
    case "within": return seconds(low).map { "within \($0) s" }
    case "pace": return seconds(low).map { "pace: \($0) s" }
    case "late":
      let unit = low.filter { !$0.isNumber && !$0.isWhitespace }
      guard ["", "%", "％", "percent", "pct", "pct."].contains(unit) else { return nil }
      return onlyNumber(in: value).map { "late: \($0)%" }
    case "show", "window": return onlyNumber(in: value).map { "\(name): \($0)" }
    case "shuffle":
      if ["no", "off", "false", "never", "none"].contains(low) { return "shuffle: no" }
      return ["yes", "on", "true", "always"].contains(low) ? "shuffle: yes" : nil
    case "confidence":
      return ["ask", "asked", "yes", "on", "true"].contains(low) ? "confidence: ask" : nil
    case "feedback":
      if low.contains("once") || low.hasPrefix("immediate") { return "feedback: at once" }
      return low.contains("end") ? "feedback: at the end" : nil
    case "id":
      let isName = value.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_ ".contains($0))
      }
      return isName && isSigned ? "id: \(low.replacing(/[ _]+/, with: "-"))" : nil
    default: return isSigned ? "\(name): \(value)" : nil
    }
  }

  /// `15 to 80 words`, `3 pts`, `2 tries`.
  private static func numbered(_ text: String) -> String? {
    let words = text.lowercased().words().map(String.init)
    guard text.first?.isNumber == true, let unit = words.last else { return nil }
    if unit.hasPrefix("word") { return range(text) }
    guard let number = onlyNumber(in: text), words.count <= 2 else { return nil }
    switch unit.drop(while: \.isNumber) {
    case "pt", "pts", "pts.", "point", "points": return "\(number) points"
    case "try", "tries", "attempt", "attempts": return "\(number) attempts"
    default: return nil
    }
  }

  private static func range(_ text: String) -> String? {
    let ends = numbers(in: text)
    return ends.count == 2 ? "\(ends[0])-\(ends[1]) words" : nil
  }

  /// The one whole number in a text; nil where there are several, or where a sign beside it makes
  /// another number of it: `-2`, `0.5`, `2-3`.
  private static func onlyNumber(in text: String) -> Int? {
    let digits = text.split { !$0.isASCII || !$0.isNumber }
    guard digits.count == 1, let found = digits.first, let number = Int(found) else { return nil }
    let sides = [text[..<found.startIndex].last, text[found.endIndex...].first]
    let isPart = sides.contains { side in
      side.map { $0.isNumber || "+-.,/·'’".contains($0) } ?? false
    }
    return isPart || text.trimmed().first.map { "+-".contains($0) } ?? false ? nil : number
  }

  /// Whole numbers, in order.
  private static func numbers(in text: String) -> [Int] {
    text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
  }

  /// `60 sec`, `2 min`; nil without a unit, which nobody but the author knows.
  private static func seconds(_ text: String) -> Int? {
    let unit = text.drop { $0.isNumber }.trimmed()
    guard let number = numbers(in: text).first, text.first?.isNumber == true else { return nil }
    switch unit {
    case "s", "s.", "sec", "secs", "sec.", "second", "seconds": return number
    case "m", "min", "mins", "min.", "minute", "minutes": return number.saturatingProduct(60)
    default: return nil
    }
  }
}

/// Marks that are written nearly as they are read.
extension Marks {
  /// The mark that a text is nearly, as it is read; nil where it is none.
  static func meant(_ text: String) -> String? {
    let low = text.plainDashes.lowercased()
    let number = low.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    let words = low.filter { !$0.isNumber }.split { !$0.isLetter }.map(String.init)
    if number.count == 1, let value = number.first {
      // Any other sign makes another number of it: `.5%`, `2½%`, `~50%`.
      let signs = low.filter { !$0.isLetter && !$0.isWhitespace && !($0.isASCII && $0.isNumber) }
      let signsOfMarks = ["", "%", "％", "-", "-%", "-％", "+", ".", "+."]
      guard signsOfMarks.contains(signs), !signs.hasPrefix("-") || low.hasPrefix("-"),
        !signs.hasSuffix(".") || low.hasSuffix(".")
      else { return nil }
      if words.isEmpty, low.hasSuffix("%") || low.hasSuffix("％") {
        return known("\(low.hasPrefix("-") ? "-" : "")\(value)%", not: text)
      }
      switch words {
      case ["percent"], ["per", "cent"], ["pct"]:
        return known("\(low.hasPrefix("-") ? "-" : "")\(value)%", not: text)
      case ["min"], ["mins"], ["minute"], ["minutes"]:
        return low.hasPrefix("-") ? nil : known("+\(value) min", not: text)
      default: return nil
      }
    }
    guard number.isEmpty else { return nil }
    let joined = words.joined(separator: " ")
    if ["timeout", "time out", "timed out", "time is up", "time up"].contains(joined) {
      return known("timed out", not: text)
    }
    let classes = CriticalClass.allCases.map(\.rawValue)
    let fails = ["fail", "fails", "failed", "failure"]
    if words.count == 2, let index = words.firstIndex(where: fails.contains),
      let kind = nearest(to: words[1 - index], in: classes)
    {
      return known("fail: \(kind)", not: text)
    }
    if words.count == 1, fails.contains(joined) { return known("fail", not: text) }
    return nearest(to: joined, in: ["coach", "otherwise", "timed out"])
      .flatMap { known($0, not: text) }
  }

  /// The marks in one piece that was to be several, with a comma where the “;” should be; nil where
  /// it is one.
  static func apart(_ piece: String) -> [String]? {
    guard piece.hasByte(0x2C) else { return nil }
    let pieces = piece.split(separator: ",").map { $0.trimmed() }.filter { !$0.isEmpty }
    return pieces.count > 1 && pieces.allSatisfy { isCommon($0) || meant($0) != nil } ? pieces : nil
  }

  private static func known(_ mark: String, not text: String) -> String? {
    mark != text && isCommon(mark) ? mark : nil
  }

  /// Whether a text is a mark that every list of answers knows.
  private static func isCommon(_ text: String) -> Bool {
    var scratch = Marks()
    return (try? scratch.apply(text)) != nil && scratch.own.isEmpty
  }
}

extension String {
  /// The text with every dash and minus as the hyphen that is read.
  fileprivate var plainDashes: String {
    isASCII ? self : String(map { "–—−‑‒".contains($0) ? "-" : $0 })
  }
}
