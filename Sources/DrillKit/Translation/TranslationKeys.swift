// SPDX-License-Identifier: GPL-3.0-or-later

/// The parts of a drill that a translation need not have: settings, conditions, facts and ways are the
/// original's.
public enum TranslationKeys {
  /// The lines of an original that its translation begins without, and the empty lines after them.
  public static func lines(in source: SourceText, from line: Int) -> Set<Int> {
    let silent = Diagnostics()
    let outline = Outline(
      MarkdownParser.parse(source, fromLine: line, diagnostics: silent), source: source,
      fromLine: line, diagnostics: silent)
    let scenes = outline.scenes + [outline.end].compactMap(\.self)
    let sections =
      [outline.opening] + scenes.flatMap { scene in [scene.blocks] + scene.items.map(\.blocks) }
    var found: Set<Int> = []
    for section in sections {
      let units = TranslationUnit.all(in: section, of: source)
      for index in units.indices where canGo(index, from: units) {
        found.formUnion(lines(of: units[index], in: source))
      }
    }
    return found
  }

  /// Whether a part can be taken out: two lists that came to touch would be one.
  static func canGo(_ index: Int, from units: [TranslationUnit]) -> Bool {
    let unit = units[index]
    guard unit.form.isKey, unit.form != .key("Answers:") else { return false }
    let stays: (TranslationUnit) -> Bool = { !$0.form.isKey || $0.form == .key("Answers:") }
    guard let before = units[..<index].last(where: stays),
      let after = units[(index + 1)...].first(where: stays)
    else { return true }
    return !(before.block.isList && after.label == nil && after.block.isList)
  }

  /// A part's lines, and the empty ones after it.
  static func lines(of unit: TranslationUnit, in source: SourceText) -> ClosedRange<Int> {
    let first = unit.place.line
    var last = max(unit.block.endLine, first)
    while last > first, source.line(last).isBlank { last -= 1 }
    while last < source.lines.count, source.line(last + 1).isBlank { last += 1 }
    return first...last
  }
}
