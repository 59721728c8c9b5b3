// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Glibc
import Ledger
import Library
import TestSupport

/// What everything is measured on: drills made of the project's own, and a store with attempts.
struct Sample {
  /// A folder for everything, removed at the end.
  let folder: String
  /// The program.
  let drillhall: String
  /// The project's drills and policies.
  private let originals: [DrillLibrary.SourceFile]
  private static let policies = "Policies"

  init() throws {
    folder = try TestSupport.temporaryFolder()
    drillhall = try TestSupport.builtProduct("drillhall")
    let silent = Diagnostics()
    originals = LibraryFolder("Drills").files(diagnostics: silent).compactMap { file in
      // A translation has no id of its own, and is nothing without its original.
      LibraryFolder.bytes(of: file.path, diagnostics: silent)
        .flatMap { TranslationFront.isMeant($0) ? nil : $0 }
        .map { DrillLibrary.SourceFile(path: file.name, bytes: $0) }
    }
    guard !originals.isEmpty else {
      throw BenchFailure("There are no drills in ./Drills. Run this in the project's folder.")
    }
  }

  /// A path in the folder.
  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Options that lead to a folder of drills and a store.
  func options(drills: String, store: String) -> [String] {
    ["--drills", path(drills), "--policies", Self.policies, "--store", path(store)]
  }

  /// Makes a folder of so many drills, copies of the project's under other ids; gives their bytes.
  @discardableResult
  func makeDrills(_ count: Int, in name: String) throws -> Int {
    mkdir(path(name), 0o700)
    var bytes = 0
    for index in 0..<count {
      let original = originals[index % originals.count]
      let copy = Self.renamed(original.bytes, suffix: "-\(index)")
      try write(copy, to: "\(name)/\(index)-\(original.path).md")
      bytes += copy.count
    }
    return bytes
  }

  /// A drill under another id.
  private static func renamed(_ bytes: [UInt8], suffix: String) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var isDone = false
    let changed = lines.map { line -> String in
      guard !isDone, line.hasPrefix("id: ") else { return String(line) }
      isDone = true
      return line + suffix
    }
    return Array(changed.joined(separator: "\n").utf8)
  }

  /// Writes a file.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw BenchFailure("\(path(name)) can't be written.") }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BenchFailure("\(path(name)) can't be written.") }
      rest = rest.dropFirst(count)
    }
  }

  /// Lines of which one is an answer to nearly any question: the console refuses the others.
  private static let answers =
    ["a", "b", "1", "a b c", "a b c d", "a b c d e", "done", "none", "5", "yes"] + [
      "I am sorry that this happened to you, and I put it right at once: I call the duty manager "
        + "now, write down what you told me, and come back to you within ten minutes."
    ]

  /// Plays some drills, so that the store has attempts, and the employee has agreed.
  func play(drills: String, store: String, attempts: Int) throws {
    let lines = (0..<60).flatMap { _ in Self.answers }.joined(separator: "\n")
    try write(Array(lines.utf8), to: "answers")
    let entries = DrillLibrary(
      drills: LibraryFolder(path(drills)), policies: LibraryFolder(Self.policies)
    ).entries()
    for entry in entries.prefix(attempts) {
      _ = try Run(
        drillhall,
        ["run", entry.header.id, "--plain", "--as", "bench", "--agree"]
          + options(drills: drills, store: store), input: path("answers"))
    }
  }

  /// The start of an attempt and an answer of middling length, as the program recorded them.
  func recorded(in store: String) throws -> (started: AttemptEvent.Started, answer: AttemptRecord) {
    let store = try Store.open(
      at: path(store), mode: .readOnly, now: 0, projections: [AttemptProjection()])
    let log = AttemptLog(store)
    let records = try log.attempts().flatMap { try log.records(of: $0.attempt) }
    var answers: [(size: Int, record: AttemptRecord)] = []
    var started: AttemptEvent.Started?
    for record in records {
      if case .started(let value) = record.event { started = value }
      if case .answered(let value) = record.event, value.isFinal {
        answers.append((try RecordCoding.bytes(of: record).count, record))
      }
    }
    answers.sort { $0.size < $1.size }
    guard let started, !answers.isEmpty else {
      throw BenchFailure("No answer was recorded, so its commit can't be measured.")
    }
    return (started, answers[answers.count / 2].record)
  }

  /// Removes everything.
  func remove() throws { _ = try Run("rm", ["-rf", folder]) }
}
