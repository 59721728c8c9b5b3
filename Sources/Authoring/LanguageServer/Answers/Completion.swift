// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What fits at a place of a text. It looks at the line and the headings only, so that a drill that
/// can't be read is completed as well.
struct Completion {
  /// Something that fits.
  struct Offer {
    /// What the editor lists.
    let label: String
    /// What is put in; the label where nothing else is said.
    var insert: String?
    /// What it is found by as more is typed; the label where nothing else is said.
    var filter: String?
    /// A few words beside it.
    var detail: String?
    /// More about it, in Markdown.
    var meaning: String?
    var kind = Kind.value
  }

  /// Kinds of offers (LSP 3.17, CompletionItemKind).
  enum Kind: Int {
    case function = 3, module = 9, property = 10, value = 12, keyword = 14, reference = 18
  }

  /// What fits, and the stretch in whose place it is put.
  struct Fitting {
    var range: Range<Int>
    var offers: [Offer]
  }

  let draft: Draft
  let offset: Int
  /// The line as the project counts, from 0.
  let line: Int
  /// Where it begins.
  let start: Int
  /// The line up to the place.
  let before: String
  /// The line from the place on.
  let after: String

  /// So many offers at most are made.
  private static let most = 1000

  init(_ draft: Draft, at offset: Int) {
    self.draft = draft
    self.offset = offset
    line = draft.document.feed(of: offset)
    let range = draft.document.feedRange(line)
    start = range.lowerBound
    before = draft.document.text(start..<offset)
    var rest = draft.document.text(offset..<max(offset, range.upperBound))
    if rest.utf8.last == 0x0D { rest.unicodeScalars.removeLast() }
    after = rest
  }

  /// What fits here, as an editor takes it.
  func list() -> ServerResults.CompletionList {
    guard let fitting = fitting() else { return .init(items: []) }
    let range = draft.document.range(fitting.range, draft.encoding)
    var seen: Set<String> = []
    let offers = fitting.offers.filter { seen.insert($0.label + ($0.insert ?? "")).inserted }
    return .init(
      items: offers.prefix(Self.most).enumerated().map { index, offer in
        let order = String(index)
        return .init(
          label: offer.label, kind: offer.kind.rawValue, detail: offer.detail,
          documentation: offer.meaning.map { .init($0) },
          sortText: String(repeating: "0", count: max(0, 4 - order.count)) + order,
          filterText: offer.filter,
          textEdit: LSPTextEdit(range: range, newText: offer.insert ?? offer.label))
      })
  }

  private func fitting() -> Fitting? {
    guard !draft.outline.literalLines.contains(line), before.utf8.count <= 8192 else { return nil }
    if draft.outline.isMatter(line) { return matter() }
    if draft.kind == .answers { return goldenAnswers() }
    if let found = destination() ?? linkWords() { return found }
    if draft.kind == .drill,
      let found = heading() ?? directive() ?? redaction() ?? listLine()
    {
      return found
    }
    return cell() ?? (draft.kind == .drill ? label() : nil)
  }

  // MARK: What all of them share

  /// Offers in the place of the last characters before the place, so many bytes of them, and of the
  /// first ones behind it.
  func replacing(last count: Int, next: Int = 0, _ offers: [Offer]) -> Fitting {
    Fitting(range: (offset - count)..<(offset + next), offers: offers)
  }

  /// Offers of settings and the like.
  func offers(of forms: [SettingForm], _ kind: Kind) -> [Offer] {
    forms.map { Offer(label: $0.example, meaning: $0.meaning, kind: kind) }
  }

  /// Offers of words.
  func words(_ words: [String], _ detail: String? = nil) -> [Offer] {
    words.map { Offer(label: $0, detail: detail) }
  }

  /// How many bytes of a text come after the last of some signs and the white space behind it.
  static func tail(of text: String, after signs: String) -> Int {
    let rest = text.utf8.reversed().prefix { !signs.utf8.contains($0) }
    let blanks = rest.reversed().prefix { $0 == 0x20 || $0 == 0x09 }
    return rest.count - blanks.count
  }
}

extension StringProtocol {
  /// What stands behind the last of some words; nil without them.
  func behindLast(_ words: String) -> String? {
    var found: Index?
    var rest = self[...]
    while let range = rest.firstRange(of: words) {
      found = range.upperBound
      rest = rest[range.upperBound...]
    }
    return found.map { String(self[$0...]) }
  }
}
