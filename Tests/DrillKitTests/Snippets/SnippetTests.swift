// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Snippets in the places of the lines that use them, and findings in the files that they are about.
@Suite("Snippets") struct SnippetTests {
  private static let head = "---\ndrill: 1\n---\n"
  private static let sheet = """
    # Sheets

    ## Version 1

    Old text.

    ## Version 2

    Facts:

    - Data: contact

    ```
    ## no heading
    Use: [no](snippets/use.md#x)
    ```

    ## Deep

    Text.

    ### Deeper

    ## Twice

    Use: [Again](sheet.md#version-1)

    ## Bare

    ## Linked

    See [passwords](../../Policies/data.md#passwords), [scene](#scene) and [web](https://a.md).
    """

  private func expand(
    _ body: String, file: String = "Drills/a/one.md",
    snippets: [String: String] = ["Drills/snippets/sheet.md": sheet]
  ) -> ComposedText {
    ComposedText.expanding(file: file, bytes: Array((Self.head + body).utf8)) {
      snippets[$0].map { Array($0.utf8) }
    }
  }

  private func body(_ text: ComposedText) -> String {
    String(String(decoding: text.bytes, as: UTF8.self).dropFirst(Self.head.count))
  }

  @Test(
    "a line that nearly uses a snippet is told, and used",
    arguments: [
      ("Uses: [Old](../snippets/sheet.md#version-1)", false),
      ("use: [Old](../snippets/sheet.md#version-1)", true),
      ("Use : [Old](../snippets/sheet.md#version-1).", false),
      ("Use [Old](../snippets/sheet.md#version-1)", false),
      ("**Use:** [Old](../snippets/sheet.md#version-1)", false),
    ])
  func nearly(_ line: String, isMended: Bool) {
    let text = expand("# One\n\n\(line)\n\nAfter.\n")
    #expect(body(text).contains("\n\nOld text.\n\nAfter."))
    #expect(text.findings.map { "\($0.place.line) \($0.rule.code)" } == ["6 D401"])
    #expect(
      text.findings.compactMap(\.fix).flatMap(\.lines)
        == (isMended ? ["Use: [Old](../snippets/sheet.md#version-1)"] : []))
  }

  @Test(
    "a sentence that names a snippet uses none",
    arguments: [
      "Used in [Old](../snippets/sheet.md#version-1).", "Use [it](policy.md#a).",
      "See [Old](../snippets/sheet.md#version-1).",
    ])
  func sentence(_ line: String) {
    let text = expand("# One\n\n\(line)\n")
    #expect(text.findings.isEmpty && body(text).contains(line))
  }

  @Test("a part is put in the place of its use, without the heading and the empty lines around it")
  func part() {
    let text = expand("# One\n\nUse: [Old](../snippets/sheet.md#version-1)\n\nAfter.\n")
    #expect(body(text) == "# One\n\nOld text.\n\nAfter.\n")
    #expect(text.findings == [])
  }

  @Test("code in a snippet is no heading and no use, and code in a drill is none either")
  func code() {
    let text = expand("Use: [New](../snippets/sheet.md#version-2)\n")
    #expect(
      body(text)
        == "Facts:\n\n- Data: contact\n\n```\n## no heading\nUse: [no](snippets/use.md#x)\n```\n")
    let fenced = "~~~\nUse: [New](../snippets/sheet.md#version-2)\n~~~\n"
    #expect(body(expand(fenced)) == fenced)
  }

  @Test("a drill without uses stays as it is, to the byte")
  func none() {
    for body in ["", "Text\r\n", "Use the phone.\n", "Use: the phone\n", "a Use: [x](y.md#z)\n"] {
      #expect(self.body(expand(body)) == body)
      #expect(expand(body).findings == [])
    }
    let broken: [UInt8] = [0xFF, 0x0A] + Array("Use: [x](snippets/y.md#z)\n".utf8)
    #expect(ComposedText.expanding(file: "a.md", bytes: broken) { _ in nil }.bytes == broken)
  }

  @Test("links to files lead on from the drill's folder")
  func links() {
    let text = expand(
      "Use: [Linked](snippets/sheet.md#linked)\n", file: "Drills/one.md")
    #expect(body(text).hasPrefix("See [passwords](../Policies/data.md#passwords)"))
    let deeper = expand(
      "Use: [Linked](../../snippets/sheet.md#linked)\n", file: "Drills/a/b/one.md")
    #expect(
      body(deeper)
        == "See [passwords](../../../Policies/data.md#passwords), [scene](#scene) and "
        + "[web](https://a.md).\n")
  }

  @Test(
    "what can't be used is said where it stands",
    arguments: [
      ("Use: [New](../snippets/sheet.md)", "D401", "Drills/a/one.md:4:1"),
      ("Use: [New](../sheet.md#version-2)", "D401", "Drills/a/one.md:4:1"),
      ("Use: [New](/snippets/sheet.md#version-2)", "D401", "Drills/a/one.md:4:1"),
      ("Use: [New](../snippets/sheet.md#version-2) and more", "D401", "Drills/a/one.md:4:1"),
      ("Use: [](../snippets/sheet.md#version-2)", "D401", "Drills/a/one.md:4:1"),
      ("Text\nUse: [New](../snippets/sheet.md#version-2)", "D401", "Drills/a/one.md:5:1"),
      ("Use: [New](../snippets/other.md#version-2)", "D402", "Drills/a/one.md:4:1"),
      ("Use: [New](../snippets/sheet.md#version-3)", "D402", "Drills/a/one.md:4:1"),
      ("Use: [New](../snippets/sheet.md#deep)", "D403", "Drills/snippets/sheet.md:22:1"),
      ("Use: [New](../snippets/sheet.md#twice)", "D403", "Drills/snippets/sheet.md:26:1"),
      ("Use: [New](../snippets/sheet.md#bare)", "D403", "Drills/snippets/sheet.md:28:1"),
    ])
  func mistakes(line: String, code: String, place: String) {
    let text = expand(line + "\n")
    #expect(text.findings.map { "\($0.rule.code) \($0.place)" } == ["\(code) \(place)"])
    #expect(text.hasErrors)
    #expect(!body(text).contains("Use:"))
  }

  @Test("a snippet that is no sound text is said so, in its own name")
  func hostile() {
    let text = ComposedText.expanding(
      file: "Drills/one.md", bytes: Array((Self.head + "Use: [a](snippets/b.md#c)\n").utf8)
    ) { _ in [0xFF, 0xFE] }
    #expect(
      text.findings.map { "\($0.rule.code) \($0.place)" } == [
        "D402 Drills/one.md:4:1", "S002 Drills/snippets/b.md:1:1",
      ])
  }

  @Test("no more uses are followed than are read")
  func bound() {
    let many = Array(repeating: "Use: [a](../snippets/sheet.md#version-1)\n", count: 70)
    let text = expand(many.joined(separator: "\n"))
    #expect(body(text).split(separator: "\n").count == ComposedText.maximumUses)
    #expect(text.findings.count == 70 - ComposedText.maximumUses)
  }

  @Test("findings and fixes are traced to their files, and fixes across two files are dropped")
  func traced() {
    let text = expand("# One\n\nUse: [New](../snippets/sheet.md#version-2)\n\nAfter.\n")
    func finding(_ line: Int, fix: Fix? = nil) -> Diagnostic {
      Diagnostic(
        .badLabel, at: Place(file: "Drills/a/one.md", line: line, column: 7), "x", fix: fix)
    }
    func places(_ line: Int, fix: Fix? = nil) -> [Diagnostic] {
      text.findings(with: [finding(line, fix: fix)])
    }
    #expect(places(4).map(\.place.description) == ["Drills/a/one.md:4:7"])
    #expect(places(6).map(\.place.description) == ["Drills/snippets/sheet.md:9:7"])
    #expect(places(8).map(\.place.description) == ["Drills/snippets/sheet.md:11:7"])
    #expect(places(15).map(\.place.description) == ["Drills/a/one.md:8:7"])
    let within = places(8, fix: Fix("f", firstLine: 8, lineCount: 1, lines: ["x"]))
    #expect(within.first?.fix == Fix("f", firstLine: 11, lineCount: 1, lines: ["x"]))
    #expect(places(5, fix: Fix("f", firstLine: 5, lineCount: 4, lines: [])).first?.fix == nil)
  }
}
