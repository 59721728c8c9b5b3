// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite
internal import Glibc

extension Store {
  /// How a store is to be opened for reading: `immutable` on a file system that is mounted
  /// read-only, where SQLite can't make the side files that readers share, and nobody writes.
  ///
  /// A write-ahead log that was copied along holds events that `immutable` would not see: then it
  /// is left to SQLite, which reads both or says that it can't.
  public static func readingMode(at path: String) -> Mode {
    guard Platform.isOnReadOnlyMedium(path) else { return .readOnly }
    var log = stat()
    if stat("\(Platform.resolved(path) ?? path)-wal", &log) == 0, log.st_size > 0 {
      return .readOnly
    }
    return .immutable
  }

  /// Refuses what can be told before SQLite is asked, whose own answer would be less plain.
  static func refuseUnusable(_ path: String, mode: Mode) throws {
    if Platform.isDirectory(path) {
      throw StoreError.cannotOpen(path: path, reason: Platform.message(of: EISDIR))
    }
    if mode == .readWrite, Platform.isOnReadOnlyMedium(path) {
      throw StoreError.readOnly(path: path)
    }
  }

  /// What a reader is told who may not make the side files that readers share.
  static func unreadable(_ error: SQLiteError, path: String, mode: Mode) -> any Error {
    guard mode == .readOnly, [SQLITE_READONLY, SQLITE_CANTOPEN].contains(error.primaryCode) else {
      return error
    }
    return StoreError.cannotOpen(
      path: path,
      reason: "readers keep two small files beside it, which this user may not make. Ask its owner "
        + "for the right to write in its folder, or read a copy")
  }
}

extension Platform {
  /// Whether the path leads to a directory.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether something at the path lies on a file system that is mounted read-only.
  static func isOnReadOnlyMedium(_ path: String) -> Bool {
    var medium = statvfs()
    let readOnlyFlag: UInt = 1  // ST_RDONLY of <sys/statvfs.h>
    return statvfs(path, &medium) == 0 && medium.f_flag & readOnlyFlag != 0
  }
}
