// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import Glibc

/// Checks a whole library, or some of its drills: findings come file by file, in a stable order.
public struct LibraryCheck {
  private let library: DrillLibrary
  private let today: CalendarDate
  private let texts: LibraryTexts

  /// A check of a library on a day; `texts` may hold some that are not on the disk.
  public init(
    _ library: DrillLibrary, today: CalendarDate, texts: LibraryTexts = LibraryTexts()
  ) {
    self.library = library
    self.today = today
    self.texts = texts
  }

  /// Checks files, or all policies and drills where none are named.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; empty for the whole library.
  ///   - report: Takes the findings of a file, by place.
  /// - Returns: how many files were checked.
  /// - Throws: what `report` throws; nothing more is checked then.
  public func run(_ paths: [String], report: ([Diagnostic]) throws -> Void) throws -> Int {
    let shared = Diagnostics()
    let policyFiles = library.policies.files(diagnostics: shared)
    let policies = policyFiles.compactMap { file -> Policy? in
      texts.bytes(of: file.path, diagnostics: shared)
        .flatMap { SourceText(file: file.path, bytes: $0, diagnostics: shared) }
        .flatMap { Policy.read($0, isChecked: true, diagnostics: shared) }
    }
    let book = PolicyBook(policies, today: today, diagnostics: shared)
    // A policy that is named is checked as one, not as a drill.
    let named = paths.filter { path in policyFiles.contains { Self.isSame($0.path, path) } }
    let others = paths.filter { !named.contains($0) }
    // What each file is stands in it, and is looked up once.
    let kinds = Dictionary(
      others.filter { !LibraryFolder($0).exists }.map { ($0, LibraryFile.of($0)) }
    ) { first, _ in first }
    let files = drillFiles(others, kinds, whole: paths.isEmpty, shared)
    // A named drill is looked at alone; a mistake in a policy is the policy's author's.
    if paths.isEmpty || paths.contains(where: { $0 == library.policies.path })
      || !shared.sorted.isEmpty
    {
      try report(
        paths.isEmpty
          ? shared.sorted
          : shared.sorted.filter { finding in
            finding.rule.severity == .error
              || named.contains { Self.isSame($0, finding.place.file) }
          })
    }
    var ids: [String: String] = [:]
    let (today, sources) = (today, texts)
    let folder = PolicyFolder(library.policies.path, workingFolder: Self.workingFolder)
    let drills = library.drills
    // A snippet's findings are told with the first drill that uses it.
    var told: Set<Diagnostic> = []
    try OrderedWork.run(
      files.count, { Self.check(files[$0], of: drills, sources, book, folder, today) }
    ) { found in
      var findings = found.findings.filter {
        $0.place.file == found.path || told.count >= Self.mostTold || told.insert($0).inserted
      }
      if let id = found.id, let first = ids[id] {
        let own = Diagnostics()
        own.report(findings)
        own.report(
          .equalDrills, at: Place(file: found.path, line: 1),
          id.contains(" ")
            ? "There is a translation of “\(id)” already, \(first). Delete one of the two."
            : "The id “\(id)” is taken by \(first). An id belongs to one drill for ever.")
        findings = own.sorted
      } else if let id = found.id {
        ids[id] = found.path
      }
      if !findings.isEmpty { try report(findings) }
    }
    let strays = others.filter { kinds[$0] == .policy }
    for path in strays {
      let findings = stray(path)
      if !findings.isEmpty { try report(findings) }
    }
    return files.count + strays.count + (paths.isEmpty ? policyFiles.count : named.count)
  }

  /// What is wrong with a policy that lies elsewhere, and is read alone.
  private func stray(_ path: String) -> [Diagnostic] {
    let own = Diagnostics()
    _ = texts.bytes(of: path, diagnostics: own)
      .flatMap { SourceText(file: path, bytes: $0, diagnostics: own) }
      .flatMap { Policy.read($0, diagnostics: own) }
    return own.sorted
  }

  /// The folder in which relative paths begin; empty where it is gone.
  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Whether two paths name one file, with or without “./” before them.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    let bare: (String) -> Substring = { $0.hasPrefix("./") ? $0.dropFirst(2) : $0[...] }
    return bare(a) == bare(b)
  }

  /// So many findings in snippets are remembered, to be told once.
  private static let mostTold = 10_000

  /// What the check of one file finds.
  private struct Found: Sendable {
    let path: String
    let id: String?
    let findings: [Diagnostic]
  }

  private static func check(
    _ file: LibraryFolder.File, of drills: LibraryFolder, _ texts: LibraryTexts,
    _ book: PolicyBook, _ folder: PolicyFolder, _ today: CalendarDate
  ) -> Found {
    let own = Diagnostics()
    let id = drills.text(of: file.path, from: texts, diagnostics: own).flatMap { text in
      let read = Diagnostics()
      defer { own.report(text.findings(with: read.sorted)) }
      let header = DrillReader.check(
        file: file.path, bytes: text.bytes, library: book, in: folder, today: today,
        diagnostics: read)
      // A translation has its original's, and there is one a language.
      guard text.isTranslation, let header else { return header?.id }
      return "\(header.id) in \(LanguageTag(header.language)?.written ?? header.language)"
    }
    return Found(path: file.path, id: id, findings: own.sorted)
  }

  private func drillFiles(
    _ paths: [String], _ kinds: [String: LibraryFile], whole: Bool, _ diagnostics: Diagnostics
  ) -> [LibraryFolder.File] {
    guard !whole else { return library.drills.files(diagnostics: diagnostics) }
    return paths.filter { $0 != library.policies.path }.flatMap { path -> [LibraryFolder.File] in
      let folder = LibraryFolder(path)
      if folder.exists {
        let files = folder.files(diagnostics: diagnostics)
        // Whoever names the snippets' own folder finds no drills in it.
        return LibraryFile.isOfSnippets(path)
          ? files.filter { LibraryFile.of($0.path) == .drill } : files
      }
      guard kinds[path] == .drill else { return [] }
      return [LibraryFolder.File(path: path, name: path)]
    }
  }
}
