// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@Suite("A moment in UTC")
struct InstantTests {
  /// Seconds from GNU date (`date -u -d … +%s`).
  @Test(
    "is written and read as ISO 8601",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (1_709_251_199_999, "2024-02-29T23:59:59.999Z"),
      (1_709_251_200_000, "2024-03-01T00:00:00.000Z"),
      (1_795_348_980_007, "2026-11-22T12:03:00.007Z"),
      (-2_203_891_200_000, "1900-03-01T00:00:00.000Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func form(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).description == text)
    #expect(Instant(text)?.milliseconds == milliseconds)
  }

  @Test(
    "any other text is none",
    arguments: [
      "", "2026-11-22", "2026-11-22T12:03:00Z", "2026-11-22T12:03:00.007",
      "2026-11-22T12:03:00.007z", "2026-11-22 12:03:00.007Z", "2026-11-31T12:03:00.000Z",
      "2023-02-29T12:03:00.000Z", "1900-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z",
      "2026-00-01T00:00:00.000Z", "2026-11-22T24:00:00.000Z", "2026-11-22T12:60:00.000Z",
      "2026-11-22T12:03:60.000Z", "2026-11-22T12:03:00.00+0", "2026-11-22T+2:03:00.000Z",
      "2026-11-22T12:03:00,007Z", "2026-11-22T12.03:00.007Z", " 2026-11-22T12:03:00.07Z",
      "２026-11-22T12:03:00.00Z", "2026-11-22T12:03:00.000+00:00",
    ])
  func others(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test("every day of four centuries comes back")
  func round() {
    let day: Int64 = 86_400_000
    for number in stride(from: Int64(-73_000), through: 73_000, by: 1) {
      let instant = Instant(milliseconds: number * day + 45_296_789)
      #expect(Instant(instant.description) == instant)
      #expect(instant.description.hasSuffix("T12:34:56.789Z"))
    }
  }

  @Test(
    "what four digits can't say is the nearest that they can",
    arguments: [
      (Int64.min, "0001-01-01T00:00:00.000Z"), (-62_135_596_800_001, "0001-01-01T00:00:00.000Z"),
      (253_402_300_800_000, "9999-12-31T23:59:59.999Z"), (.max, "9999-12-31T23:59:59.999Z"),
    ])
  func ends(milliseconds: Int64, text: String) {
    let instant = Instant(milliseconds: milliseconds)
    #expect(instant.description == text)
    #expect(Instant(text) == instant)
  }

  @Test("orders, and counts whole seconds, never backwards")
  func seconds() {
    let early = Instant(milliseconds: 1_000), late = Instant(milliseconds: 3_999)
    #expect(early < late && late.seconds(since: early) == 2 && early.seconds(since: late) == 0)
  }
}
