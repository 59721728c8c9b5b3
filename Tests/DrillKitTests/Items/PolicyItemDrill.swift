// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit

/// A drill of one item, read from Markdown with its policies, in each of its variants.
struct PolicyItemDrill: Sendable {
  /// A script for each variant; empty where the drill can't be read.
  let scripts: [Script]
  private let readingFindings: [Diagnostic]
  private let firstLine: Int

  /// Reads `item`, whose first line is the `###` heading, under these facts, a line each.
  init(
    _ item: String, facts: String = "", policies: [String] = HousePolicies.all,
    variants: String = ""
  ) {
    let list = facts.split(separator: "\n").map { "- \($0)\n" }.joined()
    let head = """
      ---
      drill: 1
      id: sample
      version: 1
      title: Sample
      summary: One item.
      duty: escalation
      moment: during
      level: 1
      competencies: [triage]
      audience: [desk]
      minutes: 1
      pass: 80
      review-by: 2027-06-30
      ---

      # Sample

      \(list.isEmpty ? "" : "Facts:\n\n" + list)
      ## Scene


      """
    firstLine = head.split(separator: "\n", omittingEmptySubsequences: false).count
    let table = variants.isEmpty ? "" : "\n\n## Variants\n\n\(variants)"
    let text = head + item + table + "\n"
    let found = Diagnostics()
    let read = policies.enumerated().compactMap { index, text in
      let name = text.firstMatch(of: /policy: (\S+)/).map { String($0.1) } ?? "\(index)"
      return SourceText(file: "Policies/\(name).md", bytes: Array(text.utf8), diagnostics: found)
        .flatMap { Policy.read($0, diagnostics: found) }
    }
    let book = PolicyBook(read, today: nil, diagnostics: found)
    scripts = DrillReader.read(file: "sample.md", bytes: Array(text.utf8), diagnostics: found)
      .map { Script(drill: $0, policies: book) }
    readingFindings = found.sorted
  }

  /// The item in a variant.
  func item(_ variant: Int = 0) -> Item? {
    scripts.indices.contains(variant)
      ? scripts[variant].drill.scenes.first?.items.first : nil
  }

  /// The item's content in a variant.
  func content(_ variant: Int = 0) -> (any ItemContent)? { item(variant)?.content }

  /// The circumstances in a variant, after so many minutes.
  func situation(_ variant: Int = 0, passed: Int = 0) -> Situation? {
    guard let item = item(variant), let scene = scripts[variant].drill.scenes.first else {
      return nil
    }
    return scripts[variant].situation(
      at: .init(scene: scene.slug, item: item.id), passed: passed)
  }

  /// What typed lines come to: a response, or the sentence that refuses one of them.
  func entry(_ lines: [String], variant: Int = 0) -> ResponseEntry.Outcome? {
    guard let content = content(variant), let situation = situation(variant) else { return nil }
    var entry = ResponseEntry(content.shape(in: situation), order: [])
    var outcome: ResponseEntry.Outcome = .more
    for line in lines { outcome = entry.take(line) }
    return outcome
  }

  /// What typed lines earn; nil where they are no response.
  func judge(_ lines: String..., variant: Int = 0, passed: Int = 0) -> Judgement? {
    guard case .done(let response) = entry(lines, variant: variant) else { return nil }
    return judge(response, variant: variant, passed: passed)
  }

  /// What a response earns.
  func judge(_ response: Response, variant: Int = 0, passed: Int = 0) -> Judgement? {
    guard let content = content(variant), let situation = situation(variant, passed: passed)
    else { return nil }
    return content.judge(response, in: situation)
  }

  /// The sentence that refuses the last of some lines; nil where it is taken.
  func refusal(_ lines: String..., variant: Int = 0) -> String? {
    if case .misread(let message) = entry(lines, variant: variant) { return message }
    return nil
  }

  /// What a player who knows everything answers, in words.
  func solution(_ variant: Int = 0, passed: Int = 0) -> String? {
    guard let content = content(variant), let situation = situation(variant, passed: passed),
      let response = content.solution(in: situation)
    else { return nil }
    return content.shape(in: situation).words(for: response)
  }

  /// Basis points by habit of the players who do not know.
  func guesses(_ variant: Int = 0) -> [String: Int] {
    guard let content = content(variant), let situation = situation(variant) else { return [:] }
    let earned = content.guesses(in: situation).map {
      ($0.habit, content.judge($0.response, in: situation).share.credit.rawValue)
    }
    return Dictionary(earned, uniquingKeysWith: max)
  }

  /// What was found while reading and checking, as “code line”, the heading's line being 1;
  /// findings outside the item have the line 0.
  var findings: [String] {
    let diagnostics = Diagnostics()
    diagnostics.report(readingFindings)
    for index in scripts.indices {
      if let content = content(index), let situation = situation(index), let item = item(index) {
        content.check(in: situation, at: item.place, diagnostics: diagnostics)
      }
    }
    return diagnostics.sorted.map {
      let line = $0.place.file == "sample.md" ? $0.place.line - firstLine + 1 : 0
      return "\($0.rule.code) \(max(0, line))"
    }
  }

  /// Codes of the lines that have no use in any variant.
  var idle: [String] {
    let found = scripts.indices.map { index in
      situation(index).flatMap { content(index)?.idleLines(in: $0) } ?? []
    }
    guard let first = found.first else { return [] }
    return first.filter { finding in found.allSatisfy { $0.contains(finding) } }
      .map { "\($0.rule.code) \($0.place.line - firstLine + 1)" }
  }
}

extension Judgement {
  /// The credit in basis points.
  var basisPoints: Int { share.credit.rawValue }
}
