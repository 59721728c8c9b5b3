// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("What becomes of each line of an incident record")
struct IncidentRecordTests {
  private func drill(_ record: String, policies: PolicyBook = PolicyBook()) throws -> IncidentDrill
  {
    let source = try #require(
      SourceText(file: "record.md", bytes: Array(record.utf8), diagnostics: Diagnostics()))
    return try #require(
      IncidentDrill(
        source, policies: policies, today: CalendarDate(daysSinceEpoch: 20_600)))
  }

  private func text(_ parts: String...) throws -> String {
    try drill(parts.joined(separator: "\n\n")).text
  }

  @Test("each line is in the draft, or named with its place")
  func nothingLost() throws {
    let drill = try drill(Self.long)
    for number in 1...24 {
      let word = "mark\(number)x"
      let line =
        Self.long.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains(word) } ?? 0
      // A code block is named at the line that opens it.
      let isNamed = drill.leftOut.contains {
        (line...(line + 1)).contains($0.line) && $0.words.contains(word)
      }
      #expect(drill.text.contains(word) || isNamed, "\(word): \(drill.leftOut)")
    }
  }

  /// Words in every part and form of a record.
  private static let long = """
    # A tape

    It was mark1x.

    ```
    mark2x
    ```

    <div>mark3x</div>

    ## People

    - mark4x of the desk
    - Jonas Meijer (accounts)

    | Name | Role | Phone |
    |---|---|---|
    | Mira Stone | porter | mark5x |
    | mark6x | porter | |

    ## Timeline

    - 22:40 The mark7x rang.

    ### The mark8x

    - The mark9x was off.

      | mark10x | b |
      |---|---|
      | mark11x | c |

    | When | What | Who |
    |---|---|---|
    | 22:50 | mark12x | mark13x |

    ## Who was told when

    | When | Who | How |
    |---|---|---|
    | 22:55 | mark14x | mark15x |

    ## Data

    - Bookings of mark16x

    ## What was done

    - The mark17x was closed.
    - The mark18x was opened.

    ## Lessons

    - Learn mark19x.
    """
    + (1...20).map { "\n- Lesson \($0)" }.joined() + "\n- And mark20x.\n\n"
      + """
      ## Cost

      mark21x euros

      - 23:40 The mark22x was paid.

      ## Summary

      """ + String(repeating: "word ", count: 119) + " is mark23x and more.\n\n> So mark24x said.\n"

  @Test("a record of a very long title is read in good time")
  func longTitle() throws {
    let start = ContinuousClock.now
    let drill = try drill(
      "# " + String(repeating: "Tape ", count: 1_000) + "\n\n## Timeline\n\n- 22:40 It rang.\n")
    #expect(drill.leftOut.map(\.line) == [1, 1])
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test("who was told, and how, is a sentence that holds no header")
  func told() throws {
    let table = """
      ## Who was told when

      | When | Who | How |
      |---|---|---|
      | 22:55 | Data Protection Authority | web form |
      """
    let told = try text("# A tape", table)
    #expect(told.contains("## Told Data Protection Authority by web form\n"), "\(told)")
    #expect(told.contains("Told Data Protection Authority, by web form\n"), "\(told)")
    #expect(!told.contains("may be people"), "\(told)")
  }

  @Test(
    "lines without a day have the day that the story tells of, or the latest that they can have",
    arguments: [
      ("On 3 March 2026 it was lost.", ["2026-03-03 22:55", "2026-03-05 09:40"]),
      ("It was lost.", ["2026-03-04 22:55", "2026-03-05 09:40"]),
      ("Written on 9 April 2026.", ["2026-03-04 22:55", "2026-03-05 09:40"]),
    ])
  func days(story: String, expected: [String]) throws {
    let told = try text(
      "# A tape", "## Timeline", "- 22:40 It was dark.\n- 22:55 The desk told security.",
      "## Who was told when", "- 2026-03-05 09:40 the regulator", "## Summary", story)
    let days = told.split(separator: "\n").filter { $0.hasPrefix("- Now: ") }.dropFirst()
      .map { String($0.dropFirst(7)) }
    #expect(days == expected, "\(told)")
    #expect(told.contains("TODO: lines of the timeline name no day; the facts say"))
  }

  @Test("a timeline without any day has the one that the story tells of, and it is marked")
  func toldDay() throws {
    let told = try text(
      "# A tape", "On Tuesday 3 March 2026 it was lost.", "## Timeline", "- 22:40 It rang.")
    #expect(told.contains("- Now: 2026-03-03 22:40\n"), "\(told)")
    #expect(told.contains("TODO: lines of the timeline name no day"))
    #expect(!told.contains("Monday"))
  }
}
