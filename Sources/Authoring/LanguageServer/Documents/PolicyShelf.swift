// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Library

/// The policies of the library: those that are open as they stand in the editor, the others as they
/// are on the disk.
struct PolicyShelf: Sendable {
  /// The policies, bound together.
  let book: PolicyBook
  /// What is wrong with them, by file.
  let findings: [String: [Diagnostic]]
  /// Raised whenever one of the texts is another.
  let edition: Int
  /// The texts by file.
  private let texts: [String: [UInt8]]
  /// The lines of those that can be read, by file.
  private let lines: [String: [Substring]]
  private let today: CalendarDate?

  /// No policies.
  init() {
    book = PolicyBook()
    findings = [:]
    edition = 0
    texts = [:]
    lines = [:]
    today = nil
  }

  /// Reads the policies of a folder; `open` are the texts of an editor, by file. Gives the shelf
  /// from before where nothing changed.
  static func reading(
    _ folder: LibraryFolder, open: [String: [UInt8]], today: CalendarDate, before: PolicyShelf
  ) -> PolicyShelf {
    let outside = Diagnostics()
    var texts = open
    if folder.exists {
      for file in folder.files(diagnostics: outside) where texts[file.path] == nil {
        texts[file.path] = LibraryFolder.bytes(of: file.path, diagnostics: outside)
      }
    }
    guard texts != before.texts || today != before.today else { return before }
    return PolicyShelf(texts, outside, today: today, edition: before.edition + 1)
  }

  private init(
    _ texts: [String: [UInt8]], _ diagnostics: Diagnostics, today: CalendarDate, edition: Int
  ) {
    var lines: [String: [Substring]] = [:]
    let policies = texts.keys.sorted().compactMap { path -> Policy? in
      guard
        let source = SourceText(file: path, bytes: texts[path] ?? [], diagnostics: diagnostics)
      else { return nil }
      lines[path] = source.lines
      return Policy.read(source, isChecked: true, diagnostics: diagnostics)
    }
    book = PolicyBook(policies, today: today, diagnostics: diagnostics)
    findings = Dictionary(grouping: diagnostics.sorted, by: \.place.file)
    self.texts = texts
    self.lines = lines
    self.today = today
    self.edition = edition
  }

  /// A clause as it is written, its heading included; a policy's beginning without one.
  func text(of policy: Policy, _ clause: Clause?) -> String {
    guard let lines = lines[policy.file] else { return "" }
    let blocks = clause?.blocks ?? policy.introduction
    guard let first = clause?.place.line ?? blocks.first?.place.line else { return "" }
    let last = blocks.map(\.endLine).max() ?? first
    guard first >= 1, first <= last, last <= lines.count else { return "" }
    return lines[(first - 1)..<last].joined(separator: "\n")
  }
}
