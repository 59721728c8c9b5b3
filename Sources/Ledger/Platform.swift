// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The operating system, as far as the ledger touches it.
package enum Platform {
  /// A call that the system refused.
  package struct Failure: Error {
    /// Its `errno`.
    package let code: Int32
    /// Whether there was nothing at the path.
    var isMissing: Bool { code == ENOENT }
  }

  /// The system's words for an `errno`.
  static func message(of code: Int32) -> String { String(cString: strerror(code)) }

  /// The path without its last part; `.` where there is only one.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether anything is at the path. Throws where that can't be found out.
  static func exists(_ path: String) throws(Failure) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return true }
    if errno == ENOENT { return false }
    throw Failure(code: errno)
  }

  /// Makes the directory and those above it that are missing, for this user alone (0700).
  static func makeDirectories(_ path: String) throws(Failure) {
    if mkdir(path, 0o700) == 0 { return }
    switch errno {
    case ENOENT:
      let parent = parent(of: path)
      guard parent != path else { throw Failure(code: ENOENT) }
      try makeDirectories(parent)
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw Failure(code: errno) }
    case EEXIST:
      var status = stat()
      guard stat(path, &status) == 0 else { throw Failure(code: errno) }
      if status.st_mode & S_IFMT != S_IFDIR { throw Failure(code: ENOTDIR) }
    case let code:
      // A directory that exists may answer so too: on a read-only disk, for one.
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
      throw Failure(code: code)
    }
  }

  /// Makes a new file for this user alone (0600) with these bytes, safe on the disk; false where
  /// there is one already.
  ///
  /// An existing file is never opened here: closing it would drop every POSIX lock that SQLite
  /// holds on it for this process.
  static func createFile(_ path: String, bytes: [UInt8] = []) throws(Failure) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { return false }
      throw Failure(code: errno)
    }
    defer { close(file) }
    do {
      try writeBytes(bytes, to: file)
    } catch {
      unlink(path)
      throw error
    }
    guard fsync(file) == 0 else { throw Failure(code: errno) }
    // The name must be as durable as the first event that goes into the file.
    let directory = open(parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw Failure(code: errno) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw Failure(code: errno) }
    return true
  }

  /// A small file's bytes, at most `limit` of them.
  package static func readFile(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(code: errno) }
    defer { close(file) }
    return try readBytes(of: file, limit: limit)
  }

  /// Opens a file for locking, and makes it for this user alone (0600) where it is missing.
  static func openLockFile(_ path: String) throws(Failure) -> Int32 {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Failure(code: errno) }
    return file
  }

  /// Takes the exclusive lock if nobody has it; false where somebody has.
  static func tryLock(_ file: Int32) throws(Failure) -> Bool {
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      case let code: throw Failure(code: code)
      }
    }
    return true
  }

  /// Gives the lock back.
  static func unlock(_ file: Int32) { flock(file, LOCK_UN) }

  /// Closes a file.
  static func closeFile(_ file: Int32) { close(file) }
}
