// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Glibc
import Library
import Reports

/// Lays out drills and policies, or says what would change.
///
/// Standard output holds what was asked for: the paths that change, the difference, the text. What
/// is wrong goes to standard error.
final class LayoutRun {
  private let library: DrillLibrary
  private let printer: Printer
  private let checks: Bool
  private let shows: Bool
  private var changed = 0
  private var left = 0
  /// The statuses that were met; the gravest ends the program.
  private var statuses: Set<Int32> = []

  /// A fault of the program's own (EX_SOFTWARE).
  private static let fault: Int32 = 70
  /// From the gravest on.
  private static let order = [fault, Failure.cannotWrite, Failure.cannotCreate, Failure.badData, 1]

  /// With `checks` or `shows` nothing is written.
  init(_ library: DrillLibrary, _ printer: Printer, checks: Bool, shows: Bool) {
    self.library = library
    self.printer = printer
    self.checks = checks
    self.shows = shows
  }

  private var writesNothing: Bool { checks || shows }

  /// The exit status: 0 where all is well.
  var status: Int32 { Self.order.first(where: statuses.contains) ?? 0 }

  /// Lays out files, folders and drills by their ids; the whole library where none is named.
  func run(_ names: [String]) throws {
    let diagnostics = Diagnostics()
    var notes: [String] = []
    let files = try files(names, diagnostics, &notes)
    for note in notes { try printer.tell(StyledText(note, .dim)) }
    try tell(diagnostics.sorted)
    let paths = files.map(\.path)
    try OrderedWork.run(paths.count, { Self.layOut(paths[$0]) }) { result in
      switch result.outcome {
      case .unchanged: break
      case .unreadable(let findings): try tell(findings)
      case .unproven(let fault): try tell(fault)
      case .changed(let bytes): try take(bytes, for: result.path, before: result.bytes)
      }
    }
    try printer.tell(StyledText(summary(files.count), left > 0 ? .bad : .good))
  }

  /// Lays out standard input, for an editor: the text, or nothing, goes to standard output.
  func runStandardInput() throws {
    let bytes = try Self.standardInput()
    switch Layout.of(file: "stdin", bytes: bytes) {
    case .unreadable(let findings): try tell(findings)
    case .unproven(let fault): try tell(fault)
    case .unchanged: if !writesNothing { try printer.printBytes(bytes) }
    case .changed(let after):
      if checks { statuses.insert(1) }
      if shows {
        try printer.printBytes(UnifiedDiff.bytes(path: "stdin", from: bytes, to: after))
      } else if !checks {
        try printer.printBytes(after)
      }
    }
  }

  // MARK: Files

  /// What became of a file.
  private struct Result: Sendable {
    let path: String
    let bytes: [UInt8]
    let outcome: Layout.Outcome
  }

  private static func layOut(_ path: String) -> Result {
    let diagnostics = Diagnostics()
    guard let bytes = LibraryFolder.bytes(of: path, diagnostics: diagnostics) else {
      return Result(path: path, bytes: [], outcome: .unreadable(diagnostics.sorted))
    }
    return Result(path: path, bytes: bytes, outcome: Layout.of(file: path, bytes: bytes))
  }

  private func files(
    _ names: [String], _ diagnostics: Diagnostics, _ notes: inout [String]
  ) throws(Failure) -> [LibraryFolder.File] {
    guard names.isEmpty else {
      var files: [LibraryFolder.File] = []
      for name in names {
        let folder = LibraryFolder(name)
        let note = LibraryFile.notes(on: [name])
        guard note.isEmpty else {
          notes += note
          continue
        }
        files +=
          folder.exists
          ? folder.files(diagnostics: diagnostics) : try ExploreCommand.files([name], in: library)
      }
      return files
    }
    let folders = [library.policies, library.drills].filter(\.exists)
    guard !folders.isEmpty else {
      throw Failure(
        "There is no folder “\(library.drills.path)” and no “\(library.policies.path)” here. Name "
          + "what to lay out, or the folders with --drills and --policies.",
        status: Failure.noInput)
    }
    return folders.flatMap { $0.files(diagnostics: diagnostics) }
  }

  private func take(_ after: [UInt8], for path: String, before: [UInt8]) throws {
    changed += 1
    if checks { statuses.insert(1) }
    if shows {
      return try printer.printBytes(UnifiedDiff.bytes(path: path, from: before, to: after))
    }
    guard !checks else { return try printer.print(StyledText(path)) }
    // A file that was named twice is written once.
    guard LibraryFolder.bytes(of: path, diagnostics: Diagnostics()) != after else {
      return changed -= 1
    }
    let rewrite = LibraryRewrite(library: library)
    if let reason = rewrite.refusal(path, before: before) {
      changed -= 1
      left += 1
      statuses.insert(Failure.cannotCreate)
      return try printer.tell(StyledText("“\(path)” was not changed: \(reason)", .warning))
    }
    do {
      try rewrite.write(after, to: path)
    } catch let problem as FileProblem {
      throw Failure(problem)
    }
    try printer.print(StyledText(path))
  }

  private func tell(_ findings: [Diagnostic]) throws {
    guard !findings.isEmpty else { return }
    left += 1
    statuses.insert(Failure.badData)
    for finding in findings { try printer.tell(FindingPrinter.line(finding)) }
  }

  private func tell(_ fault: LayoutFault) throws {
    left += 1
    statuses.insert(Self.fault)
    try printer.tell(StyledText("\(fault)", .bad))
  }

  /// `Changed 2 of 11 files; 1 was left as it is.`
  private func summary(_ count: Int) -> String {
    let begin = writesNothing ? "\(changed) of" : "Changed \(changed) of"
    let files = "\(count) \(count == 1 ? "file" : "files")"
    let would = writesNothing ? " would change" : ""
    let rest = left == 0 ? "" : "; \(left) \(left == 1 ? "was" : "were") left alone"
    return "\(begin) \(files)\(would)\(rest)."
  }

  /// All of standard input, or one byte more than a text may have.
  static func standardInput() throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= SourceText.maximumBytes {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure("Standard input can't be read.", status: Failure.noInput)
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
