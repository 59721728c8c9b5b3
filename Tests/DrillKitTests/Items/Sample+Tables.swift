// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// A drill of one item and the policies that it reads, from Markdown; and everything that was
/// found wrong with it, in the file and in each variant.
struct ItemSample {
  let drills: [Drill]
  let book: PolicyBook
  let findings: [Diagnostic]
  private let lines: [String]

  /// A drill whose only scene holds `item`, whose facts are `facts` and which has `variants`.
  init(
    _ item: String, facts: String = "", variants: String = "",
    duty: String = "escalation", policies: [String] = [SamplePolicies.data, SamplePolicies.routes]
  ) {
    let diagnostics = Diagnostics()
    let text = """
      ---
      drill: 1
      id: sample
      version: 1
      title: Sample
      summary: A sample.
      duty: \(duty)
      moment: during
      level: 1
      competencies: [triage]
      audience: [front-desk]
      minutes: 5
      pass: 80
      policies: [data-handling, escalation]
      sources: ["A sample"]
      review-by: 2027-09-30
      ---

      # Sample

      \(facts.isEmpty ? "" : "Facts:\n\n" + facts + "\n")
      A short story.

      ## Scene

      Something happens.

      \(item)

      ## End

      That was it.

      \(variants.isEmpty ? "" : "## Variants\n\n" + variants + "\n")
      """
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    drills = DrillReader.read(
      file: "sample.md", bytes: Array(text.utf8), diagnostics: diagnostics)
    let read = policies.enumerated().compactMap { index, text in
      SourceText(file: "policy\(index).md", bytes: Array(text.utf8), diagnostics: diagnostics)
        .flatMap { Policy.read($0, diagnostics: diagnostics) }
    }
    book = PolicyBook(read, today: nil, diagnostics: diagnostics)
    for drill in drills {
      let script = Script(drill: drill, policies: book)
      for scene in drill.scenes {
        for item in scene.items {
          let position = AttemptState.Position(scene: scene.slug, item: item.id)
          guard let situation = script.situation(at: position, passed: 0) else { continue }
          item.content.check(in: situation, at: item.place, diagnostics: diagnostics)
        }
      }
    }
    findings = diagnostics.sorted
  }

  /// Whether something was found: its code and how its line begins.
  func found(_ finding: String) -> Bool {
    findings.contains { "\($0.rule.code) \(lines[$0.place.line - 1])".hasPrefix(finding) }
  }

  /// The first finding with a code.
  func finding(_ code: String) throws -> Diagnostic {
    try #require(findings.first { $0.rule.code == code }, "\(findings)")
  }

  /// The source from a finding's place on.
  func source(at diagnostic: Diagnostic) -> String {
    String(lines[diagnostic.place.line - 1].dropFirst(diagnostic.place.column - 1))
  }

  /// The item in a variant and its circumstances, once the sample was found sound.
  func item(_ index: Int = 0, variant: Int = 0) throws -> SampleItem {
    #expect(findings == [])
    return try unchecked(index, variant: variant)
  }

  /// The same of a sample that need not be sound.
  func unchecked(_ index: Int = 0, variant: Int = 0) throws -> SampleItem {
    let drill = try #require(drills.indices.contains(variant) ? drills[variant] : nil)
    let scene = try #require(drill.scenes.first)
    let item = try #require(scene.items.indices.contains(index) ? scene.items[index] : nil)
    let situation = try #require(
      Script(drill: drill, policies: book)
        .situation(at: .init(scene: scene.slug, item: item.id), passed: 0))
    return SampleItem(item: item, situation: situation)
  }
}

/// An item that can be answered.
struct SampleItem {
  let item: Item
  let situation: Situation

  var content: any ItemContent { item.content }
  var shape: ResponseShape { content.shape(in: situation) }

  /// What typed lines come to: the response of the last one.
  func entry(_ lines: [String]) throws -> Response {
    var entry = ResponseEntry(shape, order: [])
    for line in lines {
      switch entry.take(line) {
      case .done(let response): return response
      case .more: continue
      case .misread(let message): throw Unread(message: message)
      }
    }
    throw Unread(message: "more lines are needed")
  }

  /// Why a line is refused.
  func refusal(_ line: String) throws -> String {
    var entry = ResponseEntry(shape, order: [])
    guard case .misread(let message) = entry.take(line) else {
      throw Unread(message: "“\(line)” was taken")
    }
    return message
  }

  /// What typed lines earn.
  func judge(_ lines: String...) throws -> Judgement {
    content.judge(try entry(lines), in: situation)
  }

  /// Credit in basis points.
  func credit(_ response: Response) -> Int {
    content.judge(response, in: situation).share.credit.rawValue
  }

  /// What players earn who do not know, in the order of the kind's guesses; nothing where they
  /// fail critically.
  var guesses: [Int] {
    content.guesses(in: situation).map { guess in
      let judgement = content.judge(guess.response, in: situation)
      return judgement.critical.isEmpty ? judgement.share.credit.rawValue : 0
    }
  }

  /// Expects that who knows everything earns everything, also by typing it.
  func expectSolution() throws {
    let solution = try #require(content.solution(in: situation))
    let judgement = content.judge(solution, in: situation)
    #expect(judgement.share == .full && judgement.critical.isEmpty)
    #expect(judgement.remarks.allSatisfy { $0.kind == .earned })
    #expect(try entry([shape.words(for: solution)]) == solution)
    if case .pairs(let rows) = solution {
      #expect(try entry([rows.joined().joined(separator: "; ")]) == solution)
    }
    #expect(content.judge(.none, in: situation).share == .none)
    #expect(content.judge(.number("7"), in: situation).share == .none)
  }
}

/// A line that was no answer.
struct Unread: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}

extension Judgement {
  /// Credit in basis points.
  var credit: Int { share.credit.rawValue }
}

/// Policies to look answers up in.
enum SamplePolicies {
  /// Data classes.
  static let data = """
    ---
    policy: data-handling
    title: Data
    owner: Margit
    version: 1
    effective: 2026-01-01
    review-by: 2027-09-30
    ---

    # Data

    ## Card data

    Nowhere else.

    ## Data classes

    | Class | May go to | Never to |
    |---|---|---|
    | payment card | payment page | courier partner; public post |
    | health | care file | team chat |
    | contact | booking notes; courier partner | public post |
    """

  /// Severity, hours, owners and routes.
  static let routes = """
    ---
    policy: escalation
    title: Routes
    owner: Ines
    version: 1
    effective: 2026-01-01
    review-by: 2027-09-30
    ---

    # Routes

    ## Severity

    | Incident | Records | Level |
    |---|---|---|
    | lost device | >= 1000 | critical |
    | lost device | 10 to 999 | high |
    | | | low |

    ## Office hours

    | Name | Days | From | To | Zone |
    |---|---|---|---|---|
    | office | Monday to Friday | 08:00 | 18:00 | Europe/Brussels |

    ## Owners

    | Owner | Alias | Reach |
    |---|---|---|
    | security | security desk; Ines Verhoeven | pager 71 |
    | privacy | DPO | extension 7010 |
    | service desk | help desk | extension 7000 |

    ## Routes

    | Incident | Severity | Hours | Owner | Channel | Within |
    |---|---|---|---|---|---|
    | | critical | | security + privacy | phone | 30 min |
    | | high | office | security | phone | 1 h |
    | | high | out of hours | security; privacy | pager | 1 h |
    | | low | | service desk | ticket | 1 business day |
    """
}
