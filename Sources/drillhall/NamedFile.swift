// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Glibc
import Library

/// A drill that is named by its file, where a language may be asked for as well.
struct NamedFile {
  /// The path as typed.
  let path: String

  /// A drill's file.
  init(_ path: String) { self.path = path }

  /// The file in a language: that of the translation beside it, or the file itself where it is written
  /// in this one, or none is asked for.
  func path(in wanted: LanguageTag?) throws(Failure) -> String {
    guard let wanted,
      let bytes = LibraryFolder.bytes(of: path, diagnostics: Diagnostics())
    else { return path }
    if let name = TranslationName(path: path), TranslationFront.isMeant(bytes) {
      guard !wanted.fallbacks.contains(name.language) else { return path }
      throw Failure(
        "“\(path)” is the translation into “\(name.language.written)”, and --lang asks for "
          + "“\(wanted.written)”. Name its original, “\(name.original)”, or leave --lang out.",
        status: Failure.badUse)
    }
    // A draft whose front matter can't be read is told of as it is.
    guard let header = DrillReader.header(file: path, bytes: bytes) else { return path }
    for tag in wanted.fallbacks {
      if tag == LanguageTag(header.language) { return path }
      let translation = TranslationName(original: path, language: tag).path
      if path.hasSuffix(".md"), access(translation, F_OK) == 0 { return translation }
    }
    throw Failure(
      "“\(path)” is not translated into “\(wanted.written)”: there is no "
        + "“\(TranslationName(original: path, language: wanted).path)” beside it. Write that one, or "
        + "leave --lang out.", status: Failure.noInput)
  }
}
