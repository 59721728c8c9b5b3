// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

@testable import Reports

@Suite struct WholeFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func problem(_ work: () throws -> Void) -> FileProblem? {
    do {
      try work()
      return nil
    } catch {
      return error as? FileProblem
    }
  }

  @Test func `a file appears when it is whole, for its user alone`() throws {
    let file = try WholeFile(folder.file("out.csv"))
    try file.write(Array("one".utf8))
    #expect(folder.text(of: "out.csv") == nil)
    try file.write(Array(" two".utf8))
    try file.finish()
    #expect(folder.text(of: "out.csv") == "one two")
    #expect(folder.names() == ["out.csv"])
    var status = stat()
    #expect(stat(folder.file("out.csv"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func `a file that is given up leaves the old one, and nothing beside it`() throws {
    try folder.write("old", to: "out.csv")
    do {
      let file = try WholeFile(folder.file("out.csv"))
      try file.write(Array("new".utf8))
    }
    #expect(folder.text(of: "out.csv") == "old")
    #expect(folder.names() == ["out.csv"])
  }

  @Test func `an old file is replaced, its permissions and the links to it stay`() throws {
    try folder.write("old", to: "out.csv")
    chmod(folder.file("out.csv"), 0o640)
    symlink("out.csv", folder.file("link.csv"))
    let file = try WholeFile(folder.file("link.csv"))
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(folder.text(of: "out.csv") == "new")
    var status = stat()
    #expect(lstat(folder.file("link.csv"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(folder.file("out.csv"), &status) == 0)
    #expect(status.st_mode & 0o777 == 0o640)
  }

  @Test func `what is no file is left alone`() throws {
    try folder.makeFolder("sub")
    mkfifo(folder.file("pipe"), 0o600)
    for path in [folder.file("sub"), folder.file("pipe"), "/dev/null"] {
      let problem = problem { _ = try WholeFile(path) }
      #expect(problem?.step == .target)
      #expect(problem?.message.contains(path) == true)
    }
    #expect(folder.names() == ["pipe", "sub"])
  }

  @Test func `a missing folder says what, where, and that nothing was written`() {
    let problem = problem { _ = try WholeFile(folder.file("none/out.csv")) }
    #expect(
      problem == FileProblem(path: folder.file("none/out.csv"), code: ENOENT, step: .creation))
    #expect(problem?.message.hasSuffix("No such file or directory. Nothing was written.") == true)
  }

  @Test func `two files under way to one place do not touch each other`() throws {
    try folder.write("foreign", to: "out.csv.\(getpid()).part")
    let first = try WholeFile(folder.file("out.csv"))
    let second = try WholeFile(folder.file("out.csv"))
    try first.write(Array("first".utf8))
    try second.write(Array("second".utf8))
    try first.finish()
    #expect(folder.text(of: "out.csv") == "first")
    try second.finish()
    #expect(folder.text(of: "out.csv") == "second")
    #expect(folder.text(of: "out.csv.\(getpid()).part") == "foreign")
    #expect(folder.names().count == 2)
  }

  @Test func `a link to what is not there yet stays, and what it leads to is made`() throws {
    try folder.makeFolder("sub")
    symlink("sub/next.csv", folder.file("link.csv"))
    symlink("../out.csv", folder.file("sub/next.csv"))
    let file = try WholeFile(folder.file("link.csv"))
    try file.write(Array("new".utf8))
    try file.finish()
    #expect(folder.text(of: "out.csv") == "new")
    #expect(folder.names() == ["link.csv", "out.csv", "sub"])
    var status = stat()
    #expect(lstat(folder.file("link.csv"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func `links that lead round in circles are refused`() {
    symlink("b.csv", folder.file("a.csv"))
    symlink("a.csv", folder.file("b.csv"))
    let problem = problem { _ = try WholeFile(folder.file("a.csv")) }
    #expect(problem == FileProblem(path: folder.file("a.csv"), code: ELOOP, step: .creation))
    #expect(folder.names() == ["a.csv", "b.csv"])
  }
}
