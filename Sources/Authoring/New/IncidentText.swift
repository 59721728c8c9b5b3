// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Words of a record as a drill can hold them.
enum IncidentText {
  /// The first words as a heading: letters, digits and single spaces.
  static func heading(_ text: String, words: Int) -> String {
    let plain = text.map { $0.isLetter || ($0.isNumber && $0.isASCII) ? $0 : " " }
    let first = String(plain).split(separator: " ").filter {
      Slug.flaw(of: $0) == nil
    }.prefix(words).joined(separator: " ")
    return first.capitalisedFirst
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
    return NewDrill.escaped(words.joined(separator: " "))
  }

  /// A text as YAML, in quotes.
  static func quoted(_ text: String) -> String { NewDrill.quoted(text) }
}
