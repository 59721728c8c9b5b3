// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Completion {
  /// In the front matter: keys that are not there yet, and what fits behind one.
  func matter() -> Fitting? {
    let keys = draft.keys
    let isIndented = before.first == " " || before.first == "\t" || before.first == "-"
    guard isIndented || before.contains(":") else {
      let present = Set(draft.outline.matter.map { $0.compactMap(key(at:)) } ?? [])
      let missing = keys.filter { !present.contains($0.name) || key(at: line) == $0.name }
      let offers = missing.map { key in
        Offer(
          label: key.name, insert: after.hasPrefix(":") ? key.name : "\(key.name): ",
          detail: key.isRequired ? "required" : nil, meaning: key.meaning, kind: .property)
      }
      return replacing(last: before.utf8.count, offers)
    }
    guard let name = isIndented ? keyAbove : key(at: line),
      let key = keys.first(where: { $0.name == name })
    else { return nil }
    if case .settings = key.form { return settings() }
    let typed = Self.tail(of: before, after: isIndented ? "-" : ":[,")
    return replacing(last: typed, values(of: key))
  }

  private var isPolicy: Bool { draft.kind == .policy }

  /// The key that a line of the front matter begins with.
  private func key(at line: Int) -> String? {
    let text = draft.line(line)
    guard let first = text.utf8.first, first != 0x20, first != 0x09, first != UInt8(ascii: "-"),
      first != UInt8(ascii: "#"), let colon = text.firstIndex(of: ":")
    else { return nil }
    return String(text[..<colon])
  }

  private var keyAbove: String? {
    let first = draft.outline.matter?.lowerBound ?? line
    return (first..<max(first, line)).reversed().lazy.compactMap { self.key(at: $0) }.first
  }

  private func values(of key: FrontMatterKey) -> [Offer] {
    let book = draft.shelf.book
    switch (key.name, key.form) {
    case ("competencies", _): return named(book.competencies)
    case ("audience", _): return named(book.audiences)
    case ("policies", _):
      return book.policies.map { Offer(label: $0.id, detail: $0.title, kind: .reference) }
    case ("acknowledge", _): return words(["yearly", "every 6 months", "once", "never"])
    case (_, .word(let list)): return words(list)
    case (_, .whole(let range)) where range.count <= 5: return words(range.map(String.init))
    case (_, .percent): return words(["80"])
    default: return []
    }
  }

  /// Words of the curriculum.
  func named(_ list: [NamedMeaning]) -> [Offer] {
    list.map { Offer(label: $0.name, meaning: $0.meaning.isEmpty ? nil : $0.meaning) }
  }

  /// Below `defaults:`: every setting but the id, as a key and its value.
  private func settings() -> Fitting? {
    guard before.first == " ", !before.contains(":") else { return nil }
    let offers = SettingForm.all.filter { $0.name != "id" }.map { form in
      let value = form.example.replacing("\(form.name): ", with: "")
        .replacing(" \(form.name)", with: "").replacing("\(form.name) ", with: "")
      return Offer(
        label: form.name, insert: "\(form.name): \(value)", meaning: form.meaning, kind: .property)
    }
    return replacing(last: before.utf8.drop { $0 == 0x20 }.count, offers)
  }
}
