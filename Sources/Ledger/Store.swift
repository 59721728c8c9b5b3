// SPDX-License-Identifier: GPL-3.0-or-later

/// A ledger on the disk: one SQLite file with two lock files and a signing key beside it.
///
/// A store belongs to one thread; any number of them, in any number of processes, may be open on
/// one file.
public final class Store {
  /// What the store is opened for.
  public enum Mode: Hashable, Sendable {
    /// To read and append; makes the store on first use.
    case readWrite
    /// To read, while others may write.
    case readOnly
    /// To read from a medium on which nothing can be written, not even SQLite's own side files.
    /// Nobody may write to the file meanwhile.
    case immutable
  }

  /// The path as it was given.
  public let path: String
  /// What the store was opened for.
  public let mode: Mode
  /// The identity of the ledger that this store appends to: a canonical lower-case UUID.
  public let ledger: String

  /// Where the path led to when the store was opened: its side files lie there, whichever links
  /// it was opened through.
  package let file: String
  let connection: Connection
  let projections: [any Projection]
  let patience: Duration
  private let lock: WriteLock?

  private init(
    path: String, file: String, mode: Mode, ledger: String, connection: Connection,
    lock: WriteLock?, projections: [any Projection], patience: Duration
  ) {
    self.path = path
    self.file = file
    self.mode = mode
    self.ledger = ledger
    self.connection = connection
    self.lock = lock
    self.projections = projections
    self.patience = patience
  }

  /// Opens the store at `path`; in `readWrite` mode directories (0700) and file (0600) are made
  /// on first use, and projections are rebuilt that are missing or of another version.
  ///
  /// - Parameters:
  ///   - path: The SQLite file.
  ///   - mode: What the store is opened for.
  ///   - now: Milliseconds since 1970 (UTC), kept as the time of a new ledger.
  ///   - projections: What is kept up to date with each append.
  ///   - patience: How long to wait for another writer before giving up.
  /// - Returns: The open store.
  /// - Throws: The `StoreError` that says why it can't be used.
  public static func open(
    at path: String, mode: Mode = .readWrite, now: Int, projections: [any Projection] = [],
    patience: Duration = .seconds(10)
  ) throws(StoreError) -> Store {
    try translating(path: path, patience: patience) {
      try refuseUnusable(path, mode: mode)
      let file = Platform.resolved(path) ?? path
      let connection: Connection
      let found: Found
      do {
        connection = try connect(to: file, givenAs: path, mode: mode, patience: patience)
        found = try inspect(connection, path: path)
      } catch let error as SQLiteError {
        throw unreadable(error, path: path, mode: mode)
      }
      var lock: WriteLock?
      if mode == .readWrite {
        if connection.isReadOnly { throw StoreError.readOnly(path: path) }
        let made = try WriteLock(besides: file)
        if found != .current {
          try holding(made, path: path, patience: patience) {
            try create(in: connection, path: path, file: file, now: now)
            try migrate(in: connection, path: path)
          }
        }
        lock = made
      } else if found == .empty {
        throw StoreError.notADrillhallStore(path: path)
      } else if found == .older {
        throw StoreError.olderVersion(path: path, known: Schema.version)
      }
      guard
        let ledger = try connection.first(
          "SELECT id FROM ledger WHERE number = 0", read: { $0.text(at: 0) })
      else {
        throw StoreError.corrupt(path: path, detail: "it doesn't say which ledger is its own")
      }
      let store = Store(
        path: path, file: file, mode: mode, ledger: ledger, connection: connection, lock: lock,
        projections: projections, patience: patience)
      if mode == .readWrite { try store.rebuildStaleProjections() }
      return store
    }
  }

  /// Runs `work` in one transaction, alone among all writers; durable when it returns, and
  /// without a trace when it throws.
  func write<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
    guard let lock else { throw .readOnly(path: path) }
    return try translating {
      try Self.holding(lock, path: path, patience: patience) {
        try Self.transaction(in: connection, work)
      }
    }
  }

  /// Runs `work` on one unchanging view of the store, whoever writes meanwhile.
  func snapshot<Value>(_ work: () throws -> Value) throws -> Value {
    // Inside a transaction the view stands still already.
    if connection.isInTransaction { return try work() }
    try connection.run("BEGIN")
    // There is nothing to commit, and after damage was met SQLite would refuse to.
    defer { try? connection.run("ROLLBACK") }
    return try work()
  }

  /// Runs `work` and gives what it throws the words of a store error.
  func translating<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
    try Self.translating(path: path, patience: patience, work)
  }

  private static func translating<Value>(
    path: String, patience: Duration, _ work: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try work()
    } catch {
      throw storeError(error, path: path, patience: patience)
        ?? .unexpected(path: path, detail: "\(error)")
    }
  }

  /// The error in the store's words, or nil where it is somebody else's.
  static func storeError(_ error: any Error, path: String, patience: Duration) -> StoreError? {
    switch error {
    case let error as StoreError: error
    case let error as SQLiteError: StoreError(error, path: path, waited: patience)
    case let error as Platform.Failure: StoreError(systemError: error.code, path: path)
    default: nil
    }
  }

  private static func holding<Value>(
    _ lock: WriteLock, path: String, patience: Duration, _ work: () throws -> Value
  ) throws -> Value {
    guard try lock.acquire(within: patience) else {
      throw StoreError.locked(path: path, waited: patience)
    }
    defer { lock.release() }
    return try work()
  }

  /// Runs `work` and commits, or takes it all back.
  static func transaction<Value>(
    in connection: Connection, _ work: () throws -> Value
  ) throws -> Value {
    try connection.run("BEGIN IMMEDIATE")
    do {
      let value = try work()
      try connection.run("COMMIT")
      return value
    } catch {
      // SQLite may have rolled back by itself; the first error is the one that matters.
      if connection.isInTransaction { try? connection.run("ROLLBACK") }
      throw error
    }
  }
}
