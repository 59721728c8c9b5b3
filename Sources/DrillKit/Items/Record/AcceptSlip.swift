// SPDX-License-Identifier: GPL-3.0-or-later

/// A cell `Accept` that reads as words and was hardly meant so: variants with another sign between them
/// than “;”, a range with a dash, “about”, a policy's word without its “=”. Nobody would type it.
struct AcceptSlip {
  /// What is wrong, and what to write, in a sentence.
  let message: String
  /// The cell as it was meant; where that is not certain, as it may have been.
  let meant: String
  /// Whether there is no doubt about what was meant.
  var isCertain = true

  /// Reads a cell; nil where it is one that is taken as it is.
  init?(_ cell: String, field: String) {
    // Whoever writes “;” knows how variants are written.
    guard !cell.hasByte(UInt8(ascii: ";")), !cell.hasPrefix("="), !cell.hasPrefix("("),
      cell.utf8.count <= 120
    else { return nil }
    if let word = Self.policyWord(cell, field) {
      meant = "= \(word)"
      message =
        "“\(cell)” would have to be typed as it stands. What the policy says is “= \(word)”."
    } else if let range = Self.range(cell) {
      meant = range
      message =
        "“\(cell)” would have to be typed as it stands. Write a stretch of time as “\(range)”."
    } else if let center = Self.about(cell) {
      let reach = WrittenMoment(center) == nil ? "5 %" : "5 min"
      meant = "\(center) ± \(reach)"
      isCertain = false
      message =
        "“\(cell)” would have to be typed as it stands. Say how far off is right: “\(meant)”."
    } else if let variants = Self.variants(cell) {
      meant = variants.joined(separator: "; ")
      message =
        "Variants are separated by “;”, and “\(cell.shortened)” is one entry that nobody types. Write "
        + "“\(meant)”."
    } else {
      return nil
    }
  }

  /// What a field is called in which a policy's word belongs.
  private static let names: [FieldAccept.PolicyWord: Set<String>] = [
    .severity: ["severity", "severe", "level", "priority", "grade"],
    .owner: ["owner", "owners", "owns", "who", "whom", "team", "responsible", "escalated"],
    .channel: ["channel", "how", "via", "by"],
    .deadline: ["deadline", "due", "until", "when", "by", "latest"],
  ]

  private static func policyWord(_ cell: String, _ field: String) -> String? {
    guard cell.utf8.count < 9, let word = FieldAccept.PolicyWord(rawValue: cell.lowercased()) else {
      return nil
    }
    let words = field.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { names[word]?.contains($0) == true } ? word.rawValue : nil
  }

  /// The longest stretch that stands for “at about that time”; opening hours are longer.
  private static let longest = 30

  /// `02:12-02:16` as it is read.
  private static func range(_ cell: String) -> String? {
    for dash in ["-", "–", "—"] where cell.hasBytes(of: dash) {
      let ends = cell.split(separator: dash, omittingEmptySubsequences: false).map { $0.trimmed() }
      guard ends.count == 2, ends.allSatisfy({ $0.hasByte(UInt8(ascii: ":")) }),
        let first = WrittenMoment(ends[0]), let last = WrittenMoment(ends[1]),
        first.day == nil, last.day == nil,
        (1...longest).contains(last.minuteOfDay - first.minuteOfDay)
      else { continue }
      return "\(ends[0]) to \(ends[1])"
    }
    return nil
  }

  /// The time or number of `about 02:14`, `ca. 340`.
  private static func about(_ cell: String) -> String? {
    guard cell.utf8.contains(where: isDigit) else { return nil }
    let low = cell.lowercased()
    for word in [
      "about ", "around ", "circa ", "ca. ", "ca ", "approx. ", "approximately ", "roughly ", "~ ",
      "~",
    ]
    where low.hasPrefix(word) {
      let rest = cell.dropFirst(word.count).trimmed()
      return WrittenMoment(rest) != nil || DecimalNumber(rest) != nil ? rest : nil
    }
    return nil
  }

  /// `kpro-remote, kpro`, `kpro-remote or kpro`, `kpro-remote / kpro`.
  private static func variants(_ cell: String) -> [String]? {
    for sign in [", ", " or ", " / ", " oder ", " ou "] where cell.hasBytes(of: sign) {
      let pieces = cell.split(separator: sign, omittingEmptySubsequences: false)
        .map { $0.trimmed() }
      guard pieces.count > 1, pieces.allSatisfy({ !$0.isEmpty }) else { continue }
      if areAlike(pieces) { return pieces }
      // “Okafor, Ada” and “n / a” are one entry; with an “or” between them two words are none.
      if sign != ", ", sign != " / ", pieces.allSatisfy({ $0.words().count == 1 && $0.count > 2 }),
        !pieces.contains(where: sayings.contains)
      {
        return pieces
      }
    }
    return nil
  }

  private static let sayings: Set<String> = ["dead", "life", "trick", "later", "less", "never"]

  /// Whether these are ways to write one thing: one-word codes that begin alike, or times.
  private static func areAlike(_ pieces: [String]) -> Bool {
    if pieces.allSatisfy({ WrittenMoment($0) != nil && $0.hasByte(UInt8(ascii: ":")) }) {
      return true
    }
    guard pieces.allSatisfy({ $0.words().count == 1 }) else { return false }
    let plain = pieces.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
    return zip(plain, plain.dropFirst()).allSatisfy { left, right in
      left.count > 1 && right.count > 1 && left.prefix(3) == right.prefix(3)
        || left.count == 2 && right.hasPrefix(left) || right.count == 2 && left.hasPrefix(right)
    }
  }
}
