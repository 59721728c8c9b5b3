// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// Work on many things at once, on all processors, whose results come in the things' order.
public enum OrderedWork {
  /// So many results at most wait for those before them.
  public static let window = 256
  /// No library gains from more threads than this.
  private static let mostThreads = 16

  /// Does `work` for each of the numbers from 0 to `count - 1`, and hands the results to `take` in
  /// order, on the caller's thread.
  ///
  /// Throws what `take` throws; no further result is made then.
  public static func run<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Value, take: (Value) throws -> Void
  ) throws {
    var start = 0
    while start < count {
      let shift = Shift(start..<min(count, start + window), work)
      let threads = startThreads(min(processors, count - start) - 1) { shift.run() }
      shift.run()
      for thread in threads { pthread_join(thread, nil) }
      for value in shift.results() { try take(value) }
      start += window
    }
  }

  /// The processors that this process may use.
  private static var processors: Int {
    max(1, min(mostThreads, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }

  /// Starts so many threads; fewer, where the system gives no more.
  private static func startThreads(
    _ count: Int, _ body: @escaping @Sendable () -> Void
  ) -> [pthread_t] {
    var threads: [pthread_t] = []
    for _ in 0..<max(0, count) {
      let boxed = Unmanaged.passRetained(ThreadBody(body))
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<ThreadBody>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }, boxed.toOpaque())
      guard code == 0 else {
        boxed.release()
        break
      }
      threads.append(thread)
    }
    return threads
  }
}

/// What a thread does.
private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// One window of the work: threads take the next number each until none is left.
private final class Shift<Value: Sendable>: Sendable {
  private let range: Range<Int>
  private let work: @Sendable (Int) -> Value
  private let next = Atomic(0)
  private let made: Mutex<[Value?]>

  init(_ range: Range<Int>, _ work: @escaping @Sendable (Int) -> Value) {
    self.range = range
    self.work = work
    made = Mutex(Array(repeating: nil, count: range.count))
  }

  func run() {
    while true {
      let offset = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard offset < range.count else { return }
      let value = work(range.lowerBound + offset)
      made.withLock { $0[offset] = value }
    }
  }

  func results() -> [Value] { made.withLock { $0.compactMap(\.self) } }
}
