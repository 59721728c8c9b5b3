// SPDX-License-Identifier: GPL-3.0-or-later

/// Fixes that give the items of a list the markers of another.
extension SourceText {
  /// The marker that an item at a position of a list has, written like the one of this item.
  func marker(of item: MarkdownListItem, as position: Int) -> String? {
    let marker = line(item.place.line).dropFirst(item.place.column - 1)
    let digits = marker.prefix(while: \.isNumber)
    guard let sign = marker.dropFirst(digits.count).first, "-*+.)".contains(sign) else {
      return nil
    }
    return digits.isEmpty ? "\(sign)" : "\(position)\(sign)"
  }

  /// The number of an item as typed.
  func number(of item: MarkdownListItem) -> Int? {
    Int(line(item.place.line).dropFirst(item.place.column - 1).prefix(while: \.isNumber))
  }

  /// Writes the items of a list like those of another, from a position on; what belongs to them is
  /// indented as much as their text.
  func remarking(
    _ items: [MarkdownListItem], like others: [MarkdownListItem], from position: Int
  ) -> Fix? {
    guard let model = others.first, let first = items.first, let last = items.last,
      first.place.line <= last.endLine, last.endLine <= lines.count
    else { return nil }
    var changed: [String] = []
    for (index, item) in items.enumerated() {
      guard let marker = marker(of: model, as: position + index) else { return nil }
      let end = items.indices.contains(index + 1) ? items[index + 1].place.line - 1 : item.endLine
      let indent = String(repeating: " ", count: model.place.column - 1)
      let own = String(repeating: " ", count: marker.count + 1)
      guard item.place.line <= end else { return nil }
      for number in item.place.line...end {
        let line = line(number)
        let space = line.prefix { $0 == " " }
        if number == item.place.line {
          changed.append(indent + marker + " " + line.dropFirst(item.contentColumn - 1))
        } else if line.isBlank {
          changed.append("")
        } else if (0..<4).contains(space.count - item.contentColumn + 1),
          line.dropFirst(space.count).first == ">"
        {
          changed.append(indent + own + line.dropFirst(space.count))
        } else if space.count >= item.contentColumn - 1 {
          changed.append(indent + own + line.dropFirst(item.contentColumn - 1))
        } else if line.dropFirst(space.count).first == "\t" {
          return nil
        } else {
          changed.append(String(line))
        }
      }
    }
    return Fix(
      "give these lines the other list's markers", firstLine: first.place.line,
      lineCount: changed.count, lines: changed)
  }
}
