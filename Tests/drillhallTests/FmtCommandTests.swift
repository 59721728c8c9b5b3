// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// `fmt` on real files.
@Suite("fmt")
struct FmtCommandTests {
  private let place: Workplace

  private static let tidy = SampleLibrary.desk + "\n"
  private static let untidy = SampleLibrary.desk
    .replacing("\n- [ ] ", with: "\n*   [ ]  ").replacing("\n- [x] ", with: "\n\n*   [X] ")
    .replacing("\n  > ", with: "\n    >").replacing("\n\n## ", with: "\n##  ")

  init() throws {
    place = try Workplace()
    #expect(Self.untidy != Self.tidy)
    // The library as it should stand, but for one drill.
    let all = try place.run("fmt")
    #expect(all.status == .exited(0), "\(all)")
    try place.folder.write(Self.tidy, to: "Drills/desk.md")
    let desk = try place.run("fmt", "desk")
    #expect(desk.status == .exited(0) && desk.output.isEmpty, "\(desk)")
    try place.folder.write(Self.untidy, to: "Drills/desk.md")
  }

  private var desk: String { place.folder.file("Drills/desk.md") }

  private func status(_ name: String) -> stat {
    var status = stat()
    stat(place.folder.file(name), &status)
    return status
  }

  @Test("files are laid out whole, and those that stand well are not touched")
  func write() throws {
    chmod(desk, 0o640)
    let untouched = status("Drills/long.md")
    let result = try place.run("fmt")
    #expect(result.status == .exited(0))
    #expect(result.output == "\(desk)\n")
    #expect(result.errors == "Changed 1 of 4 files.\n")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.tidy)
    #expect(status("Drills/desk.md").st_mode & 0o777 == 0o640)
    let after = status("Drills/long.md")
    #expect(after.st_ino == untouched.st_ino && after.st_mtim.tv_nsec == untouched.st_mtim.tv_nsec)
    #expect(place.folder.names(in: "Drills") == ["desk.md", "long.md", "timed.md"])
    #expect(try place.run("fmt").errors == "Changed 0 of 4 files.\n")
    #expect(try place.run("check").status == .exited(0))
  }

  @Test("--check lists what would change, writes nothing, and is a finding")
  func check() throws {
    let result = try place.run("fmt", "--check")
    #expect(result.status == .exited(1))
    #expect(result.output == "\(desk)\n")
    #expect(result.errors == "1 of 4 files would change.\n")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.untidy)
    let rest = try place.run("fmt", "--check", place.folder.file("Policies"), "long")
    #expect(rest.status == .exited(0) && rest.output.isEmpty)
    #expect(rest.errors == "0 of 2 files would change.\n")
  }

  @Test("--diff shows a difference that git can apply, and writes nothing")
  func diff() throws {
    let folder = place.folder.path
    let result = try place.shell("cd '\(folder)' && \"$0\" fmt --diff Drills > diff; echo $?")
    #expect(result.output == "0\n")
    #expect(result.errors == "1 of 3 files would change.\n")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.untidy)
    let applied = try place.shell("cd '\(folder)' && git apply -p0 diff")
    #expect(applied.status == .exited(0), "\(applied)")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.tidy)
    try place.folder.write(Self.untidy, to: "Drills/desk.md")
    #expect(try place.run("fmt", "--diff", "--check").status == .exited(1))
  }

  @Test("an editor's text goes through standard input and output")
  func standardInput() throws {
    let result = try place.run("fmt", "-", input: Self.untidy)
    #expect(result.status == .exited(0))
    #expect(result.output == Self.tidy && result.errors.isEmpty)
    #expect(try place.run("fmt", "-", input: Self.tidy).output == Self.tidy)
    let check = try place.run("fmt", "--check", "-", input: Self.untidy)
    #expect(check.status == .exited(1) && check.output.isEmpty)
    let diff = try place.run("fmt", "--diff", "-", input: Self.untidy)
    #expect(diff.status == .exited(0) && diff.output.hasPrefix("--- stdin\n+++ stdin\n@@ "))
    let broken = try place.run("fmt", "-", input: "No front matter.\n")
    #expect(broken.status == .exited(65) && broken.output.isEmpty)
    #expect(broken.errors.hasPrefix("stdin:1:1: error F001: "))
    #expect(try place.run("fmt", "-", "desk").status == .exited(64))
  }

  @Test("what Markdown misreads is left alone, what only the language does not know is not")
  func broken() throws {
    let lazy = Self.untidy.replacing("\n\n###", with: "\n\n> A quote\nand its end.\n\n###")
    try place.folder.write(lazy, to: "Drills/desk.md")
    try place.folder.write(
      SampleLibrary.long.replacing("### Choose", with: "###   Chose"), to: "Drills/long.md")
    try place.folder.write("---\nid: x\n---\n\n\u{1B}[2J\n", to: "Drills/hostile.md")
    let result = try place.run("fmt")
    #expect(result.status == .exited(65))
    #expect(result.output == "\(place.folder.file("Drills/long.md"))\n")
    #expect(result.errors.contains("desk.md:") && result.errors.contains("error M003: "))
    #expect(result.errors.contains("hostile.md:5:1: error S005: "))
    #expect(!result.errors.contains("\u{1B}") && !result.errors.contains("D301"))
    #expect(result.errors.hasSuffix("Changed 1 of 5 files; 2 were left alone.\n"))
    #expect(place.folder.text(of: "Drills/desk.md") == lazy)
    #expect(place.folder.text(of: "Drills/long.md")?.contains("\n### Chose") == true)
  }

  @Test("a file that may not be written stays as it is")
  func readOnly() throws {
    chmod(desk, 0o444)
    chmod(place.folder.file("Drills"), 0o555)
    let result = try TestSupport.withoutPrivileges { try place.run("fmt") }
    // Who is root writes it all the same.
    guard result.status != .exited(0) else { return }
    #expect(result.status == .exited(73))
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("“\(desk)” was not changed: Permission denied."))
    #expect(place.folder.text(of: "Drills/desk.md") == Self.untidy)
    chmod(place.folder.file("Drills"), 0o755)
  }

  @Test("a file is written whole or not at all")
  func whole() throws {
    let result = try place.shell("ulimit -f 0; \"$0\" fmt")
    #expect(result.status == .exited(74), "\(result)")
    #expect(result.output.isEmpty && result.errors.contains("It is as it was before."))
    #expect(place.folder.text(of: "Drills/desk.md") == Self.untidy)
    #expect(place.folder.names(in: "Drills") == ["desk.md", "long.md", "timed.md"])
  }

  @Test("a link is followed within the library only")
  func links() throws {
    try place.folder.write(Self.untidy, to: "home/outside.md")
    let out = place.folder.file("Drills/out.md")
    try place.folder.link("Drills/out.md", to: place.folder.file("home/outside.md"))
    let named = try place.run("fmt", out)
    #expect(named.status == .exited(73))
    #expect(named.errors.contains("it is a symbolic link out of the library."))
    let all = try place.run("fmt")
    #expect(all.status == .exited(65) && all.errors.contains("L001"))
    #expect(place.folder.text(of: "home/outside.md") == Self.untidy)
    #expect(place.folder.text(of: "Drills/desk.md") == Self.tidy)
    _ = unlink(out)
    try place.folder.write(Self.untidy, to: "Drills/desk.md")
    try place.folder.link("Drills/in.md", to: "desk.md")
    let twice = try place.run("fmt", place.folder.file("Drills/in.md"), "desk")
    #expect(twice.status == .exited(0) && twice.errors == "Changed 1 of 2 files.\n", "\(twice)")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.tidy)
    var status = stat()
    #expect(lstat(place.folder.file("Drills/in.md"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("what is not there is said")
  func missing() throws {
    let name = try place.run("fmt", "nothing")
    #expect(name.status == .exited(66) && name.errors.contains("“nothing”"))
    let none = try place.shell(
      "cd '\(place.folder.file("home"))' && \"$0\" fmt",
      environment: ["DRILLHALL_DRILLS": "", "DRILLHALL_POLICIES": ""])
    #expect(none.status == .exited(66), "\(none)")
  }
}
