// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

extension TestSupport {
  /// Runs `work` with the file permissions of a user without rights, where the tests run as root,
  /// who may do everything. Nothing may suspend in `work`: the change is this thread's alone.
  public static func withoutPrivileges<Value>(_ work: () throws -> Value) throws -> Value {
    guard geteuid() == 0 else { return try work() }
    // From <sys/fsuid.h>, missing in Swift's module.
    guard let symbol = dlsym(nil, "setfsuid") else {
      throw ProcessFailure.system("setfsuid", ENOSYS)
    }
    let setUser = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> CInt).self)
    let nobody: uid_t = 65_534
    _ = setUser(nobody)
    defer { _ = setUser(0) }
    // It says nothing of a failure, only who it was before.
    guard setUser(nobody) == CInt(nobody) else { throw ProcessFailure.system("setfsuid", EPERM) }
    return try work()
  }
}
