// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport

/// Makes a well laid-out text untidy, at random, without changing what it means.
struct Untidy {
  private var random: Seeded
  private var lines: [String]
  /// The line behind the front matter.
  private let body: Int

  /// What a text looks like that somebody typed in a hurry.
  static func text(_ text: String, seed: UInt64) -> String {
    var untidy = Untidy(text, seed: seed)
    untidy.looseTables()
    untidy.looseLines()
    untidy.looseLists()
    untidy.looseBlanks()
    return untidy.lines.joined(separator: "\n") + String(repeating: "\n", count: Int(seed % 3))
  }

  private init(_ text: String, seed: UInt64) {
    random = Seeded(seed)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    body = (lines.dropFirst().firstIndex(of: "---") ?? 0) + 1
  }

  private mutating func spaces(_ range: ClosedRange<Int>) -> String {
    String(repeating: " ", count: Int.random(in: range, using: &random))
  }

  /// Cells are not in line, bars are missing at the ends.
  private mutating func looseTables() {
    for index in lines.indices.dropFirst(body) where lines[index].hasPrefix("|") {
      let cells = lines[index].dropFirst().dropLast().split(
        separator: "|", omittingEmptySubsequences: false)
      // An escaped bar is not for this test to take apart.
      guard !lines[index].contains("\\|") else { continue }
      lines[index] =
        "|"
        + cells.map { cell in
          let text = Untidy.trimmed(cell)
          let isRule = !text.isEmpty && text.allSatisfy { $0 == "-" }
          return spaces(0...2) + (isRule ? String(repeating: "-", count: 1 + text.count % 5) : text)
            + spaces(0...3)
        }.joined(separator: "|") + "|"
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(String(text.drop { $0 == " " }.reversed()).drop { $0 == " " }.reversed())
  }

  /// Headings, settings, marks, boxes, quotes, spaces at a line's end.
  private mutating func looseLines() {
    for index in lines.indices.dropFirst(body) {
      var line = lines[index]
      if line.hasPrefix("#") {
        let level = line.prefix { $0 == "#" }
        if random.chance(30) { line = level + spaces(2...4) + line.dropFirst(level.count + 1) }
        if random.chance(30) { line += " " + level }
      } else if line.hasPrefix("_"), line.hasSuffix("_"), !line.hasPrefix("_when") {
        let inner = line.dropFirst().dropLast()
        if random.chance(50), !inner.contains("_") { line = "*\(inner)*" }
        if random.chance(50) { line.replace("; ", with: random.chance(50) ? ";" : " ;  ") }
      }
      if random.chance(30) { line.replace("[x] ", with: "[X]  ", maxReplacements: 1) }
      if random.chance(30), line.hasPrefix("- [ ] (") {
        line.replace("; ", with: ";", maxReplacements: 1)
      }
      if random.chance(30), line.hasPrefix("> ") || line.hasPrefix("  > ") {
        line.replace("> ", with: random.chance(50) ? ">" : ">  ", maxReplacements: 1)
      }
      if random.chance(20), !line.isEmpty { line += " " }
      lines[index] = line
    }
  }

  /// Other bullets, other numbers, more space behind a marker and before what belongs to an item.
  private mutating func looseLists() {
    let bullet = ["-", "*", "+"].randomElement(using: &random) ?? "-"
    let delimiter = random.chance(50) ? "." : ")"
    let allOne = random.chance(50)
    var margin: String?
    for index in lines.indices.dropFirst(body) {
      let line = lines[index]
      let marker = line.prefix { $0 != " " }
      let isNumber =
        marker.last == "." && marker.dropLast().allSatisfy(\.isNumber)
        && marker.count > 1
      if marker == "-" || isNumber {
        let more = spaces(0...2)
        let sign = isNumber ? (allOne ? "1" : marker.dropLast()) + delimiter : bullet
        // What belongs to it is indented to its text, wherever that is now.
        margin = more + String(repeating: " ", count: sign.count + 1)
        lines[index] = sign + " " + more + line.dropFirst(marker.count + 1)
      } else if line.hasPrefix("  "), let margin {
        lines[index] = margin + line.drop { $0 == " " }
      } else if !line.isEmpty {
        margin = nil
      }
    }
  }

  /// More empty lines than one, and empty lines within lists.
  private mutating func looseBlanks() {
    var result = Array(lines[...body.advanced(by: -1)])
    for index in lines.indices.dropFirst(body) {
      let line = lines[index]
      let opensItem = ["-", "*", "+"].contains { line.hasPrefix("\($0) ") } || line.hasPrefix("  ")
      if line.isEmpty || opensItem {
        for _ in 0..<(random.chance(70) ? 0 : Int.random(in: 1...3, using: &random)) {
          result.append(spaces(0...3))
        }
      }
      result.append(line)
    }
    lines = result
  }
}
