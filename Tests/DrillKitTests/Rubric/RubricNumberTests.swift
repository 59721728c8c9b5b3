// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Rubric: numbers and sentences")
struct RubricNumberTests {
  @Test(
    "a number is the same however it is written",
    arguments: [
      RubricCase("1000", "about 1 000 records", "1 000"),
      RubricCase("1000", "about 1,000 records", "1,000"),
      RubricCase("1,000", "about 1\u{202F}000 records", "1\u{202F}000"),
      RubricCase("1000", "about 1.000 records", "1.000"),
      RubricCase("1000", "about 1’000 records", "1’000"),
      RubricCase("1 000 000", "1,000,000 of them", "1,000,000"),
      RubricCase("1000.5", "it was 1.000,50 in all", "1.000,50"),
      RubricCase("14.5", "after 14,5 minutes", "14,5"),
      RubricCase("14,5", "after 14.50.", "14.50"),
      RubricCase("0.125", "0,125 exactly", "0,125"),
      RubricCase("125", "0,125 exactly"),
      RubricCase("100", "about 1 000 records"),
      RubricCase("1000", "from 1 to 000"),
      RubricCase("2", "answer 1,2,3 now", "2"),
      RubricCase("2.5", "about 1.5,2.5 or so", "2.5"),
      RubricCase("10.12.2024", "on 10.12.2024.", "10.12.2024"),
      RubricCase("0049", "dial 49"),
      RubricCase("9:05", "call at 09:05.", "09:05"),
      RubricCase("10 min", "in 10min", "10min"),
      RubricCase("15", "room ١٥", "١٥"),
      RubricCase("5 %", "5% off", "5%"),
      RubricCase("5%", "5 per cent off", "5 per cent"),
      RubricCase("5%", "5 percent off", "5 percent"),
    ])
  func numbers(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "an amount is the same with its currency before or after",
    arguments: [
      RubricCase("25 EUR", "we give €25 back", "€25"),
      RubricCase("€25", "we give 25 euros back", "25 euros"),
      RubricCase("€25", "we give EUR 25.00 back", "EUR 25.00"),
      RubricCase("25 EUR", "we give EUR25 back", "EUR25"),
      RubricCase("25 €", "we give 25eur back", "25eur"),
      RubricCase("£1,000", "1000 pounds", "1000 pounds"),
      RubricCase("$5", "5 USD", "5 USD"),
      RubricCase("€25", "£25"),
      RubricCase("30 days", "20 EUR 30 days later", "30 days"),
      RubricCase("refund €25", "we refund EUR 25", "refund EUR 25"),
    ])
  func amounts(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "a plus joins what stands in one sentence",
    arguments: [
      RubricCase("send + code", "Send me the code.", "Send … code"),
      RubricCase("send + code", "The code? I send it."),
      RubricCase("send + code", "Send it. The code is 5."),
      RubricCase("send + code", "Send it\nthe code is 5"),
      RubricCase("send + code", "Send it! Code"),
      RubricCase("send + code", "The code you must send.", "code … send"),
      RubricCase("send + code", "Send 3.5 copies of the code", "Send … code"),
      RubricCase("send + code", "Send, e.g. today, the code", "Send … code"),
      RubricCase("send + code", "Send Mr. Lee the code", "Send … code"),
      RubricCase("send + code", "Send J. Lee the code", "Send … code"),
      RubricCase("send + code", "Send No. 5 the code", "Send … code"),
      RubricCase("send + code", "Can I send it? No. Code"),
      RubricCase("send + code", "So do I send it.The code"),
      RubricCase("send + code", "Send to desk@example.com the code", "Send … code"),
      RubricCase("send + code", "Send it at 5 p.m. The code"),
      RubricCase("send + code", "Send it at 5 p.m. with the code", "Send … code"),
      RubricCase("call back + 1 hour", "Within 1 hour we call back", "1 hour … call back"),
      RubricCase("schick* + code", "Schicken Sie am 1. Juni den Code", "Schicken … Code", in: "de"),
      RubricCase("schick* + code", "Schicken Sie z.B. heute den Code", "Schicken … Code", in: "de"),
      RubricCase("two words", "the two. Words"),
    ])
  func sentences(_ example: RubricCase) throws { try example.expect() }
}
