// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Authoring

/// Messages cut out of a stream of bytes.
@Suite("Messages of a language server")
struct MessageReaderTests {
  /// A stream, and what it holds: a message's text, or “fault”.
  private static let cases: [(stream: String, events: [String])] = [
    ("Content-Length: 2\r\n\r\n{}", ["{}"]),
    ("Content-Length: 2\n\n{}Content-Length: 3\r\n\r\n[1]", ["{}", "[1]"]),
    ("content-length:2\r\nContent-Type: x; charset=utf-8\r\n\r\n{}", ["{}"]),
    ("Content-Type: x\r\nContent-Length:  2\r\n\r\n{}", ["{}"]),
    ("Content-Length: 0\r\n\r\nContent-Length: 2\r\n\r\n{}", ["", "{}"]),
    ("Content-Length: 3\r\n\r\nä{Content-Length: 1\r\n\r\n1", ["ä{", "1"]),
    ("Content-Length: 9\r\n\r\n{}", []),
    ("Content-Length: 2\r\n", []),
    ("X: y\r\n\r\n{}\nContent-Length: 2\r\n\r\n{}", ["fault", "{}"]),
    ("Content-Length: -2\r\n\r\n{}\nContent-Length: 2\r\n\r\n{}", ["fault", "{}"]),
    ("Content-Length: two\r\n\r\n\nContent-Length: 2\r\n\r\n{}", ["fault", "{}"]),
    (
      "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}\nContent-Length: 1\r\n\r\n1",
      ["fault", "1"]
    ),
    ("Content-Length: 99999999999999999999\r\n\r\n\nContent-Length: 1\r\n\r\n1", ["fault", "1"]),
    ("\r\n\r\nContent-Length: 1\r\n\r\n1", ["fault", "1"]),
    ("garbage\n\nmore\nContent-Length: 1\r\n\r\n1", ["fault", "1"]),
  ]

  private static func events(_ reader: inout MessageReader, _ bytes: some Sequence<UInt8>)
    -> [String]
  {
    reader.take(bytes).map { event in
      switch event {
      case .message(let bytes): String(decoding: bytes, as: UTF8.self)
      case .fault: "fault"
      }
    }
  }

  @Test("whole, byte by byte and in pieces", arguments: cases)
  func streams(_ example: (stream: String, events: [String])) {
    let bytes = Array(example.stream.utf8)
    var whole = MessageReader()
    #expect(Self.events(&whole, bytes) == example.events)
    var single = MessageReader()
    #expect(bytes.flatMap { Self.events(&single, [$0]) } == example.events)
    for cut in bytes.indices {
      var reader = MessageReader()
      let found = Self.events(&reader, bytes[..<cut]) + Self.events(&reader, bytes[cut...])
      #expect(found == example.events, "cut at \(cut)")
    }
  }

  @Test("a message that is too large is passed over, and the next one is read")
  func tooLarge() {
    var reader = MessageReader()
    let size = MessageReader.maximumBytes + 1
    #expect(Self.events(&reader, "Content-Length: \(size)\r\n\r\n".utf8) == ["fault"])
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    var left = size
    while left > 0 {
      #expect(Self.events(&reader, piece.prefix(left)).isEmpty)
      left -= min(left, piece.count)
    }
    #expect(Self.events(&reader, "Content-Length: 2\r\n\r\n{}".utf8) == ["{}"])
  }

  @Test("a head without end is a fault, and is not kept")
  func endless() {
    var reader = MessageReader()
    let line = [UInt8](repeating: 0x41, count: 1 << 16)
    #expect(Self.events(&reader, line) == ["fault"])
    for _ in 0..<16 { #expect(Self.events(&reader, line).isEmpty) }
    #expect(Self.events(&reader, "\nContent-Length: 2\r\n\r\n{}".utf8) == ["{}"])
  }
}
