// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Ledger

/// Why a file could not be written.
public struct FileProblem: Error, Hashable, Sendable {
  /// At which step it failed.
  public enum Step: Hashable, Sendable {
    /// It is there, and is no file: a folder, a device, a pipe.
    case target
    /// It could not even be made.
    case creation
    /// Bytes could not be written, or the name not be given.
    case writing
  }

  /// The file.
  public let path: String
  /// The system's error number.
  public let code: Int32
  /// At which step it failed.
  public let step: Step

  /// One sentence for a person, and what holds now.
  public var message: String {
    let words = String(cString: strerror(code))
    return switch step {
    case .target:
      "“\(path)” is no file that could be replaced. Name a file, or leave the option out and "
        + "redirect standard output. Nothing was written."
    case .creation: "“\(path)” can't be made: \(words). Nothing was written."
    case .writing: "“\(path)” could not be written: \(words). It is as it was before."
    }
  }
}

/// A file that is written whole or not at all: bytes go to a new file beside it, which takes its
/// name only when everything is on the disk. A symbolic link stays one: what it leads to is
/// replaced, or made where nothing is there yet.
public final class WholeFile {
  private let path: String
  private let target: String
  private var temporary = ""
  private var descriptor: Int32 = -1

  /// Begins to write; the file itself is not touched yet.
  public init(_ path: String) throws(FileProblem) {
    self.path = path
    guard let target = Self.target(of: path) else {
      throw FileProblem(path: path, code: ELOOP, step: .creation)
    }
    self.target = target
    var status = stat()
    var permissions: mode_t = 0o600
    if stat(target, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw FileProblem(path: path, code: EISDIR, step: .target)
      }
      // Whoever could read the file before can read it still.
      permissions = status.st_mode & 0o777
    }
    // A name of its own: two files may be under way to one place, and what somebody else left
    // there is not ours to remove.
    repeat {
      let number = UInt64.random(in: .min ... .max)
      temporary = "\(target).\(String(number, radix: 36)).part"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    } while descriptor < 0 && errno == EEXIST
    guard descriptor >= 0 else { throw FileProblem(path: path, code: errno, step: .creation) }
    fchmod(descriptor, permissions)
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporary)
  }

  /// Adds bytes.
  public func write(_ bytes: [UInt8]) throws(FileProblem) {
    do throws(Platform.Failure) {
      try Platform.writeBytes(bytes, to: descriptor)
    } catch {
      throw FileProblem(path: path, code: error.code, step: .writing)
    }
  }

  /// Gives the file its name; it is on the disk when this returns.
  public func finish() throws(FileProblem) {
    guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
      throw FileProblem(path: path, code: errno, step: .writing)
    }
    close(descriptor)
    descriptor = -1
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      // The name is durable once the directory is; a file system that can't is not an error.
      fsync(directory)
      close(directory)
    }
  }

  /// The file that a path leads to in the end, whether it is there yet or not; nil where its
  /// links lead round in circles.
  public static func target(of path: String) -> String? { Platform.resolved(path) }
}
