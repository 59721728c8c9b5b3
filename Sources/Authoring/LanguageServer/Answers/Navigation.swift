// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Where a link, an id or a word leads, and what leads to a scene.
struct Navigation {
  private let draft: Draft
  private let offset: Int

  init(_ draft: Draft, at offset: Int) {
    self.draft = draft
    self.offset = offset
  }

  /// The places that the text here leads to; `locate` says where a place of another file is.
  func definition(_ locate: (Place) -> LSPLocation) -> [LSPLocation]? {
    if let link = draft.outline.link(at: offset) {
      if link.destination.hasPrefix("#") { return scene(link).map { [here($0)] } }
      guard let (policy, clause) = draft.shelf.book.target(of: link.destination) else {
        return nil
      }
      return [locate(clause?.place ?? policy.place)]
    }
    return word.flatMap { definition(ofWord: $0) }.map { [locate($0)] }
  }

  /// The heading that a link within the drill leads to: the item's where its words are an id.
  private func scene(_ link: DraftOutline.Link) -> DraftOutline.Heading? {
    let slug = String(link.destination.dropFirst())
    guard let scene = draft.outline.scene(slug) else {
      guard slug == "end" else { return nil }
      return draft.outline.headings.first { $0.level == 2 && $0.text == "End" }
    }
    let words = draft.document.text(link.words).trimmed()
    guard Slug.of(words) != slug else { return scene }
    let items = draft.outline.items(of: scene)
    for (index, item) in items.enumerated() {
      if words == "\(slug).\(index + 1)" || id(below: item) == words { return item }
    }
    return scene
  }

  /// The id that the settings below an item's heading give it.
  func id(below heading: DraftOutline.Heading) -> String? {
    let last = draft.outline.lastLine(of: heading, in: draft.document)
    for line in (heading.line + 1)..<max(heading.line + 1, min(last + 1, heading.line + 6)) {
      let text = draft.line(line).trimmed()
      guard text.hasPrefix("_") || text.hasPrefix("*") else { continue }
      let pieces = text.dropFirst().dropLast().split(separator: ";").map { $0.trimmed() }
      if let id = pieces.first(where: { $0.hasPrefix("id:") }) {
        return id.dropFirst(3).trimmed()
      }
    }
    return nil
  }

  private func here(_ heading: DraftOutline.Heading) -> LSPLocation {
    LSPLocation(
      uri: draft.document.uri, range: draft.document.range(heading.words, draft.encoding))
  }

  // MARK: Words

  /// The word here, of letters, digits and hyphens.
  var word: String? {
    let bytes = draft.document.bytes
    let isWord: (UInt8) -> Bool = {
      $0 >= 0x80 || $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39)
        || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
    }
    var start = offset
    var end = offset
    while start > 0, isWord(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    guard start < end, end - start <= 200 else { return nil }
    return draft.document.text(start..<end)
  }

  /// Where a policy of the front matter begins, or where the curriculum has a word.
  private func definition(ofWord word: String) -> Place? {
    let line = draft.document.feed(of: offset)
    let book = draft.shelf.book
    let isSetting = draft.line(line).trimmed().hasPrefix("_")
    guard draft.outline.isMatter(line) || isSetting else { return nil }
    if let policy = book.policy(word), !isSetting { return policy.place }
    for (kind, column) in [(TableKind.competencies, "Competency"), (.audiences, "Audience")] {
      let row = book.table(kind)?.rows.first { $0.cell(column).plain == word }
      if let row { return row.place }
    }
    return nil
  }

  // MARK: References

  /// What leads to the scene that is named here; nil where none is.
  func references(declaration: Bool) -> [LSPLocation]? {
    guard let scene = Self.scene(draft, at: offset) else { return nil }
    let target = "#" + Slug.of(scene.text)
    let links = draft.outline.links.filter { $0.destination == target }
    return (declaration ? [here(scene)] : [])
      + links.map { link in
        LSPLocation(
          uri: draft.document.uri,
          range: draft.document.range(
            (link.words.lowerBound - 1)..<(link.target.upperBound + 1), draft.encoding))
      }
  }

  /// The scene whose heading, or a link to which, stands at an offset.
  static func scene(_ draft: Draft, at offset: Int) -> DraftOutline.Heading? {
    if let link = draft.outline.link(at: offset) {
      guard link.destination.hasPrefix("#") else { return nil }
      return draft.outline.scene(link.destination.dropFirst())
    }
    let line = draft.document.feed(of: offset)
    return draft.outline.scenes.first { $0.line == line }
  }
}
