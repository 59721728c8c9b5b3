// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import Glibc

/// Drills as they are played: with the snippets that they use in their places, and translations
/// with the keys of their originals.
extension LibraryFolder {
  /// A drill's whole text; nil, reported, where its file can't be read.
  ///
  /// - Parameters:
  ///   - path: The drill's file, in this folder or a draft elsewhere.
  ///   - texts: Where texts are read.
  ///   - diagnostics: Where it is said that the file can't be read.
  /// - Returns: the text with what is wrong with its uses of snippets.
  public func text(
    of path: String, from texts: LibraryTexts = LibraryTexts(), diagnostics: Diagnostics
  ) -> ComposedText? {
    texts.bytes(of: path, diagnostics: diagnostics).map {
      text(of: path, bytes: $0, from: texts)
    }
  }

  /// The whole text of a drill whose own bytes are at hand; a translation's with the keys of its
  /// original, which is read from the file beside it.
  public func text(
    of path: String, bytes: [UInt8], from texts: LibraryTexts = LibraryTexts()
  ) -> ComposedText {
    let own = expanded(path, bytes, texts)
    let name = TranslationName(path: path)
    guard TranslationFront.isMeant(bytes) else {
      return name.flatMap { unmarked(own, $0, texts) } ?? own
    }
    let original = name.flatMap { name -> ComposedText? in
      guard mayRead(name.original, for: path),
        let bytes = texts.bytes(of: name.original, diagnostics: Diagnostics()),
        !TranslationFront.isMeant(bytes)
      else { return nil }
      return expanded(name.original, bytes, texts)
    }
    return ComposedText.translation(own, name: name, original: original)
  }

  /// The files that a drill's text is put together from: its own, a translation's original, and the
  /// snippets that either uses, those among them that are not there yet.
  public func sources(of path: String) -> [String] {
    let silent = Diagnostics()
    var found = [path]
    for file in [path] + [TranslationName(path: path)?.original].compactMap(\.self) {
      if !found.contains(file) { found.append(file) }
      guard file == path || mayRead(file, for: path),
        let bytes = LibraryTexts().bytes(of: file, diagnostics: silent)
      else { continue }
      _ = ComposedText.expanding(file: file, bytes: bytes) { snippet in
        let isThere = Self.realPath(snippet) != nil
        guard !isThere || mayRead(snippet, for: file) else { return nil }
        if !found.contains(snippet) { found.append(snippet) }
        return LibraryTexts().bytes(of: snippet, diagnostics: silent)
      }
    }
    return found
  }

  /// A copy of a drill under a translation's name that does not say yet that it is one; nil for a
  /// drill of its own.
  private func unmarked(
    _ text: ComposedText, _ name: TranslationName, _ texts: LibraryTexts
  ) -> ComposedText? {
    guard mayRead(name.original, for: name.original),
      let bytes = texts.bytes(of: name.original, diagnostics: Diagnostics()),
      let original = DrillReader.header(file: name.original, bytes: bytes),
      DrillReader.header(file: name.original, bytes: text.bytes)?.id ?? original.id == original.id
    else { return nil }
    return text.unmarkedTranslation(name, of: original.id)
  }

  private func expanded(_ path: String, _ bytes: [UInt8], _ texts: LibraryTexts) -> ComposedText {
    ComposedText.expanding(file: path, bytes: bytes) { snippet in
      guard mayRead(snippet, for: path) else { return nil }
      return texts.bytes(of: snippet, diagnostics: Diagnostics())
    }
  }

  /// Whether a snippet lies, all links followed, in this folder, or below the folder of a drill from
  /// elsewhere or the one above it, as in a library: it must not show what else is on the machine.
  private func mayRead(_ snippet: String, for drill: String) -> Bool {
    guard let target = Self.realPath(snippet) else { return false }
    let own = Self.folder(of: drill)
    let folders = [path, own, own + "/.."].compactMap(Self.realPath).filter { $0 != "/" }
    return folders.contains { target.hasPrefix($0 + "/") }
  }

  /// The folder that a file lies in, as it is written.
  public static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}
