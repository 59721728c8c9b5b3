// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// One mistake and the place at which it is found, or a text that only looks like one.
struct LanguageCase: CustomTestStringConvertible {
  /// What the author did, in the words of the author guide.
  let name: String
  /// The drill, with a marker at each place.
  let drill: DrillText
  /// Findings whose place is no line of the body: `1 D211`.
  let elsewhere: [String]
  /// The policies that the drill is checked with.
  let library: PolicyBook

  var testDescription: String { name }

  init(
    _ name: String, _ body: String, changing: KeyValuePairs<String, String> = [:],
    elsewhere: [String] = [], library: PolicyBook = PolicyBook()
  ) {
    self.name = name
    drill = DrillText(body, changing: changing)
    self.elsewhere = elsewhere
    self.library = library
  }

  /// A case about a scene's narration.
  static func told(_ name: String, _ text: String) -> LanguageCase {
    LanguageCase(name, DrillText.told(text))
  }

  /// A case about an item of the kind Choose.
  static func asked(_ name: String, _ text: String) -> LanguageCase {
    LanguageCase(name, DrillText.asked(text))
  }

  /// What is to be found.
  var expected: [String] { (drill.expected + elsewhere).sorted() }

  /// The codes of what is to be found.
  var codes: [String] { expected.map { String($0.split(separator: " ")[1]) } }

  /// A drill with a policy that answers it, and `policies: [rules]` in its front matter.
  static func ruled(_ name: String, _ body: String, elsewhere: [String] = []) -> LanguageCase {
    LanguageCase(
      name, body, changing: ["policies": "[rules]"], elsewhere: elsewhere, library: rules)
  }

  /// The policies `rules` and `other`.
  static let rules = book(rulesText)

  /// The same, with a route that takes a month.
  static let slow = book(
    rulesText.replacingLast("1 business day", "30 days").replacingLast(
      "| | high | | security; privacy | phone | 4 h | |",
      "| | high | | security; privacy | phone | 30 days | |"))

  static func book(_ text: String) -> PolicyBook {
    let found = Diagnostics()
    let texts = [
      ("Policies/rules.md", PolicyFixture.policy(text, id: "rules")),
      ("Policies/other.md", PolicyFixture.policy("## A clause\n\nWords.", id: "other")),
    ]
    let policies = texts.compactMap { name, text in
      SourceText(file: name, bytes: Array(text.utf8), diagnostics: found)
        .flatMap { Policy.read($0, diagnostics: found) }
    }
    return PolicyBook(policies, today: nil, diagnostics: found)
  }

  private static let rulesText =
    PolicyFixture.escalation + """


      ## Remedies

      | Role | Case | What | Up to | Else hands up to |
      |---|---|---|---|---|
      | agent | | Goodwill credit | 20 EUR | supervisor |

      ## Data classes

      | Class | May go to | Never to |
      |---|---|---|
      | payment card | payment page | ticket |

      ## Competencies

      | Competency | Meaning |
      |---|---|
      | habits | What one does. |
      | triage | What comes first. |

      ## Audiences

      | Audience | Who |
      |---|---|
      | everyone | All of us. |
      """
}
