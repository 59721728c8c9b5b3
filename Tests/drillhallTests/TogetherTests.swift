// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// Several consoles on one store at once.
@Suite struct TogetherTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `of two consoles on one attempt the first is told, and nothing is lost`() throws {
    let first = try place.play("desk")
    try first.enter("1", toSee: "Write to the caller.")
    let second = try place.play("desk")
    #expect(second.screen.text.contains("Write to the caller."))
    // The second has taken it up: the first may not go on.
    try first.enter(SampleLibrary.right[1])
    #expect(try first.end() == .exited(75))
    #expect(first.screen.text.contains("Another console has gone on with this"))
    #expect(first.screen.text.contains("nothing else is lost"))
    #expect(!first.screen.text.contains("A good answer:"))
    #expect(first.isInLineMode)
    try second.enter(SampleLibrary.right[1], toSee: "A good answer:")
    try second.enter(SampleLibrary.right[2])
    #expect(try second.end() == .exited(0))
    let scores = try place.run("scores").output
    #expect(scores.split(separator: "\n").filter { $0.contains("attempt") }.count == 1)
    #expect(scores.contains("passed, 100 %"))
    #expect(try place.isSound())
  }

  /// How many locks on a file are waited for.
  private func waiting(for name: String) -> Int {
    var status = stat()
    guard stat(name, &status) == 0, let table = fopen("/proc/locks", "r") else { return 0 }
    defer { fclose(table) }
    var count = 0
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), table) != nil {
      let bytes = line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let text = String(decoding: bytes, as: UTF8.self)
      if text.contains("->"), text.contains(":\(status.st_ino) ") { count += 1 }
    }
    return count
  }

  @Test func `two consoles that begin a drill in one instant make two attempts of it`() throws {
    #expect(
      try place.run(
        "run", "desk", "--agree", input: SampleLibrary.right.map { $0 + "\n" }.joined()
      ).status == .exited(0))
    // Nobody may write until both have seen that there is one attempt, and wait to begin the next.
    let lock = open(place.store + ".lock", O_RDWR | O_CLOEXEC)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    let consoles = try (0..<2).map { _ in try place.start("run", "desk", "--plain", rows: 60) }
    var tries = 0
    let locks = [place.store + ".lock", place.store + ".queue"]
    while locks.map({ waiting(for: $0) }).reduce(0, +) < 2, tries < 900 {
      usleep(10_000)
      tries += 1
    }
    #expect(tries < 900)
    close(lock)
    for console in consoles {
      for line in SampleLibrary.right { try console.send(line + "\n") }
    }
    for console in consoles { #expect(try console.end() == .exited(0)) }
    let scores = try place.run("scores").output
    for number in 1...3 {
      #expect(
        scores.split(separator: "\n").filter { $0.contains("attempt \(number) ·") }.count == 1,
        "\(scores)")
    }
    #expect(try place.isSound())
  }

  @Test func `eight employees at once, none waits for another, nothing is mixed up`() throws {
    let employees = (1...8).map { "employee-\($0)" }
    let terminals = try employees.map { employee in
      let terminal = try place.start(
        "run", "desk", "--plain", "--agree", "--as", employee, rows: 60)
      // All is typed ahead: the eight programs run side by side.
      try terminal.send(SampleLibrary.right.map { $0 + "\n" }.joined())
      return terminal
    }
    for terminal in terminals { #expect(try terminal.end() == .exited(0)) }
    let scores = try place.run("scores", "--all").output
    for employee in employees {
      #expect(
        scores.split(separator: "\n").filter { $0.contains(" · \(employee) · ") }.count == 1)
      #expect(
        try place.run("replay", "--as", employee).output.contains(
          "You answered: \(SampleLibrary.right[1])"))
    }
    #expect(scores.split(separator: "passed, 100 %").count == 9)
    #expect(try place.isSound())
  }
}
