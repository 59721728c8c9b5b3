// SPDX-License-Identifier: GPL-3.0-or-later

internal import CStemmer

/// A Snowball stemmer for one language (snowballstem.org), which is not safe to share between
/// threads: one is made for each scan and freed with it.
struct Stemmer: ~Copyable {
  /// Words beyond so many bytes are left as they are: no inflected word is as long.
  static let longestWord = 128

  private let stemmer: OpaquePointer?

  /// The stemmer of a two- or three-letter ISO 639 code; for a language that Snowball does not
  /// know, words stay whole.
  init(language code: String) {
    stemmer =
      (2...3).contains(code.utf8.count)
      ? code.withCString { sb_stemmer_new($0, nil) } : nil
  }

  deinit {
    sb_stemmer_delete(stemmer)
  }

  /// Whether Snowball knows the language.
  var isKnown: Bool { stemmer != nil }

  /// The stem of a word in lower case.
  func stem(_ word: String) -> String {
    guard let stemmer, word.utf8.count <= Self.longestWord else { return word }
    guard !word.isEmpty else { return word }
    let found = word.withBytes { sb_stemmer_stem(stemmer, $0.baseAddress, Int32($0.count)) }
    guard let stem = found else { return word }
    let length = Int(sb_stemmer_length(stemmer))
    return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
  }
}
