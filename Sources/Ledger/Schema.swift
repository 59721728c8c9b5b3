// SPDX-License-Identifier: GPL-3.0-or-later

/// What a store's file looks like inside.
enum Schema {
  /// Marks a SQLite file as a drillhall store: the letters DHLS.
  static let applicationID = 0x4448_4C53
  /// The version of the tables below, kept as `user_version`.
  static let version = 1

  /// Everything that a new store begins with.
  ///
  /// The triggers guard against mistakes, not against somebody who means harm: that is what the
  /// tree and a checkpoint outside are for.
  static let creation = """
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
    """

  /// The names that a projection can't have.
  static let tables: Set = ["ledger", "leaf", "body", "frontier", "content", "projection"]
}
