// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import Testing

/// A drill of several scenes, and policies, from the texts that an author would write.
struct Story {
  let drills: [Drill]
  let policies: PolicyBook

  /// Reads the Markdown below the title, and policies by their id; anything wrong fails the test.
  init(
    _ body: String, duty: String = "service-failure", pass: Int = 80, defaults: String = "",
    policies: [(id: String, text: String)] = []
  ) throws {
    let front = """
      ---
      drill: 1
      id: sample
      version: 1
      title: A sample
      summary: A few questions.
      duty: \(duty)
      moment: during
      level: 1
      competencies: [care, speed]
      audience: [everybody]
      minutes: 5
      pass: \(pass)
      policies: [\(policies.map(\.id).joined(separator: ", "))]
      review-by: 2030-01-01
      \(defaults)
      ---

      # A sample


      """
    let diagnostics = Diagnostics()
    drills = DrillReader.read(
      file: "sample.md", bytes: Array((front + body + "\n").utf8), diagnostics: diagnostics)
    self.policies = PolicyBook(
      policies.compactMap { id, text in
        SourceText(
          file: "\(id).md", bytes: Array(PolicyFixture.policy(text, id: id).utf8),
          diagnostics: diagnostics
        ).flatMap { Policy.read($0, diagnostics: diagnostics) }
      }, today: nil, diagnostics: diagnostics)
    let errors = diagnostics.sorted.filter { $0.rule.severity == .error }
    try #require(errors.isEmpty && !drills.isEmpty, "\(errors)")
  }

  private init(drills: [Drill], policies: PolicyBook) {
    self.drills = drills
    self.policies = policies
  }

  /// The drill in a variant, ready to be played.
  func script(variant: Int = 0) throws -> Script {
    Script(
      drill: try #require(drills.dropFirst(variant).first), policies: policies)
  }

  // MARK: The library's own

  private static let root = String(#filePath.prefix(upTo: #filePath.range(of: "/Tests/")))

  /// The six drills that come with the program, by folder and id.
  static let shipped = [
    "data-handling/card-in-the-chat", "data-handling/courier-list", "escalation/lost-laptop",
    "escalation/the-post", "service-failure/cold-room", "service-failure/what-robin-said",
  ]

  /// A drill that comes with the program, with the policies that it reads.
  static func shipped(_ name: String) throws -> Story {
    let diagnostics = Diagnostics()
    let path = "\(root)/Drills/\(name).md"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let drills = DrillReader.read(file: path, bytes: Array(bytes), diagnostics: diagnostics)
    let listed = try #require(drills.first?.header.policies, "\(diagnostics.sorted)")
    let policies = listed.compactMap { id -> Policy? in
      let path = "\(root)/Policies/\(id).md"
      return FileManager.default.contents(atPath: path)
        .flatMap { SourceText(file: path, bytes: Array($0), diagnostics: diagnostics) }
        .flatMap { Policy.read($0, diagnostics: diagnostics) }
    }
    let book = PolicyBook(policies, today: nil, diagnostics: diagnostics)
    try #require(!diagnostics.hasErrors, "\(diagnostics.sorted)")
    return Story(drills: drills, policies: book)
  }
}

extension String {
  /// Where a text begins in this one; the end where it does not occur.
  fileprivate func range(of text: String) -> String.Index {
    var index = startIndex
    while index < endIndex, !self[index...].hasPrefix(text) { index = self.index(after: index) }
    return index
  }
}
