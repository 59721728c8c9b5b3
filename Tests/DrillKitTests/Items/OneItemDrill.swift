// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

/// A drill of one item, and policies, from the texts that an author would write.
struct OneItemDrill {
  /// The variants that could be read.
  let drills: [Drill]
  let policies: PolicyBook
  let diagnostics: Diagnostics

  /// The line at which the item's heading stands: findings are counted from it, as line 1.
  static let headingLine = 22

  /// Reads an item, its heading first, and policies by their id: the Markdown below the title.
  init(
    _ item: String, facts: [String] = [], policies: [(id: String, text: String)] = [],
    variants: String? = nil
  ) {
    let diagnostics = Diagnostics()
    self.diagnostics = diagnostics
    let text = """
      ---
      drill: 1
      id: sample
      version: 1
      title: A sample
      summary: One question.
      duty: service-failure
      moment: during
      level: 1
      competencies: [care]
      audience: [everybody]
      minutes: 5
      pass: 80
      policies: [\(policies.map(\.id).joined(separator: ", "))]
      review-by: 2030-01-01
      ---

      # A sample

      ## The desk

      \(item)
      """
    let section = variants.map { "\n\n## Variants\n\n\($0)" } ?? ""
    drills = DrillReader.read(
      file: "sample.md", bytes: Array((text + section + "\n").utf8), diagnostics: diagnostics)
    self.policies = PolicyBook(
      policies.compactMap { id, text in
        let front = """
          ---
          policy: \(id)
          title: \(id)
          owner: Bea
          version: 1
          effective: 2026-01-01
          review-by: 2030-01-01
          ---

          # \(id)


          """
        let bytes = Array((front + text + "\n").utf8)
        return SourceText(file: "Policies/\(id).md", bytes: bytes, diagnostics: diagnostics)
          .flatMap { Policy.read($0, diagnostics: diagnostics) }
      }, today: nil, diagnostics: diagnostics)
    for drill in drills {
      for item in drill.scenes.flatMap(\.items) {
        item.content.check(
          in: Self.situation(item, drill, self.policies), at: item.place, diagnostics: diagnostics)
      }
    }
  }

  private static func situation(_ item: Item, _ drill: Drill, _ policies: PolicyBook) -> Situation {
    Script(drill: drill, policies: policies)
      .situation(at: .init(scene: drill.scenes[0].slug, item: item.id), passed: 0)
      ?? Situation(facts: Facts(), policies: policies, clock: nil, duty: drill.header.duty)
  }

  /// What was found, as `D303@4`: the code and the line, the item's heading being line 1. What
  /// Markdown itself warns of, such as a list of one, is left out.
  var findings: [String] {
    diagnostics.sorted.filter { !$0.rule.code.hasPrefix("M") }.map {
      "\($0.rule.code)@\($0.place.line - Self.headingLine + 1)"
    }
  }

  /// The messages of what was found.
  var messages: String { diagnostics.sorted.map(\.description).joined(separator: "\n") }

  /// The item in a variant.
  func item(variant: Int = 0) throws -> AskedItem {
    let drill = try #require(drills.dropFirst(variant).first, "\(messages)")
    let item = try #require(drill.scenes.first?.items.first, "\(messages)")
    return AskedItem(item: item, situation: Self.situation(item, drill, policies))
  }
}

/// An item with the circumstances in which it is asked.
struct AskedItem {
  let item: Item
  let situation: Situation

  var shape: ResponseShape { item.content.shape(in: situation) }

  func judge(_ response: Response) -> Judgement { item.content.judge(response, in: situation) }

  /// What a typed line is taken for, the options shown in file order unless told otherwise.
  func entry(_ line: String, order: [String] = []) -> ResponseEntry.Outcome {
    var entry = ResponseEntry(shape, order: order)
    return entry.take(line)
  }

  /// The share of a typed line, in basis points; nil where it is no answer.
  func credit(_ line: String) -> Int? {
    guard case .done(let response) = entry(line) else { return nil }
    return judge(response).share.credit.rawValue
  }

  /// The share of the right answer.
  var solved: Share? { item.content.solution(in: situation).map { judge($0).share } }

  /// The shares of those who guess, by habit.
  var guessed: [String: Int] {
    Dictionary(
      item.content.guesses(in: situation).map {
        ($0.habit, judge($0.response).share.credit.rawValue)
      }, uniquingKeysWith: max)
  }
}

extension Judgement {
  /// The texts of remarks of one kind.
  func texts(_ kind: Remark.Kind) -> [String] { remarks.filter { $0.kind == kind }.map(\.text) }
}
