// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Structure that was meant")
struct MeantStructureTests {
  @Test(
    "after the fixes nothing is left of what they mend",
    arguments: LanguageCase.meant + LanguageCase.clothes)
  func mended(_ example: LanguageCase) throws {
    let before = try example.drill.diagnostics()
    guard !before.isEmpty, before.allSatisfy({ $0.fix != nil }) else { return }
    let after = try example.drill.mended()
    let left = try after.diagnostics()
    #expect(left == [], "\(left.map(\.description))\n\(after.text)")
  }

  /// What stands in a drill, and what the fixes make of it.
  private static let fixes: [(String, String)] = [
    ("_id: first; 2 points", "_id: first; 2 points_"), ("**id: first**", "_id: first_"),
    ("id: first ;2 points_", "_id: first; 2 points_"),
    ("_when score is at least 0", "_when score is at least 0_"),
    ("Hint (-25%) Look up.", "Hint (-25%): Look up."), ("Hint – look up.", "Hint: look up."),
  ]

  @Test("a line is written as it was meant", arguments: fixes.indices)
  func written(_ index: Int) throws {
    let (before, after) = Self.fixes[index]
    let mended = try DrillText(DrillText.asked("\(before)\n\n" + LanguageCase.answers)).mended()
    #expect(
      mended.text == DrillText(DrillText.asked("\(after)\n\n" + LanguageCase.answers)).text)
  }

  @Test("a hint is not moved over a setting line that lacks its underscore")
  func hint() throws {
    let text = "_id: first; 2 points\n\nHint: Look up.\n\n" + LanguageCase.answers
    let found = try DrillText(DrillText.asked(text)).diagnostics()
    #expect(found.map(\.rule.code) == ["D109"])
    #expect(found.first?.fix?.lines == ["_id: first; 2 points_"])
  }

  @Test("a word is not put in the place of another", arguments: ["if", "_if", "If"])
  func words(_ word: String) throws {
    let text = "\(word) failed [first](#opening)_\n\nAgain.\n\n" + DrillText.item("second")
    let found = try DrillText(DrillText.sound("\n## Later\n\n" + text)).diagnostics()
    #expect(found.map(\.rule.code) == ["D109"])
    #expect(found.allSatisfy { $0.fix == nil && $0.message.contains("“_when …_”") })
  }

  @Test("the steps of a list that fell apart are steps, and the fix writes its numbers on")
  func steps() throws {
    let order = "# A test\n\n## Opening\n\n### Order: How?\n\n"
    let drill = DrillText(
      order + "1. Hide it.\n   > One.\n- Look.\n  > Two.\n- Go.\n3. Report.\n   > Three.\n")
    let mended = try drill.mended()
    #expect(
      mended.text.contains("1. Hide it.\n   > One.\n2. Look.\n   > Two.\n3. Go.\n4. Report.\n"))
  }

  @Test("a list is numbered anew where its numbers never go down, and what is below goes with them")
  func numbers() throws {
    let lines = { (numbers: [Int], indents: [Int]) in
      zip(numbers, indents).map { number, indent in
        let space = String(repeating: " ", count: indent)
        return "\(number). [x] **Robin:** No \(indent).\n\(space)> Why.\n\n\(space)> And so."
      }.joined(separator: "\n")
    }
    let spot = "# A test\n\n## Opening\n\n### Spot: When?\n\n"
    let nine = Array(1...9)
    let cases: [(typed: [Int], mended: [Int]?)] = [
      ([1, 2, 2, 3], [1, 2, 3, 4]), ([1, 2, 3, 5], [1, 2, 3, 4]), ([2, 3], [1, 2]),
      (nine + [9], nine + [10]), ([1, 1, 1], nil), ([1, 3, 2], nil),
    ]
    for (typed, numbers) in cases {
      let threes = typed.map { _ in 3 }
      let drill = DrillText(spot + lines(typed, threes) + "\n")
      let after = numbers.map { numbers in
        lines(numbers, numbers.map { $0 > 9 ? 4 : 3 }).replacing("No 4", with: "No 3")
      }
      let wanted = DrillText(spot + (after ?? lines(typed, threes)) + "\n")
      #expect(try drill.mended().text == wanted.text, "\(typed)")
    }
  }

  @Test("a drill that is played is read as it was when the attempt began")
  func played() throws {
    let text = DrillText(DrillText.asked("id: first\n\n" + LanguageCase.answers)).text
    let drill = try #require(
      DrillReader.read(
        file: DrillText.file, bytes: Array(text.utf8), variant: 0, diagnostics: Diagnostics()))
    #expect(drill.scenes.first?.items.first?.id == "opening.1")
  }
}
