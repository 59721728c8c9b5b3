// SPDX-License-Identifier: GPL-3.0-or-later

/// The order in which parts stand, and the move that puts one of them in its place.
struct PartOrder {
  /// The parts of a section.
  let parts: [Part]
  /// The rank of each; nil for what may stand anywhere.
  let ranks: [Int?]
  let source: SourceText

  /// A part is moved past so many lines at most: further away a reader sees no order to put right.
  private static let farthest = 200

  /// The fix that moves a part up before the first one that should come after it. Parts are read
  /// by their labels wherever they stand, so the move changes nothing that is told; nil where it
  /// might, because the lines around would be read in another way.
  func fix(for index: Int) -> Fix? {
    let part = parts[index]
    guard part.isLabelled, part.condition == nil, let end = part.endLine, let rank = ranks[index],
      let goal = parts.indices.first(where: { $0 < index && (ranks[$0] ?? rank) > rank })
    else { return nil }
    // Two lists that came to touch would be one.
    let next = parts.indices.contains(index + 1) ? parts[index + 1] : nil
    guard !(parts[index - 1].endsInList && next?.isBareList == true),
      !(part.endsInList && parts[goal].isBareList),
      !(goal > 0 && parts[goal - 1].endsInList && part.isBareList)
    else { return nil }
    let first = parts[goal].condition?.place.line ?? parts[goal].place.line
    guard first < part.place.line, part.place.line <= end, end - first < Self.farthest else {
      return nil
    }
    let lines = { (range: Range<Int>) in
      let all = range.map { String(source.line($0)) }
      return Array(all.prefix((all.lastIndex { !$0.isBlank } ?? -1) + 1))
    }
    // A list may end with the empty line below it.
    let blank = source.line(end).isBlank ? [""] : []
    return Fix(
      "move these lines before line \(first)", firstLine: first, lineCount: end - first + 1,
      lines: lines(part.place.line..<end + 1) + [""] + lines(first..<part.place.line) + blank)
  }
}

extension Part {
  /// Whether a label says what it is, so that it means the same wherever it stands.
  fileprivate var isLabelled: Bool {
    switch kind {
    case .detour, .facts, .hint, .inject, .feedback, .model, .next: true
    case .settings, .answers, .answer, .block: false
    }
  }

  /// Whether a list stands last in it.
  fileprivate var endsInList: Bool {
    switch kind {
    case .facts, .answers, .next: true
    case .block(let block): block.isList
    case .settings, .detour, .hint, .inject, .feedback, .model, .answer: false
    }
  }

  /// Whether it is a list without a label.
  fileprivate var isBareList: Bool {
    if case .block(let block) = kind { return block.isList }
    return false
  }
}
