// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// What follows from a book's tables and was worked out once: a check asks the same of one book
/// for each fact of thousands of drills, on several threads.
final class PolicyMemory: Sendable {
  /// Words as a person reads them, and folded for comparing.
  struct Words: Sendable {
    /// The words in order, each once.
    let list: [String]
    /// The same, folded.
    let folded: Set<String>

    /// Words of which those that are equal when folded count once.
    init(_ words: [String]) {
      var seen: Set<String> = []
      list = words.filter { seen.insert(DrillKit.folded($0)).inserted }
      folded = seen
    }
  }

  /// At most so many selections are kept: a library has few, and drills name their policies freely.
  private static let mostSelections = 64

  /// A column of a table.
  struct Column: Hashable, Sendable {
    let kind: TableKind
    let name: String
  }

  private struct Known {
    var keys: Words?
    var vocabularies: [String: Words] = [:]
    var columns: [Column: [String]] = [:]
    var selections: [[String]: PolicyBook] = [:]
  }

  private let known = Mutex(Known())

  /// The keys of facts, worked out where they are not known yet.
  func keys(_ work: () -> [String]) -> Words {
    if let words = known.withLock({ $0.keys }) { return words }
    let words = Words(work())
    known.withLock { $0.keys = words }
    return words
  }

  /// The words for a folded key that the book has, worked out where they are not known yet.
  func vocabulary(of key: String, _ work: () -> [String]) -> Words {
    if let words = known.withLock({ $0.vocabularies[key] }) { return words }
    let words = Words(work())
    known.withLock { $0.vocabularies[key] = words }
    return words
  }

  /// The words of a column, worked out where they are not known yet.
  func words(of column: Column, _ work: () -> [String]) -> [String] {
    if let words = known.withLock({ $0.columns[column] }) { return words }
    let words = work()
    known.withLock { $0.columns[column] = words }
    return words
  }

  /// The book of some policies, made where it is not there yet.
  func selection(_ ids: [String], _ work: () -> PolicyBook) -> PolicyBook {
    if let book = known.withLock({ $0.selections[ids] }) { return book }
    let book = work()
    known.withLock { if $0.selections.count < Self.mostSelections { $0.selections[ids] = book } }
    return book
  }
}
