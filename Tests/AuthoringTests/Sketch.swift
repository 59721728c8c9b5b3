// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

/// A drill from the Markdown below its title, without policies; anything wrong fails the test.
struct Sketch {
  let drills: [Drill]

  init(_ body: String, pass: Int = 80) throws {
    let text = """
      ---
      drill: 1
      id: sketch
      version: 1
      title: A sketch
      summary: A few questions.
      duty: service-failure
      moment: during
      level: 1
      competencies: [care]
      audience: [everybody]
      minutes: 5
      pass: \(pass)
      review-by: 2030-01-01
      ---

      # A sketch


      """
    let diagnostics = Diagnostics()
    drills = DrillReader.read(
      file: "sketch.md", bytes: Array((text + body + "\n").utf8), diagnostics: diagnostics)
    try #require(!diagnostics.hasErrors && !drills.isEmpty, "\(diagnostics.sorted)")
  }

  /// The script of a variant.
  func script(variant: Int = 0) -> Script {
    Script(
      drill: drills[variant],
      policies: PolicyBook([], today: nil, diagnostics: Diagnostics()))
  }
}
