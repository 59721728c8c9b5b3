// SPDX-License-Identifier: GPL-3.0-or-later

/// The headings of a drill and the blocks under each.
struct Outline {
  /// A `###` section.
  struct ItemPart {
    let heading: RichText
    let place: Place
    var blocks: [MarkdownBlock] = []
  }

  /// A `##` section.
  struct ScenePart {
    let title: String
    let place: Place
    var blocks: [MarkdownBlock] = []
    var items: [ItemPart] = []

    /// Adds a block to the last item, or to the scene before its first.
    mutating func append(_ block: MarkdownBlock) {
      if items.isEmpty { blocks.append(block) } else { items[items.count - 1].blocks.append(block) }
    }
  }

  /// The words of `#`.
  var title: RichText = RichText()
  /// All headings, also those out of place.
  var headings: [(text: RichText, place: Place)] = []
  /// The line of `#`, 1-based; nil without one.
  var titleLine: Int?
  /// What stands between `#` and the first `##`.
  var opening: [MarkdownBlock] = []
  /// The scenes, `## End` not among them.
  var scenes: [ScenePart] = []
  /// `## End`.
  var end: ScenePart?
  /// `## Variants`.
  var variants: ScenePart?

  /// Sorts blocks under their headings; headings out of place are reported.
  init(_ blocks: [MarkdownBlock], source: SourceText, fromLine: Int, diagnostics: Diagnostics) {
    var current: ScenePart?
    var hasTitle = false
    var sceneCount = 0
    var itemCount = 0
    for block in blocks {
      guard case .heading(let level, let text) = block.kind else {
        if current == nil { opening.append(block) } else { current?.append(block) }
        continue
      }
      headings.append((text, block.place))
      switch level {
      case 1 where !hasTitle && current == nil && opening.isEmpty:
        title = text
        titleLine = block.place.line
        hasTitle = true
      case 2:
        sceneCount += 1
        guard sceneCount <= Self.maximumScenes else {
          reportTooMany("scenes", Self.maximumScenes, at: block.place, diagnostics)
          break
        }
        if let done = current { close(done, source, diagnostics) }
        current = ScenePart(title: text.plain, place: block.place)
      case 3 where current != nil:
        itemCount += 1
        guard itemCount <= Self.maximumItems else {
          reportTooMany("items", Self.maximumItems, at: block.place, diagnostics)
          break
        }
        current?.items.append(ItemPart(heading: text, place: block.place))
      default:
        diagnostics.report(
          .misplacedHeading, at: block.place, Outline.advice(level, hasScene: current != nil))
      }
    }
    if let done = current { close(done, source, diagnostics) }
    if itemCount == 0 {
      diagnostics.report(
        .noItems, at: source.place(1),
        "The drill asks nothing. Begin a scene with “## Title” and ask something in it with "
          + "“### Choose: …”.")
    }
    if !hasTitle {
      diagnostics.report(
        .missingTitle, at: source.place(fromLine),
        "The drill has no title. Begin the text with one line “# Title”.")
    }
  }

  /// Most scenes of a drill.
  static let maximumScenes = 200
  /// Most items of a drill.
  static let maximumItems = 500

  private func reportTooMany(
    _ what: String, _ limit: Int, at place: Place, _ diagnostics: Diagnostics
  ) {
    diagnostics.report(
      .tooManyParts, at: place,
      "A drill has at most \(limit) \(what); what is more is not read. Make two drills of it.")
  }

  private static func advice(_ level: Int, hasScene: Bool) -> String {
    switch level {
    case 1:
      "“#” is the drill's title and stands once, before everything else. A scene begins with ##."
    case 3:
      "“###” asks something within a scene, and no scene has begun. Put a “## Scene” before it."
    default: "A heading has at most three #: # title, ## scene, ### item."
    }
  }

  private mutating func close(
    _ scene: ScenePart, _ source: SourceText, _ diagnostics: Diagnostics
  ) {
    switch scene.title {
    case let title
    where ["end", "variants"].contains(title.lowercased())
      && title != title.lowercased().capitalisedFirst:
      diagnostics.report(
        .misplacedHeading, at: scene.place,
        "If this is the drill's own section, write “## \(title.lowercased().capitalisedFirst)”; a "
          + "scene needs another title.",
        fix: source.rewriting(scene.place.line, "write the title with a capital letter") { line in
          line.hasPrefix("## ") ? "## \(title.lowercased().capitalisedFirst)" : nil
        })
    case "End", "Variants":
      let isEnd = scene.title == "End"
      if (isEnd ? end : variants) != nil {
        diagnostics.report(
          .twice, at: scene.place, "“## \(scene.title)” stands here a second time. Join the two.")
      }
      for item in scene.items {
        diagnostics.report(
          .misplacedHeading, at: item.place, "Nothing can be asked under “## \(scene.title)”.")
      }
      if isEnd { end = scene } else { variants = scene }
    default:
      scenes.append(scene)
    }
  }
}
