// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a policy that feedback can cite: what stands under a heading, or one item of a list.
public struct Clause: Hashable, Sendable {
  /// The link target, unique in its file.
  public let slug: String
  /// The heading; for an item, that of its section and its number: `Promises 2`.
  public let heading: String
  /// The heading's level; 0 for an item.
  public let level: Int
  /// What stands there, subsections included.
  public let blocks: [MarkdownBlock]
  /// Where it starts.
  public let place: Place

  /// Whether it is one item of a list.
  public var isItem: Bool { level == 0 }

  /// The first list of the clause, such as the steps of a procedure.
  public var list: MarkdownList? {
    for block in blocks {
      if case .list(let list) = block.kind { return list }
    }
    return nil
  }
}

/// A link in a policy's text.
struct PolicyLink: Hashable, Sendable {
  let destination: String
  let place: Place
}
