// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console
import DrillKit
import Glibc
import Library

/// A drill's translation that is begun, written beside the drill.
struct TranslationDraftFile {
  let drill: String
  let language: LanguageTag
  let library: DrillLibrary

  /// Writes the file and says how to go on.
  func write(on printer: Printer) throws {
    // The drill is meant as it was written, and not in the language that is still to come.
    library.language = nil
    library.languageOfFiles = nil
    let draft = try DraftDrill(drill, in: library)
    let found = Diagnostics()
    guard let header = draft.variants.first?.header,
      let bytes = LibraryFolder.bytes(of: draft.path, diagnostics: found),
      let source = SourceText(file: draft.path, bytes: bytes, diagnostics: found)
    else { throw Failure("“\(draft.path)” can't be read.", status: Failure.noInput) }
    if let name = TranslationName(path: draft.path), access(name.original, F_OK) == 0 {
      throw Failure(
        "“\(draft.path)” is a translation itself. Name its original, “\(name.original)”.",
        status: Failure.badUse)
    }
    guard LanguageTag(header.language) != language else {
      throw Failure(
        "“\(draft.path)” is written in “\(language.written)” already. Name another language.",
        status: Failure.badUse)
    }
    let path = TranslationName(original: draft.path, language: language).path
    try NewFile.write(
      NewTranslation(of: source, header, into: language).text, to: path,
      elsewhere: "Go on with that one.")
    try printer.print(
      StyledText("\(path) is written. ", .good)
        + "Translate it from top to bottom; “drillhall check \(path) --watch” names what is left.")
  }
}
