// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Why a file could not be written.
public struct FileProblem: Error, Hashable, Sendable {
  /// The file.
  public let path: String
  /// The system's error number.
  public let code: Int32
  /// Whether it could not even be made.
  public let isCreation: Bool

  /// One sentence for a person.
  public var message: String {
    let words = String(cString: strerror(code))
    return isCreation
      ? "“\(path)” can't be made: \(words). Nothing was written."
      : "“\(path)” could not be written: \(words). It is as it was before."
  }
}

/// A file that is written whole or not at all: bytes go to a new file beside it, which takes its
/// name only when everything is on the disk.
public final class WholeFile {
  private let path: String
  private let temporary: String
  private var descriptor: Int32

  /// Begins to write; the file itself is not touched yet.
  public init(_ path: String) throws(FileProblem) {
    self.path = path
    temporary = "\(path).\(getpid()).part"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileProblem(path: path, code: errno, isCreation: true) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Adds bytes.
  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, code: errno, isCreation: false) }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the file its name; it is on the disk when this returns.
  public func finish() throws(FileProblem) {
    guard fsync(descriptor) == 0, rename(temporary, path) == 0 else {
      throw FileProblem(path: path, code: errno, isCreation: false)
    }
    close(descriptor)
    descriptor = -1
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      // The name is durable once the directory is; a file system that can't is not an error.
      fsync(directory)
      close(directory)
    }
  }
}
