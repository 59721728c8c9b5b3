// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Bounds on what one restricted console may take from a shared host.
enum ResourceLimits {
  /// Address space in bytes: many times what a drill needs.
  static let addressSpace: rlim_t = 4 << 30

  /// Lowers the limits of this process; there is no way back. No core files, because they would
  /// hold answers.
  static func apply() {
    lower(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    lower(__rlimit_resource_t(RLIMIT_AS.rawValue), to: addressSpace)
  }

  private static func lower(_ resource: __rlimit_resource_t, to value: rlim_t) {
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_max = min(limit.rlim_max, value)
    limit.rlim_cur = min(limit.rlim_cur, limit.rlim_max)
    setrlimit(resource, &limit)
  }
}
