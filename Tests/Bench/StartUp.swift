// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport

/// From the start to the first prompt, in a terminal, and what memory the console takes.
enum StartUp {
  private static let prompt = "drillhall> "

  /// Start-up with thirty drills and a store with attempts, beside a `sqlite3` that does nothing.
  static func figures(_ sample: Sample) throws -> [Figure] {
    try sample.makeDrills(30, in: "thirty")
    try sample.play(drills: "thirty", store: "used.db", attempts: 6)
    let arguments =
      ["--as", "bench", "--agree"] + sample.options(drills: "thirty", store: "used.db")
    var ours: [Double] = []
    var theirs: [Double] = []
    var ratios: [Double] = []
    for _ in 0..<61 {
      let start = ContinuousClock.now
      let terminal = try PseudoTerminal(sample.drillhall, arguments)
      try terminal.expect(prompt)
      let own = (ContinuousClock.now - start) / .milliseconds(1)
      try terminal.send("quit\r")
      _ = try terminal.end()
      let other = try Run("sqlite3", [":memory:", ".quit"]).seconds * 1000
      ours.append(own)
      theirs.append(other)
      ratios.append(own / other)
    }
    return [
      Figure("start to first prompt, 30 drills", ours.median, atMost: 15, unit: " ms"),
      Figure(
        "… of sqlite3 :memory: .quit (\(theirs.median.text(places: 1)) ms)", ratios.median,
        atMost: 5, places: 2, unit: " ×"),
    ]
  }

  /// The most memory at the prompt and after a drill was played.
  static func memory(_ sample: Sample) throws -> [Figure] {
    let arguments =
      ["--as", "bench", "--agree"] + sample.options(drills: "thirty", store: "memory.db")
    let terminal = try PseudoTerminal(sample.drillhall, arguments)
    try terminal.expect(prompt)
    let atPrompt = try peak(of: terminal.process)
    try terminal.send("quit\r")
    _ = try terminal.end()
    try sample.play(drills: "thirty", store: "memory.db", attempts: 0)
    let played = try Run(
      sample.drillhall,
      ["run", "lost-laptop-4", "--plain"] + arguments, input: sample.path("answers"))
    return [
      Figure("memory at the prompt", atPrompt, atMost: 15, unit: " MB"),
      Figure("memory after a drill", played.megabytes, atMost: 15, unit: " MB"),
    ]
  }

  /// The most memory that a running process has had resident, in megabytes (10^6 bytes).
  private static func peak(of process: pid_t) throws -> Double {
    guard let file = fopen("/proc/\(process)/status", "r") else {
      throw BenchFailure("The console is gone before its memory could be read.")
    }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      let digits = text.filter(\.isNumber)
      return (Double(digits) ?? 0) * 1024 / 1e6
    }
    throw BenchFailure("The system doesn't say how much memory a process has had.")
  }
}
