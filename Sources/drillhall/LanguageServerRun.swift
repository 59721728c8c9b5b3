// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console
import DrillKit
import Glibc
import Library

/// Carries messages between an editor and the language server: standard input is read as it comes,
/// checks run on a thread of their own and begin only where no message waits.
struct LanguageServerRun {
  let server: LanguageServer
  let printer: Printer
  let background: BackgroundWork<LanguageWork.Outcome>

  /// Runs until the editor says `exit`, or is gone; gives the exit status.
  func run() throws -> Int32 {
    // An editor that is gone is noticed by the write, and is no sudden end.
    signal(SIGPIPE, SIG_IGN)
    var reader = MessageReader()
    var isOpen = true
    var heldBack = 0
    while isOpen {
      beginWork(&heldBack)
      var waiting = [
        pollfd(fd: 0, events: Int16(POLLIN), revents: 0),
        pollfd(fd: background.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waiting, 2, -1) >= 0 || errno == EINTR else { break }
      if waiting[1].revents != 0 {
        for outcome in background.takeResults() { try send(server.finish(outcome)) }
      }
      guard waiting[0].revents != 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      isOpen = count > 0
      for event in reader.take(buffer[..<max(0, count)]) {
        try send(server.receive(event))
        if let status = server.exitStatus { return status }
      }
    }
    return server.statusAtEnd
  }

  /// So often at most work is held back: messages without a pause would keep it back for ever.
  private static let patience = 50

  /// Begins what is due, unless messages wait: of many changes the last text is checked.
  private func beginWork(_ heldBack: inout Int) {
    var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    if poll(&input, 1, 0) != 0, heldBack < Self.patience {
      heldBack += 1
      return
    }
    heldBack = 0
    while let work = server.nextWork(today: Clock.system.now().date) {
      background.begin { work.run() }
    }
  }

  private func send(_ messages: [[UInt8]]) throws(OutputError) {
    for message in messages { try printer.printBytes(message) }
  }
}
