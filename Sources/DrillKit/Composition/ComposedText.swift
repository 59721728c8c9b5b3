// SPDX-License-Identifier: GPL-3.0-or-later

/// A drill's text that is put together from several files, and where each line is from.
///
/// What is played and recorded is this text. What is found wrong in it is traced back to the file in
/// which an author mends it.
public struct ComposedText: Sendable {
  /// Lines that stand one after the other in a file of their own.
  private struct Stretch {
    /// The first of them in the whole text, 1-based.
    let first: Int
    /// Where that one is from.
    let origin: ComposedLines.Origin
  }

  /// How what is found in the whole text is told.
  enum Tracing: Sendable {
    /// In the files that the lines are from.
    case everywhere
    /// In the author's own lines; of others' lines once, in words for this author.
    case inOwnLines(foreign: @Sendable (Diagnostic) -> Diagnostic)
    /// Not at all.
    case nowhere
  }

  /// The drill's name.
  let file: String
  /// The whole text.
  public let bytes: [UInt8]
  /// Whether it is a translation of a drill, and none of its own.
  public internal(set) var isTranslation = false
  /// How what is found in it is told.
  var tracing = Tracing.everywhere
  /// What is wrong with how it is put together, and with the other files as texts.
  public internal(set) var findings: [Diagnostic] = []
  private let stretches: [Stretch]

  /// A text that stands in one file.
  init(file: String, plain bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    stretches = []
  }

  /// A text of lines from several files.
  init(file: String, lines: ComposedLines, findings: [Diagnostic]) {
    self.file = file
    self.findings = findings
    bytes = Array(lines.lines.joined(separator: "\n").utf8)
    var stretches: [Stretch] = []
    for (index, origin) in lines.origins.enumerated() {
      if let last = stretches.last, last.origin.continues(to: origin, after: index + 1 - last.first)
      {
        continue
      }
      stretches.append(Stretch(first: index + 1, origin: origin))
    }
    self.stretches = stretches
  }

  /// Whether a part is missing or does not fit, so that the text is not whole.
  public var hasErrors: Bool { findings.contains { $0.rule.severity == .error } }

  /// All findings, where findings in the whole text are told in the files that their lines are
  /// from.
  public func findings(with others: [Diagnostic]) -> [Diagnostic] {
    guard !stretches.isEmpty || !findings.isEmpty else { return others }
    // Where a part is missing, what the drill and the policies make of the rest is no help; where
    // nothing could be put together, nor is what the front matter lacks.
    let withheld = stretches.isEmpty ? "DPF" : "DP"
    let others = hasErrors ? others.filter { !withheld.contains($0.rule.code.prefix(1)) } : others
    let all = Diagnostics()
    all.report(findings)
    switch tracing {
    case .everywhere: all.report(others.map(traced))
    case .inOwnLines(let foreign): all.report(ownFindings(others, foreign))
    case .nowhere: break
    }
    return all.sorted
  }

  /// What is found in the author's own lines; of others' lines one error is enough to look there, for
  /// the rest may follow from it.
  private func ownFindings(
    _ others: [Diagnostic], _ foreign: (Diagnostic) -> Diagnostic
  ) -> [Diagnostic] {
    var told: [Diagnostic] = []
    var isTold = false
    for other in others {
      if stretch(of: other.place.line)?.origin.isOwn ?? true {
        // Of its Markdown all was said when it was read by itself.
        if !other.rule.code.hasPrefix("M") { told.append(traced(other)) }
      } else if !isTold, other.rule.severity == .error {
        isTold = true
        told.append(foreign(traced(other)))
      }
    }
    return told
  }

  private func traced(_ finding: Diagnostic) -> Diagnostic {
    guard let stretch = stretch(of: finding.place.line) else { return finding }
    let place = origin(of: finding.place.line)
    return Diagnostic(
      finding.rule,
      at: Place(
        file: place.file, line: place.line,
        column: stretch.origin.isExact ? finding.place.column : 1),
      finding.rule.namesLines ? traced(finding.message) : finding.message,
      fix: finding.fix.flatMap(traced))
  }

  /// A message with the lines that it names as they are in their files.
  private func traced(_ message: String) -> String {
    var message = message
    for found in message.ranges(of: "line ").reversed() {
      let digits = message[found.upperBound...].prefix { $0.isASCII && $0.isNumber }
      guard let line = Int(digits) else { continue }
      let place = origin(of: line)
      let name = place.file == file ? "" : " of \(place.file)"
      message.replaceSubrange(digits.startIndex..<digits.endIndex, with: "\(place.line)\(name)")
    }
    return message
  }

  /// A fix that touches lines of one file alone, as they are typed there; nil for any other.
  private func traced(_ fix: Fix) -> Fix? {
    let lines = fix.firstLine...(fix.firstLine + max(fix.lineCount - 1, 0))
    let origins = lines.map(origin)
    guard let first = origins.first, let last = origins.last, last.file == first.file,
      last.line == first.line + lines.count - 1,
      lines.allSatisfy({ stretch(of: $0)?.origin.isExact ?? true })
    else { return nil }
    return Fix(fix.title, firstLine: first.line, lineCount: fix.lineCount, lines: fix.lines)
  }

  /// The last stretch that begins at a line or before it, by halves: a translation has many.
  private func stretch(of line: Int) -> Stretch? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].first <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : stretches[low - 1]
  }

  /// A place in the whole text as one in the file that its line is from.
  public func typed(_ place: Place) -> Place {
    let origin = origin(of: place.line)
    return Place(file: origin.file, line: origin.line, column: place.column)
  }

  /// The file that a line of the whole text is from, and its number there.
  func origin(of line: Int) -> (file: String, line: Int) {
    guard let stretch = stretch(of: line) else { return (file, line) }
    return (stretch.origin.file, stretch.origin.line + line - stretch.first)
  }
}
