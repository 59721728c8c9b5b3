// SPDX-License-Identifier: GPL-3.0-or-later

/// What can go wrong with a store, as data; `StoreError+Rendering.swift` has the words.
public enum StoreError: Error, Hashable, Sendable {
  /// The file can't be opened or made, for a reason that is none of the others.
  case cannotOpen(path: String, reason: String)
  /// There is nothing at the path, and the mode makes nothing.
  case noSuchStore(path: String)
  /// The operating system refuses access.
  case notPermitted(path: String)
  /// The store can be read but not written.
  case readOnly(path: String)
  /// The disk, the quota or the file's own limit is used up; nothing was written.
  case diskFull(path: String)
  /// The file's structure is damaged, or its parts contradict each other.
  case corrupt(path: String, detail: String)
  /// A newer program made the store.
  case newerVersion(path: String, found: Int, known: Int)
  /// An older program made the store, and it is only to be read.
  case olderVersion(path: String, known: Int)
  /// An older program made the store, and what is in it can't be brought over unchanged.
  case notMigrated(path: String, detail: String)
  /// Another program held the store for all of the time that we waited.
  case locked(path: String, waitedSeconds: Int)
  /// The file is something else.
  case notADrillhallStore(path: String)
  /// Somebody else appended to the stream first; nothing was written.
  case conflict(stream: String, expected: Int, found: Int)
  /// Another attempt of the employee at the drill was begun first; nothing was written.
  case attemptBegun(number: Int)
  /// Reading or writing failed below SQLite.
  case io(path: String, detail: String)
  /// An event was asked for that the ledger doesn't have; it has `size` of them.
  case noSuchEvent(seq: Int, size: Int)
  /// A projection could not take in an event; nothing was written.
  case projectionFailed(name: String, seq: Int, detail: String)
  /// The file with the ledger's signing key is missing or holds something else.
  case keyUnusable(path: String, reason: String)
  /// A record that the ledger can't hold: a mistake of the program.
  case invalidRecord(reason: String)
  /// SQLite refused a statement: a mistake of the program.
  case unexpected(path: String, detail: String)
}
