// SPDX-License-Identifier: GPL-3.0-or-later

/// What changes between two texts, in the form that `patch` and `git apply -p0` read
/// (POSIX.1-2024, diff, “Diff -u Output Format”).
public enum UnifiedDiff {
  private typealias Line = ArraySlice<UInt8>

  /// Unchanged lines around a change.
  private static let context = 3
  /// Beyond so many lines the shortest difference is not looked for: all of them change.
  private static let mostCompared = 2_000

  /// A line of the difference: unchanged, taken away or put in.
  private struct Edit {
    let sign: UInt8
    let line: Line
  }

  /// The difference, with the path above it; no bytes where there is none.
  public static func bytes(path: String, from old: [UInt8], to new: [UInt8]) -> [UInt8] {
    guard old != new else { return [] }
    let edits = edits(from: lines(old), to: lines(new))
    var bytes = Array("--- \(path)\n+++ \(path)\n".utf8)
    for range in hunks(edits) { append(edits, range, to: &bytes) }
    return bytes
  }

  /// A stretch of whole lines in bytes of the old text, and what stands there in the new one.
  struct Replacement: Hashable, Sendable {
    /// The stretch; empty where lines are put in.
    var range: Range<Int>
    /// The new lines.
    var bytes: [UInt8]
  }

  /// What changes between two texts, as few stretches of lines as there can be.
  static func replacements(from old: [UInt8], to new: [UInt8]) -> [Replacement] {
    guard old != new else { return [] }
    var replacements: [Replacement] = []
    var offset = 0
    var isOpen = false
    for edit in edits(from: lines(old), to: lines(new)) {
      guard edit.sign != 0x20 else {
        offset += edit.line.count
        isOpen = false
        continue
      }
      if !isOpen { replacements.append(Replacement(range: offset..<offset, bytes: [])) }
      isOpen = true
      let last = replacements.count - 1
      if edit.sign == 0x2D {
        offset += edit.line.count
        replacements[last].range = replacements[last].range.lowerBound..<offset
      } else {
        replacements[last].bytes += edit.line
      }
    }
    return replacements
  }

  /// The lines with their ends, so that a last line without one is another line.
  private static func lines(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      lines.append(rest[...end])
      rest = rest[(end + 1)...]
    }
    if !rest.isEmpty { lines.append(rest) }
    return lines
  }

  private static func edits(from old: [Line], to new: [Line]) -> [Edit] {
    let same = zip(old, new).prefix { $0.0 == $0.1 }.count
    let most = min(old.count, new.count) - same
    let end = zip(old.reversed(), new.reversed()).prefix(most).prefix { $0.0 == $0.1 }.count
    let before = Array(old[same..<(old.count - end)])
    let after = Array(new[same..<(new.count - end)])
    let unchanged: (Line) -> Edit = { Edit(sign: 0x20, line: $0) }
    return old[..<same].map(unchanged) + compared(before, after) + old.suffix(end).map(unchanged)
  }

  private static func compared(_ old: [Line], _ new: [Line]) -> [Edit] {
    guard max(old.count, new.count) <= mostCompared else {
      return old.map { Edit(sign: 0x2D, line: $0) } + new.map { Edit(sign: 0x2B, line: $0) }
    }
    let difference = new.difference(from: old) { $0 == $1 }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Edit] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        edits.append(Edit(sign: 0x2D, line: old[i]))
        i += 1
      } else if j < new.count, inserted.contains(j) {
        edits.append(Edit(sign: 0x2B, line: new[j]))
        j += 1
      } else {
        edits.append(Edit(sign: 0x20, line: old[i]))
        i += 1
        j += 1
      }
    }
    return edits
  }

  /// The stretches that are shown: changes, and what is unchanged around them.
  private static func hunks(_ edits: [Edit]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in edits.indices where edits[index].sign != 0x20 {
      let around = max(0, index - context)..<min(edits.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private static func append(_ edits: [Edit], _ range: Range<Int>, to bytes: inout [UInt8]) {
    func span(_ other: UInt8) -> String {
      let before = edits[..<range.lowerBound].count { $0.sign != other }
      let count = edits[range].count { $0.sign != other }
      let start = count == 0 ? before : before + 1
      return count == 1 ? "\(start)" : "\(start),\(count)"
    }
    bytes += Array("@@ -\(span(0x2B)) +\(span(0x2D)) @@\n".utf8)
    for edit in edits[range] {
      bytes.append(edit.sign)
      bytes += edit.line
      if edit.line.last != 0x0A { bytes += Array("\n\\ No newline at end of file\n".utf8) }
    }
  }
}
