// SPDX-License-Identifier: GPL-3.0-or-later

/// When an inject comes, as its label says: `20 s`, `20 s, even if answered`, `line 12`.
struct InjectMoment {
  /// The longest wait for an inject, in seconds.
  private static let longest = 3600
  private static let evenIfAnswered = "even if answered"

  /// When it comes.
  let moment: Inject.Moment
  /// Whether it comes after the answer as well.
  let evenIfAnswered: Bool

  /// Reads what stands between `After` and the colon; nil where that is no moment.
  init?(_ head: String) {
    let pieces = head.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
    evenIfAnswered = pieces.count == 2
    guard pieces.count == 1 || pieces[1].trimmed() == Self.evenIfAnswered else { return nil }
    let words = pieces[0].split(separator: " ")
    guard words.count == 2 else { return nil }
    if words[1] == "s", let seconds = Int(words[0]), (1...Self.longest).contains(seconds) {
      moment = .seconds(seconds)
    } else if words[0] == "line", let line = Int(words[1]), line > 0 {
      moment = .line(line)
    } else {
      return nil
    }
  }

  /// The moment that people write otherwise, `20s`, `1 minute`, `Line 12, even when answered`, as it is
  /// read; nil where none can be made out.
  static func meant(_ head: String) -> String? {
    let pieces = head.lowercased().split(separator: ",", maxSplits: 1)
    guard let first = pieces.first?.trimmed(), !first.isEmpty else { return nil }
    var rest = ""
    if pieces.count == 2 {
      let words = pieces[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // Other words may say the opposite: “even if unanswered”.
      guard sameAsAnswered.contains(words) else { return nil }
      rest = ", " + evenIfAnswered
    }
    var written: String?
    if let number = Int(first.prefix(while: \.isNumber)) {
      let unit = first.drop(while: \.isNumber).trimmed().trimmingEnd { $0 == "." }
      if seconds.contains(String(unit)) { written = "\(number) s" }
      if minutes.contains(String(unit)), number <= longest / 60 { written = "\(number * 60) s" }
    } else if let number = Int(first.drop(while: \.isLetter).trimmed()),
      lines.contains(String(first.prefix(while: \.isLetter)))
    {
      written = "line \(number)"
    }
    guard let written, InjectMoment(written) != nil else { return nil }
    return written + rest
  }

  private static let sameAsAnswered: Set<String> = [
    evenIfAnswered, "even when answered", "even though answered", "even after answer",
    "even after the answer", "also if answered", "also when answered",
  ]
  private static let seconds: Set<String> = [
    "s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden", "secondes",
  ]
  private static let minutes: Set<String> = [
    "m", "min", "mins", "minute", "minutes", "minuten",
  ]
  private static let lines: Set<String> = ["line", "lines", "zeile", "ligne"]
}
