// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite

/// What SQLite answered instead of doing what it was asked.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The extended result code, such as 2067 (SQLITE_CONSTRAINT_UNIQUE).
  public let code: Int32
  /// SQLite's own words.
  public let message: String
  /// The statement, or the path on opening.
  public let context: String
  /// The `errno` behind the failure, 0 where there is none.
  public let systemError: Int32

  /// The low byte of the code, such as 19 (SQLITE_CONSTRAINT).
  public var primaryCode: Int32 { code & 0xff }

  /// One line with everything in it.
  public var description: String { "SQLite error \(code): \(message) (\(context))" }
}

/// A value that a statement takes.
public enum SQLiteValue: Hashable, Sendable {
  case integer(Int)
  case text(String)
  case blob([UInt8])
  case null
}

extension SQLiteValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
  ExpressibleByNilLiteral
{
  /// A whole number written in the source.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A text written in the source.
  public init(stringLiteral value: String) { self = .text(value) }
  /// NULL.
  public init(nilLiteral: ()) { self = .null }
}

/// One connection to a database file; belongs to one thread at a time.
public final class Connection {
  private let handle: OpaquePointer
  private var cache: [String: Statement] = [:]

  /// Opens `path` (a `file:` address if the flags say so) with SQLite's own flags.
  init(path: String, flags: Int32) throws(SQLiteError) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      let systemError = opened.map { sqlite3_system_errno($0) } ?? 0
      sqlite3_close_v2(opened)
      throw SQLiteError(code: code, message: message, context: path, systemError: systemError)
    }
    handle = opened
  }

  deinit {
    // Statements first, so that this close is the real one: it empties and removes the WAL.
    cache.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Whether the file can't be written through this connection.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Whether a transaction is open.
  var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Lets SQLite itself wait for a lock for so many milliseconds.
  func setBusyTimeout(milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Runs a script of any number of statements that take and return nothing.
  public func execute(_ script: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    if code != SQLITE_OK { throw failure(code, in: script) }
  }

  /// Compiles one statement.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &compiled, nil)
    guard code == SQLITE_OK, let compiled else {
      throw failure(code == SQLITE_OK ? SQLITE_MISUSE : code, in: sql)
    }
    return Statement(handle: compiled, connection: handle, sql: sql)
  }

  /// Runs one statement to its end; the compiled statement is kept for the next time.
  public func run(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) {
    let statement = try cached(sql)
    defer { statement.reset() }
    try statement.bind(values)
    while try statement.step() {}
  }

  /// What `read` makes of the first row, or nil where there is no row.
  public func first<Value>(
    _ sql: String, _ values: [SQLiteValue] = [], read: (Statement) -> Value
  ) throws(SQLiteError) -> Value? {
    let statement = try cached(sql)
    defer { statement.reset() }
    try statement.bind(values)
    return try statement.step() ? read(statement) : nil
  }

  /// Calls `visit` with each row in turn; only one row is in memory at a time.
  public func each(
    _ sql: String, _ values: [SQLiteValue] = [], visit: (Statement) throws -> Void
  ) throws {
    let statement = try prepare(sql)
    try statement.bind(values)
    while try statement.step() { try visit(statement) }
  }

  private func cached(_ sql: String) throws(SQLiteError) -> Statement {
    if let statement = cache[sql] { return statement }
    let statement = try prepare(sql)
    cache[sql] = statement
    return statement
  }

  private func failure(_ code: Int32, in sql: String) -> SQLiteError {
    SQLiteError(
      code: code, message: String(cString: sqlite3_errmsg(handle)), context: sql,
      systemError: sqlite3_system_errno(handle))
  }
}

/// One compiled statement and the row that it stands on.
public final class Statement {
  private let handle: OpaquePointer
  /// For messages only. Closing a connection waits for its statements, so this never dangles.
  private let connection: OpaquePointer
  private let sql: String

  fileprivate init(handle: OpaquePointer, connection: OpaquePointer, sql: String) {
    self.handle = handle
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// Gives the parameters their values, from the first on.
  public func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    for (offset, value) in values.enumerated() {
      let code = bind(value, at: Int32(offset) + 1)
      if code != SQLITE_OK { throw failure(code) }
    }
  }

  /// Goes to the next row; false at the end.
  public func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  /// Ready to run again, with nothing bound.
  public func reset() {
    // The code that this returns is that of the last step, which has been thrown already.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Whether the column, counted from 0, is NULL.
  public func isNull(at column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// The column as a whole number; 0 for NULL.
  public func integer(at column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

  /// The column as text; empty for NULL.
  public func text(at column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// The column's exact bytes; none for NULL.
  public func blob(at column: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(handle, column) else { return [] }
    return [UInt8](
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }

  private func bind(_ value: SQLiteValue, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT is a macro that Swift can't see: SQLite is to make its own copy.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .integer(let number):
      return sqlite3_bind_int64(handle, index, Int64(number))
    case .text(var text):
      return text.withUTF8 { bytes in
        // An empty text has no address, and SQLite would take that for NULL.
        guard let start = bytes.baseAddress else {
          return sqlite3_bind_text(handle, index, "", 0, transient)
        }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text(handle, index, $0, Int32(clamping: bytes.count), transient)
        }
      }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
      return sqlite3_bind_blob(handle, index, bytes, Int32(clamping: bytes.count), transient)
    case .null:
      return sqlite3_bind_null(handle, index)
    }
  }

  private func failure(_ code: Int32) -> SQLiteError {
    SQLiteError(
      code: code, message: String(cString: sqlite3_errmsg(connection)), context: sql,
      systemError: sqlite3_system_errno(connection))
  }
}
