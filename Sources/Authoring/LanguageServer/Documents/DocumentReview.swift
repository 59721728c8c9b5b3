// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Library

/// What a check knows of one text of a document.
struct DocumentReview: Sendable {
  /// The text that was checked.
  let document: OpenDocument
  /// What is wrong with it.
  let findings: [Diagnostic]
  /// What it is played from, in each variant; empty where it can't be read.
  let scripts: [Script]
  /// Which policies judged it.
  let shelfEdition: Int
}

/// Work for another thread: an answer to the editor never waits for it.
public struct LanguageWork: Sendable {
  /// What came of it.
  public struct Outcome: Sendable {
    enum Kind: Sendable {
      case checked(DocumentReview, PolicyShelf)
      /// A layout, and what it changes; nothing where a text is left alone.
      case laidOut(RPCID, OpenDocument, [UnifiedDiff.Replacement])
      case searched(RPCID, [LibrarySymbols.Found])
    }

    let kind: Kind
  }

  enum Kind: Sendable {
    case check(Check)
    case layOut(RPCID, OpenDocument)
    case search(RPCID, LibrarySymbols, String)
  }

  /// A document to be checked.
  struct Check: Sendable {
    let document: OpenDocument
    let kind: DocumentKind
    /// For golden answers: the drill beside them, as it stands in the editor.
    var drill: OpenDocument?
    let policies: String
    /// Policies as they stand in the editor, by file.
    let open: [String: [UInt8]]
    let shelf: PolicyShelf
    let today: CalendarDate
  }

  let kind: Kind

  /// Does the work.
  public func run() -> Outcome {
    switch kind {
    case .check(let check):
      let (review, shelf) = check.run()
      return Outcome(kind: .checked(review, shelf))
    case .search(let id, let symbols, let query):
      return Outcome(kind: .searched(id, symbols.found(query)))
    case .layOut(let id, let document):
      guard case .changed(let bytes) = Layout.of(file: document.path, bytes: document.bytes)
      else { return Outcome(kind: .laidOut(id, document, [])) }
      return Outcome(
        kind: .laidOut(
          id, document, UnifiedDiff.replacements(from: document.bytes, to: bytes)))
    }
  }
}

extension LanguageWork.Check {
  /// Reads the policies anew, and checks the document by them.
  func run() -> (DocumentReview, PolicyShelf) {
    let shelf = PolicyShelf.reading(
      LibraryFolder(policies), open: open, today: today, before: shelf)
    var findings: [Diagnostic] = []
    var scripts: [Script] = []
    switch kind {
    case .drill:
      let own = Diagnostics()
      let text = library.text(of: document.path, bytes: document.bytes)
      let checked = DrillReader.examine(
        file: document.path, bytes: text.bytes, library: shelf.book,
        in: PolicyFolder(policies), today: today, diagnostics: own)
      findings = text.findings(with: own.sorted).map(told)
      if let checked {
        scripts = checked.drills.map { Script(drill: $0, policies: checked.policies) }
      }
    case .policy where open[document.path] != nil:
      findings = shelf.findings[document.path] ?? []
    case .policy:
      // A policy that lies elsewhere is read alone.
      let own = Diagnostics()
      if let source = SourceText(
        file: document.path, bytes: document.bytes, diagnostics: own)
      {
        _ = Policy.read(source, diagnostics: own)
      }
      findings = own.sorted
    case .answers:
      scripts = drillBeside(shelf)
      findings = answersFindings(scripts)
    case .other: break
    }
    let review = DocumentReview(
      document: document, findings: findings, scripts: scripts, shelfEdition: shelf.edition)
    return (review, shelf)
  }

  /// The folder that holds drills and policies, whose snippets may be read.
  private var library: LibraryFolder { LibraryFolder(policies + "/..") }

  /// A finding in a snippet as one of the document that uses it, which is what the editor shows.
  private func told(_ finding: Diagnostic) -> Diagnostic {
    guard finding.place.file != document.path else { return finding }
    return Diagnostic(
      finding.rule, at: Place(file: document.path, line: 1),
      "In \(finding.place.file), line \(finding.place.line): \(finding.message)")
  }

  /// What can't be given, where the drill can be read.
  private func answersFindings(_ scripts: [Script]) -> [Diagnostic] {
    let own = Diagnostics()
    guard
      let source = SourceText(file: document.path, bytes: document.bytes, diagnostics: own),
      let first = scripts.first
    else { return own.sorted }
    let test = AnswersTest(
      source, variants: scripts.map(\.drill), policies: first.policies)
    return own.sorted + test.problems
  }

  /// The drill that golden answers are given to, as the editor or the disk has it.
  private func drillBeside(_ shelf: PolicyShelf) -> [Script] {
    let silent = Diagnostics()
    let path = LibraryFile.drill(ofAnswers: document.path)
    guard
      let bytes = drill?.bytes ?? LibraryFolder.bytes(of: path, diagnostics: silent)
    else { return [] }
    let text = library.text(of: path, bytes: bytes)
    let drills = DrillReader.read(file: path, bytes: text.bytes, diagnostics: silent)
    return drills.map {
      Script(drill: $0, policies: shelf.book.selecting($0.header.policies))
    }
  }
}
