// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Completion {
  /// Behind `##` and `###`: sections of a drill, and verbs.
  func heading() -> Fitting? {
    let level = before.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    guard level > 0, before.utf8.dropFirst(level).first == 0x20 else { return nil }
    let typed = before.dropFirst(level + 1)
    switch level {
    case 3 where !typed.contains(":"):
      let isFollowed = after.hasPrefix(":")
      return replacing(
        last: typed.utf8.count,
        ItemVerb.all.map {
          Offer(
            label: $0.name, insert: isFollowed ? $0.name : "\($0.name): ", meaning: $0.meaning,
            kind: .function)
        })
    case 2:
      let present = draft.outline.headings.filter { $0.line != line }.map(\.text)
      let missing = DraftOutline.reserved.filter { !present.contains($0) }
      return replacing(last: typed.utf8.count, words(missing))
    default: return Fitting(range: offset..<offset, offers: [])
    }
  }

  /// In a line of settings, or behind `_when`.
  func directive() -> Fitting? {
    guard before.first == "_", !before.dropFirst().contains("_") else { return nil }
    let text = before.dropFirst()
    if text.hasPrefix("when ") { return condition() }
    guard let verb = draft.verb(at: line) else {
      let offers = [
        Offer(label: "detour_", detail: "entered only by a link", kind: .keyword),
        Offer(label: "when ", detail: "a condition", kind: .keyword),
      ]
      return replacing(last: text.utf8.count, offers)
    }
    let pieces = text.split(separator: ";", omittingEmptySubsequences: false)
    let current = pieces.last?.drop { $0 == " " } ?? ""
    if let colon = current.firstIndex(of: ":") {
      let value = current[current.index(after: colon)...].drop { $0 == " " }
      return replacing(last: value.utf8.count, values(ofSetting: String(current[..<colon])))
    }
    let present = pieces.dropLast().compactMap { SettingForm.setting(of: $0)?.name }
    var offers = offers(of: verb.settings.filter { !present.contains($0.name) }, .property)
    if pieces.count == 1 { offers.append(Offer(label: "when ", kind: .keyword)) }
    return replacing(last: current.utf8.count, offers)
  }

  private func values(ofSetting name: String) -> [Offer] {
    switch name {
    case "competency":
      let own = draft.review?.scripts.first?.drill.header.competencies ?? []
      let known = draft.shelf.book.competencies
      return named(known.filter { own.contains($0.name) || own.isEmpty })
        + words(own.filter { word in !known.contains { $0.name == word } })
    case "shuffle": return words(["no", "yes"])
    case "confidence": return words(["ask"])
    case "feedback": return words(["at once", "at the end"])
    case "derive":
      // The columns of the item's own table.
      let last = draft.outline.headings.first { $0.line > line }?.line ?? draft.document.feeds.count
      let rows = (line..<max(line, last)).lazy.map { draft.line($0) }
      return words(rows.first { $0.hasPrefix("|") }.map { Self.cells(of: $0) } ?? [])
    default: return []
    }
  }

  /// Behind `_when`, and behind the link of a line under `Next:`.
  func condition() -> Fitting? {
    let last = before.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let book = draft.shelf.book
    if before.hasSuffix("severity is \(last)") {
      return replacing(last: last.utf8.count, words(book.severityLevels.map(\.name)))
    }
    if let typed = before.behindLast("variant is ") {
      let names = draft.review?.scripts.first?.drill.variants ?? []
      return replacing(last: typed.utf8.count, words(names.map { "\"\($0)\"" }))
    }
    return replacing(last: last.utf8.count, offers(of: SettingForm.conditions, .keyword))
  }

  /// Behind what is marked in a text to be redacted: its class, or that it stays.
  private func marked(_ end: String, _ words: [String]) -> Fitting? {
    guard let typed = before.behindLast(end), !typed.contains(where: { ");".contains($0) }) else {
      return nil
    }
    return replacing(last: typed.utf8.count, self.words(words))
  }

  /// In the parenthesis behind a marked stretch.
  func redaction() -> Fitting? {
    marked("~~ (", draft.shelf.book.vocabulary(of: "Data")) ?? marked("** (", ["keep"])
  }

  // MARK: Lists

  /// In a line of a list: marks, facts, foreseen answers, ways on, a scene behind an arrow.
  func listLine() -> Fitting? {
    for arrow in ["→ ", "→", "->"] where before.hasSuffix(arrow) {
      let links = sceneLinks.map { offer in
        Offer(
          label: offer.label, insert: "→ \(offer.insert ?? "")", filter: arrow + offer.label,
          detail: offer.detail,
          kind: .module)
      }
      return replacing(last: arrow.utf8.count, links)
    }
    let text = before.drop { $0 == " " || $0 == ">" }
    guard text.hasPrefix("- ") || text.hasPrefix("* ") else { return nil }
    var typed = text.dropFirst(2).drop { $0 == " " }
    for box in ["[ ] ", "[x] "] where typed.hasPrefix(box) { typed = typed.dropFirst(4) }
    if typed.first == "(", !typed.contains(")") {
      let tail = Self.tail(of: String(typed), after: "(;")
      return replacing(last: tail, offers(of: SettingForm.marks, .property))
    }
    switch labelAbove() {
    case "Facts": return facts(String(typed))
    case "Next": return ways(String(typed))
    default:
      let words = draft.verb(at: line)?.foreseenWords(in: draft.shelf.book) ?? []
      guard !words.isEmpty, before.first == "-" else { return nil }
      return replacing(
        last: typed.utf8.count,
        self.words(words, "foreseen") + self.words(["(otherwise)", "(timed out)"]))
    }
  }

  private func facts(_ typed: String) -> Fitting? {
    let book = draft.shelf.book
    guard let colon = typed.firstIndex(of: ":") else {
      return replacing(
        last: typed.utf8.count,
        book.factKeys.map { Offer(label: $0, insert: "\($0): ", detail: "fact", kind: .property) })
    }
    return replacing(
      last: Self.tail(of: typed, after: ":;"),
      words(book.vocabulary(of: typed[..<colon].trimmed())))
  }

  private func ways(_ typed: String) -> Fitting? {
    guard typed.contains("](") else {
      let links = sceneLinks.map { offer in
        Offer(
          label: offer.label, insert: "\(offer.insert ?? "") otherwise", detail: offer.detail,
          kind: .module)
      }
      return replacing(
        last: typed.utf8.count, links + [Offer(label: "Go on otherwise", kind: .keyword)])
    }
    guard let behind = typed.behindLast(")") else { return nil }
    if behind.hasPrefix(" when ") { return condition() }
    return replacing(
      last: behind.utf8.count, [" when ", " otherwise"].map { Offer(label: $0, kind: .keyword) })
  }

  /// The label that binds the list here, without its colon.
  func labelAbove() -> String? {
    var number = line - 1
    let last = max(-1, line - 300)
    while number > last {
      let text = draft.line(number)
      let isList = text.utf8.first.map { [0x20, 0x09, 0x2D, 0x2A, 0x3E].contains($0) } ?? true
      guard isList else {
        let trimmed = text.trimmed()
        return trimmed.last == ":" ? String(trimmed.dropLast()) : nil
      }
      number -= 1
    }
    return nil
  }

  /// At a line's start: labels.
  func label() -> Fitting? {
    guard before.utf8.count <= 12, after.isEmpty, before.allSatisfy(\.isLetter) else { return nil }
    let isItem = draft.verb(at: line) != nil
    let forms = SettingForm.labels.filter { isItem || ["Facts", "Next"].contains($0.name) }
    return replacing(last: before.utf8.count, offers(of: forms, .keyword))
  }
}
