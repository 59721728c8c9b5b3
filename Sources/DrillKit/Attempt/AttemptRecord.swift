// SPDX-License-Identifier: GPL-3.0-or-later

/// An event and when it happened: what one row of the ledger holds.
public struct AttemptRecord: Hashable, Sendable {
  /// When, in UTC.
  public var at: Instant
  /// What.
  public var event: AttemptEvent

  /// An event at a moment.
  public init(at: Instant, event: AttemptEvent) {
    self.at = at
    self.event = event
  }
}

extension AttemptEvent {
  /// The kind's name in the record.
  public var kind: String { key.rawValue }

  fileprivate enum Key: String, CodingKey, CaseIterable {
    case started, entered, shown, hinted, injected, flagged, answered, paused, resumed, finished
    case corrected
  }

  fileprivate var key: Key {
    switch self {
    case .started: .started
    case .entered: .entered
    case .shown: .shown
    case .hinted: .hinted
    case .injected: .injected
    case .flagged: .flagged
    case .answered: .answered
    case .paused: .paused
    case .resumed: .resumed
    case .finished: .finished
    case .corrected: .corrected
    }
  }
}

/// Written as `{"v":1,"at":"…Z","answered":{…}}`: one key names the event.
extension AttemptRecord: Codable {
  /// The version of the written form.
  public static let version = 1
  /// The version of a correction's form: programs that know none say so in these words.
  public static let correctionVersion = 2

  private enum Key: String, CodingKey { case v, at }
  private struct Nothing: Codable {}

  /// A field's name, for an error.
  private struct Field: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads a record; throws `DecodingError` of anything else.
  public init(from decoder: any Decoder) throws {
    let head = try decoder.container(keyedBy: Key.self)
    let found = try head.decode(Int.self, forKey: .v)
    guard [Self.version, Self.correctionVersion].contains(found) else {
      throw DecodingError.dataCorruptedError(
        forKey: .v, in: head, debugDescription: "version \(found) of an event is not known")
    }
    at = try head.decode(Instant.self, forKey: .at)
    let body = try decoder.container(keyedBy: AttemptEvent.Key.self)
    guard body.allKeys.count == 1, let key = body.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not exactly one event"))
    }
    guard (found == Self.correctionVersion) == (key == .corrected) else {
      throw DecodingError.dataCorruptedError(
        forKey: .v, in: head,
        debugDescription: "version \(found) of “\(key.rawValue)” is not known")
    }
    switch key {
    case .started: event = .started(try body.decode(AttemptEvent.Started.self, forKey: key))
    case .entered: event = .entered(try body.decode(AttemptEvent.Step.self, forKey: key))
    case .shown: event = .shown(try body.decode(AttemptEvent.Shown.self, forKey: key))
    case .hinted: event = .hinted(try body.decode(AttemptEvent.Hinted.self, forKey: key))
    case .injected: event = .injected(try body.decode(AttemptEvent.Injected.self, forKey: key))
    case .flagged: event = .flagged(try body.decode(AttemptEvent.Flagged.self, forKey: key))
    case .answered: event = .answered(try body.decode(AttemptEvent.Answered.self, forKey: key))
    case .paused: event = .paused
    case .resumed: event = .resumed(try body.decode(AttemptEvent.Resumed.self, forKey: key))
    case .finished: event = .finished(try body.decode(AttemptEvent.Finished.self, forKey: key))
    case .corrected: event = .corrected(try body.decode(AttemptEvent.Corrected.self, forKey: key))
    }
    guard let outlier = event.outlier else { return }
    throw DecodingError.dataCorrupted(
      .init(
        codingPath: decoder.codingPath + [key, Field(stringValue: outlier.field)],
        debugDescription: "\(outlier.value) lies outside \(outlier.range.lowerBound) to "
          + "\(outlier.range.upperBound)"))
  }

  /// Writes the record.
  public func encode(to encoder: any Encoder) throws {
    var head = encoder.container(keyedBy: Key.self)
    try head.encode(event.key == .corrected ? Self.correctionVersion : Self.version, forKey: .v)
    try head.encode(at, forKey: .at)
    var body = encoder.container(keyedBy: AttemptEvent.Key.self)
    switch event {
    case .started(let value): try body.encode(value, forKey: event.key)
    case .entered(let value): try body.encode(value, forKey: event.key)
    case .shown(let value): try body.encode(value, forKey: event.key)
    case .hinted(let value): try body.encode(value, forKey: event.key)
    case .injected(let value): try body.encode(value, forKey: event.key)
    case .flagged(let value): try body.encode(value, forKey: event.key)
    case .answered(let value): try body.encode(value, forKey: event.key)
    case .finished(let value): try body.encode(value, forKey: event.key)
    case .resumed(let value): try body.encode(value, forKey: event.key)
    case .corrected(let value): try body.encode(value, forKey: event.key)
    case .paused: try body.encode(Nothing(), forKey: event.key)
    }
  }
}
