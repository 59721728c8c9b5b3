// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// What kinds of items keep in a translation: cells that the program reads, values, speakers.
@Suite("Keys of items in translations") struct TranslatedKeysTests {
  /// A drill of one item, and its translation.
  private func items(_ item: String, _ german: String) throws -> [String] {
    let cut = { (text: String, at: String) in
      String(text[..<(text.firstRange(of: at)?.lowerBound ?? text.endIndex)])
    }
    let original =
      cut(TranslationSample.original, "Facts:").replacing("defaults:\n  points: 2\n", with: "")
      + "## One\n\n" + item
    return try TranslationSample.findings(
      cut(TranslationSample.german, "Es ist") + "## Eins\n\n" + german, original
    ).map {
      String($0.prefix(4))
    }
  }

  @Test(
    "a table's keys stay, however they are left out or added",
    arguments: [
      ("no; (fail) yes", "nein; (fail) ja", []), ("no; (fail) yes", "nein; ja", ["D414"]),
      ("19:42 ± 3 min", "19:42 ± 3 min", []), ("19:42 ± 3 min", "", []),
      ("19:42 ± 3 min", "19:42 ± 5 min", ["D414"]), ("gate four", "any", ["D414"]),
      ("gate four", "Tor vier; Tor 4", []), ("gate four", "", ["D413"]), ("3318", "", []),
      ("3318", "3319", ["D414"]), ("19:42; before noon", "19:42; 20:00 to 23:00", ["D414"]),
    ])
  func record(accept: String, german: String, codes: [String]) throws {
    let table = { (question: String, cell: String) in
      "### Record: \(question)\n\n| Field | Accept | Why |\n|---|---|---|\n| F | \(cell) | W. |\n"
        + "| G | x | W. |\n"
    }
    #expect(try items(table("What?", accept), table("Was?", german)) == codes)
  }

  @Test(
    "values that are told apart stay apart",
    arguments: [
      (["Yes", "No"], ["Ja", "Nein"], []), (["Yes", "No"], ["Ja", "Ja"], ["D414"]),
      (["Yes", "Yes"], ["Ja", "Nein"], ["D414"]), (["A; B", "B"], ["C; D", "D"], []),
      (["A; B", "B"], ["C + D", "D"], ["D414"]), (["A + B", "B"], ["C + D", "D"], []),
    ])
  func match(values: [String], german: [String], codes: [String]) throws {
    let table = { (question: String, cells: [String]) in
      "### Match: \(question)\n\n| What | Which | Why |\n|---|---|---|\n| one | \(cells[0]) | W. |\n"
        + "| two | \(cells[1]) | W. |\n| three | Z | W. |\n"
    }
    #expect(try items(table("What?", values), table("Was?", german)) == codes)
  }

  @Test("whoever is watched is watched under the translated name")
  func watched() throws {
    let spot = { (question: String, settings: String, name: String, other: String, box: Bool) in
      "### Spot: \(question)\n\n\(settings)1. **\(other):** One of it.\n2. \(box ? "[ ] " : "")**\(name):** "
        + "Two of it.\n   > No.\n3. \(box ? "[x] " : "")**\(name):** Three of it.\n   > No.\n"
    }
    #expect(
      try items(
        spot("What?", "_watch: Robin_\n\n", "Robin", "Guest", true),
        spot("Was?", "", "Karin", "Gast", false)
          .replacing("of it", with: "davon").replacing("> No.", with: "> Nein.")) == [])
  }

  @Test(
    "a Spot whose lines are not those of a later original can be tried, with the original's lines",
    arguments: [
      "1. [x] **Gast:** Eins.\n   > Nein.\n2. **Theo:** Zwei.\n3. [ ] **Theo:** Drei.\n   > Nein.\n",
      "1. **Gast:** Eins.\n2. **Theo:** Zwei.\n   > Nein.\n",
    ])
  func staleWatched(lines: String) throws {
    let cut = { (text: String, at: String) in
      String(text[..<(text.firstRange(of: at)?.lowerBound ?? text.endIndex)])
    }
    let original =
      cut(TranslationSample.original, "Facts:").replacing("version: 3", with: "version: 4")
      + "## One\n\n### Spot: Which?\n\n_watch: Tayo_\n\n1. **Guest:** One.\n2. [ ] **Tayo:** Two.\n"
      + "   > No.\n3. [x] **Tayo:** Three.\n   > No.\n"
    let text = TranslationSample.join(
      cut(TranslationSample.german, "Es ist") + "## Eins\n\n### Spot: Was?\n\n" + lines, original)
    #expect(text.findings.allSatisfy { $0.rule.code == "D412" } && text.findings.count > 1)
    let found = Diagnostics()
    let drills = DrillReader.read(file: text.file, bytes: text.bytes, diagnostics: found)
    #expect(found.sorted.filter { $0.rule.severity == .error } == [])
    #expect(drills.first?.scenes.first?.items.count == 1)
  }
}
