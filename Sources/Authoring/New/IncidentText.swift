// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Words of a record as a drill can hold them.
enum IncidentText {
  /// Stands before whoever did what a line tells.
  static let doer = " – "

  /// The first words as a heading: letters, digits and single spaces.
  static func heading(_ text: String, words: Int) -> String {
    // Who did it, at the end, is no part of what was done.
    var told = text.ranges(of: doer).last.map { String(text[..<$0.lowerBound]) } ?? text
    // Nor is a remark in brackets.
    if told.hasSuffix(")"), let remark = told.firstRange(of: " ("),
      told[..<remark.lowerBound].contains(" ")
    {
      told = String(told[..<remark.lowerBound])
    }
    let plain = clause(told.filter { !"'’".contains($0) }, words: words).map {
      $0.isLetter || ($0.isNumber && $0.isASCII) ? $0 : " "
    }
    let first = String(plain).split(separator: " ").filter {
      Slug.flaw(of: $0) == nil
    }.prefix(words).joined(separator: " ")
    return first.capitalisedFirst
  }

  /// A title: as a heading, with the hyphens of a number such as INC-2026-0418.
  static func title(_ text: String) -> String {
    let signs = text.filter { !"'’".contains($0) }.map(\.self)
    let plain = signs.indices.map { index -> Character in
      let sign = signs[index]
      let isLetter = { (at: Int) in
        signs.indices.contains(at) && (signs[at].isLetter || signs[at].isNumber)
      }
      if sign == "-", isLetter(index - 1), isLetter(index + 1) { return sign }
      return sign.isLetter || (sign.isNumber && sign.isASCII) ? sign : " "
    }
    let words = String(plain).split(separator: " ").filter {
      $0.split(separator: "-").allSatisfy { Slug.flaw(of: $0) == nil }
    }
    return words.joined(separator: " ").capitalisedFirst
  }

  /// Words with which no text ends.
  private static let leading: Set<String> = [
    "a", "an", "the", "and", "or", "but", "of", "to", "at", "in", "on", "by", "for", "from", "with",
    "that", "which", "who", "whom", "whose", "is", "was", "were", "are", "as", "than", "into",
    "about", "his", "her", "their", "our", "its", "no", "not", "had", "has", "have", "when", "so",
  ]

  private static let joining: Set<Substring> = [
    "who", "that", "which", "and", "but", "when", "because", "so", "while", "where",
  ]

  /// The first words of a text, up to the end of a clause where there is one, with no word at the
  /// end that leads to another.
  static func clause(_ text: String, words most: Int) -> String {
    let words = text.split(separator: " ")
    guard words.count > most else { return text }
    var first = words.prefix(most)
    let end = first.indices.dropFirst(2).last { index in
      let next = words[index + 1]
      return words[index].last.map { ".,;:!?".contains($0) } == true
        || ["–", "—", "-"].contains(next) || next.hasPrefix("(")
    }
    if let end {
      first = first[...end]
    } else {
      // A clause that is cut off says less than none.
      if let joint = first.indices.dropFirst(3).last(where: { joining.contains(words[$0]) }) {
        first = first[..<joint]
      }
      while first.count > 2, let last = first.last, leading.contains(last.lowercased()) {
        first = first.dropLast()
      }
    }
    var clause = first.joined(separator: " ")
    while let last = clause.last, ".,;:!?–—-(".contains(last) || last == " " {
      clause.removeLast()
    }
    return clause
  }

  private static let labels = ["facts", "answers", "answer", "next", "feedback", "model", "hint"]

  /// A text that Markdown and the drill's language read word for word.
  static func plain(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let label = word.lowercased()
      let isLabel =
        labels.contains { label == "\($0):" }
        || (label.hasSuffix(":") && word.count < 9 && word != "TODO:")
      return isLabel ? word.dropLast() + "," : word
    }
    words = words.map { $0.contains("→") ? Substring($0.replacing("→", with: "to")) : $0 }
    return MarkdownWords.line(words.joined(separator: " "))
  }

  /// A text as YAML, in quotes.
  static func quoted(_ text: String) -> String { NewDrill.quoted(text) }
}
