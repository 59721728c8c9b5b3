// SPDX-License-Identifier: GPL-3.0-or-later

extension SourceText {
  /// Numbers the items of a list one after the other, where that is all that is wrong: the numbers
  /// never go down. Where a new one is wider than the old, what is indented below goes with it; nil
  /// where one is narrower, and what is indented below might become code.
  func renumbering(_ items: [MarkdownListItem], typed: [Int]) -> Fix? {
    guard let first = items.first, let last = items.last, typed.count == items.count,
      typed.first == 1 || items.areAnswers,
      zip(typed, typed.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    let range = first.place.line...max(first.place.line, last.endLine)
    var changed = range.map { String(line($0)) }
    for (index, item) in items.enumerated() where typed[index] != index + 1 {
      let (old, new) = ("\(typed[index])", "\(index + 1)")
      guard new.count >= old.count else { return nil }
      let offset = item.place.line - range.lowerBound
      guard changed.indices.contains(offset) else { return nil }
      var scalars = Array(changed[offset].unicodeScalars)
      let start = item.place.column - 1
      guard scalars.count >= start + old.count,
        String(scalars: scalars[start..<start + old.count]) == old
      else { return nil }
      scalars.replaceSubrange(start..<start + old.count, with: new.unicodeScalars)
      changed[offset] = String(scalars: scalars)
      guard new.count > old.count else { continue }
      let space = String(repeating: " ", count: new.count - old.count)
      let end = index + 1 < items.count ? items[index + 1].place.line : range.upperBound + 1
      for below in (offset + 1)..<max(offset + 1, end - range.lowerBound)
      where changed.indices.contains(below) && changed[below].first == " "
        && !changed[below].isBlank
      {
        changed[below] = space + changed[below]
      }
    }
    while let end = changed.last, end.isBlank { changed.removeLast() }
    return Fix(
      "number the list from 1 to \(items.count)", firstLine: range.lowerBound,
      lineCount: changed.count, lines: changed)
  }
}
