// SPDX-License-Identifier: GPL-3.0-or-later

/// A text in which is hidden what must not go where it goes: the policy's Data classes decide.
enum RedactKind: ItemKind {
  static let verb = "Redact"
  static let meaning =
    "A text in which is hidden what must not go where it goes: the Data classes decide."

  static let hasAnswerList = false
  static let showsAsItCame = true

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let quote = section.takeQuote(where: \.isStruck) else {
      section.report(
        .wrongForm, at: section.place,
        "Redact needs a quote in which every part that could be hidden is struck, with its class: "
          + "“> Card ~~4111 1111 1111 1111~~ (payment card)”.")
      return nil
    }
    rejectStrikesElsewhere(section)
    var reader = RedactReader(section)
    let document = reader.read(quote)
    guard document.parts.contains(where: { $0.dataClass != nil }) else { return nil }
    return RedactContent(
      document: document, duty: section.duty, language: section.language)
  }

  private static func rejectStrikesElsewhere(_ section: ItemSection) {
    for part in section.blocks {
      guard case .block(let block) = part.kind, [block].isStruck else { continue }
      section.report(
        .wrongForm, at: part.place,
        block.isQuote
          ? "A second quote has struck parts, and one document is redacted at a time. Join the two "
            + "quotes with a line “>”, or ask twice."
          : "Strikes count in the quote only. Take them away here.")
    }
  }
}

extension [MarkdownBlock] {
  /// Whether anything in these blocks is struck.
  fileprivate var isStruck: Bool {
    contains { block in
      block.richTexts.contains { $0.runs.contains { $0.style.contains(.strike) } }
    }
  }
}
