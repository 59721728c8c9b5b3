// SPDX-License-Identifier: GPL-3.0-or-later

extension Outline {
  /// Warns of scenes that were probably meant as `## End` or `## Variants`: “## Ende” would be
  /// told as a scene, and nobody would notice.
  func reportSlips(_ diagnostics: Diagnostics) {
    var missing: [(heading: String, what: String)] = []
    if end == nil { missing.append(("End", "holds the debrief")) }
    if variants == nil { missing.append(("Variants", "holds the table of variants")) }
    for scene in scenes where scene.items.isEmpty {
      // A slip of the finger seldom hits the first letter, and “Send” may well be a scene.
      guard let name = nearest(to: scene.title, in: missing.map(\.heading)),
        let meant = missing.first(where: { $0.heading == name }),
        scene.title.first?.lowercased() == name.first?.lowercased(),
        !isLinked("#" + Slug.of(scene.title))
      else { continue }
      diagnostics.report(
        .nearlyReserved, at: scene.place,
        "“## \(scene.title)” is read as a scene. Did you mean “## \(name)”, which \(meant.what)? If "
          + "it is a scene, lead to it with a link, or choose another title.")
    }
  }

  /// Whether a link leads to a scene: then it is meant as one.
  private func isLinked(_ destination: String) -> Bool {
    let texts = scenes.flatMap { $0.blocks + $0.items.flatMap(\.blocks) } + opening
    return (texts + (end?.blocks ?? [])).contains { block in
      block.richTexts.contains { $0.links.contains { $0.destination == destination } }
    }
  }
}
