// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit
import Glibc
import Library

/// `check --watch`: checks again whenever a file of the library is saved, until ^C.
struct WatchRun {
  let library: DrillLibrary
  let printer: Printer
  let isShort: Bool
  let showsAll: Bool

  /// How often files are looked at.
  private static let pause = 300
  /// So long a time must pass without a change before files are read: an editor may still write.
  private static let quiet = 100
  /// At most so many looks wait for quiet: a file that is written all the time is checked as well.
  private static let mostLooks = 20

  /// Findings by file.
  private typealias Findings = [String: [Diagnostic]]

  /// Checks, and checks again, until somebody ends it. Throws the exit status of another signal
  /// than that of ^C.
  func run(_ paths: [String]) throws {
    let signals = WatchedSignals()
    defer { signals.restore() }
    var stamps = LibraryStamps(of: library, paths)
    var (known, files) = check(paths)
    try show(known, of: known.keys.sorted(), files: files)
    try printer.tell(
      StyledText(
        "Watching \(stamps.count) \(stamps.count == 1 ? "file" : "files"). ^C ends it.", .dim))
    while true {
      if let number = signals.wait(milliseconds: Self.pause) { return try end(number) }
      var now = LibraryStamps(of: library, paths)
      guard now != stamps else { continue }
      for _ in 0..<Self.mostLooks {
        if let number = signals.wait(milliseconds: Self.quiet) { return try end(number) }
        let next = LibraryStamps(of: library, paths)
        defer { now = next }
        if next == now { break }
      }
      let changes = now.changes(since: stamps)
      stamps = now
      guard !changes.isEmpty else { continue }
      let (found, count) = check(paths)
      try report(changes, found, before: known, files: count)
      (known, files) = (found, count)
    }
  }

  private func end(_ number: Int32) throws {
    // ^C is how it is ended, and no failure.
    if number != SIGINT { throw ExitCode(128 + number) }
  }

  private func check(_ paths: [String]) -> (Findings, files: Int) {
    var findings: Findings = [:]
    let check = LibraryCheck(library, today: Clock.system.now().date)
    let files = try? check.run(paths) { found in
      for finding in found { findings[finding.place.file, default: []].append(finding) }
    }
    return (findings, files ?? 0)
  }

  /// Says what changed, and shows the findings of these files and of those that they touch: a
  /// policy's change is seen in drills.
  private func report(
    _ changes: [(path: String, change: LibraryStamps.Change)], _ found: Findings,
    before: Findings, files: Int
  ) throws(OutputError) {
    try printer.print()
    for (path, change) in changes {
      let words =
        switch change {
        case .appeared: "is new"
        case .changed: "was saved"
        case .vanished: "is gone"
        }
      let isSound = change != .vanished && found[path] == nil
      try printer.print(
        StyledText("\(path) \(words)\(isSound ? ": nothing is wrong." : ".")", .strong))
    }
    let saved = Set(changes.map(\.path))
    let touched = Set(found.keys).union(before.keys).filter { path in
      found[path] != nil && (saved.contains(path) || found[path] != before[path])
    }
    try show(found, of: touched.sorted(), files: files)
  }

  /// Shows the findings of some files, and the totals of all.
  private func show(
    _ findings: Findings, of shown: [String], files: Int
  ) throws(OutputError) {
    let output = FindingPrinter(
      printer, short: isShort, most: showsAll ? .max : FindingPrinter.most)
    for path in shown { try output.print(findings[path] ?? []) }
    try output.printRest()
    var totals = FindingPrinter.Totals()
    for finding in findings.values.joined() { totals.count(finding) }
    try printer.tell(totals.sentence(files: files))
  }
}

/// Signals that ask the program to end, held back and waited for.
private struct WatchedSignals {
  private var watched = sigset_t()
  private var before = sigset_t()

  init() {
    sigemptyset(&watched)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&watched, number) }
    pthread_sigmask(SIG_BLOCK, &watched, &before)
  }

  /// The signal that comes within a time; nil where none does.
  func wait(milliseconds: Int) -> Int32? {
    var watched = watched
    var time = timespec(tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
    let number = sigtimedwait(&watched, nil, &time)
    return number > 0 ? number : nil
  }

  func restore() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
