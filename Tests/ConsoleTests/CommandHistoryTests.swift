// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

@testable import Console

/// What is remembered of typed commands.
@Suite struct CommandHistoryTests {
  private static func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try TestSupport.temporaryFolder()
    defer { _ = try? PipedProcess.run("/bin/rm", ["-rf", folder]) }
    try body(folder)
  }

  private static func write(_ text: String, to path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    _ = Array(text.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  @Test func `Commands come back in the next session, for the owner alone`() throws {
    try Self.withFolder { folder in
      let path = "\(folder)/state/drillhall/history"
      let first = CommandHistory(path: path)
      #expect(first.remember("run coffee"))
      #expect(!first.remember("run coffee"))
      #expect(!first.remember("   "))
      #expect(first.remember("scores"))
      #expect(first.save())
      #expect(CommandHistory(path: path).commands == ["run coffee", "scores"])
      var about = stat()
      #expect(stat(path, &about) == 0)
      #expect(about.st_mode & 0o777 == 0o600)
      #expect(stat("\(folder)/state/drillhall", &about) == 0)
      #expect(about.st_mode & 0o777 == 0o700)
    }
  }

  @Test func `Two sessions at once keep each other's commands`() throws {
    try Self.withFolder { folder in
      let path = "\(folder)/history"
      let (one, other) = (CommandHistory(path: path), CommandHistory(path: path))
      _ = one.remember("one")
      _ = other.remember("other")
      #expect(one.save() && other.save())
      #expect(CommandHistory(path: path).commands == ["one", "other"])
    }
  }

  @Test func `At most five hundred are kept`() throws {
    try Self.withFolder { folder in
      let path = "\(folder)/history"
      let history = CommandHistory(path: path)
      for number in 1...700 { _ = history.remember("command \(number)") }
      #expect(history.commands.count == 500)
      #expect(history.save())
      let loaded = CommandHistory(path: path).commands
      #expect(loaded.count == 500)
      #expect(loaded.last == "command 700")
    }
  }

  @Test func `A file that somebody tampered with does no harm`() throws {
    try Self.withFolder { folder in
      let path = "\(folder)/history"
      Self.write("good\n\u{1B}[2Jbad\n" + String(repeating: "x", count: 9000) + "\nlast", to: path)
      #expect(CommandHistory(path: path).commands == ["good", "last"])
      symlink("/etc/passwd", "\(folder)/link")
      #expect(CommandHistory(path: "\(folder)/link").commands.isEmpty)
      #expect(CommandHistory(path: folder).commands.isEmpty)
    }
  }

  @Test func `Where it cannot be written the console goes on`() {
    let history = CommandHistory(path: "/proc/nowhere/history")
    #expect(history.remember("run"))
    #expect(!history.save())
    #expect(history.commands == ["run"])
  }
}
