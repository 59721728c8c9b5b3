// SPDX-License-Identifier: GPL-3.0-or-later

/// A tag of a language such as `de` or `pt-BR` (BCP 47), compared whatever its case.
public struct LanguageTag: Hashable, Sendable {
  /// The tag in small letters, by which tags are compared.
  public let text: String

  /// The tag as it is usually written: `pt-BR`, `zh-Hant`, `en-x-same` (RFC 5646, 2.1.1).
  public var written: String {
    var isAfterSingleton = false
    let parts = text.split(separator: "-")
    return parts.enumerated().map { index, part in
      isAfterSingleton = isAfterSingleton || part.count == 1
      guard index > 0, !isAfterSingleton else { return String(part) }
      return switch part.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst()
      default: String(part)
      }
    }.joined(separator: "-")
  }

  /// Reads a tag: two or three letters, then perhaps parts of one to eight letters or digits; nil
  /// for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0) }),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      })
    else { return nil }
    self.text = text.lowercased()
  }

  /// The tag, then the same one with its last part left out, down to the language alone.
  public var fallbacks: [LanguageTag] {
    let parts = text.split(separator: "-")
    return (1...parts.count).reversed().compactMap {
      LanguageTag(parts.prefix($0).joined(separator: "-"))
    }
  }
}

/// What a translation's file is called: `lost-laptop.de.md`, beside `lost-laptop.md`.
public struct TranslationName: Hashable, Sendable {
  /// The path of the original's file.
  public let original: String
  /// The language that the name says.
  public let language: LanguageTag

  /// The path of the translation's file.
  public var path: String { original.dropLast(3) + ".\(language.written).md" }

  /// The name of a translation of the drill in a file that ends in `.md`.
  public init(original: String, language: LanguageTag) {
    self.original = original
    self.language = language
  }

  /// Reads a path; nil where the name holds no language.
  public init?(path: String) {
    guard path.hasSuffix(".md") else { return nil }
    let stem = path.dropLast(3)
    guard let dot = stem.lastIndex(of: "."), dot > stem.startIndex,
      stem[stem.index(before: dot)] != "/", let tag = LanguageTag(stem[stem.index(after: dot)...])
    else { return nil }
    original = stem[..<dot] + ".md"
    language = tag
  }
}
