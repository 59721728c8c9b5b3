// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Writes lists: `-`, or 1. 2. 3., one item right under the other, and what belongs to an item
/// indented to its text.
struct ListLayout {
  let layout: BlockLayout
  let position: BlockLayout.Position

  /// A number may be so far ahead of its item's place and still be meant as a number.
  private static let farthest = 10

  /// A list's lines.
  func lines(of list: MarkdownList) throws(LayoutFault) -> [String] {
    var markers: [(number: String, indent: Int)] = []
    for item in list.items {
      var line = layout.line(item.place.line, at: position)
      guard let marker = line.marker(), marker.number.isEmpty != list.isOrdered else {
        throw layout.fault(at: item.place, "list's item")
      }
      markers.append(marker)
    }
    let numbers = list.isOrdered ? numbers(markers.map(\.number)) : []
    var result: [String] = []
    for (index, item) in list.items.enumerated() {
      let sign = list.isOrdered ? "\(numbers[index])." : "-"
      result += try lines(of: item, sign: sign, indent: markers[index].indent)
    }
    return result
  }

  /// The numbers to write. A list that begins elsewhere, or whose numbers jump far ahead, may be a
  /// sentence that began with a year: `check` asks, and the number stays.
  private func numbers(_ typed: [String]) -> [String] {
    let values = typed.map { Int($0) ?? 0 }
    let areNumbers =
      layout.liberties.contains(.numbers) && values.first == 1
      && values.enumerated().allSatisfy { $0.element <= $0.offset + 1 + Self.farthest }
    return areNumbers ? typed.indices.map { "\($0 + 1)" } : typed
  }

  private func lines(
    of item: MarkdownListItem, sign: String, indent: Int
  ) throws(LayoutFault) -> [String] {
    var within = position
    within.containers.append(.item(firstLine: item.place.line, indent: indent))
    within.isItem = true
    within.isAnswer = position.isTop && item.opensWithParenthesis
    let lines = try layout.lines(of: item.blocks, at: within)
    let margin = String(repeating: " ", count: sign.utf8.count + 1)
    let indented = lines.map { $0.isEmpty ? "" : margin + $0 }
    guard let first = item.blocks.first, let opening = lines.first else { return [sign] }
    // Text that begins in the line below its marker has no box, whatever it looks like.
    // Markers alone, three in a row, would be a rule.
    let isRule = opening.allSatisfy { $0 == "-" || $0 == " " } && opening.contains("-")
    guard first.place.line == item.place.line, !isRule else { return [sign] + indented }
    return ["\(sign) \(opening)"] + indented.dropFirst()
  }
}
