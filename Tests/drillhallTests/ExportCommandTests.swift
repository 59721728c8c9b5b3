// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// What leaves the program: exports, roots, checkpoints, and what verify makes of them later.
@Suite struct ExportCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let input = SampleLibrary.right.map { $0 + "\n" }.joined()
    let played = try place.run("run", "desk", "--agree", input: input)
    #expect(played.status == .exited(0))
  }

  @Test func `data on standard output, the root on standard error`() throws {
    for arguments in [["csv"], ["csv", "--profile", "data"], ["json"]] {
      let result = try PipedProcess.run(
        place.program, ["export"] + arguments, environment: place.environment)
      #expect(result.status == .exited(0))
      #expect(result.output.contains("The desk"))
      #expect(!result.output.contains("I am sorry"))
      #expect(result.errors.hasPrefix("Root "))
      let root = String(result.errors.dropFirst(5).dropLast())
      #expect(try place.run("verify", "--root", root).output.contains("still holds the root"))
      if arguments == ["json"] { #expect(result.output.contains("\"root\":\"\(root)\"")) }
    }
  }

  @Test func `a file is written whole or not at all`() throws {
    let out = place.folder.file("out.csv")
    #expect(try place.run("export", "csv", "-o", out).status == .exited(0))
    let whole = try #require(place.folder.text(of: "out.csv"))
    #expect(try place.run("export", "csv").output == whole)
    // The file's limit stands in for a full disk. A console that is open has made the files that
    // readers share.
    let console = try place.start()
    try console.waitForPrompt("drillhall>")
    let full = try place.shell("ulimit -f 0 && exec \"$0\" export json -o '\(out)'")
    #expect(full.status == .exited(74))
    #expect(full.errors.contains("could not be written"))
    #expect(full.errors.contains("It is as it was before."))
    #expect(place.folder.text(of: "out.csv") == whole)
    try console.enter("quit")
    #expect(try console.end() == .exited(0))
    let missing = try place.run("export", "csv", "-o", place.folder.file("none/out.csv"))
    #expect(missing.status == .exited(73))
    #expect(missing.errors.contains("No such file or directory. Nothing was written."))
    let folder = try place.run("export", "csv", "-o", place.folder.path)
    #expect(folder.status == .exited(73))
    let device = try place.run("export", "csv", "-o", "/dev/null")
    #expect(device.status == .exited(73))
    #expect(
      place.folder.names().filter { $0.contains("out") || $0.contains("part") } == ["out.csv"])
  }

  @Test func `a checkpoint holds while the record grows, and not when it was cut`() throws {
    let note = place.folder.file("checkpoint.txt")
    let exported = try place.run("export", "csv", "--checkpoint", note)
    #expect(exported.status == .exited(0))
    let key = try #require(exported.errors.split(separator: "\n").last?.dropFirst(4)).description
    #expect(key.hasPrefix("drillhall/"))
    func verify(_ more: String...) throws -> PipedProcess {
      try PipedProcess.run(
        place.program, ["verify", "--checkpoint", note] + more, environment: place.environment)
    }
    #expect(try verify().output.contains("still holds the root that you gave"))
    #expect(try verify("--key", key).status == .exited(0))

    // Somebody goes back to yesterday's copy: all proofs in it hold, but it is too short.
    let size = try #require(exported.errors.dropFirst(5).split(separator: ":").first)
    let yesterday = try #require(place.folder.bytes(of: "data/drillhall/drillhall.db"))
    _ = try place.run("run", "desk", input: "1\n")
    #expect(try verify("--key", key).status == .exited(0))
    let later = try place.run("export", "csv", "--checkpoint", note)
    #expect(later.status == .exited(0))
    #expect(later.errors.dropFirst(5).split(separator: ":").first != size)
    for suffix in ["-wal", "-shm"] { unlink(place.store + suffix) }
    try overwrite(place.store, yesterday)
    #expect(try place.run("verify").status == .exited(0))
    let cut = try verify("--key", key)
    #expect(cut.status == .exited(1))
    #expect(cut.output.contains("when the checkpoint was taken"))
  }

  @Test func `a checkpoint that was changed, or is another ledger's, is refused`() throws {
    let note = place.folder.file("checkpoint.txt")
    _ = try place.run("export", "csv", "--checkpoint", note)
    let text = try #require(place.folder.text(of: "checkpoint.txt"))
    let other = try Workplace()
    _ = try other.run("run", "desk", "--agree", input: "1\n")
    let foreign = try other.run("verify", "--checkpoint", note)
    #expect(foreign.status == .exited(65))
    #expect(foreign.errors.contains("is no checkpoint that drillhall/"))
    try place.folder.write(text.replacing("\n— ", with: "x\n— "), to: "checkpoint.txt")
    #expect(try place.run("verify", "--checkpoint", note).status == .exited(65))
    try place.folder.write("", to: "checkpoint.txt")
    #expect(try place.run("verify", "--checkpoint", note).status == .exited(65))
    #expect(
      try place.run("verify", "--checkpoint", place.folder.file("none")).status == .exited(66))
    #expect(try place.run("verify", "--checkpoint", place.folder.path).status == .exited(66))
  }

  private func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    try #require(file >= 0)
    defer { close(file) }
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  @Test func `an export and its checkpoint can't be one file, nor the store`() throws {
    let out = place.folder.file("out.csv")
    try place.folder.write("old", to: "out.csv")
    symlink("out.csv", place.folder.file("link.csv"))
    for other in [out, place.folder.file("home/../out.csv"), place.folder.file("link.csv")] {
      let result = try place.run("export", "csv", "-o", out, "--checkpoint", other)
      #expect(result.status == .exited(64))
      #expect(result.errors.contains("lead to one file"))
    }
    #expect(place.folder.text(of: "out.csv") == "old")
    let both = try place.run(
      "export", "csv", "-o", out, "--checkpoint", place.folder.file("note.txt"))
    #expect(both.status == .exited(0))
    #expect(place.folder.text(of: "out.csv")?.contains("The desk") == true)
    #expect(place.folder.text(of: "note.txt")?.hasPrefix("drillhall/") == true)
    let store = try place.run("export", "csv", "-o", place.store)
    #expect(store.status == .exited(64))
    #expect(try place.isSound())
  }

  @Test func `an export that is interrupted leaves nothing behind`() throws {
    let out = place.folder.file("out.csv")
    try place.folder.write("old", to: "out.csv")
    // The signal came before the program began, and is still held back.
    let result = try place.shell(
      "exec env --block-signal=INT sh -c 'kill -INT $$; exec \"$0\" export csv -o \"$1\"' "
        + "\"$0\" '\(out)'")
    #expect(result.status == .exited(130))
    #expect(result.errors.contains("It was interrupted. Nothing was written."))
    #expect(place.folder.text(of: "out.csv") == "old")
    #expect(place.folder.names().filter { $0.contains("part") } == [])
  }

  @Test func `a checkpoint beside rows that nobody reads leaves nothing behind`() throws {
    // The pipe is full before the first row, so that the export waits for a reader who never comes.
    let result = try place.shell(
      "{ head -c 65536 /dev/zero; timeout --signal=INT 2 \"$0\" export csv --checkpoint '"
        + place.folder.file("note.txt") + "'; echo \"status $?\" >&2; } | sleep 3")
    #expect(result.errors.contains("status 124"), "\(result)")
    #expect(place.folder.names().filter { $0.contains("note") } == [])
  }
}
