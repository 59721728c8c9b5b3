// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Authoring

/// What is offered at a place that a text marks with `‸`.
@Suite("Completion")
struct CompletionTests {
  private static let drill = "file://\(SampleDrafts.drills)/data-handling/draft.md"
  private static let policy = "file://\(SampleDrafts.policies)/draft.md"

  private static let front = """
    ---
    drill: 1
    id: draft
    competencies: [triage, escalation]
    ---

    # A draft


    """

  private static func item(_ verb: String, _ text: String) -> String {
    front + "## Opening\n\n### \(verb): What now?\n\n\(text)\n\n## Second scene\n\nText.\n"
  }

  /// A text, what must be offered, and what must not.
  private static let cases: [(text: String, has: [String], hasNot: [String])] = [
    // Front matter
    ("---\ndrill: 1\n‸\n---\n", ["title", "review-by", "duty"], ["drill"]),
    ("---\ndrill: 1\nti‸\n---\n", ["title"], ["drill"]),
    ("---\ndrill: 1\nduty: ‸\n---\n", ["data-handling", "escalation"], ["title"]),
    ("---\ndrill: 1\nmoment: du‸\n---\n", ["during"], []),
    ("---\ndrill: 1\nlevel: ‸\n---\n", ["1", "2", "3"], ["4"]),
    ("---\ndrill: 1\ncompetencies: [triage, ‸]\n---\n", ["card-data"], ["front-desk"]),
    ("---\ndrill: 1\naudience:\n  - ‸\n---\n", ["front-desk"], ["card-data"]),
    ("---\ndrill: 1\npolicies: [‸\n---\n", ["data-handling", "curriculum"], []),
    ("---\ndrill: 1\ndefaults:\n  ‸\n---\n", ["points", "within"], ["id"]),
    ("---\npolicy: a\n‸\n---\n", ["acknowledge", "owner"], ["policy", "duty"]),
    ("---\npolicy: a\nacknowledge: ‸\n---\n", ["yearly"], []),
    // Headings
    (front + "## Opening\n\n### ‸\n", ["Choose", "Escalate", "Spot"], ["End"]),
    (front + "## Opening\n\n### Cho‸\n", ["Choose all"], []),
    (front + "## ‸\n", ["End", "Variants"], ["Choose"]),
    (front + "## End\n\n## ‸\n", ["Variants"], ["End"]),
    (front + "## Opening\n\n### Choose: Wh‸\n", [], ["Choose"]),
    // Settings and conditions
    (item("Choose", "_‸"), ["2 points", "show: 4", "id: first-move", "when "], ["pace: 4 s"]),
    (
      item("Spot", "_id: a; ‸_"), ["pace: 4 s", "watch: Robin"], ["within 45 s", "id: first-move"]
    ),
    (item("Reply", "_2 points; ‸"), ["20-120 words"], ["2 points", "show: 4"]),
    (item("Choose", "_competency: ‸_"), ["triage", "card-data"], []),
    (item("Choose", "_shuffle: ‸_"), ["no", "yes"], []),
    (item("Spot", "_feedback: ‸_"), ["at once", "at the end"], []),
    (
      item("Match", "_derive: ‸_\n\n| Data | May go to | Why |\n|---|---|---|\n| a | | b |"),
      ["May go to", "Data"], []
    ),
    (front + "## Opening\n\n_‸\n", ["detour_", "when "], ["2 points"]),
    (item("Choose", "_when ‸_"), ["passed", "failed", "severity is "], []),
    (item("Choose", "_when severity is ‸_"), ["critical"], ["passed"]),
    // Links
    (item("Choose", "See [it](‸)."), ["#opening", "#second-scene"], ["#a-draft"]),
    (item("Choose", "See [it](‸)."), ["../../Policies/data-handling.md"], []),
    (item("Choose", "See [it](#sec‸ond)."), ["#second-scene"], []),
    (
      item("Choose", "See [it](../../Policies/data-handling.md#‸)."),
      ["Card data", "Data classes"], ["Routes"]
    ),
    (item("Choose", "See [‸"), ["Second scene", "Card data"], []),
    (item("Choose", "- [x] Yes. → ‸"), ["Second scene"], ["Card data"]),
    (item("Choose", "- [x] Yes. ->‸"), ["Opening"], []),
    (item("Choose", "- [x] Yes. → [‸"), ["Second scene"], ["Card data"]),
    (item("Choose", "- [‸"), ["x] ", " ] "], []),
    (item("Choose", "_id: first_\n\n_when failed [‸"), ["first"], []),
    // Lists
    (item("Choose", "- [ ] (‸"), ["50%", "fail: customer", "+10 min"], []),
    (item("Choose", "- [ ] (50%; ‸) Text"), ["coach", "timed out"], []),
    (item("Escalate", "Facts:\n\n- ‸"), ["Incident", "Now", "Data"], ["wrong owner"]),
    (item("Escalate", "Facts:\n\n- Now: Friday\n- Data: contact; ‸"), ["payment card"], ["Now"]),
    (item("Escalate", "Answers:\n\n- ‸"), ["wrong owner", "too late", "(otherwise)"], []),
    (item("Notify", "Answers:\n\n- ‸"), ["GDPR authority", "too late"], ["wrong owner"]),
    (item("Classify", "Answers:\n\n- ‸"), ["critical", "(timed out)"], ["too late"]),
    (item("Grant", "Answers:\n\n- ‸"), ["over-granted"], []),
    (item("Choose", "Next:\n\n- ‸"), ["Second scene", "Go on otherwise"], []),
    (item("Choose", "Next:\n\n- [Second scene](#second-scene)‸"), [" when ", " otherwise"], []),
    (item("Choose", "Next:\n\n- [Second scene](#second-scene) when ‸"), ["failed"], []),
    (item("Choose", "Fe‸"), ["Feedback:", "Model:"], []),
    (front + "Fa‸\n", ["Facts:"], ["Model:"]),
    (item("Redact", "> Card ~~4111~~ (‸"), ["payment card", "contact"], ["keep"]),
    (item("Redact", "> The **docks** (‸)"), ["keep"], ["payment card"]),
    // What is text stays alone
    (item("Choose", "```\n### ‸\n```"), [], ["Choose"]),
    (item("Choose", "A sentence (with ‸"), [], ["50%"]),
  ]

  private static func labels(_ marked: String, _ uri: String) throws -> [String] {
    let draft = try MarkedDraft(marked)
    let desk = try ServerDesk.begun()
    desk.open(uri, draft.text)
    let answer = try desk.ask("textDocument/completion", draft.place(uri))
    return answer["result"]["items"].list.compactMap { $0["label"].text }
  }

  @Test("in a drill", arguments: cases.indices)
  func drill(_ index: Int) throws {
    let example = Self.cases[index]
    let uri = example.text.hasPrefix("---\npolicy") ? Self.policy : Self.drill
    let labels = try Self.labels(example.text, uri)
    for label in example.has { #expect(labels.contains(label), "\(label) of \(labels)") }
    for label in example.hasNot { #expect(!labels.contains(label), "\(label)") }
  }

  /// What is put in the place of which stretch, in lines of the item `Choose`.
  private static let edits: [(text: String, label: String, result: String)] = [
    ("See [it](#o‸).", "#opening", "See [it](#opening)."),
    ("See [it](‸", "#opening", "See [it](#opening)"),
    ("See [it](#old‸er) x", "#opening", "See [it](#opening) x"),
    ("See [se‸", "Second scene", "See [Second scene](#second-scene)"),
    ("See [‸] x", "Second scene", "See [Second scene](#second-scene) x"),
    ("- [x] 🚒 Ja → ‸", "Second scene", "- [x] 🚒 Ja → [Second scene](#second-scene)"),
    ("- [x] Ja ->‸", "Second scene", "- [x] Ja → [Second scene](#second-scene)"),
    ("_id: x; wi‸_", "within 45 s", "_id: x; within 45 s_"),
    ("- [ ] (50%;co‸) x", "coach", "- [ ] (50%;coach) x"),
  ]

  @Test("what is put in stands where it belongs", arguments: edits.indices)
  func edit(_ index: Int) throws {
    let example = Self.edits[index]
    let draft = try MarkedDraft(Self.item("Choose", example.text))
    let desk = try ServerDesk.begun()
    desk.open(Self.drill, draft.text)
    let answer = try desk.ask("textDocument/completion", draft.place(Self.drill))
    let item = try #require(
      answer["result"]["items"].list.first { $0["label"].text == example.label })
    let text = draft.text.applying([item["textEdit"]])
    #expect(text.contains("\n\(example.result)\n"), "\(text)")
  }

  @Test("in a policy's tables: owners, channels, the words of the column")
  func tables() throws {
    let head = "---\npolicy: draft\n---\n\n# A\n\n## Routes\n\n"
    let table = "| Severity | Owner | Channel | Within |\n|---|---|---|---|\n"
    let owners = try Self.labels(head + table + "| low | ‸", Self.policy)
    #expect(owners.contains("security"), "\(owners)")
    let channels = try Self.labels(
      head + table + "| a | b | smoke |  |\n| low | x | ‸", Self.policy)
    #expect(channels.contains("smoke") && channels.contains("phone"), "\(channels)")
    let levels = try Self.labels(head + table + "| ‸ |", Self.policy)
    #expect(levels.contains("critical"), "\(levels)")
  }

  @Test("in golden answers: items, owners, levels, channels, scenes")
  func goldenAnswers() throws {
    let uri = "file://\(SampleDrafts.drills)/escalation/lost-laptop.answers.md"
    let desk = try ServerDesk.begun()
    func labels(_ marked: String) throws -> [String] {
      let draft = try MarkedDraft(marked)
      desk.open(uri, draft.text)
      desk.work()
      return try desk.ask("textDocument/completion", draft.place(uri))["result"]["items"].list
        .compactMap { $0["label"].text }
    }
    #expect(try labels("## Run: a\n\n- ‸").contains("tell"))
    #expect(try labels("## Run: a\n\n- **tell** ‸") == ["escalate "])
    let words = try labels("## Run: a\n\n- **tell** escalate ‸")
    for word in ["security", "critical", "phone", "by "] {
      #expect(words.contains(word), "\(word) of \(words)")
    }
    #expect(try labels("## Run: a\n\nExpect: pass; scenes ‸").contains("Everybody at once"))
    #expect(try labels("## ‸") == ["Run: ", "Item: "])
    #expect(try labels("## Item: ‸").contains("tell"))
  }

  @Test("what is no drill is left alone")
  func other() throws {
    let uri = "file:///elsewhere/notes.md"
    #expect(try Self.labels("# Notes\n\n### ‸\n", uri).isEmpty)
    let desk = try ServerDesk.begun()
    desk.open(uri, "# Notes\n")
    #expect(desk.findings(uri).isEmpty)
    #expect(try desk.ask("textDocument/hover", LanguageClient.place(uri, 0, 0))["result"] == .null)
  }

  @Test("every setting that the language knows is offered, and what is offered can be read")
  func settings() {
    #expect(
      Set(ItemVerb.all.flatMap { $0.settings.map(\.name) }) == Set(SettingForm.all.map(\.name)))
    for form in SettingForm.all { #expect(SettingForm.setting(of: form.example) == form) }
    for form in SettingForm.marks { #expect(SettingForm.mark(of: form.example) == form) }
  }
}

extension String {
  /// The text after changes of stretches in it, places counted in UTF-16.
  func applying(_ edits: [JSON]) -> String {
    var document = OpenDocument(uri: "", path: "", version: nil, edition: 0, text: self)
    func position(_ json: JSON) -> LSPPosition {
      LSPPosition(line: json["line"].number ?? 0, character: json["character"].number ?? 0)
    }
    let sorted = edits.map { edit in
      (
        LSPRange(start: position(edit["range"]["start"]), end: position(edit["range"]["end"])),
        edit["newText"].text ?? ""
      )
    }.enumerated().sorted { a, b in
      let (first, second) = (a.element.0.start, b.element.0.start)
      return (first.line, first.character, a.offset) > (second.line, second.character, b.offset)
    }
    for (range, text) in sorted.map(\.element) { document.replace(range, with: text, .utf16) }
    return String(decoding: document.bytes, as: UTF8.self)
  }
}
