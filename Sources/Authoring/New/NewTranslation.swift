// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// A drill's translation that is to be begun: the front matter of one, and below it the original's
/// text, to be translated from top to bottom. Settings, conditions, facts and ways are left out: they
/// are the original's, and would have to be changed with it.
public struct NewTranslation: Hashable, Sendable {
  /// The file's text.
  public let text: String

  /// Begins a translation.
  ///
  /// - Parameters:
  ///   - source: The original as a text.
  ///   - header: What the original's front matter says.
  ///   - language: The language of the translation.
  public init(of source: SourceText, _ header: DrillHeader, into language: LanguageTag) {
    let matter = FrontMatter.read(source, diagnostics: Diagnostics())
    let front = """
      ---
      drill: 1
      translates: \(header.id)
      lang: \(language.written)
      version: \(header.version)
      title: \(NewDrill.quoted(header.title))
      summary: \(NewDrill.quoted(header.summary))
      ---
      """
    let keys = TranslationKeys.lines(in: source, from: matter.markdownLine)
    let rest = zip(1..., source.lines).dropFirst(matter.markdownLine - 1)
      .filter { !keys.contains($0.0) }.map { String($0.1) }
    text = ([front] + rest).joined(separator: "\n")
  }
}
