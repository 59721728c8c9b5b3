// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite

@testable import Ledger

/// A store as version 1 of the tables had it, made by hand.
struct FormerStore {
  /// The tables of version 1, as the program made them.
  private static let schema = """
    PRAGMA journal_mode = WAL;
    CREATE TABLE ledger (
      id TEXT PRIMARY KEY CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
      own INTEGER NOT NULL CHECK (own IN (0, 1)),
      created INTEGER NOT NULL CHECK (created >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX ledger_own ON ledger (own) WHERE own = 1;
    CREATE TABLE leaf (
      ledger TEXT NOT NULL REFERENCES ledger (id),
      seq INTEGER NOT NULL CHECK (seq >= 0),
      bytes BLOB NOT NULL CHECK (length(bytes) > 0),
      PRIMARY KEY (ledger, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE body (
      ledger TEXT NOT NULL,
      seq INTEGER NOT NULL,
      nonce BLOB NOT NULL CHECK (length(nonce) = 32),
      subject TEXT NOT NULL,
      actor TEXT NOT NULL,
      stream TEXT NOT NULL CHECK (length(stream) > 0),
      number INTEGER NOT NULL CHECK (number >= 0),
      kind TEXT NOT NULL
        CHECK (length(kind) BETWEEN 1 AND 64 AND kind NOT GLOB '*[^A-Za-z0-9._-]*'),
      bytes BLOB NOT NULL,
      PRIMARY KEY (ledger, seq),
      UNIQUE (ledger, stream, number),
      FOREIGN KEY (ledger, seq) REFERENCES leaf (ledger, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE frontier (
      ledger TEXT PRIMARY KEY REFERENCES ledger (id),
      size INTEGER NOT NULL CHECK (size >= 0),
      nodes BLOB NOT NULL CHECK (length(nodes) % 32 = 0)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE content (
      digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
      kind TEXT NOT NULL CHECK (length(kind) > 0),
      name TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE projection (
      name TEXT PRIMARY KEY CHECK (length(name) > 0 AND name NOT GLOB '*[^a-z]*'),
      version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER leaf_unchanged BEFORE UPDATE ON leaf
      BEGIN SELECT RAISE(ABORT, 'a leaf never changes'); END;
    CREATE TRIGGER leaf_kept BEFORE DELETE ON leaf
      BEGIN SELECT RAISE(ABORT, 'a leaf is never deleted'); END;
    CREATE TRIGGER body_unchanged BEFORE UPDATE ON body
      BEGIN SELECT RAISE(ABORT, 'a body never changes'); END;
    CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
      BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    PRAGMA application_id = 0x44484C53;
    PRAGMA user_version = 1;
    """

  /// The store's own ledger.
  static let own = "0f8fad5b-d9cb-469f-a165-70867728950e"
  /// A ledger that was collected from elsewhere, whose name sorts before the own one's.
  static let other = "00000000-0000-4000-8000-000000000001"

  /// An event of a former store: its stream, and what is recorded.
  typealias Event = (stream: String, record: NewRecord)

  private let connection: Connection

  /// Makes the file.
  init(at path: String) throws {
    connection = try Connection(path: path, flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    try connection.execute(Self.schema)
  }

  /// Writes a ledger with its events; gives its head.
  func write(_ events: [Event], to ledger: String, isOwn: Bool = true) throws -> TreeHead {
    try connection.execute("BEGIN")
    try connection.run(
      "INSERT INTO ledger VALUES (?1, ?2, ?3)",
      [.text(ledger), .integer(isOwn ? 1 : 0), .integer(newYear)])
    var frontier = MerkleFrontier()
    var numbers: [String: Int] = [:]
    for (seq, (stream, record)) in events.enumerated() {
      let nonce = Sodium.randomBytes(32)
      let leaf = Leaf(
        ledger: ledger, seq: seq, kind: record.kind,
        commitment: Digest(commitmentTo: record.bytes, nonce: nonce), version: .bytes)
      try connection.run(
        "INSERT INTO leaf VALUES (?1, ?2, ?3)", [.text(ledger), .integer(seq), .blob(leaf.bytes)])
      try connection.run(
        "INSERT INTO body VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        [
          .text(ledger), .integer(seq), .blob(nonce), .text(record.subject), .text(record.actor),
          .text(stream), .integer(numbers[stream, default: 0]), .text(record.kind),
          .blob(record.bytes),
        ])
      numbers[stream, default: 0] += 1
      frontier.append(leaf: leaf.bytes)
    }
    try connection.run(
      "INSERT INTO frontier VALUES (?1, ?2, ?3)",
      [.text(ledger), .integer(frontier.size), .blob(frontier.bytes)])
    try connection.execute("COMMIT")
    return frontier.head
  }

  /// Keeps content, as an append does.
  func keep(_ content: Content) throws {
    try connection.run(
      "INSERT INTO content VALUES (?1, ?2, ?3, ?4)",
      [
        .blob(Digest(of: content.bytes).bytes), .text(content.kind), .text(content.name),
        .blob(content.bytes),
      ])
  }
}
