// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that the employee reads: narration, speech or a document.
public struct Passage: Hashable, Sendable {
  /// Whose voice it is in.
  public enum Voice: Hashable, Sendable {
    /// The drill's own.
    case narration
    /// A person of the story.
    case speech(speaker: String)
    /// A mail, a note, a log.
    case document
  }

  /// Whose voice it is in.
  public var voice: Voice
  /// What is said.
  public var blocks: [MarkdownBlock]
  /// Shown only where this holds.
  public var condition: Condition?

  /// A passage.
  public init(_ voice: Voice, _ blocks: [MarkdownBlock], when condition: Condition? = nil) {
    self.voice = voice
    self.blocks = blocks
    self.condition = condition
  }

  /// Words that open a mail's head, not a speaker's name.
  private static let heads: Set<String> = ["from", "to", "cc", "sent", "date", "subject"]

  /// Whether a bold word and a colon belong to a mail's head.
  static func isHead(_ speaker: String) -> Bool {
    speaker.utf8.count <= 7 && heads.contains(speaker.lowercased())
  }

  /// Who speaks in a quote: it opens with a bold name and a colon. Nil for a document.
  static func speaker(ofQuote blocks: [MarkdownBlock]) -> String? {
    guard let speaker = blocks.first?.paragraph?.speaker, !isHead(speaker) else { return nil }
    return speaker
  }

  /// A quote as a passage: speech where it opens with a bold name and a colon, else a document.
  public init(quote blocks: [MarkdownBlock], when condition: Condition? = nil) {
    guard let speaker = Self.speaker(ofQuote: blocks), let first = blocks.first,
      let text = first.paragraph
    else {
      self.init(.document, blocks, when: condition)
      return
    }
    let said = text.droppingFirstRun
    let rest = MarkdownBlock(.paragraph(said), at: first.place, endLine: first.endLine)
    let isSilent = said.isBlank
    self.init(
      .speech(speaker: speaker), (isSilent ? [] : [rest]) + blocks.dropFirst(), when: condition)
  }
}

extension RichText {
  /// The bold name with a colon that opens a line, without the colon.
  var speaker: String? { runs.first?.speaker }

  /// The text after the speaker's name.
  var droppingSpeaker: RichText {
    speaker == nil ? self : droppingFirstRun
  }

  /// The text after its first run.
  fileprivate var droppingFirstRun: RichText {
    RichText(Array(runs.dropFirst())).trimmingStart()
  }
}

extension RichText.Run {
  /// The name with a colon that the run is, in bold; without the colon.
  var speaker: String? {
    guard style.contains(.strong) else { return nil }
    let name = text.trimmed()
    guard name.ends(in: ":"), name.utf8.count > 1 else { return nil }
    return String(name[..<name.utf8.index(before: name.endIndex)])
  }
}

extension [MarkdownBlock] {
  /// The words alone, a paragraph a line: for explanations, exports and tests.
  public var plainText: String {
    if count == 1 { return self[0].plainText }
    return map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension MarkdownBlock {
  /// The words of the block alone.
  public var plainText: String {
    switch kind {
    case .paragraph(let text), .heading(_, let text): text.plain
    case .code(let text): text.trimmed()
    case .quote(let blocks): blocks.plainText
    case .list(let list):
      list.items.enumerated().map { index, item in
        (list.isOrdered ? "\(index + 1). " : "- ") + item.blocks.plainText
      }.joined(separator: "\n")
    case .table(let table):
      ([table.header] + table.rows.map { $0.cells.map(\.plain) })
        .map { $0.joined(separator: " | ") }.joined(separator: "\n")
    case .comment, .html, .rule: ""
    }
  }
}
