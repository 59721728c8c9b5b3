// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import FoundationEssentials

/// Events as the bytes that the ledger keeps: JSON with sorted keys, written once and never again.
public enum RecordCoding {
  /// The bytes of a value. Throws where a value can't be written as JSON.
  public static func bytes(of value: some Encodable) throws(StoreError) -> [UInt8] {
    try encoded(value)
  }

  private static func encoded(_ value: some Encodable) throws(StoreError) -> [UInt8] {
    do {
      return try EventEncoder.bytes(of: value)
    } catch {
      throw .invalidRecord(reason: "its event can't be written: \(error)")
    }
  }

  /// The bytes of an attempt's event. Throws where it can't be written as JSON.
  public static func bytes(of record: AttemptRecord) throws(StoreError) -> [UInt8] {
    guard case .answered(let answer) = record.event else { return try encoded(record) }
    return AnswerJSON.bytes(at: record.at, answer)
  }

  /// The value of some bytes. Throws a sentence where they are not one.
  public static func value<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(UnreadableRecord) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch {
      throw UnreadableRecord(detail: words(for: error))
    }
  }

  /// A decoder's error without its type names.
  private static func words(for error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "it" : "“\(path.map(\.stringValue).joined(separator: "."))”"
    }
    switch error {
    case .keyNotFound(let key, let context):
      return "\(place(context.codingPath)) has no “\(key.stringValue)”"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(place(context.codingPath)) is of another type"
    case .dataCorrupted(let context):
      let words = context.debugDescription
      return "\(place(context.codingPath)): "
        + (words.hasSuffix(".") ? String(words.dropLast()) : words)
    @unknown default: return "\(error)"
    }
  }

  /// An attempt's event, from a body.
  public static func record(from body: Body) throws(UnreadableRecord) -> AttemptRecord {
    let record = try value(AttemptRecord.self, from: body.bytes)
    guard body.kind == AttemptLog.kindPrefix + record.event.kind else {
      throw UnreadableRecord(
        detail: "it is filed as “\(body.kind)” and says “\(record.event.kind)”")
    }
    return record
  }
}

/// Bytes in the ledger that are no event of this program.
public struct UnreadableRecord: Error, Hashable, Sendable {
  /// The reader's own words.
  public let detail: String
}

extension String {
  /// The text without a prefix; the text itself where it does not begin so.
  func dropPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}
