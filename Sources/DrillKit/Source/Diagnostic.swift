// SPDX-License-Identifier: GPL-3.0-or-later

/// How much a finding weighs: an error keeps a drill from being run, a warning does not.
public enum Severity: String, Codable, Sendable, Comparable {
  case warning, error

  /// A warning is less than an error.
  public static func < (a: Severity, b: Severity) -> Bool { a == .warning && b == .error }
}

/// A rule of the language: its stable code, its weight, and one line that says what it is about.
public struct Rule: Hashable, Sendable {
  /// The stable code, such as `D101`. Never given to another rule once published.
  public let code: String
  /// What a breach weighs.
  public let severity: Severity
  /// What the rule is about, in a few words.
  public let title: String
  /// Whether its messages name other lines of the file, as “line 12”: where a text is put together
  /// of several files, those are other numbers.
  public let namesLines: Bool

  /// A rule. The code is a letter and three digits.
  public init(
    _ code: String, _ severity: Severity, _ title: String, namesLines: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.title = title
    self.namesLines = namesLines
  }
}

/// A replacement of source text that mends a finding without a person having to think.
public struct Fix: Hashable, Codable, Sendable {
  /// What the fix does, in a few words.
  public let title: String
  /// First replaced line, 1-based.
  public let firstLine: Int
  /// Number of whole lines that are replaced; 0 inserts before `firstLine`.
  public let lineCount: Int
  /// The lines that stand there afterwards, without line ends.
  public let lines: [String]

  /// A replacement of `lineCount` whole lines from `firstLine` on.
  public init(_ title: String, firstLine: Int, lineCount: Int, lines: [String]) {
    self.title = title
    self.firstLine = firstLine
    self.lineCount = lineCount
    self.lines = lines
  }
}

/// One thing that an author got wrong: where, what, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// The rule that was broken.
  public let rule: Rule
  /// Where.
  public let place: Place
  /// What is wrong and what to do, in one or two plain sentences.
  public let message: String
  /// A mend that a program may apply.
  public let fix: Fix?

  /// A finding.
  public init(_ rule: Rule, at place: Place, _ message: String, fix: Fix? = nil) {
    self.rule = rule
    self.place = place
    self.message = message
    self.fix = fix
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line: `file:line:column: error D101: message`.
  public var description: String { "\(place): \(rule.severity.rawValue) \(rule.code): \(message)" }
}

/// Collects findings while a text is read; reading goes on after each.
public final class Diagnostics {
  /// At most so many are kept for one file: a damaged file would otherwise report each line.
  public static let limit = 500

  private var seen: Set<Diagnostic> = []
  private var list: [Diagnostic] = []

  /// An empty collection.
  public init() {}

  /// Adds a finding, once: several variants of a drill report the same place only once.
  ///
  /// Place, words and fix are made only where the finding is kept, so that a text built to break a
  /// rule a million times costs no more than one that breaks it `limit` times.
  public func report(
    _ rule: Rule, at place: @autoclosure () -> Place, _ message: @autoclosure () -> String,
    fix: @autoclosure () -> Fix? = nil
  ) {
    guard list.count < Self.limit else { return }
    add(Diagnostic(rule, at: place(), message(), fix: fix()))
  }

  /// Adds all of another collection's findings.
  public func report(_ others: [Diagnostic]) {
    for other in others where list.count < Self.limit { add(other) }
  }

  private func add(_ diagnostic: Diagnostic) {
    guard seen.insert(diagnostic).inserted else { return }
    list.append(diagnostic)
    // The last place is for saying so: what is left out is not left out silently.
    guard list.count == Self.limit - 1 else { return }
    list.append(
      Diagnostic(
        .tooManyFindings, at: diagnostic.place,
        "There are more findings than these; no more than \(Self.limit) are listed. Mend the first "
          + "ones and check again."))
  }

  /// Takes back what follows from another finding, which was told since.
  func withdraw(_ isWithdrawn: (Diagnostic) -> Bool) { list.removeAll(where: isWithdrawn) }

  /// Whether nothing more is kept, so that nobody need look for the place of a finding.
  var isFull: Bool { list.count >= Self.limit }

  /// Whether an error was reported so far.
  public var hasErrors: Bool { list.contains { $0.rule.severity == .error } }

  /// All findings by place, then code: the same order on every machine.
  public var sorted: [Diagnostic] {
    list.sorted { ($0.place, $0.rule.code, $0.message) < ($1.place, $1.rule.code, $1.message) }
  }
}

/// The candidate closest to a word, when it is close enough to be a slip of the finger: at most a
/// third of the word's letters differ (optimal string alignment distance).
public func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
  let folded = Array(word.lowercased())
  guard !folded.isEmpty, folded.count <= 64 else { return nil }
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    guard abs(other.count - folded.count) <= 3, other.count <= 64 else { continue }
    let distance = alignmentDistance(folded, other)
    if distance <= max(1, folded.count / 3), distance < (best?.distance ?? .max) {
      best = (distance, candidate)
    }
  }
  return best?.candidate
}

/// " Did you mean “x”?", or nothing where no candidate is close.
public func suggestion(for word: String, in candidates: some Sequence<String>) -> String {
  nearest(to: word, in: candidates).map { " Did you mean “\($0)”?" } ?? ""
}

/// Insertions, deletions, substitutions and swaps of neighbours between two short words.
private func alignmentDistance(_ a: [Character], _ b: [Character]) -> Int {
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + Array(repeating: 0, count: b.count)
    for j in stride(from: 1, through: b.count, by: 1) {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], before[j - 2] + 1)
      }
    }
    before = previous
    previous = row
  }
  return previous[b.count]
}
