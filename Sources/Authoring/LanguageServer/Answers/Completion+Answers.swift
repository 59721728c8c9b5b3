// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Completion {
  /// In golden answers: sections, items, and what can be typed at one: owners, levels and channels of
  /// an escalation, clocks, levels, the words of an answer.
  func goldenAnswers() -> Fitting? {
    if before.hasPrefix("## "), !before.contains(":") {
      return replacing(last: before.utf8.count - 3, words(["Run: ", "Item: "]))
    }
    if before.hasPrefix("## Item: ") {
      return replacing(last: before.utf8.count - 9, words(items.map(\.item.id)))
    }
    if let typed = before.behindLast("scenes "), before.hasPrefix("Expect:") {
      let titles = draft.review?.scripts.first?.drill.scenes.map(\.title) ?? []
      return replacing(last: Self.tail(of: typed, after: ","), words(titles))
    }
    if before.hasPrefix("Expect:") {
      let forms = ["pass", "fail", "fail (compliance)", "score 100", "scenes "]
      return replacing(last: Self.tail(of: before, after: ":;"), words(forms))
    }
    if before.hasPrefix("Variant:") {
      let names = draft.review?.scripts.first?.drill.variants ?? []
      return replacing(last: Self.tail(of: before, after: ":"), words(names))
    }
    guard before.hasPrefix("- ") else { return nil }
    if before.hasPrefix("- **"), let typed = before.dropFirst(4).behindLast("** ") {
      let id = before.dropFirst(4).prefix { $0 != "*" }
      return items.first { $0.item.id == id }.flatMap { answer(to: $0, typed) }
    }
    guard !before.dropFirst(4).contains("*") else { return nil }
    let stars = before.dropFirst(2).prefix { $0 == "*" }
    let offers = items.map {
      Offer(
        label: $0.item.id, insert: "**\($0.item.id)** ",
        filter: stars + $0.item.id, detail: $0.item.question)
    }
    return replacing(
      last: before.utf8.count - 2, offers + words(["(others) right", "(others) as "]))
  }

  private typealias Asked = (item: Item, scene: Scene, script: Script)

  private var items: [Asked] {
    guard let script = draft.review?.scripts.first else { return [] }
    return script.drill.scenes.flatMap { scene in scene.items.map { ($0, scene, script) } }
  }

  /// What the shape of an item's answers knows.
  private func answer(to asked: Asked, _ typed: String) -> Fitting? {
    guard
      let situation = asked.script.situation(
        at: .init(scene: asked.scene.slug, item: asked.item.id), passed: 0)
    else { return nil }
    switch asked.item.content.shape(in: situation) {
    case .choices(let choices):
      return replacing(last: typed.utf8.count, words(choices.options.map(\.text.plain)))
    case .order(let steps):
      return replacing(
        last: Self.tail(of: typed, after: ";"), words(steps.options.map(\.text.plain)))
    case .fields(let fields):
      if !fields.verb.isEmpty, !typed.hasPrefix(fields.verb) {
        return replacing(
          last: typed.utf8.count, [Offer(label: fields.verb + " ", kind: .function)])
      }
      let offers = fields.fields.flatMap { field in
        words(field.candidates, field.name)
          + (field.keyword.map { [Offer(label: $0 + " ", detail: field.name)] } ?? [])
      }
      return replacing(last: Self.tail(of: typed, after: " +;"), offers)
    case .pairs(let pairs):
      return replacing(
        last: Self.tail(of: typed, after: ",:;"), words(pairs.columns.flatMap(\.candidates)))
    default: return nil
    }
  }
}
