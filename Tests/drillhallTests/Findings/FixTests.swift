// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// `check --fix` on real files.
@Suite("check --fix")
struct FixTests {
  private let place: Workplace

  /// A drill with two things that fixes mend, and one that they don't.
  private static let broken = SampleLibrary.desk
    .replacing("You have the desk.", with: "***\n\nSee [it](#it).")
    .replacing("- [ ] How could", with: "- []How could")

  private static let mended = SampleLibrary.desk
    .replacing("You have the desk.", with: "\n\nSee [it](#it).")

  init() throws {
    place = try Workplace()
    try place.folder.write(Self.broken, to: "Drills/desk.md")
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return stat(place.folder.file(name), &status) == 0 ? status.st_mode & 0o777 : 0
  }

  @Test("what can be fixed is, the rest is reported, and permissions stay")
  func fix() throws {
    chmod(place.folder.file("Drills/desk.md"), 0o640)
    let result = try place.run("check", "--fix")
    #expect(result.status == .exited(65))
    #expect(result.errors.hasPrefix("Fixed 2 findings in 1 file.\n4 files, 1 error, 0 warnings.\n"))
    #expect(result.output.contains("error D202: ") && !result.output.contains("M017"))
    #expect(place.folder.text(of: "Drills/desk.md") == Self.mended)
    #expect(mode("Drills/desk.md") == 0o640)
    #expect(place.folder.names(in: "Drills") == ["desk.md", "long.md", "timed.md"])
    let again = try place.run("check", "--fix")
    #expect(again.errors.hasPrefix("Nothing was fixed.\n"))
  }

  @Test("several files, and those of Windows")
  func several() throws {
    try place.folder.write(
      "\u{FEFF}" + SampleLibrary.timed.replacing("\n", with: "\r\n"), to: "Drills/timed.md")
    let result = try place.run("check", "--fix")
    #expect(result.errors.hasPrefix("Fixed 4 findings in 2 files.\n"))
    #expect(place.folder.text(of: "Drills/timed.md") == SampleLibrary.timed)
  }

  @Test("only what is named is mended, and once, however often it is named")
  func named() throws {
    let windows = SampleLibrary.policy.replacing("\n", with: "\r\n")
    try place.folder.write(windows, to: "Policies/escalation.md")
    let result = try place.shell(
      "cd '\(place.folder.path)' && \"$0\" check --fix Drills/desk.md ./Drills/desk.md")
    #expect(result.errors.hasPrefix("Fixed 2 findings in 1 file.\n"), "\(result.errors)")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.mended)
    #expect(place.folder.text(of: "Policies/escalation.md") == windows)
    #expect(try place.run("check", "--fix").errors.hasPrefix("Fixed 1 finding in 1 file.\n"))
    #expect(place.folder.text(of: "Policies/escalation.md") == SampleLibrary.policy)
  }

  @Test("--dry-run shows a difference that git can apply, and writes nothing")
  func dryRun() throws {
    let result = try place.shell(
      "cd '\(place.folder.path)' && \"$0\" check --fix --dry-run Drills/desk.md > diff; echo $?")
    #expect(result.output == "65\n")
    #expect(
      result.errors
        == "This would fix 2 findings in 1 file. Nothing was written; 1 error, 0 warnings would be "
        + "left.\n")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.broken)
    let applied = try place.shell("cd '\(place.folder.path)' && git apply -p0 diff")
    #expect(applied.status == .exited(0), "\(applied)")
    #expect(place.folder.text(of: "Drills/desk.md") == Self.mended)
    let none = try place.run("check", "--fix", "--dry-run")
    #expect(none.output.isEmpty)
    #expect(none.errors.hasPrefix("There is nothing that could be fixed. Nothing was written; "))
  }

  @Test("a named link out of the library is not followed, one within it is")
  func links() throws {
    try place.folder.write(Self.broken, to: "home/outside.md")
    try place.folder.link("Drills/out.md", to: place.folder.file("home/outside.md"))
    let out = try place.run("check", "--fix", place.folder.file("Drills/out.md"))
    #expect(out.errors.contains("was not changed: it is a symbolic link out of the library."))
    #expect(place.folder.text(of: "home/outside.md") == Self.broken)
    _ = unlink(place.folder.file("Drills/out.md"))
    try place.folder.link("Drills/in.md", to: "desk.md")
    _ = try place.run("check", "--fix", place.folder.file("Drills/in.md"))
    #expect(place.folder.text(of: "Drills/desk.md") == Self.mended)
    var status = stat()
    #expect(lstat(place.folder.file("Drills/in.md"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a file outside that is named itself is mended, as a draft is")
  func draft() throws {
    try place.folder.write(Self.broken, to: "home/draft.md")
    _ = try place.run("check", "--fix", place.folder.file("home/draft.md"))
    #expect(place.folder.text(of: "home/draft.md") == Self.mended)
  }

  @Test("a file that may not be written, or a folder, is said and left")
  func refused() throws {
    guard getuid() != 0 else { return }
    chmod(place.folder.file("Drills/desk.md"), 0o444)
    let result = try place.run("check", "--fix")
    #expect(result.errors.contains("was not changed: Permission denied."))
    #expect(place.folder.text(of: "Drills/desk.md") == Self.broken)
  }

  @Test("--dry-run alone is a mistake")
  func alone() throws {
    #expect(try place.run("check", "--dry-run").status == .exited(64))
  }
}
