// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A document as an answer looks at it: the text as it stands, and what the last check knew.
struct Draft {
  let document: OpenDocument
  let outline: DraftOutline
  let kind: DocumentKind
  /// The last check; its text may be an older one.
  let review: DocumentReview?
  let shelf: PolicyShelf
  /// The policies' folder.
  let folder: PolicyFolder
  let encoding: PositionEncoding

  /// The findings of the text as it stands; nil where it was not checked yet.
  var findings: [Diagnostic]? {
    review.flatMap { $0.document.edition == document.edition ? $0.findings : nil }
  }

  /// The keys that its front matter may have.
  var keys: [FrontMatterKey] {
    if kind == .policy { return FrontMatterKey.policy }
    return TranslationFront.isMeant(document.bytes)
      ? FrontMatterKey.translation : FrontMatterKey.drill
  }

  /// The verb of the item that a line belongs to.
  func verb(at line: Int) -> ItemVerb? {
    outline.heading(above: line, level: 3)?.verb.flatMap { ItemVerb.named($0.name) }
  }

  /// The item of a heading as it was last read, in a variant.
  func item(
    of heading: DraftOutline.Heading, in script: Script
  ) -> (item: Item, scene: Scene)? {
    guard let title = outline.heading(above: heading.line, level: 2),
      // A translation's scenes have the original's link targets and titles of their own.
      let scene = script.scene(Slug.of(title.text))
        ?? script.drill.scenes.first(where: { $0.title == title.text }), let verb = heading.verb
    else { return nil }
    let same = scene.items.filter { $0.verb == verb.name }
    if same.count == 1 { return (same[0], scene) }
    if let item = same.first(where: { $0.question == verb.question }) { return (item, scene) }
    let ordinal = outline.items(of: title).filter { $0.verb?.name == verb.name }
      .firstIndex(of: heading)
    return ordinal.flatMap { same.indices.contains($0) ? (same[$0], scene) : nil }
  }

  /// A line as the project counts, from 0, without its end.
  func line(_ number: Int) -> String { document.text(document.feedRange(number)) }
}
