// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// What was found in the replies that were looked at last: a check looks at the same model answer in
/// each variant and at each minute that the story can reach.
struct ReplyMemory<Reply: Hashable & Sendable, Found: Sendable>: Hashable, Sendable {
  /// Replies are short, and a check has a handful of them.
  private static var mostReplies: Int { 8 }

  private final class Store: Sendable {
    let results = Mutex<[Reply: Found]>([:])
  }

  private let store = Store()

  /// What was found in a reply, looked for where it is not known.
  func found(in reply: Reply, _ look: () -> Found) -> Found {
    if let result = store.results.withLock({ $0[reply] }) { return result }
    let result = look()
    store.results.withLock { results in
      if results.count >= Self.mostReplies { results.removeAll() }
      results[reply] = result
    }
    return result
  }

  /// What is remembered makes no two values different.
  static func == (a: ReplyMemory, b: ReplyMemory) -> Bool { true }

  /// Adds nothing.
  func hash(into hasher: inout Hasher) {}
}
