// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Credit in basis points")
struct CreditTests {
  @Test(
    "rounds once, half to even",
    arguments: [
      (1, 3, 3333), (2, 3, 6667), (1, 8, 1250), (1, 16, 625), (1, 32, 312), (3, 32, 938),
      (5, 5, 10_000), (-1, 4, 0), (1, 0, 0),
    ])
  func rounds(numerator: Int, denominator: Int, basisPoints: Int) {
    #expect(Credit(numerator, of: denominator).rawValue == basisPoints)
  }

  @Test(
    "reads as a person writes it",
    arguments: [(10_000, "100"), (6667, "66.67"), (3330, "33.3"), (5, "0.05")])
  func percent(basisPoints: Int, text: String) {
    #expect(Credit(clamping: basisPoints).percent == text)
  }
}
