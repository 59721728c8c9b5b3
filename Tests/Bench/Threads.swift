// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Threads of the operating system, for consoles that write at once.
enum Threads {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `work` on so many threads and waits for all of them.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) throws {
    var threads: [pthread_t] = []
    defer { for thread in threads { pthread_join(thread, nil) } }
    for index in 0..<count {
      let body = Unmanaged.passRetained(Body { work(index) })
      var thread = pthread_t()
      let code = pthread_create(
        &thread, nil,
        { pointer in
          if let pointer { Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run() }
          return nil
        }, body.toOpaque())
      guard code == 0 else {
        body.release()
        throw BenchFailure("The system gives no more threads.")
      }
      threads.append(thread)
    }
  }
}
