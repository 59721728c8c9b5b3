// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The stretch of a text that a finding is about: its place, and as much behind it as it names.
enum FindingRange {
  /// A finding as an editor shows it.
  static func diagnostic(
    _ finding: Diagnostic, in document: OpenDocument, _ encoding: PositionEncoding
  ) -> ServerResults.Diagnostic {
    diagnostic(finding, at: document.range(offsets(of: finding, in: document), encoding))
  }

  /// A finding of a file that is not open: its line.
  static func diagnostic(_ finding: Diagnostic) -> ServerResults.Diagnostic {
    let line = finding.place.line - 1
    return diagnostic(
      finding,
      at: LSPRange(
        start: LSPPosition(line: line, character: 0), end: LSPPosition(line: line + 1, character: 0)
      ))
  }

  private static func diagnostic(
    _ finding: Diagnostic, at range: LSPRange
  ) -> ServerResults.Diagnostic {
    ServerResults.Diagnostic(
      range: range, severity: finding.rule.severity == .error ? 1 : 2, code: finding.rule.code,
      message: finding.message, data: .init(rule: finding.rule.title, fix: finding.fix))
  }

  /// The stretch of a finding in a text.
  static func offsets(of finding: Diagnostic, in document: OpenDocument) -> Range<Int> {
    let start = document.offset(of: finding.place)
    let line = document.feedRange(document.feed(of: start))
    var end = line.upperBound
    while end > line.lowerBound, [0x20, 0x09, 0x0D].contains(document.bytes[end - 1]) { end -= 1 }
    guard start < end else { return line.lowerBound..<max(line.lowerBound, end) }
    let rest = document.bytes[start..<end]
    for quoted in quotes(in: finding.message) where rest.starts(with: quoted.utf8) {
      return start..<(start + quoted.utf8.count)
    }
    // A link's target stands in parentheses.
    if rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")) {
      return start..<(close + 1)
    }
    let before = document.bytes[line.lowerBound..<start]
    if before.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }) { return start..<end }
    let ends: [UInt8] = Array(";,|)]_".utf8)
    let stop = rest.firstIndex { ends.contains($0) } ?? end
    return start..<max(stop, start + 1)
  }

  /// What stands in quotation marks in a message.
  private static func quotes(in message: String) -> [Substring] {
    message.split(separator: "“").dropFirst().compactMap { piece in
      piece.firstIndex(of: "”").map { piece[..<$0] }
    }.filter { !$0.isEmpty && !$0.hasSuffix("…") }
  }
}
