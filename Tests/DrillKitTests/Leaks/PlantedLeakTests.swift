// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Leaks: planted values")
struct PlantedLeakTests {
  private let detector = LeakDetector(planted: [
    PlantedValue(text: "Jane Doe", label: "name"),
    PlantedValue(text: "José Ångström", label: "name"),
    PlantedValue(text: "12345678", label: "account number"),
    PlantedValue(text: "L8988901C", label: "passport number"),
    PlantedValue(text: "4111 1111 1111 1111", label: "payment card"),
    PlantedValue(text: "9041", label: "PIN"),
    PlantedValue(text: "14 Acacia Avenue", label: "address"),
    PlantedValue(text: "  ", label: "nothing"),
    PlantedValue(text: "£3,400", label: "salary"),
  ])

  @Test(
    "finds values as planted, in other case, spaced, dashed and in groups",
    arguments: [
      "⟦Jane Doe⟧ called", "⟦JANE DOE⟧", "⟦jane  doe⟧", "⟦Jane-Doe⟧'s file", "⟦janedoe⟧",
      "⟦J a n e D o e⟧", "⟦J-A-N-E D-O-E⟧", "Jane is here, Doe is not", "Jane Doey", "MaryJane Doe",
      "⟦José Ångström⟧", "⟦jose\u{301} a\u{30A}ngstro\u{308}m⟧", "Jose Angstrom",
      "⟦JOSÉ ÅNGSTRÖM⟧!",
      "⟦12345678⟧", "⟦1234 5678⟧", "⟦12-34-56-78⟧", "⟦1234.5678⟧", "⟦1 2 3 4 5 6 7 8⟧", "123456789",
      "0123 45678", "⟦1234 - 5678⟧", "a12345678", "⟦１２３４５６７８⟧", "⟦1234\u{AD}5678⟧",
      "⟦l8988901c⟧", "⟦L 8988 901 C⟧", "⟦L8988901C⟧.", "L8988901CX", "⟦4111111111111111⟧",
      "⟦4111-1111-1111-1111⟧", "⟦9041⟧", "⟦9 0 4 1⟧", "9041.50 euros", "19041",
      "⟦14 acacia avenue⟧, Leeds", "a ⟦£3,400⟧ rise", "⟦£3400⟧", "⟦Jane\nDoe⟧",
      "⟦Jane Doe⟧, ⟦12345678⟧",
    ])
  func forms(marked: String) {
    expectLeaks(marked, as: .planted, detector: detector)
  }

  @Test("names the value in the reason")
  func reason() {
    let found = detector.scan("It was jane doe.")
    #expect(found.map(\.reason) == ["In this scenario it is data of the kind “name”."])
  }

  @Test("takes the longer of two values")
  func longest() {
    let detector = LeakDetector(planted: [
      PlantedValue(text: "Jane", label: "first name"),
      PlantedValue(text: "Jane Doe", label: "name"),
    ])
    #expect(detector.scan("Jane Doe and Jane").map(\.range) == [0..<8, 13..<17])
  }

  @Test("leaves the rest of a longer leak a leak")
  func remainder() {
    let detector = LeakDetector(planted: [PlantedValue(text: "Jane", label: "name")])
    let found = detector.scan("jane@example.com")
    #expect(found.map(\.range) == [0..<4, 4..<16])
    #expect(found.map(\.kind) == [.planted, .email])
    let password = detector.scan("password: Jane2024!x")
    #expect(password.map(\.kind) == [.secret])
  }
}
