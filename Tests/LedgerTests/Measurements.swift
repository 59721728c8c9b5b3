// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Glibc
import Synchronization
import Testing

@testable import Ledger

/// How fast the ledger is on this machine; only run when asked for, with DRILLHALL_MEASURE=1.
@Suite(.serialized, .enabled(if: getenv("DRILLHALL_MEASURE") != nil)) struct Measurements {
  private let directory: TemporaryDirectory
  private let body = String(repeating: "x", count: 300)

  init() throws { directory = try TemporaryDirectory() }

  private func seconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .seconds(1)
  }

  /// Appends against the floor: one row of the same bytes a commit, in a plain table. Both by
  /// turns in small batches, since other work on the machine comes and goes.
  @Test func `durable appends`() throws {
    let (batches, size) = (60, 200)
    let plain = try Connection(
      path: directory.file("plain.db"), flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try plain.execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT);
      """)
    let store = try Store.open(at: directory.file("ledger.db"), now: newYear)
    var floors: [Double] = []
    var ledgers: [Double] = []
    for batch in 0..<batches {
      floors.append(
        try seconds {
          for _ in 0..<size {
            try plain.run("BEGIN IMMEDIATE")
            try plain.run("INSERT INTO row (text) VALUES (?1)", [.text(body)])
            try plain.run("COMMIT")
          }
        })
      ledgers.append(
        try seconds {
          for number in 0..<size {
            try store.append([event(body)], stream: "stream \(batch)", expecting: number)
          }
        })
    }
    let (floor, ledger) = (floors.sorted()[batches / 2], ledgers.sorted()[batches / 2])
    print(
      "durable appends: plain \(Int(Double(size) / floor))/s,",
      "ledger \(Int(Double(size) / ledger))/s, ratio \((ledger / floor * 100).rounded() / 100)")
  }

  /// How long each of 64 writers waits for one durable append.
  @Test func `64 writers`() throws {
    let path = directory.file("many.db")
    _ = try Store.open(at: path, now: newYear)
    let waits = Mutex<[Double]>([])
    let all = try seconds {
      try onThreads(64) { index in
        var mine: [Double] = []
        guard let store = try? Store.open(at: path, now: newYear) else { return }
        for number in 0..<100 {
          let start = ContinuousClock.now
          guard
            (try? store.append([event("x")], stream: "\(index)", expecting: number)) != nil
          else { return }
          mine.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        waits.withLock { [mine] in $0 += mine }
      }
    }
    let sorted = waits.withLock { $0.sorted() }
    #expect(sorted.count == 6_400)
    let places = [0.5, 0.99, 0.999, 1].map { sorted[Int(Double(sorted.count - 1) * $0)].rounded() }
    print("64 writers: \(Int(6_400 / all))/s; p50, p99, p99.9, most: \(places) ms")
  }

  /// The most memory that this process has had, in megabytes.
  private func mostMegabytes() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1_024
  }

  /// Reading and checking a large ledger.
  @Test func `a large ledger`() throws {
    let store = try Store.open(at: directory.file("large.db"), now: newYear)
    let count = 1_000_000
    let before = mostMegabytes()
    let append = try seconds {
      for batch in 0..<count / 1_000 {
        try store.append(
          (0..<1_000).map { _ in event(body) }, stream: "stream \(batch)", expecting: 0)
      }
    }
    var bytes = 0
    let read = try seconds { try store.eachBody { bytes += $0.bytes.count } }
    var isSound = false
    let verify = try seconds { isSound = try store.verify().isSound }
    #expect(isSound)
    print(
      "\(count) events: append \(append) s, read \(read) s, verify \(verify) s,",
      "\(before) MB before and \(mostMegabytes()) MB at most")
  }
}
