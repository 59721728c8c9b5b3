// SPDX-License-Identifier: GPL-3.0-or-later

import Console
import DrillKit
import Library

/// A drill that its author looks at: named by its id or by its file.
struct DraftDrill {
  let path: String
  let variants: [Drill]
  let policies: PolicyBook

  /// Reads a drill; throws where there is none of this name, or it has errors.
  init(_ name: String, in library: DrillLibrary) throws(Failure) {
    let files = try ExploreCommand.files([name], in: library)
    guard files.count == 1, let file = files.first else {
      throw Failure(
        "“\(name)” is a folder. Name one drill, by its id or its file.", status: Failure.noInput)
    }
    let path = file.path
    self.path = path
    let diagnostics = Diagnostics()
    let sources = library.allPolicies()
    let book = PolicyBook(
      sources.values.map(\.policy).sorted { $0.file < $1.file }, today: nil,
      diagnostics: Diagnostics())
    let text = library.drills.text(of: path, diagnostics: diagnostics)
    let checked = text.flatMap {
      DrillReader.examine(
        file: path, bytes: $0.bytes, library: book, in: PolicyFolder(library.policies.path),
        today: Clock.system.now().date, diagnostics: diagnostics)
    }
    guard let text, let checked, !diagnostics.hasErrors, !text.hasErrors else {
      let own = text?.findings(with: diagnostics.sorted) ?? diagnostics.sorted
      // A policy that is there and can't be read is not missing.
      let isMissing = own.contains { ["D209", "P005", "D214"].contains($0.rule.code) }
      let findings = (isMissing ? library.policyErrors() : []) + own
      throw Failure(ConsoleError.unplayable(.init(path: path, diagnostics: findings)))
    }
    variants = checked.drills
    policies = checked.policies
  }
}
