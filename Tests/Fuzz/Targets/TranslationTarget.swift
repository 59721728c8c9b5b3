// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit

/// Any bytes as a drill and its translation, parted by a line of equals signs: what fits is the same
/// drill in other words.
enum TranslationTarget {
  private static let border = Array("\n=====\n".utf8)

  @Sendable static func run(_ bytes: [UInt8]) {
    let parts = bytes.split(separator: border, maxSplits: 1)
    guard parts.count == 2 else { return }
    let expand = { (file: String, bytes: [UInt8]) in
      ComposedText.expanding(file: file, bytes: bytes) { _ in nil }
    }
    let original = expand("drill.md", Array(parts[0]))
    let joined = ComposedText.translation(
      expand("drill.de.md", Array(parts[1])), name: TranslationName(path: "drill.de.md"),
      original: original)
    let found = Diagnostics()
    let header = DrillReader.check(
      file: "drill.de.md", bytes: joined.bytes, library: DrillTarget.policies,
      today: DrillTarget.today, diagnostics: found)
    let findings = joined.findings(with: found.sorted)
    let count = parts[1].count { $0 == 0x0A } + 1
    for finding in findings {
      Fuzz.expect(
        (1...count).contains(finding.place.line), "a finding stands outside the text: \(finding)")
      Fuzz.expect(finding.place.file == "drill.de.md", "a finding of another file: \(finding)")
    }
    guard !findings.contains(where: { $0.rule.severity == .error }) else { return }
    let silent = Diagnostics()
    let before = DrillReader.read(file: "drill.md", bytes: original.bytes, diagnostics: silent)
    let after = DrillReader.read(file: "drill.de.md", bytes: joined.bytes, diagnostics: silent)
    Fuzz.expect(
      header?.id == before.first?.header.id && before.count == after.count,
      "a translation without errors is another drill")
    for (old, new) in zip(before, after) {
      Fuzz.expect(
        old.scenes.map(\.slug) == new.scenes.map(\.slug)
          && old.scenes.map { $0.items.map(\.id) } == new.scenes.map { $0.items.map(\.id) }
          && words(of: old.facts) == words(of: new.facts),
        "scenes, items or facts of a translation differ")
    }
  }

  /// Facts without their places, which are in two files.
  private static func words(of facts: Facts) -> [[String]] {
    facts.all.map { [$0.key] + $0.texts }
  }
}
