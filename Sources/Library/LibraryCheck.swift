// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// Checks a whole library, or some of its drills: findings come file by file, in a stable order.
public struct LibraryCheck {
  private let library: DrillLibrary
  private let today: CalendarDate

  /// A check of a library on a day.
  public init(_ library: DrillLibrary, today: CalendarDate) {
    self.library = library
    self.today = today
  }

  /// Checks files, or all policies and drills where none are named.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; empty for the whole library.
  ///   - report: Takes the findings of a file, by place.
  /// - Returns: how many files were checked.
  /// - Throws: what `report` throws.
  public func run(_ paths: [String], report: ([Diagnostic]) throws -> Void) throws -> Int {
    let shared = Diagnostics()
    let policyFiles = library.policies.files(diagnostics: shared)
    let policies = policyFiles.compactMap { file -> Policy? in
      LibraryFolder.bytes(of: file.path, diagnostics: shared)
        .flatMap { SourceText(file: file.path, bytes: $0, diagnostics: shared) }
        .flatMap { Policy.read($0, diagnostics: shared) }
    }
    let book = PolicyBook(policies, today: today, diagnostics: shared)
    let files = drillFiles(paths, shared)
    // A named drill is looked at alone; a mistake in a policy is the policy's author's.
    if paths.isEmpty || paths.contains(where: { $0 == library.policies.path })
      || !shared.sorted.isEmpty
    {
      try report(
        paths.isEmpty ? shared.sorted : shared.sorted.filter { $0.rule.severity == .error })
    }
    var ids: [String: String] = [:]
    for file in files {
      let own = Diagnostics()
      if let bytes = LibraryFolder.bytes(of: file.path, diagnostics: own) {
        let header = DrillReader.check(
          file: file.path, bytes: bytes, library: book, today: today, diagnostics: own)
        if let id = header?.id {
          if let first = ids[id] {
            own.report(
              .equalDrills, at: Place(file: file.path, line: 1),
              "The id “\(id)” is taken by \(first). An id belongs to one drill for ever.")
          }
          ids[id] = ids[id] ?? file.path
        }
      }
      let findings = own.sorted
      if !findings.isEmpty { try report(findings) }
    }
    return files.count + (paths.isEmpty ? policyFiles.count : 0)
  }

  private func drillFiles(_ paths: [String], _ diagnostics: Diagnostics) -> [LibraryFolder.File] {
    guard !paths.isEmpty else { return library.drills.files(diagnostics: diagnostics) }
    return paths.filter { $0 != library.policies.path }.flatMap { path -> [LibraryFolder.File] in
      let folder = LibraryFolder(path)
      if folder.exists { return folder.files(diagnostics: diagnostics) }
      return [LibraryFolder.File(path: path, name: path)]
    }
  }
}
