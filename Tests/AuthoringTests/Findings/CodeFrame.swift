// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit
import Testing

/// Puts an example's few lines into a drill or a policy, and checks it.
struct CodeFrame {
  /// The codes that are found in lines that stand in a frame.
  static func codes(_ lines: String, in frame: CodeEntry.Frame) throws -> [String] {
    try findings(lines, in: frame).map(\.rule.code)
  }

  /// What is found in lines that stand in a frame.
  static func findings(_ lines: String, in frame: CodeEntry.Frame) throws -> [Diagnostic] {
    switch frame {
    case .policy: try policy(front([:], of: policyFront) + "# A test\n\n\(lines)\n")
    case .policyFront: try policy(front(lines, of: policyFront) + "# A test\n\n## One\n\nText.\n")
    case .explored: try explored(text(lines, in: .drill))
    case .answers: try answered(lines)
    default: try drill(text(lines, in: frame))
    }
  }

  /// A drill's whole text.
  static func text(_ lines: String, in frame: CodeEntry.Frame) -> String {
    let scene = "# A test\n\n## Opening\n\n"
    let asked = "### Choose: What do you do?\n\n"
    let answers = "- [x] Help.\n  > Right.\n- [ ] Wait.\n  > Nobody is helped.\n"
    let item = "\(asked)_id: first_\n\n\(answers)"
    let body =
      switch frame {
      case .scene: scene + "\(lines)\n\n" + item
      case .question: scene + asked + lines
      case .beforeAnswers: scene + asked + "\(lines)\n\nIt rings.\n\n" + answers
      case .after: scene + item + "\n\(lines)"
      case .front: scene + item
      case .head: "\(lines)\n\n## Opening\n\n" + item
      default: lines
      }
    switch frame {
    case .head: return body + "\n"
    case .front: return front(lines, of: drillFront) + body + "\n"
    default: return front([:], of: drillFront) + body + "\n"
    }
  }

  /// Checks a drill's text with the policies `house` and `other` at hand.
  static func drill(_ text: String) throws -> [Diagnostic] {
    let found = Diagnostics()
    DrillReader.check(
      file: "Drills/test/test.md", bytes: Array(text.utf8), library: try book(),
      today: try #require(today), diagnostics: found)
    return found.sorted
  }

  /// Explores a drill's text that the check finds nothing in.
  private static func explored(_ text: String) throws -> [Diagnostic] {
    let found = try drill(text)
    guard found.isEmpty else { return found }
    let drills = DrillReader.read(
      file: "test.md", bytes: Array(text.utf8), diagnostics: Diagnostics())
    return try drills.flatMap { drill in
      Exploration(Script(drill: drill, policies: try book())).findings(in: drill)
    }
  }

  /// Gives golden answers to a drill with one question.
  private static func answered(_ lines: String) throws -> [Diagnostic] {
    let found = Diagnostics()
    let drills = DrillReader.read(
      file: "test.md", bytes: Array(text("It rings.", in: .scene).utf8), diagnostics: found)
    let source = try #require(
      SourceText(file: "test.answers.md", bytes: Array("\(lines)\n".utf8), diagnostics: found))
    return found.sorted
      + AnswersTest(source, variants: drills, policies: try book()).problems
  }

  /// Checks a policy's text that stands alone.
  static func policy(_ text: String) throws -> [Diagnostic] {
    let found = Diagnostics()
    let source = SourceText(file: "Policies/a.md", bytes: Array(text.utf8), diagnostics: found)
    let policy = source.flatMap { Policy.read($0, diagnostics: found) }
    _ = PolicyBook(policy.map { [$0] } ?? [], today: today, diagnostics: found)
    return found.sorted
  }

  private static let today = CalendarDate("2026-06-01")

  private static func book() throws -> PolicyBook {
    let found = Diagnostics()
    let policies = [("house", house), ("other", "## A clause\n\nText.\n")].compactMap { id, body in
      SourceText(
        file: "Policies/\(id).md",
        bytes: Array((front("policy: \(id)", of: policyFront) + "# A test\n\n\(body)").utf8),
        diagnostics: found
      ).flatMap { Policy.read($0, diagnostics: found) }
    }
    let book = PolicyBook(policies, today: today, diagnostics: found)
    try #require(found.sorted.isEmpty, "\(found.sorted)")
    return book
  }

  /// Front matter with lines of one's own in the place of those with the same keys.
  private static func front(_ lines: String, of standard: KeyValuePairs<String, String>) -> String {
    let keys = lines.split(separator: "\n").compactMap { $0.split(separator: ":").first }
    let kept = standard.filter { entry in !keys.contains { $0 == entry.key } }
    return "---\n" + kept.map { "\($0.key): \($0.value)\n" }.joined() + lines + "\n---\n\n"
  }

  private static func front(_ none: [String: String], of standard: KeyValuePairs<String, String>)
    -> String
  {
    "---\n" + standard.map { "\($0.key): \($0.value)\n" }.joined() + "---\n\n"
  }

  private static let drillFront: KeyValuePairs = [
    "drill": "1", "id": "test", "version": "1", "title": "A test", "summary": "It tests.",
    "duty": "service-failure", "moment": "during", "level": "1", "competencies": "[habits]",
    "audience": "[everyone]", "minutes": "5", "pass": "80", "policies": "[house]",
    "review-by": "2027-01-01",
  ]

  private static let policyFront: KeyValuePairs = [
    "policy": "test", "title": "A test", "owner": "Ines", "version": "1",
    "effective": "2026-01-01", "review-by": "2027-06-30",
  ]

  private static let house = """
    ## Severity

    | Incident | Records | Data | Level |
    |---|---|---|---|
    | intrusion | | | critical |
    | lost device | >= 10 | | high |
    | | | | low |

    ## Office hours

    | Name | Days | From | To |
    |---|---|---|---|
    | office | Monday to Friday | 08:00 | 18:00 |

    ## Owners

    | Owner | Alias | Reach |
    |---|---|---|
    | security | security desk | pager 71 |
    | service desk | | extension 7000 |

    ## Routes

    | Severity | Hours | Owner | Channel | Within |
    |---|---|---|---|---|
    | critical; high | | security | phone | 30 min |
    | low | | service desk | ticket | 1 business day |

    ## Remedies

    | Role | What | Up to | Else hands up to |
    |---|---|---|---|
    | agent | Goodwill credit | 20 EUR | supervisor |

    ## Data classes

    | Class | May go to | Never to |
    |---|---|---|
    | payment card | payment system | ticket; mail |
    | contact | ticket; mail | |
    | health | | ticket |

    ## Competencies

    | Competency | Meaning |
    |---|---|
    | habits | What one does. |

    ## Audiences

    | Audience | Who |
    |---|---|
    | everyone | All of us. |

    """
}
