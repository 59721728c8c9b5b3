// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// What a rubric found in the replies that it saw last: a check shows it the same model answer in
/// each variant and at each minute that the story can reach.
struct ReplyMemory: Hashable, Sendable {
  /// Replies are short, and a check has a handful of them.
  private static let mostReplies = 8

  private final class Store: Sendable {
    let results = Mutex<[String: RubricResult]>([:])
  }

  private let store = Store()

  /// What was found in a reply, looked for where it is not known.
  func result(of reply: String, _ match: () -> RubricResult) -> RubricResult {
    if let result = store.results.withLock({ $0[reply] }) { return result }
    let result = match()
    store.results.withLock { results in
      if results.count >= Self.mostReplies { results.removeAll() }
      results[reply] = result
    }
    return result
  }

  /// What is remembered makes no two rubrics different.
  static func == (a: ReplyMemory, b: ReplyMemory) -> Bool { true }

  /// Adds nothing.
  func hash(into hasher: inout Hasher) {}
}
