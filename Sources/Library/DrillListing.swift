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
    for file in folder.files(diagnostics: silent) {
      guard let bytes = LibraryFolder.bytes(of: file.path, diagnostics: silent) else { continue }
      if let header = DrillReader.header(file: file.path, bytes: bytes) {
        guard seen.insert(header.id).inserted else { continue }
        found.append(DrillLibrary.Entry(header: header, path: file.path))
      } else if let name = TranslationName(path: file.path),
        let front = TranslationFront(file: file.path, bytes: bytes)
      {
        translations[name.original, default: [:]][name.language] =
          Translation(path: file.path, front: front)
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
    return originals.map { entry in
      let known = translations[entry.path] ?? [:]
      let tags = language.fallbacks
      guard !tags.contains(where: { $0 == LanguageTag(entry.header.language) }),
        let translation = tags.lazy.compactMap({ known[$0] }).first
      else { return entry }
      guard let header = entry.header.translated(by: translation.front) else {
        return DrillLibrary.Entry(
          header: entry.header, path: entry.path, isTranslationBehind: true)
      }
      return DrillLibrary.Entry(header: header, path: translation.path)
    }
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
