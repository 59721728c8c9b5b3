// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What is right at an item, as the drill and the policies have it.
struct RightAnswer {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  /// The right answer at an item's heading, in each variant that has another; nil where the item
  /// could not be read.
  func text(of heading: DraftOutline.Heading) -> String? {
    var told: [(variants: [String], text: String)] = []
    for script in draft.review?.scripts ?? [] {
      guard let (item, scene) = draft.item(of: heading, in: script),
        let text = text(of: item, in: scene, script)
      else { continue }
      let drill = script.drill
      let name = drill.variants.indices.contains(drill.variant) ? drill.variants[drill.variant] : ""
      if let index = told.firstIndex(where: { $0.text == text }) {
        told[index].variants.append(name)
      } else {
        told.append(([name], text))
      }
    }
    guard told.count > 1 else { return told.first?.text }
    return told.map { "\($0.variants.joined(separator: ", ")):\n\n\($0.text)" }
      .joined(separator: "\n\n")
  }

  private func text(of item: Item, in scene: Scene, _ script: Script) -> String? {
    guard
      let situation = script.situation(
        at: .init(scene: scene.slug, item: item.id), passed: 0)
    else { return nil }
    let content = item.content
    guard let answer = content.knownAnswer(in: situation) else {
      let found = Diagnostics()
      content.check(in: situation, at: item.place, diagnostics: found)
      return found.sorted.first { $0.rule.severity == .error }
        .map { "No right answer follows here: \($0.message)" }
    }
    // What the author wrote stands below the heading; what a policy says does not.
    let reasons = answer.reasons.filter { $0.kind == .earned || $0.kind == .note }
    let list = reasons.prefix(12).compactMap { reason in
      reason.clause.map { "- \(reason.text) (\($0))" }
    }
    return (["Right: \(answer.words)"] + (list.isEmpty ? [] : [list.joined(separator: "\n")]))
      .joined(separator: "\n\n")
  }
}
