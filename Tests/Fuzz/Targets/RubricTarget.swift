// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit

/// The lines before an empty one as a rubric, what follows it as a reply.
enum RubricTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(16_384), as: UTF8.self)
    let halves = text.firstRange(of: "\n\n")
    let head = halves.map { text[..<$0.lowerBound] } ?? text[...]
    let reply = halves.map { String(text[$0.upperBound...]) } ?? ""
    var lines: [RubricLine] = []
    for (index, line) in head.split(separator: "\n").prefix(Rubric.maximumLines).enumerated() {
      let isMust = index.isMultiple(of: 2)
      if let read = try? RubricLine(parsing: String(line), must: isMust) { lines.append(read) }
    }
    let rubric = Rubric(lines: lines, language: bytes.count.isMultiple(of: 3) ? "de" : "en")
    let result = rubric.match(reply)
    let count = reply.unicodeScalars.count
    Fuzz.expect(result.lines.count == lines.count, "a rubric line got lost")
    for match in result.lines.flatMap(\.matches) {
      for range in match.ranges {
        Fuzz.expect(
          range.lowerBound >= 0 && range.upperBound <= count,
          "a match stands at \(range) of \(count)")
      }
    }
    _ = result.credit
    _ = rubric.length(of: reply)
  }
}
