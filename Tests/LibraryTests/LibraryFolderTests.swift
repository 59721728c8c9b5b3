// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Library

@Suite("The library's folders")
struct LibraryFolderTests {
  @Test("the Markdown files by path; answers, snippets and hidden files are no drills")
  func lists() throws {
    let folder = try SampleFolder()
    for name in [
      "b.md", "a/c.md", "a.md", "a.answers.md", "README.md", "notes.txt", "snippets/facts.md",
      ".hidden.md", ".git/x.md", "drill.md/inner.md",
    ] {
      try folder.write(name, "text")
    }
    let found = Diagnostics()
    let files = LibraryFolder(folder.path + "/").files(diagnostics: found)
    #expect(
      files.map { String($0.path.dropFirst(folder.path.count + 1)) } == [
        "a.md", "a/c.md", "b.md", "drill.md/inner.md",
      ])
    #expect(files.map(\.name) == ["a", "c", "b", "inner"])
    #expect(found.sorted == [])
  }

  @Test("links out of the folder, to folders and to nothing are refused")
  func links() throws {
    let folder = try SampleFolder()
    try folder.write("in.md", "text")
    try folder.write("sub/deep.md", "text")
    try folder.link("inside.md", to: folder.path + "/in.md")
    try folder.link("out.md", to: "/etc/passwd")
    try folder.link("up.md", to: "../../../../../../etc/hostname")
    try folder.link("nowhere.md", to: "gone.md")
    try folder.link("round.md", to: "round.md")
    try folder.link("sub2", to: "sub")
    try folder.link("loop", to: ".")
    let found = Diagnostics()
    let files = LibraryFolder(folder.path).files(diagnostics: found)
    #expect(files.map(\.name) == ["in", "inside", "deep"])
    #expect(found.sorted.allSatisfy { $0.rule.code == "L001" })
    #expect(
      found.sorted.map { String($0.place.file.dropFirst(folder.path.count + 1)) } == [
        "loop", "nowhere.md", "out.md", "round.md", "sub2", "up.md",
      ])
  }

  @Test("a pipe is no file, and does not hold the program up")
  func pipe() throws {
    let folder = try SampleFolder()
    try #require(mkfifo(folder.path + "/pipe.md", 0o600) == 0)
    let found = Diagnostics()
    #expect(LibraryFolder(folder.path).files(diagnostics: found).isEmpty)
    #expect(found.sorted.map(\.rule.code) == ["L002"])
    let named = Diagnostics()
    #expect(LibraryFolder.bytes(of: folder.path + "/pipe.md", diagnostics: named) == nil)
    #expect(LibraryFolder.bytes(of: folder.path, diagnostics: named) == nil)
    #expect(LibraryFolder.bytes(of: folder.path + "/gone.md", diagnostics: named) == nil)
    #expect(named.sorted.map(\.rule.code) == ["L002", "L002", "L002"])
  }

  @Test("a name that is not UTF-8 is shown with its bytes, of drills and of folders")
  func names() throws {
    let folder = try SampleFolder()
    try folder.write("in.md", "text")
    for name in ["b\u{FC}ro.md", "pict\u{FC}re.png", ".\u{FC}.md"] {
      try #require(mknod(latin(folder.path, name), S_IFREG | 0o644, 0) == 0)
    }
    try #require(mkdir(latin(folder.path, "tr\u{E4}ning"), 0o755) == 0)
    try #require(symlink("in.md", latin(folder.path, "l\u{FF}\u{1}.md")) == 0)
    let found = Diagnostics()
    #expect(LibraryFolder(folder.path).files(diagnostics: found).map(\.name) == ["in"])
    #expect(found.sorted.allSatisfy { $0.place.file == folder.path })
    #expect(
      found.sorted.map { "\($0.rule.code) \($0.message.prefix(46))" } == [
        "L002 The name of the file “b\\xFCro.md” in here is n",
        "L002 The name of the file “l\\xFF\\x01.md” in here is",
        "L003 The name of the folder “tr\\xE4ning” in here is",
      ])
  }

  /// A path whose last name is Latin-1.
  private func latin(_ folder: String, _ name: String) -> [CChar] {
    (Array("\(folder)/".utf8) + name.unicodeScalars.map { UInt8($0.value) } + [0])
      .map { CChar(bitPattern: $0) }
  }

  @Test("a folder whose files may not be looked at is named with the reason, once")
  func blind() throws {
    let folder = try SampleFolder()
    for name in ["sub/a.md", "sub/b.md"] { try folder.write(name, "text") }
    chmod(folder.path, 0o755)
    for (mode, words) in [(mode_t(0o744), "What is in"), (0o700, "The folder can't")] {
      chmod(folder.path + "/sub", mode)
      let found = Diagnostics()
      let files = try TestSupport.withoutPrivileges {
        LibraryFolder(folder.path).files(diagnostics: found)
      }
      #expect(files.isEmpty)
      #expect(found.sorted.map(\.rule.code) == ["L003"])
      #expect(found.sorted.first?.message.hasPrefix(words) == true)
      #expect(found.sorted.first?.message.hasSuffix("Permission denied.") == true)
    }
    chmod(folder.path + "/sub", 0o755)
  }

  @Test("a file that may not be read is named with the reason")
  func unreadable() throws {
    let folder = try SampleFolder()
    let file = folder.path + "/secret.md"
    try folder.write("secret.md", "text")
    chmod(folder.path, 0o755)
    func read() throws -> (bytes: [UInt8]?, message: String?) {
      let found = Diagnostics()
      let bytes = try TestSupport.withoutPrivileges {
        LibraryFolder.bytes(of: file, diagnostics: found)
      }
      return (bytes, found.sorted.first?.message)
    }
    chmod(file, 0)
    let forbidden = try read()
    #expect(forbidden.bytes == nil)
    #expect(forbidden.message == "The file can't be read: Permission denied.")
    // It was the file's mode that forbade it, and nothing else.
    chmod(file, 0o644)
    let allowed = try read()
    #expect(allowed.bytes == Array("text".utf8) && allowed.message == nil)
  }

  @Test("a link that leads to itself is named with the reason, whoever asks")
  func round() throws {
    let folder = try SampleFolder()
    try folder.link("round.md", to: "round.md")
    let found = Diagnostics()
    #expect(LibraryFolder.bytes(of: folder.path + "/round.md", diagnostics: found) == nil)
    #expect(
      found.sorted.map(\.message) == [
        "The file can't be read: Too many levels of symbolic links."
      ])
  }

  @Test("of fifty megabytes no more than the limit and a byte are read")
  func large() throws {
    let folder = try SampleFolder()
    try folder.write("large.md", "")
    try #require(truncate(folder.path + "/large.md", 50 << 20) == 0)
    let found = Diagnostics()
    let bytes = LibraryFolder.bytes(of: folder.path + "/large.md", diagnostics: found)
    #expect(bytes?.count == SourceText.maximumBytes + 1)
    #expect(found.sorted == [])
    #expect(SourceText(file: "large.md", bytes: bytes ?? [], diagnostics: found) == nil)
    #expect(found.sorted.map(\.rule.code) == ["S001"])
  }

  @Test("folders that lie too deep are named, not followed")
  func deep() throws {
    let folder = try SampleFolder()
    try folder.write(String(repeating: "d/", count: 16) + "in.md", "text")
    try folder.write(String(repeating: "d/", count: 40) + "out.md", "text")
    let found = Diagnostics()
    #expect(LibraryFolder(folder.path).files(diagnostics: found).map(\.name) == ["in"])
    #expect(found.sorted.map(\.rule.code) == ["L003"])
    let missing = Diagnostics()
    #expect(LibraryFolder(folder.path + "/gone").files(diagnostics: missing).isEmpty)
    #expect(missing.sorted.map(\.rule.code) == ["L003"])
  }

  @Test("every rule of the library has a code of its own and a title")
  func rules() {
    let rules = Rule.libraryRules
    #expect(rules.count >= 3 && rules.allSatisfy { $0.code.hasPrefix("L") && $0.code.count == 4 })
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(Set(rules.map(\.title)).count == rules.count)
  }
}
