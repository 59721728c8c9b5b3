// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console
import DrillKit
import Glibc
import Library

/// A drill begun from an incident record, written to its file.
struct IncidentDraftFile {
  let record: String
  let output: String?
  let library: DrillLibrary

  /// Writes the drill and says what is left to do.
  func write(on printer: Printer) throws {
    let drill = try draft()
    try NewFile.tellWithoutPolicies(library, on: printer)
    let folder = "\(library.drills.path)/\(drill.duty.rawValue)"
    let path = output ?? "\(folder)/\(drill.id).md"
    if output == nil { mkdir(folder, 0o777) }
    try NewFile.write(drill.text, to: path)
    try printer.print(StyledText("\(path) is written, a draft.", .good))
    if !drill.missingParts.isEmpty {
      try printer.print(
        StyledText(
          "The record does not say: \(drill.missingParts.joined(separator: ", ")).", .warning))
    }
    for piece in drill.leftOut {
      try printer.print(StyledText("\(record):\(piece.line): \(piece.words)", .warning))
    }
    try printer.print(StyledText("Left to be filled in:"))
    for task in drill.tasks {
      try printer.print(StyledText("\(path):\(task.line): \(task.words)"))
    }
    try printer.print(
      StyledText("“drillhall check \(path)” lists them again, until nothing is left."))
  }

  private func draft() throws(Failure) -> IncidentDrill {
    let found = Diagnostics()
    let bytes = LibraryFolder.bytes(of: record, diagnostics: found)
    // What the check says of an empty file is about drills.
    if bytes?.isEmpty == true { throw tellsNothing }
    guard let bytes, let source = SourceText(file: record, bytes: bytes, diagnostics: found)
    else {
      let first = found.sorted.first
      let isThere = access(record, R_OK) == 0
      throw Failure(
        first.map { "\(record): \($0.message)" } ?? "“\(record)” can't be read.",
        status: isThere ? Failure.badData : Failure.noInput)
    }
    let policies = library.allPolicies().values.map(\.policy).sorted { $0.file < $1.file }
    let book = PolicyBook(policies, today: nil, diagnostics: Diagnostics())
    guard let drill = IncidentDrill(source, policies: book, today: Clock.system.now().date) else {
      throw tellsNothing
    }
    return drill
  }

  private var tellsNothing: Failure {
    Failure(
      "“\(record)” tells of no incident: it has no paragraph on what happened, no timeline, no "
        + "data and nothing that was done, under headings that say so. Nothing was written.",
      status: Failure.badData)
  }
}
