// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// Work on threads of its own, whose results wait until they are taken: a descriptor that `poll`
/// knows tells when there are some.
public final class BackgroundWork<Value: Sendable>: Sendable {
  /// Readable while results wait.
  public let descriptor: Int32
  private let signal: Int32
  private let done: Mutex<[Value]>

  /// No work yet; nil where the system gives no pipe.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, signal) = (ends[0], ends[1])
    done = Mutex([])
  }

  deinit {
    close(descriptor)
    close(signal)
  }

  /// Begins work on a thread; does it at once where the system gives none.
  public func begin(_ work: @escaping @Sendable () -> Value) {
    let body = BackgroundBody { self.finish(work()) }
    let boxed = Unmanaged.passRetained(body)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<BackgroundBody>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, boxed.toOpaque())
    guard code == 0 else {
      boxed.release()
      return body.run()
    }
    pthread_detach(thread)
  }

  private func finish(_ value: Value) {
    // Told within the lock, so that no sign comes after what it stands for was taken.
    done.withLock { list in
      list.append(value)
      // A full pipe tells the same.
      _ = withUnsafeBytes(of: UInt8(1)) { write(signal, $0.baseAddress, 1) }
    }
  }

  /// The results since they were last taken.
  public func takeResults() -> [Value] {
    done.withLock { list in
      var buffer: (UInt64, UInt64) = (0, 0)
      while withUnsafeMutableBytes(of: &buffer, { read(descriptor, $0.baseAddress, $0.count) }) > 0
      {}
      defer { list = [] }
      return list
    }
  }
}

/// What a thread does.
private final class BackgroundBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
