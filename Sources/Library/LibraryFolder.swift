// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import Glibc

/// The Markdown files below a folder. Everything in it is untrusted: links that lead out of the
/// folder are refused, and no file is read beyond its bound.
public struct LibraryFolder: Sendable {
  /// A file: its path as a person would write it, and its name.
  public struct File: Hashable, Sendable {
    /// The path, beginning with the folder's own.
    public let path: String
    /// The name without folders and `.md`.
    public let name: String

    /// A file by its path.
    public init(path: String, name: String) {
      self.path = path
      self.name = name
    }
  }

  /// The most files that a library holds.
  public static let maximumFiles = 100_000

  /// The folder's path as given.
  public let path: String

  /// A folder by its path.
  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Whether the folder is there.
  public var exists: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The Markdown files, by path; golden answers and snippets are not drills and left out.
  public func files(diagnostics: Diagnostics) -> [File] {
    files(withSnippets: false, diagnostics: diagnostics)
  }

  /// The Markdown files, those of snippets with them where that is asked for.
  func files(withSnippets: Bool, diagnostics: Diagnostics) -> [File] {
    var found: [File] = []
    let root = Self.realPath(path) ?? path
    walk(path, root: root, depth: 0, withSnippets, into: &found, diagnostics)
    return found.sorted { $0.path < $1.path }
  }

  private func walk(
    _ folder: String, root: String, depth: Int, _ withSnippets: Bool, into found: inout [File],
    _ diagnostics: Diagnostics
  ) {
    let here = Place(file: folder, line: 1)
    guard depth <= SourceText.maximumDepth else {
      diagnostics.report(
        .folderNotRead, at: here,
        "Folders are read \(SourceText.maximumDepth) deep, and this one lies deeper. Move it up.")
      return
    }
    guard let handle = opendir(folder) else {
      diagnostics.report(
        .folderNotRead, at: here,
        errno == ENOENT && depth == 0
          ? "There is no folder “\(folder)”. Go to the folder in which it lies, or name it with "
            + "--drills or --policies."
          : "The folder can't be read: \(String(cString: strerror(errno))).")
      return
    }
    defer { closedir(handle) }
    let names = Self.names(in: handle, at: here, diagnostics)
    for name in names.sorted() {
      guard found.count < Self.maximumFiles else {
        diagnostics.report(
          .folderNotRead, at: here,
          "A library has at most \(Self.maximumFiles) files; the rest is not read.")
        return
      }
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else {
        // What goes away while it is looked at is no mistake of anybody's.
        guard errno != ENOENT else { continue }
        diagnostics.report(
          .folderNotRead, at: here,
          "What is in this folder can't be read: \(String(cString: strerror(errno))).")
        return
      }
      var kind = status.st_mode & S_IFMT
      if kind == S_IFLNK {
        guard let target = Self.realPath(path), target.hasPrefix(root + "/"),
          stat(path, &status) == 0,
          status.st_mode & S_IFMT == S_IFREG
        else {
          diagnostics.report(
            .linkOut, at: Place(file: path, line: 1),
            "This symbolic link leads out of the folder, to a folder, or nowhere. Put the file itself here."
          )
          continue
        }
        kind = S_IFREG
      }
      if kind == S_IFDIR, withSnippets || name != "snippets" {
        walk(path, root: root, depth: depth + 1, withSnippets, into: &found, diagnostics)
      } else if kind == S_IFREG, name.hasSuffix(".md"), !name.hasSuffix(".answers.md"),
        name != "README.md"
      {
        found.append(File(path: path, name: String(name.dropLast(3))))
      } else if kind != S_IFREG, kind != S_IFDIR, name.hasSuffix(".md") {
        diagnostics.report(
          .unreadableFile, at: Place(file: path, line: 1),
          "This is a pipe, a socket or a device, and no file. Delete it.")
      }
    }
  }

  /// The names in a folder but the hidden ones. One that is no text can be given to nobody and is
  /// reported, where a drill or a folder has it.
  private static func names(
    in handle: OpaquePointer, at folder: Place, _ diagnostics: Diagnostics
  ) -> [String] {
    var names: [String] = []
    errno = 0
    while let entry = readdir(handle) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: UInt8.self, capacity: Int(NAME_MAX) + 1) { start in
          Array(UnsafeBufferPointer(start: start, count: Int(NAME_MAX) + 1).prefix { $0 != 0 })
        }
      }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
        continue
      }
      var status = stat()
      let name = bytes.map { CChar(bitPattern: $0) } + [0]
      let isFound = fstatat(dirfd(handle), name, &status, AT_SYMLINK_NOFOLLOW) == 0
      let isFolder = isFound && status.st_mode & S_IFMT == S_IFDIR
      guard isFolder || bytes.suffix(3) == Array(".md".utf8)[...] else { continue }
      diagnostics.report(
        isFolder ? .folderNotRead : .unreadableFile, at: folder,
        "The name of the \(isFolder ? "folder" : "file") “\(escaped(bytes))” in here is not UTF-8, so "
          + "that nothing of it is read. Give it another name.")
    }
    if errno != 0 {
      diagnostics.report(
        .folderNotRead, at: folder,
        "The folder can't be read to its end: \(String(cString: strerror(errno))).")
    }
    return names
  }

  /// A name that is no text, with `\xFC` for each byte that is no letter of ASCII.
  private static func escaped(_ name: [UInt8]) -> String {
    name.map { byte in
      (0x20...0x7E).contains(byte)
        ? String(Unicode.Scalar(byte))
        : "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A file's bytes, at most one more than a source text may have; nil, reported, where it can't
  /// be read.
  public static func bytes(of path: String, diagnostics: Diagnostics) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      report(path, errno, diagnostics)
      return nil
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      diagnostics.report(
        .unreadableFile, at: Place(file: path, line: 1), "This is no file that can be read.")
      return nil
    }
    let limit = SourceText.maximumBytes + 1
    // One byte more than the file has, so that a file that grows is noticed by its size.
    let size = min(limit, Int(status.st_size) + 1)
    var bytes = [UInt8](repeating: 0, count: size)
    var count = 0
    while count < size {
      let got = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { Glibc.read(file, $0 + count, size - count) } ?? 0
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        report(path, errno, diagnostics)
        return nil
      }
      if got == 0 { break }
      count += got
    }
    bytes.removeLast(size - count)
    return bytes
  }

  private static func report(_ path: String, _ code: Int32, _ diagnostics: Diagnostics) {
    diagnostics.report(
      .unreadableFile, at: Place(file: path, line: 1),
      "The file can't be read: \(String(cString: strerror(code))).")
  }
}

/// Rules about files of a library (L0xx).
extension Rule {
  static let linkOut = Rule("L001", .error, "symbolic link out of the library")
  static let unreadableFile = Rule("L002", .error, "file that can't be read")
  static let folderNotRead = Rule("L003", .error, "folder that is not read")
  static let missingPolicy = Rule("L004", .error, "policy that is missing")

  /// Rules about files, for the documentation's list.
  public static let libraryRules: [Rule] = [
    linkOut, unreadableFile, folderNotRead, missingPolicy,
  ]
}
