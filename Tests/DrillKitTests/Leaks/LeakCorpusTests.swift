// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Leaks: precision and recall")
struct LeakCorpusTests {
  @Test("exceed 0.99 for every kind on generated sentences", arguments: [1, 2026] as [UInt64])
  func figures(seed: UInt64) {
    var right: [LeakKind: Int] = [:]
    var wrong: [LeakKind: [String]] = [:]
    var missed: [LeakKind: [String]] = [:]
    let detector = LeakDetector()
    for sentence in LeakCorpus(seed: seed, count: 120).sentences {
      let found = detector.scan(sentence.text)
      for leak in found {
        if sentence.leaks.contains(where: { $0.range == leak.range && $0.kind == leak.kind }) {
          right[leak.kind, default: 0] += 1
        } else {
          wrong[leak.kind, default: []].append(sentence.text)
        }
      }
      for leak in sentence.leaks
      where !found.contains(where: { $0.range == leak.range && $0.kind == leak.kind }) {
        missed[leak.kind, default: []].append(sentence.text)
      }
    }
    for kind in LeakKind.allCases where kind != .planted {
      let hits = Double(right[kind, default: 0])
      let (extra, lost) = (wrong[kind, default: []], missed[kind, default: []])
      #expect(hits > 0)
      #expect(hits / (hits + Double(extra.count)) > 0.99, "\(kind) found in \(extra)")
      #expect(hits / (hits + Double(lost.count)) > 0.99, "\(kind) missed in \(lost)")
    }
  }
}
