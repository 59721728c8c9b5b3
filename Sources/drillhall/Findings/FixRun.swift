// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console
import DrillKit
import Library
import Reports

/// `check --fix`: applies what needs no thinking, writes each file whole, and says what it did.
struct FixRun {
  let library: DrillLibrary
  let today: CalendarDate
  let printer: Printer

  /// Mends files, or the whole library.
  func run(_ paths: [String]) throws {
    let mending = Mending(library, today: today)
    try mending.run(paths)
    let rewrite = LibraryRewrite(library: library)
    var written: [Mending.File] = []
    // A file that was named twice, in two ways, is written once.
    for file in mending.files where bytes(of: file) != file.after {
      if let reason = rewrite.refusal(file.path, before: file.before) {
        try printer.tell(StyledText("“\(file.path)” was not changed: \(reason)", .warning))
        continue
      }
      do {
        try rewrite.write(file.after, to: file.path)
        written.append(file)
      } catch let problem as FileProblem {
        try printer.tell(StyledText(Self.sentence(written)))
        throw Failure(problem)
      }
    }
    try sayRestless(mending)
    try printer.tell(StyledText(Self.sentence(written), written.isEmpty ? .plain : .good))
  }

  /// Shows what would be changed, as a unified diff, and what would be left. Returns how many errors
  /// that is.
  func show(_ paths: [String]) throws -> Int {
    let mending = Mending(library, today: today)
    try mending.run(paths)
    for file in mending.files {
      try printer.printBytes(
        UnifiedDiff.bytes(path: file.path, from: file.before, to: file.after))
    }
    try sayRestless(mending)
    var left = FindingPrinter.Totals()
    _ = try mending.check(paths) { for finding in $0 { left.count(finding) } }
    let sentence = Self.sentence(
      mending.files, begin: "This would fix", nothing: "There is nothing that could be fixed")
    try printer.tell(StyledText("\(sentence) Nothing was written; \(left.words) would be left."))
    return left.errors
  }

  private func sayRestless(_ mending: Mending) throws(OutputError) {
    for path in mending.restless.sorted() {
      try printer.tell(
        StyledText("“\(path)” was not changed: somebody else is changing it.", .warning))
    }
  }

  /// `Fixed 3 findings in 2 files.`
  private static func sentence(
    _ files: [Mending.File], begin: String = "Fixed", nothing: String = "Nothing was fixed"
  ) -> String {
    let fixes = files.reduce(0) { $0 + $1.fixes }
    guard fixes > 0 else { return "\(nothing)." }
    return "\(begin) \(fixes) \(fixes == 1 ? "finding" : "findings") in "
      + "\(files.count) \(files.count == 1 ? "file" : "files")."
  }

  /// What is on the disk now.
  private func bytes(of file: Mending.File) -> [UInt8]? {
    LibraryFolder.bytes(of: file.path, diagnostics: Diagnostics())
  }
}
