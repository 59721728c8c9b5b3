// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Ledger

/// Any bytes as a leaf, as an attempt's event, as a signed checkpoint.
enum LedgerTarget {
  private static let key = VerifierKey(
    parsing: "drillhall/test+cb6fb33c+ASNF+IY36NymCPKkz6bxFPKeDbjHT9MfPj0ULn5gRu5i")

  @Sendable static func run(_ bytes: [UInt8]) {
    if let leaf = Leaf(parsing: bytes) {
      Fuzz.expect(leaf.bytes == bytes, "a leaf is read from bytes that it does not write")
    }
    if let record = try? RecordCoding.value(AttemptRecord.self, from: bytes) {
      check(record)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let checkpoint = Checkpoint(parsing: text) {
      Fuzz.expect(
        Checkpoint(parsing: checkpoint.text) == checkpoint, "a checkpoint does not come back")
    }
    _ = key?.checkpoint(inNote: text)
    _ = VerifierKey(parsing: text)
    _ = MerkleFrontier(size: bytes.count, nodes: [])
  }

  /// What is read is written and read again the same, and can be folded.
  private static func check(_ record: AttemptRecord) {
    guard let written = try? RecordCoding.bytes(of: record) else {
      Fuzz.expect(false, "an event that was read can't be written")
      return
    }
    let again = try? RecordCoding.value(AttemptRecord.self, from: written)
    Fuzz.expect(again == record, "an event does not come back")
    var state = AttemptState()
    state.apply(record)
    state.apply(record)
    _ = state.score
  }
}
