// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Ledger

/// Each case with its exit status (sysexits.h) and a part of what it tells to do.
private let cases: [(StoreError, Int32, String)] = [
  (.cannotOpen(path: "/p", reason: "Not a directory"), 69, "Check the path"),
  (.noSuchStore(path: "/p"), 66, "Check the path"),
  (.notPermitted(path: "/p"), 77, "Ask its owner"),
  (.readOnly(path: "/p"), 77, "Ask its owner"),
  (.diskFull(path: "/p"), 74, "Free some space"),
  (.corrupt(path: "/p", detail: "malformed"), 69, "go back to a backup"),
  (.newerVersion(path: "/p", found: 2, known: 1), 78, "Install"),
  (.locked(path: "/p", waitedSeconds: 10), 75, "try again"),
  (.notADrillhallStore(path: "/p"), 78, "--store"),
  (.conflict(stream: "/p", expected: 4, found: 5), 75, "resume"),
  (.io(path: "/p", detail: "disk I/O error"), 74, "Check the disk"),
  (.noSuchEvent(seq: 9, size: 4), 66, "Check the number"),
  (.projectionFailed(name: "tally", seq: 1, detail: "x"), 70, "report it"),
  (.keyUnusable(path: "/p", reason: "it is missing"), 66, "from a backup"),
  (.invalidRecord(reason: "x"), 70, "report it"),
  (.unexpected(path: "/p", detail: "x"), 70, "report it"),
]

@Suite struct StoreErrorTests {
  @Test(arguments: cases) func `an error says where, what to do, and ends in its status`(
    error: StoreError, status: Int32, advice: String
  ) {
    #expect(error.exitStatus == status)
    #expect(error.description.contains(advice))
    #expect(error.description.hasSuffix("."))
    switch error {
    case .noSuchEvent, .projectionFailed, .invalidRecord: break
    default: #expect(error.description.contains("/p"))
    }
  }

  // Codes: sqlite3.h and errno.h of Linux (ENOSPC 28, EFBIG 27, EACCES 13, EROFS 30,
  // ENOENT 2).
  @Test(arguments: [
    (Int32(13), Int32(0), StoreError.diskFull(path: "/p")),
    (11, 0, .corrupt(path: "/p", detail: "words")),
    (267, 0, .corrupt(path: "/p", detail: "words")),
    (26, 0, .notADrillhallStore(path: "/p")),
    (5, 0, .locked(path: "/p", waitedSeconds: 3)),
    (261, 0, .locked(path: "/p", waitedSeconds: 3)),
    (8, 0, .readOnly(path: "/p")),
    (1032, 0, .readOnly(path: "/p")),
    (3, 0, .notPermitted(path: "/p")),
    (14, 13, .notPermitted(path: "/p")),
    (14, 30, .readOnly(path: "/p")),
    (14, 0, .cannotOpen(path: "/p", reason: "words")),
    (778, 28, .diskFull(path: "/p")),
    (778, 27, .diskFull(path: "/p")),
    (4874, 0, .diskFull(path: "/p")),
    (778, 5, .io(path: "/p", detail: "words")),
    (1, 0, .unexpected(path: "/p", detail: "SQLite error 1: words (SELECT 1)")),
  ]) func `what SQLite says becomes a store's error`(
    code: Int32, systemError: Int32, expected: StoreError
  ) {
    let error = SQLiteError(
      code: code, message: "words", context: "SELECT 1", systemError: systemError)
    #expect(StoreError(error, path: "/p", waited: .milliseconds(3_200)) == expected)
  }
}
