// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The drills of a folder by their front matter, and what they are translated into.
struct DrillListing {
  private struct Translation {
    let path: String
    let front: TranslationFront
  }

  private let originals: [DrillLibrary.Entry]
  /// Translations by their original's path.
  private let translations: [String: [LanguageTag: Translation]]

  /// Reads the front matter of a folder's drills.
  init(of folder: LibraryFolder) {
    let silent = Diagnostics()
    var seen: Set<String> = []
    var found: [DrillLibrary.Entry] = []
    var translations: [String: [LanguageTag: Translation]] = [:]
    // An id that two files have is the original's, not that of a copy to be translated.
    let files = folder.files(diagnostics: silent)
    let named = files.filter { TranslationName(path: $0.path) != nil }
    for file in named.isEmpty ? files : files.filter({ !named.contains($0) }) + named {
      guard let bytes = LibraryFolder.bytes(of: file.path, diagnostics: silent) else { continue }
      // A translation that keeps its original's keys is no drill for that.
      if TranslationFront.isMeant(bytes) {
        guard let name = TranslationName(path: file.path),
          let front = TranslationFront(file: file.path, bytes: bytes)
        else { continue }
        translations[name.original, default: [:]][name.language] =
          Translation(path: file.path, front: front)
      } else if let header = DrillReader.header(file: file.path, bytes: bytes),
        seen.insert(header.id).inserted
      {
        found.append(DrillLibrary.Entry(header: header, path: file.path))
      }
    }
    let order = Duty.allCases
    originals = found.sorted { a, b in
      let dutyA = order.firstIndex(of: a.header.duty) ?? 0
      let dutyB = order.firstIndex(of: b.header.duty) ?? 0
      return (dutyA, a.header.level, a.header.id) < (dutyB, b.header.level, b.header.id)
    }
    self.translations = translations
  }

  /// The drills, each in a language where it is translated into that one.
  func entries(in language: LanguageTag?) -> [DrillLibrary.Entry] {
    guard let language, !translations.isEmpty else { return originals }
    return originals.map { self.entry($0, in: language) }
  }

  /// A drill in the first of the language's tags, from the narrow one to the wide one, that it is
  /// written in or translated into.
  private func entry(
    _ entry: DrillLibrary.Entry, in language: LanguageTag
  ) -> DrillLibrary.Entry {
    let known = translations[entry.path] ?? [:]
    var isBehind = false
    for tag in language.fallbacks {
      if tag == LanguageTag(entry.header.language) { return entry }
      guard let translation = known[tag] else { continue }
      if let header = entry.header.translated(by: translation.front) {
        return DrillLibrary.Entry(header: header, path: translation.path)
      }
      isBehind = true
    }
    return isBehind
      ? DrillLibrary.Entry(header: entry.header, path: entry.path, isTranslationBehind: true)
      : entry
  }

  /// The languages of the translations that are of their drill's version.
  var languages: [LanguageTag] {
    let current = originals.flatMap { entry in
      (translations[entry.path] ?? [:]).filter {
        entry.header.translated(by: $0.value.front) != nil
      }.keys
    }
    return Set(current).sorted { $0.text < $1.text }
  }
}
