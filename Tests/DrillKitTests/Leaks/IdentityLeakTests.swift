// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Leaks: numbers and dates of persons")
struct IdentityLeakTests {
  // 219-09-9999 is a number that the Social Security Administration printed in a leaflet.
  @Test(
    "finds Social Security numbers",
    arguments: [
      "SSN ⟦219-09-9999⟧", "⟦219 09 9999⟧", "⟦219.09.9999⟧", "his SSN is ⟦219099999⟧.",
      "social security number: ⟦219099999⟧", "(⟦001-01-0001⟧)", "⟦899-99-9999⟧",
      "⟦123‑45‑6789⟧ and ⟦665-01-2345⟧", "ssn=⟦123-45-6789⟧;",
    ])
  func socialSecurity(marked: String) {
    expectLeaks(marked, as: .ssn)
  }

  @Test(
    "leaves alone what only looks like a Social Security number",
    arguments: [
      "000-12-3456", "666-12-3456", "900-12-3456", "123-00-4567", "123-45-0000", "123-45 6789",
      "123 45-6789", "219099999", "1-123-45-6789", "123-45-6789-1", "A123-45-6789",
      "123-45-67890", "12-345-6789", "123 45 6789 0000", "SSN 000123456", "123/45/6789",
    ])
  func notSocialSecurity(text: String) {
    expectLeaks(text, as: .ssn)
  }

  // 943 476 5919 and 943 476 5870 are examples in NHS documentation; 999 numbers
  // are kept for tests.
  @Test(
    "finds NHS numbers",
    arguments: [
      "NHS number ⟦943 476 5919⟧", "⟦943 476 5919⟧", "⟦943 476 5870⟧", "NHS no. ⟦9434765919⟧",
      "nhs: ⟦943-476-5919⟧", "patient ⟦9990000018⟧", "patients ⟦943 476 5919⟧ and ⟦943 476 5870⟧",
    ])
  func nhs(marked: String) {
    expectLeaks(marked, as: .nhsNumber)
  }

  @Test(
    "leaves alone what only looks like an NHS number",
    arguments: [
      "943 476 5918", "NHS number 9434765918", "9434765919", "order 9434765919", "NHS 0000000000",
      "943 476 5919 22", "X943 476 5919", "nhs 94347659190", "NHS 1111111111",
    ])
  func notNHS(text: String) {
    expectLeaks(text, as: .nhsNumber)
  }

  @Test(
    "finds dates of birth where the text says so",
    arguments: [
      "born ⟦12/03/1985⟧", "She was born on ⟦12 March 1985⟧ in Leeds.", "DOB: ⟦1985-03-12⟧",
      "D.O.B. ⟦12.03.85⟧", "date of birth ⟦March 12, 1985⟧",
      "Date of birth is ⟦12th of March 1985⟧",
      "dob ⟦03-12-1985⟧", "geboren am ⟦12. März 1985⟧", "geb. ⟦12.3.1985⟧",
      "Birthday: ⟦12-Mar-1985⟧",
      "⟦12/03/1985⟧ (date of birth)", "⟦12/03/1985⟧ is her birthday", "DOB ⟦19850312⟧",
      "date of birth\n⟦12/03/1985⟧", "née le, date de naissance : ⟦12 mars 1985⟧",
      "born ⟦12/03/1985⟧, hired 01/02/2010", "birth date (as given): ⟦Sept 3rd, 1990⟧",
    ])
  func birthDates(marked: String) {
    expectLeaks(marked, as: .birthDate)
  }

  @Test(
    "leaves other dates alone",
    arguments: [
      "The meeting is on 12/03/2024.", "due 2024-05-12", "born 32/13/1985", "born in 1985",
      "He was born in Leeds. The meeting is on 12/03/2024.", "hired 01/02/2010",
      "by 12 March 2024", "order 12/03/2024, date of birth to follow", "12/03/2024 at 10:30",
      "born 12/03-1985", "version 12.03.85",
    ])
  func otherDates(text: String) {
    expectLeaks(text, as: .birthDate)
  }
}
