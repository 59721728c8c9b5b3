// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing

@testable import Console

/// What becomes of output that nobody takes.
@Suite struct PrinterTests {
  @Test func `A full disk is an error value`() {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    defer { close(full) }
    let printer = Printer(output: full, errors: full, appearance: .plain)
    #expect(throws: OutputError.noSpace) { try printer.print("text") }
    #expect(throws: OutputError.noSpace) { try printer.tell("text") }
  }

  @Test func `A reader that has gone is an error value`() {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let printer = Printer(output: ends[1], errors: ends[1], appearance: .plain)
    #expect(throws: OutputError.readerGone) { try printer.print("text") }
  }

  @Test func `Data for programs passes byte for byte`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let data = "a,b\r\n\u{1B},é\r\n"
    try Printer(output: ends[1], errors: ends[1], appearance: .plain).printData(data)
    var buffer = [UInt8](repeating: 0, count: 100)
    let count = read(ends[0], &buffer, buffer.count)
    #expect(Array(buffer[..<count]) == Array(data.utf8))
  }

  @Test func `A descriptor that would block is waited for`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    _ = fcntl(writing, F_SETFL, O_NONBLOCK)
    // A thread of its own: where tests wait for each other's threads, it might begin last of all.
    Thread.detachNewThread {
      let text = String(repeating: "x", count: 300_000)
      try? Printer(output: writing, errors: writing, appearance: .plain).printData(text)
      close(writing)
    }
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(reading, &buffer, buffer.count), count > 0 { total += count }
    #expect(total == 300_000)
  }

  @Test(arguments: [OutputError.readerGone, .noSpace, .refused(code: EBADF)])
  func `Every output error has a sentence`(error: OutputError) {
    #expect(error.message.hasSuffix("."))
  }
}
