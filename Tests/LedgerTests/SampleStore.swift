// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Testing

@testable import Ledger

/// A moment for new ledgers: 2026-01-01T00:00:00Z in milliseconds since 1970.
let newYear = 1_767_225_600_000

/// An event about Ada.
func event(_ text: String, kind: String = "answered") -> NewRecord {
  NewRecord(kind: kind, subject: "E-17", actor: "E-17", bytes: Array(text.utf8))
}

/// A drill, to be kept by its digest.
let sampleContent = Content(kind: "drill", name: "phishing.md", bytes: Array("# Phishing".utf8))

/// Makes a store of twelve events, by turns in the streams `first` and `second`.
func makeSample(at path: String) throws -> TreeHead {
  let store = try Store.open(at: path, now: newYear)
  for number in 0..<6 {
    for stream in ["first", "second"] {
      try store.append(
        [event("\(stream) \(number)")], stream: stream, expecting: number,
        content: [sampleContent])
    }
  }
  return try store.head()
}

/// A connection that nothing holds back: no triggers, no checks, no foreign keys.
func tamper(_ path: String, _ script: String) throws {
  let connection = try Connection(path: path, flags: SQLITE_OPEN_READWRITE)
  try connection.execute("PRAGMA ignore_check_constraints = ON")
  // A careful hand puts the triggers back afterwards.
  var triggers: [(name: String, sql: String)] = []
  try connection.each("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
    triggers.append(($0.text(at: 0), $0.text(at: 1)))
  }
  for trigger in triggers { try connection.execute("DROP TRIGGER \(trigger.name)") }
  try connection.execute(script)
  for trigger in triggers { try connection.execute(trigger.sql) }
}

/// The error that `work` ends on, or nil.
func storeError(_ work: () throws -> Void) -> StoreError? {
  do {
    try work()
    return nil
  } catch {
    return error as? StoreError
  }
}
