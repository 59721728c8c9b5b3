// SPDX-License-Identifier: GPL-3.0-or-later

/// What is said of HTML: of a tag that browsers know, and of words that somebody put between the
/// same signs.
enum HTMLWords {
  /// Tags that people write who know HTML.
  private static let known: Set<String> = [
    "a", "b", "blockquote", "br", "center", "code", "details", "div", "em", "font", "h1", "h2",
    "h3",
    "hr", "i", "img", "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strike",
    "strong", "sub", "summary", "sup", "table", "td", "th", "tr", "tt", "u", "ul",
  ]

  /// The sentence for a tag as it is written; `alternative` is where it may be put as it stands.
  static func sentence(_ tag: String, alternative: String) -> String {
    let words = tag.drop { "</".contains($0) }.prefix { $0 != ">" && $0 != "/" }.trimmed()
    guard !words.isEmpty, words.allSatisfy({ $0.isLetter || $0 == " " }),
      !known.contains(words.lowercased())
    else {
      return "HTML has no meaning in a drill. Write it as Markdown, or \(alternative)."
    }
    return "“<\(words.shortened)>” reads as HTML, which has no meaning in a drill. Write "
      + "“(\(words.shortened))”, or \(alternative)."
  }
}
