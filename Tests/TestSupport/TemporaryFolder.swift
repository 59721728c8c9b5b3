// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// A folder of a test's own, which goes away with this value.
public final class TemporaryFolder: Sendable {
  /// Its path, without a slash at the end.
  public let path: String

  /// A new empty folder.
  public init() throws { path = try TestSupport.temporaryFolder() }

  deinit { Self.remove(path) }

  /// The path of something in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder in it, with those above it.
  public func makeFolder(_ name: String) throws {
    var current = path
    for part in name.split(separator: "/") {
      current += "/\(part)"
      guard mkdir(current, 0o755) == 0 || errno == EEXIST else {
        throw ProcessFailure.system("mkdir \(current)", errno)
      }
    }
  }

  /// Makes a symbolic link in it.
  public func link(_ name: String, to target: String) throws {
    guard symlink(target, file(name)) == 0 else {
      throw ProcessFailure.system("symlink \(name)", errno)
    }
  }

  /// Makes a named pipe in it.
  public func makePipe(_ name: String) throws {
    guard mkfifo(file(name), 0o644) == 0 else {
      throw ProcessFailure.system("mkfifo \(name)", errno)
    }
  }

  /// Writes a file in it, whose folder is there.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes bytes, which need be no text.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = open(file(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw ProcessFailure.system("open \(name)", errno) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw ProcessFailure.system("write \(name)", errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// A file's bytes; nil where there is none.
  public func bytes(of name: String) -> [UInt8]? {
    let file = open(file(name), O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(file, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// A file's text; nil where there is none.
  public func text(of name: String) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What is in it, or in a folder in it, in alphabetical order.
  public func names(in name: String = "") -> [String] {
    Self.names(name.isEmpty ? path : file(name))
  }

  private static func names(_ path: String) -> [String] {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
      let folder = opendir(path)
    else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(path) { remove("\(path)/\(name)") }
    if unlink(path) != 0 { rmdir(path) }
  }
}
