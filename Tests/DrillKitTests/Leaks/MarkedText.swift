// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

/// A text in which ⟦ and ⟧ mark the leaks that a detector must find.
///
/// A broken bar ¦ is left out: it keeps keys of the tests from looking like real ones to those who
/// search repositories for keys.
struct MarkedText: CustomTestStringConvertible {
  /// The text without marks.
  let text: String
  /// The marked spans, in Unicode scalars of `text`.
  let spans: [Range<Int>]
  let testDescription: String

  /// Reads the marks.
  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var spans: [Range<Int>] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.count
      case "⟧": spans.append(start..<text.count)
      case "¦": continue
      default: text.append(scalar)
      }
    }
    self.text = String(text)
    self.spans = spans
    testDescription = marked
  }
}

/// Expects the marked spans of a text, each as a leak of one kind, and no other leak.
func expectLeaks(
  _ marked: String, as kind: LeakKind, detector: LeakDetector = LeakDetector(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let example = MarkedText(marked)
  let found = detector.scan(example.text)
  #expect(found.map(\.range) == example.spans, "\(marked)", sourceLocation: sourceLocation)
  #expect(found.allSatisfy { $0.kind == kind }, "\(marked)", sourceLocation: sourceLocation)
  #expect(found.allSatisfy { $0.reason.hasSuffix(".") }, sourceLocation: sourceLocation)
}
