// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Synchronization
import Testing

@testable import Ledger

/// Work for a thread of its own.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Runs `work` on so many threads at once and waits for all of them.
func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) throws {
  var threads: [pthread_t] = []
  for index in 0..<count {
    let body = ThreadBody { work(index) }
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      {
        guard let pointer = $0 else { return nil }
        Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(body).toOpaque())
    try #require(code == 0)
    threads.append(thread)
  }
  for thread in threads { pthread_join(thread, nil) }
}

@Suite struct WritersTests {
  @Test func `64 writers at once leave no gap and lose nothing`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("drillhall.db")
    let (writers, events) = (64, 4)
    let problems = Mutex<[String]>([])
    // Nobody has made the store yet: the first of them does.
    try onThreads(writers) { index in
      do {
        let store = try Store.open(at: path, now: newYear, patience: .seconds(60))
        for number in 0..<events {
          try store.append([event("\(index)/\(number)")], stream: "own \(index)", expecting: number)
          try store.append([event("\(index)/\(number)")], stream: "shared", expecting: nil)
        }
      } catch {
        problems.withLock { $0.append("\(error)") }
      }
    }
    #expect(problems.withLock { $0 } == [])
    let store = try Store.open(at: path, mode: .readOnly, now: newYear)
    let verification = try store.verify()
    #expect(verification.findings == [])
    #expect(verification.head.size == writers * events * 2)
    for index in 0..<writers {
      #expect(
        try store.bodies(ofStream: "own \(index)").map(\.bytes)
          == (0..<events).map { Array("\(index)/\($0)".utf8) })
    }
    #expect(
      Set(try store.bodies(ofStream: "shared").map(\.bytes)).count == writers * events)
  }

  @Test func `of many writers of one event exactly one wins`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("drillhall.db")
    let outcomes = Mutex<[StoreError?]>([])
    try onThreads(16) { index in
      let error = storeError {
        let store = try Store.open(at: path, now: newYear, patience: .seconds(60))
        try store.append([event("\(index)")], stream: "attempt", expecting: 0)
      }
      outcomes.withLock { $0.append(error) }
    }
    let all = outcomes.withLock { $0 }
    #expect(all.count { $0 == nil } == 1)
    let others = all.filter { $0 != nil }
    #expect(others.allSatisfy { $0 == .conflict(stream: "attempt", expected: 0, found: 1) })
    #expect(others.count == 15, "\(others)")
  }
}
