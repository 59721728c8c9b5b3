// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A program that ran to its end: how long it took and what it used.
struct Run {
  /// Seconds on the clock.
  let seconds: Double
  /// Seconds of processors.
  let processorSeconds: Double
  /// The most memory that was resident, in megabytes (10^6 bytes).
  let megabytes: Double
  /// The exit status.
  let status: Int32

  /// Runs a program with its output thrown away and its input empty, or from and to files.
  init(
    _ path: String, _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null"
  )
    throws
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { argv.forEach { free($0) } }
    var pid: pid_t = 0
    let start = ContinuousClock.now
    let code = posix_spawnp(&pid, path, &actions, nil, &argv, environ)
    guard code == 0 else {
      throw BenchFailure("\(path) can't be run: \(String(cString: strerror(code)))")
    }
    var wait: Int32 = 0
    var usage = rusage()
    while wait4(pid, &wait, 0, &usage) < 0, errno == EINTR {}
    seconds = (ContinuousClock.now - start) / .seconds(1)
    processorSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    megabytes = Double(usage.ru_maxrss) * 1024 / 1e6
    status = wait & 0x7F == 0 ? wait >> 8 & 0xFF : 128 + (wait & 0x7F)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}

/// Why nothing could be measured.
struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Seconds that some work takes.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  try ContinuousClock().measure(work) / .seconds(1)
}
