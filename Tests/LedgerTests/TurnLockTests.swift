// SPDX-License-Identifier: GPL-3.0-or-later

import Synchronization
import Testing

@testable import Ledger

@Suite struct TurnLockTests {
  private func soon(_ milliseconds: Int) -> ContinuousClock.Instant {
    .now + .milliseconds(milliseconds)
  }

  @Test func `a free lock is taken at once, and again after it was given back`() throws {
    let directory = try TemporaryDirectory()
    let lock = try TurnLock(directory.file("lock"))
    for _ in 0..<3 {
      #expect(try lock.acquire(until: .now))
      lock.release()
    }
  }

  @Test func `everybody who waits gets the lock, one at a time`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("lock")
    let inside = Atomic(0)
    let most = Atomic(0)
    let taken = Atomic(0)
    try onThreads(8) { _ in
      guard let lock = try? TurnLock(path) else { return }
      for _ in 0..<20 {
        guard (try? lock.acquire(until: .now + .seconds(60))) == true else { continue }
        let now = inside.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue
        most.max(now, ordering: .sequentiallyConsistent)
        taken.wrappingAdd(1, ordering: .sequentiallyConsistent)
        inside.wrappingSubtract(1, ordering: .sequentiallyConsistent)
        lock.release()
      }
    }
    #expect(taken.load(ordering: .sequentiallyConsistent) == 160)
    #expect(most.load(ordering: .sequentiallyConsistent) == 1)
  }

  @Test func `a lock that comes too late is given back`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("lock")
    let holder = try TurnLock(path)
    #expect(try holder.acquire(until: .now))
    let late = try TurnLock(path)
    #expect(try !late.acquire(until: soon(20)))
    holder.release()
    // The wait that was given up gets the lock now, and must not keep it.
    #expect(try holder.acquire(until: .now + .seconds(30)))
    holder.release()
    #expect(try late.acquire(until: .now + .seconds(30)))
  }
}
