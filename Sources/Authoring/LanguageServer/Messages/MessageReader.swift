// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts a stream of bytes into messages: header lines, an empty line, as many bytes as
/// `Content-Length` says (LSP 3.17, base protocol). Nothing that comes makes it grow without bound,
/// and after a broken head it goes on with the next one.
public struct MessageReader {
  /// What the stream held.
  public enum Event: Hashable, Sendable {
    /// The bytes of a message.
    case message([UInt8])
    /// Something that is no message, in a sentence.
    case fault(String)
  }

  /// The largest message, in bytes: sixteen times the largest file.
  public static let maximumBytes = 16 << 20
  /// The longest head, in bytes.
  static let maximumHead = 4096

  private enum State {
    case head
    /// So many bytes of a message are still to come.
    case body(Int)
    /// So many bytes are thrown away: the message is too large.
    case skipping(Int)
    /// Lines are thrown away up to one that may begin a head.
    case lost
  }

  private var state = State.head
  private var pending: [UInt8] = []

  /// A reader at the start of a stream.
  public init() {}

  /// Takes bytes as they come, and gives what is complete.
  public mutating func take(_ bytes: some Sequence<UInt8>) -> [Event] {
    pending.append(contentsOf: bytes)
    var events: [Event] = []
    var start = 0
    while let used = step(from: start, &events) { start += used }
    pending.removeFirst(start)
    return events
  }

  /// Goes on from an offset; gives how many bytes it used, nil where more must come first.
  private mutating func step(from start: Int, _ events: inout [Event]) -> Int? {
    let rest = pending[start...]
    switch state {
    case .head: return head(rest, &events)
    case .body(let count):
      guard rest.count >= count else { return nil }
      events.append(.message(Array(rest.prefix(count))))
      state = .head
      return count
    case .skipping(let count):
      guard !rest.isEmpty else { return nil }
      let used = min(count, rest.count)
      state = used == count ? .head : .skipping(count - used)
      return used
    case .lost:
      guard let line = rest.firstIndex(of: 0x0A) else {
        // Whatever this line is, it begins no head any more.
        return rest.count > Self.maximumHead ? rest.count : nil
      }
      if Self.value(of: rest[..<line]) != nil {
        state = .head
        return 0
      }
      return line - start + 1
    }
  }

  private mutating func head(_ rest: ArraySlice<UInt8>, _ events: inout [Event]) -> Int? {
    guard !rest.isEmpty else { return nil }
    guard let end = Self.end(of: rest) else {
      guard rest.count > Self.maximumHead else { return nil }
      return lose("A message's head is longer than \(Self.maximumHead) bytes.", 0, &events)
    }
    let lines = rest[..<end.lastLine].split(separator: 0x0A)
    let values = lines.compactMap { Self.value(of: $0) }
    let used = end.body - rest.startIndex
    guard let value = values.first else {
      return lose("A message's head names no Content-Length.", used, &events)
    }
    guard let count = Int(value), count >= 0, values.allSatisfy({ $0 == value }) else {
      return lose(
        "“\(value.prefix(20))” is no Content-Length: it is a number of bytes from 0 on.", used,
        &events)
    }
    guard count <= Self.maximumBytes else {
      events.append(
        .fault(
          "A message of \(count) bytes is not read; at most \(Self.maximumBytes) bytes are."))
      state = .skipping(count)
      return used
    }
    state = .body(count)
    return used
  }

  private mutating func lose(_ why: String, _ used: Int, _ events: inout [Event]) -> Int {
    events.append(.fault(why))
    state = .lost
    return used
  }

  /// Where a head's last line ends, and where the body begins.
  private static func end(of bytes: ArraySlice<UInt8>) -> (lastLine: Int, body: Int)? {
    var index = bytes.startIndex
    let limit = min(bytes.endIndex, index + maximumHead)
    while index < limit {
      guard bytes[index] == 0x0A else {
        index += 1
        continue
      }
      let next = index + 1
      if next < bytes.endIndex, bytes[next] == 0x0A { return (index, next + 1) }
      if next + 1 < bytes.endIndex, bytes[next] == 0x0D, bytes[next + 1] == 0x0A {
        return (index, next + 2)
      }
      index = next
    }
    return nil
  }

  /// The value of a line `Content-Length: …`, without white space; nil of any other line.
  private static func value(of line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    guard name.lowercased() == "content-length" else { return nil }
    return String(decoding: line[(colon + 1)...], as: UTF8.self).filter { !$0.isWhitespace }
  }
}
