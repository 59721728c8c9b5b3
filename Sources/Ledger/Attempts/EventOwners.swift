// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Says in plain words whose event one of the store's own ledger is: the person, the drill and the
/// attempt, as far as the stream and the bodies in it can still be read.
///
/// It is a help to whoever looks for the damage, and proves nothing: what is damaged may lie.
public final class EventOwners {
  private let store: Store
  private var known: [String: String] = [:]

  /// Owners of a store's events.
  public init(_ store: Store) { self.store = store }

  /// Whose event a finding is about, such as “attempt 2 of ana at the drill cold-room”; nil where
  /// it is about none, or nothing of it can be read.
  public func owner(of finding: Finding) -> String? {
    guard let seq = finding.seq, let (stream, subject) = try? store.stream(ofEvent: seq) else {
      return nil
    }
    if let owner = known[stream] { return owner }
    let owner = words(for: stream, subject: subject)
    if let owner { known[stream] = owner }
    return owner
  }

  private func words(for stream: String, subject: String) -> String? {
    if stream.hasPrefix(ConsentLog.streamPrefix) {
      return "the agreement of \(stream.dropPrefix(ConsentLog.streamPrefix))"
    }
    guard stream.hasPrefix(AttemptLog.streamPrefix) else {
      return stream.isEmpty ? nil : stream
    }
    let id = stream.dropPrefix(AttemptLog.streamPrefix)
    // The first event has it all; without it there are the stream's name and the body's subject.
    if let first = try? store.bodies(ofStream: stream).first,
      let record = try? RecordCoding.record(from: first), case .started(let started) = record.event
    {
      return "attempt \(started.number) of \(started.employee) at the drill \(started.drill), \(id)"
    }
    return subject.isEmpty ? "attempt \(id)" : "an attempt of \(subject), \(id)"
  }
}
