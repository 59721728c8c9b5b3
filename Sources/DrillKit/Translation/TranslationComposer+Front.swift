// SPDX-License-Identifier: GPL-3.0-or-later

/// The front matter of a translation: its own texts among the original's keys.
extension TranslationComposer {
  /// The title that a scene is shown with; what is wrong with it is reported.
  func title(of scene: Outline.ScenePart?, for original: Outline.ScenePart) -> String {
    guard let scene else { return original.title }
    guard !scene.title.isBlank else {
      diagnostics.report(
        .unpairedPart, at: scene.place,
        "This heading has no words. In the original it is “\(original.title.shortened)”.")
      return original.title
    }
    diagnostics.checkTranslated(
      original.title, scene.title, prose: original.title, least: 3, isHeading: true,
      at: scene.place)
    return scene.title
  }

  /// A title or a question that stands as it did was forgotten where it has some words.
  func checkLine(_ text: String, _ own: String, least: Int, at place: Place) {
    diagnostics.checkTranslated(text, own, prose: text, least: least, at: place)
  }

  mutating func checkFront() -> Bool {
    let id = original.value("id")?.text ?? ""
    guard front.original == id else {
      diagnostics.report(
        .noOriginal, at: place(of: FrontMatterKey.translates),
        "The drill beside this file, “\(name.original)”, has the id “\(id)”, and this translates "
          + "“\(front.original.shortened)”. Correct one of the two.")
      return false
    }
    let tag = LanguageTag(front.language)
    if tag != name.language {
      diagnostics.report(
        .noOriginal, at: place(of: "lang"),
        "The file's name says “\(name.language.text)”, and “lang” says “\(front.language)”. Correct "
          + "one of the two.")
    }
    if tag == LanguageTag(original.value("lang")?.text ?? "en") {
      diagnostics.report(
        .noOriginal, at: place(of: "lang"),
        "The original is written in “\(front.language)” as well. Say into what this translates it.")
    }
    checkVersion()
    for (index, entry) in translation.matter.entries.enumerated()
    where !TranslationFront.ownKeys.contains(entry.key) {
      guard entry.value.plain != original.value(entry.key)?.plain else { continue }
      guard FrontMatterKey.isOfDrill(entry.key) else {
        diagnostics.report(
          .unknownKey, at: entry.place, "No key is called “\(entry.key)” here. Delete it.")
        continue
      }
      diagnostics.report(
        .changedKey, at: entry.place,
        "“\(entry.key)” is the original's. Leave it out here, or write it as it is there.",
        fix: leavingOut(index))
    }
    for key in ["title", "summary"] {
      let texts = [original, translation].map { $0.value(key)?.text ?? "" }
      checkLine(texts[0], texts[1], least: 3, at: place(of: key))
    }
    return true
  }

  /// Takes an entry of the front matter out.
  private func leavingOut(_ index: Int) -> Fix {
    let lines = translation.lines(ofEntry: index)
    return Fix("leave it out", firstLine: lines.lowerBound, lineCount: lines.count, lines: [])
  }

  private mutating func checkVersion() {
    guard let text = original.value("version")?.text, let version = Int(text),
      version != front.version
    else { return }
    isBehind = true
    diagnostics.report(
      .staleTranslation, at: place(of: "version"),
      version > front.version
        ? "This translates version \(front.version), and the original is at version \(version): the "
          + "original is played instead. Look at what changed there: a part that is missing here or too "
          + "much is told as well, a text that was worded otherwise is not. Then write “version: \(version)”."
        : "This translates version \(front.version), and the original is only at version "
          + "\(version): the original is played instead. Correct one of the two.")
  }

  private func place(of key: String) -> Place {
    translation.value(key)?.place ?? translation.matter.place
  }

  /// The original's keys in their order, with the translation's own texts.
  mutating func addFront(titles: [String]) {
    add("---", 1, translation)
    for (index, entry) in original.matter.entries.enumerated() where entry.key != "lang" {
      if ["title", "summary"].contains(entry.key) {
        addOwn(entry.key)
      } else {
        for line in original.lines(ofEntry: index) { copy(line, of: original) }
      }
    }
    addOwn("lang")
    add(FrontMatterKey.sceneTitles + ":", 1, translation)
    for title in titles {
      let escaped = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      add("  - \"\(escaped)\"", 1, translation)
    }
    add("---", 1, translation)
  }

  private mutating func addOwn(_ key: String) {
    guard let index = translation.matter.entries.firstIndex(where: { $0.key == key }) else {
      return
    }
    for line in translation.lines(ofEntry: index) { copy(line, of: translation) }
  }
}

extension FrontMatter.Value {
  /// What the value holds, without places.
  fileprivate var plain: Plain {
    switch kind {
    case .scalar(let text): .scalar(text)
    case .list(let values): .list(values.map(\.plain))
    case .mapping(let entries):
      .mapping(
        Dictionary(
          entries.map { ($0.key, $0.value.plain) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  fileprivate indirect enum Plain: Hashable {
    case scalar(String)
    case list([Plain])
    case mapping([String: Plain])
  }
}
