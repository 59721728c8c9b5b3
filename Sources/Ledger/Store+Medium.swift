// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

extension Store {
  /// How a store is to be opened for reading: `immutable` on a file system that is mounted
  /// read-only, where SQLite can't make the side files that readers share, and nobody writes.
  ///
  /// A write-ahead log that was copied along holds events that `immutable` would not see: then it
  /// is left to SQLite, which reads both or says that it can't.
  public static func readingMode(at path: String) -> Mode {
    var medium = statvfs()
    let readOnlyFlag: UInt = 1  // ST_RDONLY of <sys/statvfs.h>
    guard statvfs(path, &medium) == 0, medium.f_flag & readOnlyFlag != 0 else { return .readOnly }
    var log = stat()
    if stat("\(path)-wal", &log) == 0, log.st_size > 0 { return .readOnly }
    return .immutable
  }
}
