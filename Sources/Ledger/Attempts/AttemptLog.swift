// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// Attempts in a store: a stream each, named `attempt/ID`.
public struct AttemptLog {
  /// The store.
  public let store: Store

  static let kindPrefix = "attempt."
  static let streamPrefix = "attempt/"

  /// Attempts in a store that was opened with `AttemptProjection`.
  public init(_ store: Store) { self.store = store }

  /// Writes events of an attempt; they are safe on the disk when this returns.
  ///
  /// - Parameters:
  ///   - records: The events in order.
  ///   - attempt: The attempt's id.
  ///   - employee: Whose attempt it is.
  ///   - number: How many events the attempt had when they were decided: another console that
  ///     wrote meanwhile makes this one throw `conflict`.
  ///   - latest: The highest number that the employee's attempts at the drill had when the first
  ///     event was decided, which says the next: another console that began one meanwhile makes
  ///     this one throw `attemptBegun`. Nil where no attempt is begun, or it has its number already.
  ///   - content: The bytes of the drill and the policies, with the first event.
  /// - Throws: `StoreError`; nothing was written then.
  public func append(
    _ records: [AttemptRecord], to attempt: String, employee: String, expecting number: Int,
    after latest: Int? = nil, content: [Content] = []
  ) throws(StoreError) {
    var bodies: [NewRecord] = []
    for record in records {
      bodies.append(
        NewRecord(
          kind: Self.kindPrefix + record.event.kind, subject: employee, actor: employee,
          bytes: try RecordCoding.bytes(of: record)))
    }
    _ = try store.append(
      bodies, stream: Self.streamPrefix + attempt, expecting: number, content: content,
      values: records
    ) { connection in
      guard let latest, case .started(let started) = records.first?.event else { return }
      // The list is right while nobody else can write: it is kept with each event.
      let found = try connection.first(
        "SELECT max(number) FROM attempt WHERE employee = ?1 AND drill = ?2",
        [.text(employee), .text(started.drill)]
      ) { $0.integer(at: 0) }
      if let found, found != latest { throw StoreError.attemptBegun(number: found) }
    }
  }

  /// Writes a correction of a finished attempt, and keeps what it was judged with; it is safe on the
  /// disk when this returns.
  ///
  /// - Parameters:
  ///   - corrected: The correction.
  ///   - at: When.
  ///   - attempt: The attempt's id.
  ///   - employee: Whose attempt it is.
  ///   - number: How many events the attempt had when it was judged: where another one was written
  ///     meanwhile, this throws `conflict`.
  ///   - content: The bytes of the drill and the policies that it was judged with.
  /// - Throws: `StoreError`; nothing was written then.
  public func correct(
    _ corrected: AttemptEvent.Corrected, at: Instant, of attempt: String, employee: String,
    expecting number: Int, content: [Content]
  ) throws(StoreError) {
    let record = AttemptRecord(at: at, event: .corrected(corrected))
    _ = try store.append(
      [
        NewRecord(
          kind: Self.kindPrefix + record.event.kind, subject: employee, actor: corrected.by,
          bytes: try RecordCoding.bytes(of: record))
      ], stream: Self.streamPrefix + attempt, expecting: number, content: content,
      values: [record])
  }

  /// The events of an attempt in order; empty where there is none of this id.
  ///
  /// - Throws: `StoreError`, `corrupt` where a body is no event.
  public func records(of attempt: String, ledger: String? = nil) throws(StoreError)
    -> [AttemptRecord]
  {
    var records: [AttemptRecord] = []
    for body in try store.bodies(ofStream: Self.streamPrefix + attempt, ledger: ledger) {
      do throws(UnreadableRecord) {
        records.append(try RecordCoding.record(from: body))
      } catch {
        throw .corrupt(path: store.path, detail: "event \(body.seq) can't be read: \(error.detail)")
      }
    }
    return records
  }

  /// The drill and the policies that an attempt was bound to.
  public func content(of started: AttemptEvent.Started) throws(StoreError) -> BoundContent? {
    try content(drill: started.drillDigest, policies: started.policyDigests)
  }

  /// The drill and the policies that an attempt was corrected with.
  public func content(of corrected: AttemptEvent.Corrected) throws(StoreError) -> BoundContent? {
    try content(drill: corrected.drillDigest, policies: corrected.policyDigests)
  }

  private func content(
    drill: String, policies digests: [String: String]
  ) throws(StoreError) -> BoundContent? {
    guard let digest = Digest(hex: drill), let drill = try store.content(digest) else { return nil }
    var policies: [Content] = []
    for (_, hex) in digests.sorted(by: { $0.key < $1.key }) {
      guard let digest = Digest(hex: hex), let policy = try store.content(digest) else {
        return nil
      }
      policies.append(policy)
    }
    return BoundContent(drill: drill, policies: policies)
  }

  /// The bytes that an attempt is played from.
  public struct BoundContent: Sendable {
    /// The drill.
    public let drill: Content
    /// The policies that it reads.
    public let policies: [Content]
  }
}
