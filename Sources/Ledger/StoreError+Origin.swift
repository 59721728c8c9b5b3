// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSQLite
internal import Glibc

extension StoreError {
  /// What an error of SQLite means for the store at `path`; `waited` is how long a lock was
  /// waited for.
  init(_ error: SQLiteError, path: String, waited: Duration) {
    switch error.primaryCode {
    case SQLITE_PERM, SQLITE_AUTH: self = .notPermitted(path: path)
    case SQLITE_READONLY: self = .readOnly(path: path)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_CORRUPT: self = .corrupt(path: path, detail: error.message)
    case SQLITE_NOTADB: self = .notADrillhallStore(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path: path, waited: waited)
    case SQLITE_CANTOPEN where error.systemError != 0:
      self.init(systemError: error.systemError, path: path)
    case SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: error.message)
    case SQLITE_IOERR
    where [ENOSPC, EDQUOT, EFBIG].contains(error.systemError) || error.code == Self.noSharedMemory:
      self = .diskFull(path: path)
    case SQLITE_IOERR: self = .io(path: path, detail: error.message)
    default: self = .unexpected(path: path, detail: error.description)
    }
  }

  /// SQLITE_IOERR_SHMSIZE: the file that connections share could not grow. SQLite keeps no `errno`
  /// for it, and the macro is one that Swift can't see.
  private static let noSharedMemory = SQLITE_IOERR | 19 << 8

  /// What an `errno` means on opening or making the file at `path`.
  init(systemError: Int32, path: String) {
    switch systemError {
    case EACCES, EPERM: self = .notPermitted(path: path)
    case EROFS: self = .readOnly(path: path)
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
    case EIO: self = .io(path: path, detail: Platform.message(of: systemError))
    default: self = .cannotOpen(path: path, reason: Platform.message(of: systemError))
    }
  }

  /// A lock that was not given in time.
  static func locked(path: String, waited: Duration) -> StoreError {
    .locked(path: path, waitedSeconds: Int(waited.components.seconds))
  }
}
