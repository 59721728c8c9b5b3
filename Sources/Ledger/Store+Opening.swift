// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite

extension Store {
  /// A configured connection to the file at `path`, which `readWrite` makes where it is missing;
  /// errors name it as it was given.
  static func connect(
    to path: String, givenAs given: String, mode: Mode, patience: Duration
  ) throws -> Connection {
    // One thread at a time uses a connection, so SQLite needs no mutex of its own.
    var flags = SQLITE_OPEN_NOMUTEX
    var name = path
    switch mode {
    case .readWrite:
      try Platform.makeDirectories(Platform.parent(of: path))
      _ = try Platform.createFile(path)
      flags |= SQLITE_OPEN_READWRITE
    case .readOnly, .immutable:
      guard try Platform.exists(path) else { throw StoreError.noSuchStore(path: given) }
      flags |= SQLITE_OPEN_READONLY
      if mode == .immutable {
        flags |= SQLITE_OPEN_URI
        name = "file:\(percentEncoded(path))?immutable=1"
      }
    }
    let connection = try Connection(path: name, flags: flags)
    let (seconds, attoseconds) = patience.components
    connection.setBusyTimeout(
      milliseconds: Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    try connection.execute(
      """
      PRAGMA trusted_schema = OFF;
      PRAGMA cell_size_check = ON;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA synchronous = FULL;
      """)
    return connection
  }

  /// What a file is found to be.
  enum Found {
    /// Empty: it waits to be made a store.
    case empty
    /// A store of version 1, which is to be brought to this one.
    case older
    /// A store as this program makes it.
    case current
  }

  /// What the file is. Throws where it is something else than a store that this program knows.
  static func inspect(_ connection: Connection, path: String) throws -> Found {
    // One view for all three questions: another process may be making the store just now.
    try connection.run("BEGIN")
    defer { try? connection.run("ROLLBACK") }
    let application = try integer("PRAGMA application_id", in: connection)
    let version = try integer("PRAGMA user_version", in: connection)
    if application == 0, version == 0,
      try integer("SELECT count(*) FROM sqlite_schema", in: connection) == 0
    {
      return .empty
    }
    guard application == Schema.applicationID else {
      throw StoreError.notADrillhallStore(path: path)
    }
    guard version <= Schema.version else {
      throw StoreError.newerVersion(path: path, found: version, known: Schema.version)
    }
    guard version >= 1 else {
      throw StoreError.corrupt(path: path, detail: "it has the impossible version \(version)")
    }
    return version == Schema.version ? .current : .older
  }

  /// Turns an empty file into a store with a ledger of its own.
  static func create(
    in connection: Connection, path: String, file: String, now: Int
  ) throws {
    // Whoever held the lock before may have done it meanwhile.
    guard try inspect(connection, path: path) == .empty else { return }
    let journal = try connection.first("PRAGMA journal_mode = WAL") { $0.text(at: 0) }
    guard journal == "wal" else {
      throw StoreError.cannotOpen(
        path: path, reason: "its file system lacks the shared memory that several programs need")
    }
    let ledger = Sodium.randomUUID()
    // The key comes first: a crash in between leaves a key without a ledger, not the reverse.
    try createKey(store: file, ledger: ledger)
    try transaction(in: connection) {
      try connection.execute(Schema.events)
      try connection.execute(Schema.companions)
      try connection.execute("PRAGMA application_id = \(Schema.applicationID)")
      try connection.execute("PRAGMA user_version = \(Schema.version)")
      try connection.run(
        "INSERT INTO ledger (number, id, created) VALUES (0, ?1, ?2)",
        [.text(ledger), .integer(now)])
    }
  }

  private static func integer(_ sql: String, in connection: Connection) throws -> Int {
    try connection.first(sql) { $0.integer(at: 0) } ?? 0
  }

  /// The path as it may stand in a `file:` address.
  private static func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + Hexadecimal.text([byte])
      }
    }
    return result
  }
}
