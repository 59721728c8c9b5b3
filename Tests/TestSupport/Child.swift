// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// Starts programs for tests, with nothing inherited that a test did not ask for.
enum Child {
  /// Held while descriptors are open that no other child may inherit.
  static let starting = Mutex<Void>(())

  /// Where a child's standard streams lead to.
  enum Streams {
    /// A terminal by its path, which becomes the child's controlling terminal.
    case terminal(String)
    /// Open descriptors for standard input, output and error.
    case descriptors(Int32, Int32, Int32)
  }

  /// Leads a session of its own: from <spawn.h>, missing in Swift's module.
  private static let newSession: Int16 = 0x80

  /// Starts a program. `environment` is all of its environment.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String], streams: Streams
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    switch streams {
    case .terminal(let device):
      // The first terminal that a session leader opens becomes its controlling terminal.
      posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .descriptors(let input, let output, let errors):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_adddup2(&actions, errors, 2)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF) | newSession
    posix_spawnattr_setflags(&attributes, flags)

    var argv: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var envp: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      argv.forEach { free($0) }
      envp.forEach { free($0) }
    }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw ProcessFailure.system("posix_spawn \(path)", code) }
    return pid
  }

  /// What a program needs of this process's environment, and nothing else.
  static func environment(adding extra: [String: String]) -> [String: String] {
    var result = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8"]
    if let libraries = getenv("LD_LIBRARY_PATH") {
      result["LD_LIBRARY_PATH"] = String(cString: libraries)
    }
    return result.merging(extra) { $1 }
  }

  /// Waits for a child's end until the time given (see ``TestSupport/seconds``), or nil.
  static func wait(_ pid: pid_t, until end: Double) -> ExitStatus? {
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) == 0 {
      guard TestSupport.seconds < end else { return nil }
      // A pause between two looks, not something that the test relies on.
      usleep(2000)
    }
    return ExitStatus(waitStatus: status)
  }
}
