// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Completion {
  /// Behind `](`: scenes, policies, and behind a policy's `#` its clauses.
  func destination() -> Fitting? {
    guard let typed = before.behindLast("]("), !typed.contains(where: { " \t)".contains($0) })
    else { return nil }
    let rest = after.prefix { !" \t)".contains($0) }
    let isClosed = after.dropFirst(rest.count).first == ")"
    let end = isClosed ? "" : ")"
    let offers: [Offer]
    if let hash = typed.firstIndex(of: "#"), hash > typed.startIndex {
      let path = typed[..<hash]
      guard let policy = draft.shelf.book.policy(file: path) else { return nil }
      offers = clauses(of: policy).map { clause in
        Offer(
          label: clause.heading, insert: "\(path)#\(clause.slug)\(end)",
          filter: "\(path)#\(clause.slug)", detail: policy.title,
          meaning: draft.shelf.text(of: policy, clause), kind: .reference)
      }
    } else {
      offers =
        scenes.map { scene in
          let target = "#" + Slug.of(scene.text)
          return Offer(label: target, insert: target + end, detail: scene.text, kind: .module)
        }
        + draft.shelf.book.policies.map { policy in
          let path = path(to: policy)
          return Offer(label: path, insert: path + end, detail: policy.title, kind: .reference)
        }
    }
    return replacing(last: typed.utf8.count, next: isClosed ? rest.utf8.count : 0, offers)
  }

  /// Behind `[`: whole links.
  func linkWords() -> Fitting? {
    guard let open = before.utf8.lastIndex(of: UInt8(ascii: "[")),
      !before[open...].contains("]"), !before[..<open].hasSuffix("\\")
    else { return nil }
    let typed = String(before[open...].dropFirst())
    let head = before[..<open]
    let marker = head.trimmed()
    let opensLine =
      ["-", "*", "+"].contains(marker) || (marker.last == "." && Int(marker.dropLast()) != nil)
    var offers: [Offer] = []
    if draft.kind == .drill, opensLine, labelAbove() != "Next" {
      offers += [
        Offer(label: "x] ", detail: "a right answer", kind: .keyword),
        Offer(label: " ] ", detail: "a wrong answer", kind: .keyword),
      ]
    }
    offers += scenes.map { scene in
      Offer(
        label: scene.text, insert: "\(scene.text)](#\(Slug.of(scene.text)))",
        detail: "#" + Slug.of(scene.text), kind: .module)
    }
    if head.contains("when ") || head.contains(" in ") { offers += items }
    if !head.trimmed().hasSuffix("→") {
      offers += draft.shelf.book.policies.flatMap { policy in
        let path = path(to: policy)
        return clauses(of: policy).map { clause in
          Offer(
            label: clause.heading,
            insert: "\(clause.heading.lowercased())](\(path)#\(clause.slug))",
            detail: policy.title, kind: .reference)
        }
      }
    }
    // What an editor closed by itself, or stands there from before, goes.
    var next = 0
    if after.hasPrefix("]") {
      next = 1
      if after.hasPrefix("]("), let close = after.firstIndex(of: ")") {
        next = after[...close].utf8.count
      }
    }
    return replacing(last: typed.utf8.count, next: next, offers)
  }

  /// Scenes that a link can lead to: `## End` as well.
  var scenes: [DraftOutline.Heading] {
    draft.kind == .drill
      ? draft.outline.headings.filter { $0.level == 2 && $0.text != "Variants" } : []
  }

  /// Scenes as whole links.
  var sceneLinks: [Offer] {
    scenes.map { scene in
      Offer(
        label: scene.text, insert: "[\(scene.text)](#\(Slug.of(scene.text)))",
        detail: "#" + Slug.of(scene.text), kind: .module)
    }
  }

  /// Items, as conditions name them.
  private var items: [Offer] {
    let navigation = Navigation(draft, at: offset)
    return draft.outline.scenes.flatMap { scene in
      let slug = Slug.of(scene.text)
      return draft.outline.items(of: scene).enumerated().map { index, item in
        let id = navigation.id(below: item) ?? "\(slug).\(index + 1)"
        return Offer(label: id, insert: "\(id)](#\(slug))", detail: item.text, kind: .reference)
      }
    }
  }

  private func clauses(of policy: Policy) -> [Clause] { policy.clauses.filter { !$0.isItem } }

  private func path(to policy: Policy) -> String {
    draft.folder.link(from: draft.document.path, to: policy)
  }
}
