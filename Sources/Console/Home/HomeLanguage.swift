// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Library

/// The language in which the home shows drills, and what it says about the others.
struct HomeLanguage {
  private let library: DrillLibrary

  init(_ library: DrillLibrary) { self.library = library }

  /// What the list of drills ends with; nil where there is nothing to choose.
  var sentence: String? {
    let languages = library.languages().map(\.written)
    if let wanted = library.language {
      let isThere = library.entries().contains { entry in
        wanted.fallbacks.contains { $0 == LanguageTag(entry.header.language) }
      }
      return isThere
        ? nil : "No drill is translated into “\(wanted.written)”. \(Self.list(languages))"
    }
    return languages.isEmpty ? nil : Self.list(languages)
  }

  /// Takes a language for the drills that are translated into it; false where none is, nor is any
  /// written in it.
  func choose(_ name: String) -> Bool {
    guard let tag = LanguageTag(name) else { return false }
    let written = library.entries(in: nil).compactMap { LanguageTag($0.header.language) }
    let known = Set(library.languages() + written)
    guard tag.fallbacks.contains(where: known.contains) else { return false }
    library.language = tag
    return true
  }

  /// What is said to a language that no drill is in.
  func answer(to name: String) -> String {
    let languages = library.languages().map(\.written)
    let there = languages.isEmpty ? "No drill is translated." : Self.list(languages)
    return name.isEmpty ? there : "No drill is translated into “\(name)”. " + there
  }

  private static func list(_ languages: [String]) -> String {
    languages.isEmpty
      ? "Drills are shown as they were written."
      : "Some drills are translated: type “language \(languages[0])”"
        + (languages.count > 1 ? " (or \(languages.dropFirst().joined(separator: ", ")))." : ".")
  }

  /// What is said before a drill whose translation is not up to date; nil for any other.
  static func sentence(of entry: DrillLibrary.Entry) -> String? {
    entry.isTranslationBehind
      ? "The translation of this drill is of another version. Here is the drill as it was written."
      : nil
  }
}
