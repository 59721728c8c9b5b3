// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Decimal numbers and estimates")
struct DecimalNumberTests {
  @Test(
    "reads numbers as people write them",
    arguments: [
      ("14", "14"), ("14.5", "14.5"), ("14,5", "14.5"), ("14.50", "14.5"), ("1 000", "1000"),
      ("1,000", "1000"), ("1.000", "1000"), ("1'000", "1000"), ("1.000,50", "1000.5"),
      ("1,000.50", "1000.5"), ("-0.5", "-0.5"), ("−0,5", "-0.5"), ("+3", "3"), ("0.125", "0.125"),
      ("0", "0"), ("-0", "0"), ("007", "7"), (" 12 ", "12"), ("0.05", "0.05"), ("١٤", "14"),
      ("999999999999999", "999999999999999"), ("10", "10"), ("100.00", "100"),
    ])
  func reads(text: String, written: String) throws {
    let number = try #require(DecimalNumber(text))
    #expect(number.description == written)
    #expect(DecimalNumber(number.description) == number)
  }

  @Test(
    "refuses what is none",
    arguments: [
      "", " ", "-", "x", "1x", "1.2.3", "1,2,3", "10 00", "1..5", ".5", "5.", "1 0000", "--1",
      "1000000000000000", "0.1234567", "1e5", "99999999999999999999999999999999",
    ])
  func refuses(text: String) {
    #expect(DecimalNumber(text) == nil)
  }

  @Test("compares and reckons exactly")
  func reckons() throws {
    let tenth = try #require(DecimalNumber("0.1"))
    let fifth = try #require(DecimalNumber("0.2"))
    #expect(tenth.adding(fifth) == DecimalNumber("0.3"))
    #expect(tenth.subtracting(fifth) == DecimalNumber("-0.1"))
    #expect(tenth.multiplied(by: fifth) == DecimalNumber("0.02"))
    #expect(tenth < fifth && tenth.negated < .zero && DecimalNumber(2) > fifth)
    #expect(tenth.negated.size == tenth)
    let largest = DecimalNumber(Int.max)
    #expect(largest.description == "999999999999999")
    #expect(largest.adding(DecimalNumber(1)) == nil && largest.multiplied(by: largest) == nil)
    #expect(DecimalNumber(Int.min) == largest.negated)
    #expect(DecimalNumber(mantissa: 1_000_000, scale: 12) == DecimalNumber("0.000001"))
  }

  @Test(
    "an estimate earns all inside the tolerance and nothing at three times it",
    arguments: [
      ("14", "1", "1", "14", 10_000), ("14", "1", "1", "15", 10_000),
      ("14", "1", "1", "13", 10_000),
      ("14", "1", "1", "16", 5000), ("14", "1", "1", "16,5", 2500), ("14", "1", "1", "17", 0),
      ("14", "1", "1", "11", 0), ("14", "1", "1", "900", 0), ("14", "0", "2", "13", 0),
      ("14", "0", "2", "16", 10_000), ("14", "0", "2", "18", 5000), ("14", "0", "0", "14", 10_000),
      ("0.3", "0.1", "0.1", "0.4", 10_000), ("-5", "1", "1", "-7", 5000),
      ("1", "3", "3", "5", 8333),
    ])
  func estimate(
    answer: String, below: String, above: String, response: String, basisPoints: Int
  ) throws {
    let estimate = Estimate(
      answer: try #require(DecimalNumber(answer)),
      tolerance: .range(
        below: try #require(DecimalNumber(below)), above: try #require(DecimalNumber(above))))
    let response = try #require(DecimalNumber(response))
    #expect(estimate.share(of: response).credit.rawValue == basisPoints)
  }

  @Test(
    "a tolerance in per cent is a part of the answer",
    arguments: [
      ("200", "5", "210", 10_000), ("200", "5", "220", 5000), ("200", "5", "230", 0),
      ("200", "2.5", "205", 10_000), ("-200", "5", "-190", 10_000), ("0", "5", "0", 10_000),
      ("0", "5", "1", 0), ("999999999999999", "1000", "-999999999999999", 10_000),
      ("0.000001", "0.000001", "999999999999999", 0),
      ("999999999999999", "0.000001", "999999999999998", 10_000),
    ])
  func percent(answer: String, percent: String, response: String, basisPoints: Int) throws {
    let estimate = Estimate(
      answer: try #require(DecimalNumber(answer)),
      tolerance: .percent(try #require(DecimalNumber(percent))))
    let response = try #require(DecimalNumber(response))
    #expect(estimate.share(of: response).credit.rawValue == basisPoints)
  }
}
