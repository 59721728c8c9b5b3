// SPDX-License-Identifier: GPL-3.0-or-later

/// What a translation's own front matter says: which drill it translates, and into what.
public struct TranslationFront: Hashable, Sendable {
  /// The original's id.
  public let original: String
  /// The language as written.
  public let language: String
  /// The version of the original that was translated.
  public let version: Int
  /// The title in the language.
  public let title: String
  /// The summary in the language.
  public let summary: String

  /// The keys whose values are the translation's own.
  static let ownKeys: Set<String> = [
    FrontMatterKey.translates, "lang", "version", "title", "summary",
  ]

  /// Whether a drill's bytes are meant as a translation, by their front matter.
  public static func isMeant(_ bytes: [UInt8]) -> Bool {
    FrontMatter.lines(of: bytes).withUnsafeBufferPointer { text in
      Array("\n\(FrontMatterKey.translates):".utf8).withUnsafeBufferPointer {
        text.firstOffset(of: $0) != nil
      }
    }
  }

  /// Reads a translation's front matter for lists; nil where it is none, or is not whole.
  public init?(file: String, bytes: [UInt8]) {
    let silent = Diagnostics()
    guard Self.isMeant(bytes),
      let source = SourceText(
        file: file, bytes: FrontMatter.lines(of: bytes), diagnostics: silent)
    else { return nil }
    self.init(FrontMatter.read(source, diagnostics: silent), diagnostics: silent)
  }

  /// Takes the keys out of front matter; nil, reported, where one of them is missing or wrong.
  init?(_ matter: FrontMatter, diagnostics: Diagnostics) {
    let reader = FrontMatterReader(matter, diagnostics: diagnostics)
    _ = reader.wholeNumber("drill", in: 1...DrillFront.format, required: true)
    let original = reader.text(FrontMatterKey.translates, required: true)
    let language = reader.text("lang", required: true)
    let version = reader.wholeNumber("version", in: 1...100_000, required: true)
    let title = reader.text("title", required: true)
    let summary = reader.text("summary", required: true)
    if let language, LanguageTag(language) == nil {
      diagnostics.report(
        .wrongType, at: reader.place(of: "lang"),
        "“\(language.shortened)” is no tag of a language. Write one such as “de” or “pt-BR”.")
      return nil
    }
    guard let original, let language, let version, let title, let summary else { return nil }
    self.original = original
    self.language = language
    self.version = version
    self.title = title
    self.summary = summary
  }
}

extension DrillHeader {
  /// The header of a drill as its translation shows it; nil where that is one of another drill, or
  /// of another version, whose texts may say what is no longer so.
  public func translated(by front: TranslationFront) -> DrillHeader? {
    guard front.original == id, front.version == version else { return nil }
    var header = self
    header.title = front.title
    header.summary = front.summary
    header.language = front.language
    return header
  }
}
