// SPDX-License-Identifier: GPL-3.0-or-later

extension Outline {
  /// Warns of scenes that were probably meant as `## End` or `## Variants`: “## Ende” would be
  /// told as a scene, and nobody would notice.
  func reportSlips(_ diagnostics: Diagnostics) {
    var missing: [(heading: String, what: String)] = []
    if end == nil { missing.append(("End", "holds the debrief")) }
    if variants == nil { missing.append(("Variants", "holds the table of variants")) }
    for (index, scene) in scenes.enumerated() where scene.items.isEmpty {
      let name = Self.meant(scene.title, isLast: index == scenes.count - 1)
      guard let name, let meant = missing.first(where: { $0.heading == name }),
        !isLinked("#" + Slug.of(scene.title))
      else { continue }
      diagnostics.report(
        .nearlyReserved, at: scene.place,
        "“## \(scene.title)” is read as a scene. Did you mean “## \(name)”, which \(meant.what)? If "
          + "it is a scene, lead to it with a link, or choose another title.")
    }
  }

  /// What people call the last words of a story, in the languages that drills are written in.
  private static let ends: Set<String> = [
    "the end", "ending", "the ending", "debrief", "debriefing", "the debrief", "epilogue",
    "conclusion", "closing", "wrap up", "das ende", "schluss", "nachbesprechung", "auswertung",
    "fazit", "epilog", "fin", "la fin", "bilan", "final", "el final", "cierre",
    "la fine", "fim", "o fim", "einde", "het einde", "slut", "slutet", "slutt", "loppu", "koniec",
    "konec", "vége", "sfârșit", "kraj", "конец", "кінець", "終わり", "结束",
  ]
  private static let variants: Set<String> = [
    "varianten", "variantes", "varianti", "variações", "warianty", "varianty", "варианты",
  ]

  /// The format's own section that a title nearly names; nil where none is meant.
  static func meant(_ title: String, isLast: Bool) -> String? {
    let words = title.lowercased()
    if variants.contains(words) { return "Variants" }
    // In the middle of a drill such words are a scene's.
    if isLast, ends.contains(words) { return "End" }
    // A slip of the finger seldom hits the first letter, and “Send” may well be a scene.
    guard let name = nearest(to: title, in: ["End", "Variants"]),
      title.first?.lowercased() == name.first?.lowercased()
    else { return nil }
    return name
  }

  /// Whether a link leads to a scene: then it is meant as one.
  private func isLinked(_ destination: String) -> Bool {
    let texts = scenes.flatMap { $0.blocks + $0.items.flatMap(\.blocks) } + opening
    return (texts + (end?.blocks ?? [])).contains { block in
      block.richTexts.contains { $0.links.contains { $0.destination == destination } }
    }
  }
}
