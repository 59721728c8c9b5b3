// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A row an attempt, written when it starts, is paused, is taken up again and ends, and rebuilt from
/// all of its events.
///
/// How far an attempt under way has come is read from its events (`AttemptProgress`): an answer
/// waits for its commit, and a row that changed with each would be a page more to write.
public struct AttemptProjection: Projection {
  /// The projection.
  public init() {}

  /// The tables' prefix.
  public let name = "attempt"
  /// Raised when the tables change.
  public let version = 4

  /// A row an attempt.
  public let schema = """
    CREATE TABLE attempt (
      attempt TEXT NOT NULL,
      ledger TEXT NOT NULL,
      seq INTEGER NOT NULL,
      employee TEXT NOT NULL,
      drill TEXT NOT NULL,
      title TEXT NOT NULL,
      drill_version INTEGER NOT NULL CHECK (drill_version BETWEEN 1 AND 100000),
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000000),
      status TEXT NOT NULL CHECK (status IN ('under way', 'paused', 'passed', 'failed')),
      score INTEGER CHECK (score BETWEEN 0 AND 10000),
      pass INTEGER NOT NULL CHECK (pass BETWEEN 0 AND 10000),
      points INTEGER NOT NULL DEFAULT 0 CHECK (points BETWEEN 0 AND 10000000),
      earned INTEGER NOT NULL DEFAULT 0 CHECK (earned BETWEEN 0 AND 100000000000),
      critical TEXT NOT NULL DEFAULT '',
      answered INTEGER NOT NULL DEFAULT 0 CHECK (answered BETWEEN 0 AND 1000000000),
      started_at INTEGER NOT NULL
        CHECK (started_at BETWEEN -62135596800000 AND 253402300799999),
      last_at INTEGER NOT NULL CHECK (last_at BETWEEN -62135596800000 AND 253402300799999),
      active_ms INTEGER NOT NULL DEFAULT 0 CHECK (active_ms BETWEEN 0 AND 315537897599999),
      corrected_at INTEGER CHECK (corrected_at BETWEEN -62135596800000 AND 253402300799999),
      corrected_by TEXT,
      reason TEXT,
      original_score INTEGER CHECK (original_score BETWEEN 0 AND 10000),
      original_status TEXT CHECK (original_status IN ('passed', 'failed')),
      PRIMARY KEY (ledger, attempt)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attempt_by_employee ON attempt (employee, drill, number, attempt);
    CREATE INDEX attempt_by_id ON attempt (attempt);
    """

  static let select = """
    SELECT attempt, ledger, seq, employee, drill, title, drill_version, number, status, score, pass,
      points, earned, critical, answered, started_at, last_at, active_ms, corrected_at,
      corrected_by, reason, original_score, original_status FROM attempt
    """

  /// Takes one event in.
  public func apply(_ event: ListedEvent, in connection: Connection) throws {
    let body = event.body
    guard body.kind.hasPrefix(AttemptLog.kindPrefix) else { return }
    // Read also where nothing is to be written: what can't be read is to be named.
    let record = try event.value as? AttemptRecord ?? RecordCoding.record(from: body)
    let id = body.stream.dropPrefix(AttemptLog.streamPrefix)
    switch record.event {
    case .started(let started):
      try insert(started, at: record.at, body: body, id: id, connection)
    case .paused:
      try settle("paused", record, event, id: id, connection)
    case .resumed:
      try settle("under way", record, event, id: id, connection)
    case .finished(let finished):
      try settle(finished.passed ? "passed" : "failed", record, event, id: id, connection)
      try end(finished, body: body, id: id, connection)
    case .corrected(let corrected):
      try correct(corrected, at: record.at, body: body, id: id, connection)
    case .entered, .shown, .hinted, .injected, .flagged, .answered: break
    }
  }

  private func insert(
    _ started: AttemptEvent.Started, at: Instant, body: Body, id: String, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO attempt (attempt, ledger, seq, employee, drill, title, drill_version, number,
        status, pass, started_at, last_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'under way', ?9, ?10, ?10)
      """,
      [
        .text(id), .text(body.ledger), .integer(body.seq), .text(started.employee),
        .text(started.drill), .text(started.title), .integer(started.version),
        .integer(started.number), .integer(started.pass.rawValue),
        .integer(Int(at.milliseconds)),
      ])
  }

  /// Writes how the attempt stands and how far it has come.
  private func settle(
    _ status: SQLiteValue, _ record: AttemptRecord, _ event: ListedEvent, id: String,
    _ connection: Connection
  ) throws {
    var progress = AttemptProgress(of: try event.earlier())
    progress.take(record, seq: event.body.seq)
    try connection.run(
      """
      UPDATE attempt SET status = ?3, seq = ?4, last_at = ?5, active_ms = ?6, answered = ?7
      WHERE ledger = ?1 AND attempt = ?2
      """,
      [
        .text(event.body.ledger), .text(id), status, .integer(progress.seq),
        .integer(Int(progress.lastAt.milliseconds)), .integer(progress.activeMilliseconds),
        .integer(progress.answered),
      ])
  }

  private func end(
    _ finished: AttemptEvent.Finished, body: Body, id: String, _ connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE attempt SET score = ?3, points = ?4, earned = ?5, critical = ?6
      WHERE ledger = ?1 AND attempt = ?2
      """,
      [
        .text(body.ledger), .text(id), .integer(finished.score.rawValue),
        .integer(finished.points), .integer(finished.earned),
        .text(finished.critical.map(\.kind.rawValue).joined(separator: ";")),
      ])
  }

  /// Lets the corrected outcome count, and keeps the first one beside it.
  private func correct(
    _ corrected: AttemptEvent.Corrected, at: Instant, body: Body, id: String,
    _ connection: Connection
  ) throws {
    let after = corrected.after
    try connection.run(
      """
      UPDATE attempt SET original_score = coalesce(original_score, score),
        original_status = coalesce(original_status, status),
        status = ?3, score = ?4, pass = ?5, points = ?6, earned = ?7, critical = ?8, seq = ?9,
        corrected_at = ?10, corrected_by = ?11, reason = ?12
      WHERE ledger = ?1 AND attempt = ?2 AND score IS NOT NULL
      """,
      [
        .text(body.ledger), .text(id), .text(after.passed ? "passed" : "failed"),
        .integer(after.score.rawValue), .integer(after.pass.rawValue), .integer(after.points),
        .integer(after.earned),
        .text(after.critical.map(\.kind.rawValue).joined(separator: ";")), .integer(body.seq),
        .integer(Int(at.milliseconds)), .text(corrected.by), .text(corrected.reason),
      ])
  }

  /// What the schema's checks let in, by column: whoever changes the file by hand can go round
  /// them.
  private static let ranges: [(name: String, column: Int32, range: ClosedRange<Int>)] = [
    ("seq", 2, 0...(.max)),
    ("drill_version", 6, AttemptEvent.versions),
    ("number", 7, AttemptEvent.numbers),
    ("pass", 10, 0...10_000),
    ("points", 11, AttemptEvent.pointSums),
    ("earned", 12, AttemptEvent.earnedSums),
    ("answered", 14, 0...1_000_000_000),
    ("started_at", 15, moments),
    ("last_at", 16, moments),
    ("active_ms", 17, 0...(moments.upperBound - moments.lowerBound)),
    ("corrected_at", 18, moments),
  ]
  private static let moments = Int(Instant.range.lowerBound)...Int(Instant.range.upperBound)

  /// The attempt of a row; throws `corrupt` where the row holds what no event makes.
  static func summary(from row: Statement, of store: Store) throws -> AttemptSummary {
    func damaged(_ name: String, _ value: String) -> StoreError {
      .corrupt(
        path: store.path,
        detail: "“\(name)” of attempt \(row.text(at: 0)) in the list of attempts is \(value)")
    }
    guard let status = AttemptSummary.Status(rawValue: row.text(at: 8)) else {
      throw damaged("status", "“\(row.text(at: 8))”")
    }
    for (name, column, range) in ranges
    where !(name == "corrected_at" && row.isNull(at: column))
      && !range.contains(row.integer(at: column))
    {
      throw damaged(name, "\(row.integer(at: column))")
    }
    var summary = AttemptSummary(
      attempt: row.text(at: 0), ledger: row.text(at: 1), seq: row.integer(at: 2),
      employee: row.text(at: 3), drill: row.text(at: 4), title: row.text(at: 5),
      version: row.integer(at: 6), number: row.integer(at: 7), status: status,
      score: row.isNull(at: 9) ? nil : Credit(clamping: row.integer(at: 9)),
      pass: Credit(clamping: row.integer(at: 10)), points: row.integer(at: 11),
      earned: row.integer(at: 12),
      critical: row.text(at: 13).split(separator: ";").compactMap {
        CriticalClass(rawValue: String($0))
      },
      answered: row.integer(at: 14),
      startedAt: Instant(milliseconds: Int64(row.integer(at: 15))),
      lastAt: Instant(milliseconds: Int64(row.integer(at: 16))),
      seconds: row.integer(at: 17) / 1000)
    if !row.isNull(at: 18), let former = AttemptSummary.Status(rawValue: row.text(at: 22)) {
      summary.correction = .init(
        at: Instant(milliseconds: Int64(row.integer(at: 18))), by: row.text(at: 19),
        reason: row.text(at: 20), score: Credit(clamping: row.integer(at: 21)), status: former)
    }
    if status == .underWay { try update(&summary, in: store) }
    return summary
  }

  /// Brings the line of an attempt under way to where its events are.
  private static func update(_ summary: inout AttemptSummary, in store: Store) throws {
    let progress = AttemptProgress(
      of: try store.bodies(
        ofStream: AttemptLog.streamPrefix + summary.attempt, ledger: summary.ledger))
    guard progress.seq >= summary.seq else { return }
    summary.seq = progress.seq
    summary.lastAt = progress.lastAt
    summary.answered = progress.answered
    summary.seconds = progress.activeMilliseconds / 1000
  }
}
