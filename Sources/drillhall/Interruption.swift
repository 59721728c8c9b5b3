// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A signal that asks the program to end while something is half done. It waits until that was
/// taken back, and then ends the program as it would have at once.
struct Interruption: Error {
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  /// Runs `work` with such signals held back; whoever waits for them inside asks `check`.
  static func heldBack<Value>(_ work: () throws -> Value) rethrows -> Value {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &held, &before)
    // What came meanwhile ends the program here, when nothing of the work is left over.
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try work()
  }

  /// Throws where such a signal came and waits.
  static func check() throws(Interruption) {
    var waiting = sigset_t()
    sigpending(&waiting)
    for signal in signals where sigismember(&waiting, signal) == 1 { throw Interruption() }
  }
}
