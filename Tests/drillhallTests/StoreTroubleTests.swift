// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// Stores that can't be used: a plain sentence on standard error, the right status, and nothing
/// half-written.
@Suite struct StoreTroubleTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func expect(
    _ result: PipedProcess, status: Int32, says words: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.status == .exited(status), "\(result)", sourceLocation: sourceLocation)
    #expect(result.errors.contains(words), "\(result.errors)", sourceLocation: sourceLocation)
    #expect(result.errors.hasPrefix("drillhall: "), sourceLocation: sourceLocation)
    #expect(result.errors.hasSuffix(".\n"), sourceLocation: sourceLocation)
    for word in ["SQLite error", "Fatal", "errno", "disk I/O"] {
      #expect(!result.errors.contains(word), sourceLocation: sourceLocation)
    }
  }

  /// A line of the shell for a user without rights, where the tests run as root, who has all.
  private func withoutRights(_ line: String) throws -> PipedProcess {
    guard geteuid() == 0 else { return try place.shell(line) }
    return try PipedProcess.run(
      "/usr/bin/setpriv",
      [
        "--reuid", "65534", "--regid", "65534", "--clear-groups", "/bin/sh", "-c", line,
        place.program,
      ],
      environment: place.environment)
  }

  private static let canDropRights =
    geteuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0

  private func makeStore() throws {
    let made = try place.run("run", "desk", "--agree", input: "1\n")
    #expect(made.status == .exited(4))
  }

  @Test(arguments: ["scores", "explain", "replay", "verify", "rebuild"])
  func `no store yet`(command: String) throws {
    let result = try place.run(command)
    if command == "rebuild" {
      #expect(result.status == .exited(0))
    } else {
      expect(result, status: 66, says: "There is no store at \(place.store).")
      #expect(place.folder.names(in: "data") == [])
    }
  }

  @Test(arguments: [["run", "desk"], ["scores"], ["verify"], ["export", "csv"]])
  func `a folder, another program's file, a ruined one, a newer one`(command: [String]) throws {
    try makeStore()
    let bytes = try #require(place.folder.bytes(of: "data/drillhall/drillhall.db"))
    try place.folder.makeFolder("folder")
    try place.folder.write(String(repeating: "Dear diary. ", count: 900), to: "notes.txt")
    // Bytes 60 to 63 of the header are the user version (SQLite file format, 1.3).
    var newer = bytes
    newer.replaceSubrange(60..<64, with: [0, 0, 0, 9])
    try write(newer, to: place.folder.file("newer.db"))
    for (name, status, words) in [
      ("folder", Int32(69), "can't be opened: Is a directory."),
      ("notes.txt", 78, "is not a drillhall store, and it was left as it is."),
      ("newer.db", 78, "has version 9, and this drillhall knows versions up to 2."),
    ] {
      let before = place.folder.bytes(of: name)
      let result = try PipedProcess.run(
        place.program, command + ["--store", place.folder.file(name)],
        environment: place.environment)
      expect(result, status: status, says: words)
      #expect(place.folder.bytes(of: name) == before)
    }
  }

  @Test func `ruined pages: what can't be read is said, and verify finds them`() throws {
    try makeStore()
    var bytes = try #require(place.folder.bytes(of: "data/drillhall/drillhall.db"))
    bytes.replaceSubrange(8192..., with: Array(repeating: 0x5A, count: bytes.count - 8192))
    let path = place.folder.file("ruined.db")
    try write(bytes, to: path)
    expect(try place.run("scores", "--store", path), status: 69, says: "is damaged")
    expect(
      try place.run("run", "desk", "--store", path), status: 69, says: "is damaged")
    let verified = try place.run("verify", "--store", path)
    #expect(verified.status != .exited(0))
  }

  // The file's limit stands in for a full disk: the write fails in the middle just the same.
  @Test(arguments: [4, 40, 90, 120, 160, 200, 260])
  func `a full disk stops the drill, and all that was said before it is kept`(
    limit: Int
  ) throws {
    let input = (1...SampleLibrary.longCount).map { "\($0 % 3 + 1)\n" }.joined()
    // Blocks of 512 bytes, as POSIX has them.
    let full = try place.shell(
      "ulimit -f \(limit) && exec \"$0\" run long --agree --seed 7", input: input)
    if full.status != .exited(3) {
      #expect(full.status == .exited(74), "\(full)")
      #expect(full.errors.hasPrefix("drillhall: "))
      #expect(full.errors.hasSuffix(".\n"))
    }
    // With room again everything goes on, and what was acknowledged is there.
    let rest = try place.run("run", "long", "--agree", "--seed", "7", input: input)
    #expect(rest.status == (full.status == .exited(3) ? .exited(3) : rest.status))
    let replay = try place.run("replay").output
    for number in 1...SampleLibrary.longCount {
      let feedback = "Feedback \(SampleLibrary.padded(number)) "
      if full.output.contains(feedback) { #expect(replay.contains(feedback)) }
    }
    #expect(try place.isSound())
  }

  @Test(.enabled(if: canDropRights))
  func `a store that may be read and not written`() throws {
    try makeStore()
    _ = chmod(place.folder.path, 0o755)
    for name in place.folder.names(in: "data/drillhall") {
      _ = chmod(place.folder.file("data/drillhall/\(name)"), 0o444)
    }
    _ = chmod(place.folder.file("data/drillhall"), 0o555)
    defer { _ = chmod(place.folder.file("data/drillhall"), 0o755) }
    let run = try withoutRights("exec \"$0\" run desk </dev/null")
    expect(run, status: 77, says: "Ask its owner for write permission")
    // The key beside it is its owner's alone.
    _ = chmod(place.folder.file("data/drillhall"), 0o000)
    expect(
      try withoutRights("exec \"$0\" scores"), status: 77, says: "You have no permission")
    expect(
      try withoutRights("exec \"$0\" run desk </dev/null"), status: 77,
      says: "You have no permission")
  }

  @Test(.enabled(if: canDropRights))
  func `a reader who may not make the files that readers share is told so`() throws {
    try makeStore()
    _ = chmod(place.folder.path, 0o755)
    try place.folder.makeFolder("copy")
    try write(
      try #require(place.folder.bytes(of: "data/drillhall/drillhall.db")),
      to: place.folder.file("copy/s.db"))
    _ = chmod(place.folder.file("copy/s.db"), 0o444)
    _ = chmod(place.folder.file("copy"), 0o555)
    let result = try withoutRights("exec \"$0\" scores --store \(place.folder.file("copy/s.db"))")
    expect(result, status: 69, says: "readers keep two small files beside it")
  }

  private static let canMount =
    geteuid() == 0
    && (try? PipedProcess.run("/usr/bin/unshare", ["--mount", "true"]))?.status == .exited(0)

  @Test(.enabled(if: canMount))
  func `a medium that can't be written is read, and not written`() throws {
    try makeStore()
    try place.folder.makeFolder("medium")
    // A mount of this process's own, gone with it.
    let script = """
      mount -t tmpfs tmpfs "$1" && cp "$2" "$1/s.db" && mount -o remount,ro "$1" || exit 90
      for command in scores verify replay 'export csv'; do
        "$0" $command --store "$1/s.db" || exit 91
      done
      exec "$0" run desk --store "$1/s.db" </dev/null
      """
    let result = try PipedProcess.run(
      "/usr/bin/unshare",
      [
        "--mount", "/bin/sh", "-c", script, place.program, place.folder.file("medium"), place.store,
      ], environment: place.environment)
    #expect(result.status == .exited(77), "\(result)")
    #expect(result.output.contains("The record is sound"))
    #expect(result.output.contains("under way") || result.output.contains("paused"))
    #expect(result.errors.contains("Ask its owner for write permission"))
  }

  @Test func `output that nobody can take is an error of its own`() throws {
    try makeStore()
    for command in ["scores", "export csv", "verify", "replay", "run desk"] {
      let result = try place.shell("exec \"$0\" \(command) >/dev/full </dev/null")
      expect(result, status: 74, says: "The output could not be written")
    }
    let closed = try place.shell("exec \"$0\" scores >&-")
    #expect(closed.status == .exited(74))
    // A reader that goes away early, as `head` does, ends a command quietly.
    let early = try place.shell("\"$0\" export json | head -c 10 >/dev/null")
    #expect(early.status == .exited(0))
    #expect(try place.isSound())
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    try #require(file >= 0)
    defer { close(file) }
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }
}
