// SPDX-License-Identifier: GPL-3.0-or-later

/// What a store's file looks like inside.
enum Schema {
  /// Marks a SQLite file as a drillhall store: the letters DHLS.
  static let applicationID = 0x4448_4C53
  /// The version of the tables below, kept as `user_version`.
  static let version = 2

  /// An event's `place` is its ledger's number times this and its own number in the ledger. The
  /// store's own ledger has the number 0, so that there both are the same.
  static let ledgerSpan = 1 << 40
  /// The places of the store's own ledger end before this one.
  static let ownEnd = ledgerSpan

  /// The ledgers and their events.
  ///
  /// All that an append writes of an event is one row at the end of one table, because what a
  /// commit costs is the pages that it changes. The row holds the leaf, which stays for ever, and
  /// the body beside it, which an erasure sets to NULL; the newest row of a ledger also holds the
  /// edge of its tree. Events of one stream mostly follow each other, so that an index of those
  /// that don't (`opens`) finds all of them.
  ///
  /// The triggers guard against mistakes, not against somebody who means harm: that is what the
  /// tree and a checkpoint outside are for.
  static let events = """
    CREATE TABLE ledger (
      number INTEGER PRIMARY KEY CHECK (number BETWEEN 0 AND 4194303),
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36 AND id NOT GLOB '*[^0-9a-f-]*'),
      created INTEGER NOT NULL CHECK (created >= 0)
    ) STRICT;

    CREATE TABLE stream (
      id INTEGER PRIMARY KEY,
      ledger INTEGER NOT NULL REFERENCES ledger (number),
      name TEXT NOT NULL CHECK (length(name) > 0),
      UNIQUE (ledger, name)
    ) STRICT;

    CREATE TABLE event (
      place INTEGER PRIMARY KEY CHECK (place >= 0),
      leaf BLOB NOT NULL CHECK (length(leaf) > 0),
      edge BLOB CHECK (length(edge) % 32 = 0),
      stream INTEGER NOT NULL REFERENCES stream (id),
      number INTEGER NOT NULL CHECK (number >= 0),
      opens INTEGER NOT NULL CHECK (opens IN (0, 1)),
      nonce BLOB CHECK (length(nonce) = 32),
      subject TEXT CHECK ((subject IS NULL) = (nonce IS NULL)),
      actor TEXT CHECK ((actor IS NULL) = (nonce IS NULL)),
      kind TEXT CHECK ((kind IS NULL) = (nonce IS NULL) AND length(kind) BETWEEN 1 AND 64),
      bytes BLOB CHECK ((bytes IS NULL) = (nonce IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX event_by_stream ON event (stream, number) WHERE opens = 1;

    CREATE TRIGGER leaf_unchanged BEFORE UPDATE OF place, leaf, stream, number, opens ON event
      BEGIN SELECT RAISE(ABORT, 'a leaf never changes'); END;
    CREATE TRIGGER event_kept BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
    CREATE TRIGGER body_unchanged BEFORE UPDATE OF nonce, subject, actor, kind, bytes ON event
      WHEN NEW.nonce IS NOT NULL
      BEGIN SELECT RAISE(ABORT, 'a body never changes'); END;
    """

  /// What events refer to, and what follows from them: as it was in version 1.
  static let companions = """
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

    CREATE TRIGGER content_unchanged BEFORE UPDATE ON content
      BEGIN SELECT RAISE(ABORT, 'content never changes'); END;
    """

  /// The names that a projection can't have.
  static let tables: Set = ["ledger", "stream", "event", "content", "projection"]
}
