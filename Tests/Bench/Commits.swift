// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import DrillKit
import Glibc
import Ledger
import Synchronization

/// An answer's way to the disk.
enum Commits {
  /// An answer's append against one row of the same bytes in a plain table, by turns in small
  /// batches, since other work on the machine comes and goes.
  static func figures(_ sample: Sample) throws -> [Figure] {
    let (batches, size) = (150, 20)
    let (started, answer) = try sample.recorded(in: "used.db")
    let bytes = try RecordCoding.bytes(of: answer)
    let plain = try PlainTable(sample.path("plain.db"))
    let store = try Store.open(
      at: sample.path("commits.db"), now: 0, projections: [AttemptProjection()])
    let log = AttemptLog(store)
    var ours: [Double] = []
    var theirs: [Double] = []
    var ratios: [Double] = []
    for batch in 0..<batches {
      let attempt = try begin(batch, like: started, at: answer.at, in: log)
      let floor = try seconds { for _ in 0..<size { try plain.commit(bytes) } }
      let own = try seconds {
        for number in 0..<size {
          try log.append([answer], to: attempt, employee: started.employee, expecting: number + 1)
        }
      }
      ours.append(own / Double(size) * 1e6)
      theirs.append(floor / Double(size) * 1e6)
      ratios.append(own / floor)
    }
    return [
      Figure(
        "an answer's commit (\(bytes.count) bytes)", "\(ours.median.text(places: 0)) µs"),
      Figure(
        "… of a bare SQLite commit (\(theirs.median.text(places: 0)) µs)", ratios.median,
        atMost: 1.3, places: 2, unit: " ×"),
    ]
  }

  /// Begins an attempt; gives its id.
  private static func begin(
    _ number: Int, like started: AttemptEvent.Started, at: Instant, in log: AttemptLog
  ) throws -> String {
    var own = started
    let digits = String(number)
    let padding = String(repeating: "0", count: 12 - digits.count)
    own.attempt = "00000000-0000-4000-8000-" + padding + digits
    try log.append(
      [AttemptRecord(at: at, event: .started(own))], to: own.attempt, employee: own.employee,
      expecting: 0)
    return own.attempt
  }

  /// 64 consoles that answer at once, each with a store of its own on one file.
  static func writers(_ sample: Sample) throws -> [Figure] {
    let (writers, answers) = (64, 40)
    let (started, answer) = try sample.recorded(in: "used.db")
    let path = sample.path("writers.db")
    _ = try Store.open(at: path, now: 0, projections: [AttemptProjection()])
    let waits = Mutex<[Double]>([])
    let failures = Mutex<[String]>([])
    let ready = Atomic(0)
    try Threads.run(writers) { index in
      do {
        let store = try Store.open(
          at: path, now: 0, projections: [AttemptProjection()], patience: .seconds(60))
        let log = AttemptLog(store)
        let attempt = try begin(index, like: started, at: answer.at, in: log)
        // Nobody answers before all have opened the store: it is answers that are measured.
        ready.wrappingAdd(1, ordering: .relaxed)
        while ready.load(ordering: .relaxed) < writers, failures.withLock({ $0.isEmpty }) {
          usleep(1000)
        }
        var mine: [Double] = []
        for number in 0..<answers {
          mine.append(
            try seconds {
              try log.append(
                [answer], to: attempt, employee: started.employee, expecting: number + 1)
            } * 1000)
        }
        waits.withLock { [mine] in $0 += mine }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    if let failure = failures.withLock({ $0.first }) { throw BenchFailure(failure) }
    let all = waits.withLock { $0 }
    return [
      Figure(
        "64 consoles at once, 99 % of answers within", all.quantile(0.99), atMost: 250, places: 0,
        unit: " ms"),
      Figure("… half of them within", "\(all.median.text(places: 0)) ms"),
    ]
  }
}

/// One table in a SQLite file, as durable as the ledger: the least that a commit can cost.
final class PlainTable {
  private var database: OpaquePointer?
  private var statements: [OpaquePointer?] = []

  /// Opens a file; unless it holds other tables, the plain one is made.
  init(_ path: String, making: Bool = true) throws {
    guard sqlite3_open(path, &database) == SQLITE_OK else {
      throw BenchFailure("\(path) can't be opened.")
    }
    guard making else { return }
    try execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE row (id INTEGER PRIMARY KEY, bytes BLOB);
      """)
    for sql in ["BEGIN IMMEDIATE", "INSERT INTO row (bytes) VALUES (?1)", "COMMIT"] {
      var statement: OpaquePointer?
      sqlite3_prepare_v2(database, sql, -1, &statement, nil)
      statements.append(statement)
    }
  }

  deinit {
    statements.forEach { sqlite3_finalize($0) }
    sqlite3_close(database)
  }

  /// Writes one row and waits until it is on the disk.
  func commit(_ bytes: [UInt8]) throws {
    for statement in statements {
      if sqlite3_bind_parameter_count(statement) == 1 {
        sqlite3_bind_blob(
          statement, 1, bytes, Int32(bytes.count),
          unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      }
      guard sqlite3_step(statement) == SQLITE_DONE else {
        throw BenchFailure("The plain table can't be written.")
      }
      sqlite3_reset(statement)
    }
  }

  /// Runs a script.
  func execute(_ script: String) throws {
    guard sqlite3_exec(database, script, nil, nil, nil) == SQLITE_OK else {
      throw BenchFailure(String(cString: sqlite3_errmsg(database)))
    }
  }
}
