// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Writes a paragraph: its lines stay as its author broke them, without white space around each.
struct ParagraphLayout {
  let layout: BlockLayout
  let block: MarkdownBlock
  let text: RichText
  let position: BlockLayout.Position

  /// The paragraph's lines; the first one of an item may hold a box.
  func lines(isFirst: Bool) -> [String] {
    var raw = (block.place.line...max(block.place.line, block.endLine)).map {
      layout.line($0, at: position).rest
    }
    while raw.count > 1, raw.last.map(Blanks.trimmed)?.isEmpty == true { raw.removeLast() }
    if layout.liberties.contains(.marks), position.isTop,
      let directive = DirectiveLayout.line(raw, text)
    {
      return [directive]
    }
    let box = isFirst ? takeBox(&raw) : ""
    var lines = bare(raw, box: box)
    if layout.liberties.contains(.marks), isFirst, position.isAnswer {
      lines[0] = box + MarksLayout.tidied(lines[0].behind(box.utf8.count))
    }
    return lines
  }

  /// Takes the box off the first line of an item, and gives it as it is written.
  private func takeBox(_ raw: inout [String]) -> String {
    // Only what stands right behind the marker is a box.
    guard case .item(block.place.line, _) = position.containers.last,
      let first = raw.first.map({ $0.behind($0.utf8.prefix(while: Blanks.contain).count) })
    else { return "" }
    let box = String(decoding: first.utf8.prefix(3), as: UTF8.self)
    guard ["[ ]", "[x]", "[X]"].contains(box) else { return "" }
    let rest = first.behind(3)
    guard rest.utf8.first.map(Blanks.contain) ?? true else { return "" }
    raw[0] = rest.behind(rest.utf8.prefix(while: Blanks.contain).count)
    let written = box == "[ ]" ? "[ ]" : "[x]"
    return rest.isEmpty ? written : "\(written) "
  }

  // MARK: Lines

  private func bare(_ raw: [String], box: String) -> [String] {
    var lines = raw.map(Blanks.trimmed)
    lines[0] = box + lines[0]
    let isBoxed = !box.isEmpty
    if raw.dropLast().contains(where: { $0.utf8.last.map(Blanks.contain) == true }) {
      lines = withLineEnds(raw, lines, isBoxed: isBoxed)
    }
    if lines.dropFirst().contains(where: Self.mayBegin), !isSame(lines, isBoxed: isBoxed) {
      // It was indented so far, or so little, that it began nothing; four columns say so again.
      for index in lines.indices.dropFirst() where Self.mayBegin(lines[index]) {
        lines[index] = "    " + lines[index]
      }
    }
    return lines
  }

  /// Two spaces at a line's end break it in a preview: they become a backslash, which can be seen.
  /// Within a code span they are text, and stay.
  private func withLineEnds(_ raw: [String], _ lines: [String], isBoxed: Bool) -> [String] {
    var visible = lines
    var kept = lines
    for index in raw.indices.dropLast() {
      let end = raw[index].utf8.reversed().prefix(while: Blanks.contain)
      guard !end.isEmpty else { continue }
      if end.prefix(2).elementsEqual([0x20, 0x20]) { visible[index] += "\\" }
      kept[index] += String(decoding: end.reversed(), as: UTF8.self)
    }
    return isSame(visible, isBoxed: isBoxed) ? visible : kept
  }

  /// Whether lines are read as this paragraph where they stand alone, its box left out.
  private func isSame(_ lines: [String], isBoxed: Bool) -> Bool {
    let silent = Diagnostics()
    let bytes = Array(lines.joined(separator: "\n").utf8)
    guard let source = SourceText(file: "", bytes: bytes, diagnostics: silent) else { return false }
    let blocks = MarkdownParser.parse(source, diagnostics: silent)
    guard blocks.count == 1, let read = blocks.first?.paragraph else { return false }
    let portrait = Portrait(ofText: isBoxed ? read.dropping(3) : read, at: block.place)
    return portrait.isSame(as: Portrait(ofText: text, at: block.place))
  }

  /// Whether a line may begin something of its own where it is not indented.
  private static func mayBegin(_ line: String) -> Bool {
    guard let first = line.utf8.first else { return false }
    return "-+*_=#>|<`~:0123456789".utf8.contains(first) || line.utf8.contains(UInt8(ascii: "|"))
  }
}
