// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What can be told of the text at a place: a clause, a right answer, a setting, a key, a finding.
struct Explanation {
  private let draft: Draft
  private let offset: Int
  private let line: Int

  init(_ draft: Draft, at offset: Int) {
    self.draft = draft
    self.offset = offset
    line = draft.document.feed(of: offset)
  }

  /// What is told, in Markdown; nil where there is nothing to tell.
  func hover() -> ServerResults.Hover? {
    let (text, range) = subject ?? ("", nil)
    let parts = [text] + findings
    let whole = parts.filter { !$0.isEmpty }.joined(separator: "\n\n---\n\n")
    guard !whole.isEmpty else { return nil }
    return ServerResults.Hover(
      contents: .init(whole), range: range.map { draft.document.range($0, draft.encoding) })
  }

  private typealias Told = (text: String, range: Range<Int>?)

  private var subject: Told? {
    if let link = draft.outline.link(at: offset) { return self.link(link) }
    if draft.outline.isMatter(line) { return matter() }
    if let heading = draft.outline.headings.first(where: { $0.line == line }) {
      return self.heading(heading)
    }
    return setting() ?? mark() ?? label() ?? fact()
  }

  // MARK: Links and headings

  private func link(_ link: DraftOutline.Link) -> Told? {
    let range = (link.words.lowerBound - 1)..<(link.target.upperBound + 1)
    if link.destination.hasPrefix("#") {
      return draft.outline.scene(link.destination.dropFirst()).map { (scene($0), range) }
    }
    guard let (policy, clause) = draft.shelf.book.target(of: link.destination) else { return nil }
    let head = "*\(policy.title)*, version \(policy.version), \(policy.owner)"
    return ("\(head)\n\n\(draft.shelf.text(of: policy, clause))", range)
  }

  private func heading(_ heading: DraftOutline.Heading) -> Told? {
    guard draft.kind == .drill else { return nil }
    if heading.level == 2 { return (scene(heading), heading.words) }
    guard let name = heading.verb?.name else { return nil }
    let verb = ItemVerb.named(name).map { "**\($0.name)**: \($0.meaning)" }
    let parts = [verb, RightAnswer(draft).text(of: heading)].compactMap { $0 }
    return parts.isEmpty ? nil : (parts.joined(separator: "\n\n"), heading.words)
  }

  private func scene(_ heading: DraftOutline.Heading) -> String {
    let target = "#" + Slug.of(heading.text)
    let links = draft.outline.links.count { $0.destination == target }
    let items = draft.outline.items(of: heading).map { "- \($0.text)" }
    let head = "**\(heading.text)** (`\(target)`, \(links) \(links == 1 ? "link" : "links"))"
    return ([head, ""] + items).joined(separator: "\n").trimmed()
  }

  // MARK: Lines

  private func matter() -> Told? {
    let keys = draft.keys
    let word = Navigation(draft, at: offset).word
    if let word, let told = word.isEmpty ? nil : meaning(ofWord: word) { return (told, nil) }
    let text = draft.line(line)
    guard let colon = text.firstIndex(of: ":"),
      let key = keys.first(where: { $0.name == text[..<colon] })
    else { return nil }
    return ("**\(key.name)**: \(key.meaning)", draft.document.feedRange(line))
  }

  /// What the curriculum or a policy says of a word of the front matter.
  private func meaning(ofWord word: String) -> String? {
    let book = draft.shelf.book
    let named = (book.competencies + book.audiences).first { $0.name == word }
    if let named, !named.meaning.isEmpty { return "**\(named.name)**: \(named.meaning)" }
    return book.policy(word).map {
      "**\($0.title)**, version \($0.version), in force from \($0.effective), \($0.owner)"
    }
  }

  /// The piece of a line between semicolons that the place is in, within `inner`.
  private func piece(in inner: Range<Int>) -> Range<Int>? {
    guard inner.lowerBound <= offset, offset <= inner.upperBound else { return nil }
    let bytes = draft.document.bytes
    let semicolon = UInt8(ascii: ";")
    let start = bytes[inner.lowerBound..<offset].lastIndex(of: semicolon).map { $0 + 1 }
    let end = bytes[offset..<inner.upperBound].firstIndex(of: semicolon)
    return (start ?? inner.lowerBound)..<(end ?? inner.upperBound)
  }

  private func setting() -> Told? {
    let range = draft.document.feedRange(line)
    let text = draft.document.text(range)
    guard draft.verb(at: line) != nil, text.hasPrefix("_"), text.trimmed().hasSuffix("_"),
      text.utf8.count > 2
    else { return nil }
    let end =
      range.lowerBound
      + (text.utf8.lastIndex(of: UInt8(ascii: "_")).map {
        text.utf8.distance(from: text.utf8.startIndex, to: $0)
      } ?? 0)
    guard let piece = piece(in: (range.lowerBound + 1)..<max(range.lowerBound + 1, end)) else {
      return nil
    }
    let written = draft.document.text(piece).trimmed()
    guard let form = SettingForm.setting(of: written) else { return nil }
    let word = written.split(separator: ":").last?.trimmed() ?? ""
    let value = form.name == "competency" ? meaning(ofWord: word) : nil
    return (
      ["`\(form.example)`: \(form.meaning)", value].compactMap { $0 }.joined(separator: "\n\n"),
      piece
    )
  }

  private func mark() -> Told? {
    let range = draft.document.feedRange(line)
    let bytes = draft.document.bytes
    guard let open = bytes[range].firstIndex(of: UInt8(ascii: "(")), open < offset,
      let close = bytes[open..<range.upperBound].firstIndex(of: UInt8(ascii: ")")),
      offset <= close, let piece = piece(in: (open + 1)..<close),
      let form = SettingForm.mark(of: draft.document.text(piece))
    else { return nil }
    let before = draft.document.text(range.lowerBound..<open)
    guard before.allSatisfy({ " \t>-*0123456789.[x]".contains($0) }) else { return nil }
    return ("`\(form.example)`: \(form.meaning)", piece)
  }

  private func label() -> Told? {
    let range = draft.document.feedRange(line)
    let text = draft.document.text(range)
    guard draft.kind == .drill,
      let form = SettingForm.labels.first(where: { text.hasPrefix($0.name) }),
      let next = text.dropFirst(form.name.count).first, ":( ".contains(next)
    else { return nil }
    // “After” begins sentences as well; a hint's price stands in parentheses.
    let isLabel =
      next == ":" || (next == "(" || text.contains("(")) && form.name == "Hint"
      || text.trimmed().hasSuffix(":")
    guard isLabel else { return nil }
    return ("`\(form.example.trimmed())`: \(form.meaning)", range)
  }

  /// Which tables look at a fact.
  private func fact() -> Told? {
    let range = draft.document.feedRange(line)
    let text = draft.document.text(range).trimmed()
    guard text.hasPrefix("- "), let colon = text.firstIndex(of: ":") else { return nil }
    let key = text[..<colon].dropFirst(2).trimmed()
    let book = draft.shelf.book
    guard book.factKeys.contains(where: { $0.lowercased() == key.lowercased() }) else { return nil }
    let tables = TableKind.allCases.filter { book.table($0)?.hasCondition(key) == true }
    let words = book.vocabulary(of: key)
    var parts = [
      "**\(key)**: a fact"
        + (tables.isEmpty
          ? "."
          : " that is asked for by the table "
            + tables.map { "“\($0.title)”" }.joined(separator: ", ") + ".")
    ]
    if !words.isEmpty { parts.append("Known words: \(words.joined(separator: ", ")).") }
    return (parts.joined(separator: "\n\n"), range)
  }

  // MARK: Findings

  /// What the rules of the findings here are for, and what to do.
  private var findings: [String] {
    var seen: Set<String> = []
    return (draft.findings ?? []).compactMap { finding in
      let range = FindingRange.offsets(of: finding, in: draft.document)
      guard range.lowerBound <= offset, offset <= range.upperBound,
        seen.insert(finding.rule.code).inserted, let entry = CodeBook.entry(finding.rule.code)
      else { return nil }
      return "**\(finding.rule.code)**, \(finding.rule.title): \(entry.meaning) \(entry.remedy)"
    }
  }
}
