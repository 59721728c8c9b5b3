// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A scene that is given another title, with all links that lead to it.
///
/// A link's words stay, unless they are what the scene or an item without an id of its own is known
/// by: in a condition these words tell what is meant.
struct SceneRename {
  private let draft: Draft
  private let scene: DraftOutline.Heading
  private let here: Range<Int>
  private let slug: String

  /// The scene at an offset; nil where there is none.
  init?(_ draft: Draft, at offset: Int) {
    guard draft.kind == .drill, let scene = Navigation.scene(draft, at: offset) else { return nil }
    self.draft = draft
    self.scene = scene
    slug = Slug.of(scene.text)
    let link = draft.outline.link(at: offset)
    here = link.map { $0.target.contains(offset) ? $0.target : $0.words } ?? scene.words
  }

  /// What is to be renamed, and its name.
  func prepared() -> ServerResults.PreparedRename {
    ServerResults.PreparedRename(
      range: draft.document.range(here, draft.encoding), placeholder: scene.text)
  }

  /// The changes for a new title; throws a sentence where it can't be one.
  func edits(to name: String) throws(RPCError) -> [LSPTextEdit] {
    let title = name.trimmed()
    if let problem = problem(with: title) {
      throw RPCError(code: .requestFailed, message: problem)
    }
    let new = Slug.of(title)
    var edits = [edit(scene.words, title)]
    for link in draft.outline.links where link.destination == "#\(slug)" {
      let words = draft.document.text(link.words)
      if Slug.of(words) == slug {
        edits.append(edit(link.words, title))
      } else if let number = ordinal(words) {
        edits.append(edit(link.words, "\(new).\(number)"))
      }
      edits.append(edit(link.target, "#\(new)"))
    }
    return edits
  }

  /// The changes in the golden answers beside the drill, for a title that can be one: what `Expect:`
  /// lists, and the ids of items that are known by the scene.
  func edits(to name: String, inAnswers answers: OpenDocument) -> [LSPTextEdit] {
    let title = name.trimmed()
    let new = Slug.of(title)
    var edits: [LSPTextEdit] = []
    func replace(_ old: String, with new: String, inLine line: Int, after head: String) {
      let range = answers.feedRange(line)
      let text = answers.text(range)
      guard text.hasPrefix(head) else { return }
      for found in text.dropFirst(head.count).ranges(of: old) {
        let next = text[found.upperBound...].first
        let before = text[..<found.lowerBound].last
        let isWhole = next.map { ",;*".contains($0) } ?? true
        guard isWhole, before.map({ ",* ".contains($0) }) ?? true else { continue }
        let start = range.lowerBound + text[..<found.lowerBound].utf8.count
        edits.append(
          LSPTextEdit(
            range: answers.range(start..<(start + old.utf8.count), draft.encoding), newText: new))
      }
    }
    let items = draft.outline.items(of: scene).prefix(500).indices.map { $0 + 1 }
    for line in answers.feeds.indices {
      replace(scene.text, with: title, inLine: line, after: "Expect:")
      for number in items {
        replace("\(slug).\(number)", with: "\(new).\(number)", inLine: line, after: "- **")
        replace("\(slug).\(number)", with: "\(new).\(number)", inLine: line, after: "## Item:")
      }
    }
    return edits
  }

  private func edit(_ range: Range<Int>, _ text: String) -> LSPTextEdit {
    LSPTextEdit(range: draft.document.range(range, draft.encoding), newText: text)
  }

  /// The number of an item that is known by its scene: `opening.2`.
  private func ordinal(_ words: String) -> Int? {
    guard words.hasPrefix("\(slug).") else { return nil }
    return Int(words.dropFirst(slug.count + 1))
  }

  private func problem(with title: String) -> String? {
    guard !title.isEmpty else { return "A scene needs a title." }
    guard title.utf8.count <= 200 else { return "A title of more than 200 bytes is no title." }
    if let flaw = Slug.flaw(of: title) {
      return "The title \(flaw). Use letters, digits and single spaces, so that links lead there."
    }
    if DraftOutline.reserved.contains(where: { $0.lowercased() == title.lowercased() }) {
      return "“\(title)” is a section of its own in a drill. Choose another title."
    }
    let slug = Slug.of(title)
    let isTaken = draft.outline.headings.contains { heading in
      heading.level <= 2 && heading != scene && Slug.of(heading.text) == slug
    }
    return isTaken
      ? "The link target “#\(slug)” is taken already. Choose another title." : nil
  }
}
