// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Names in an incident record")
struct IncidentNamesTests {
  private func names(_ roles: [String: String] = [:], happened: String = "") -> IncidentNames {
    var record = IncidentRecord()
    record.roles = roles
    record.happened = [happened]
    return IncidentNames(record, vocabulary: ["Shift lead", "IT operations"])
  }

  @Test(
    "what may be a name is found, with initials and turned round",
    arguments: [
      ("J. Okafor opened the mail.", ["J. Okafor"]),
      ("It was J.K. Okafor who rang.", ["J.K. Okafor"]),
      ("It was J. K. Okafor, again.", ["J. K. Okafor"]),
      ("It was J.-P. Okafor.", ["J.-P. Okafor"]),
      ("Jane M. Okafor opened it", ["Jane M. Okafor"]),
      ("The mail went to Okafor, J. and to nobody else.", ["Okafor, J."]),
      ("(Okafor, J.), who was on duty", ["Okafor, J."]),
      ("The desk told Okafor, J., at once", ["Okafor, J."]),
      ("OKAFOR, J. was on duty", ["OKAFOR, J."]),
      ("The desk told J. OKAFOR.", ["J. OKAFOR"]),
      ("Somebody told J. about it", ["J."]),
      ("The list of O'Brien, P. and Å. Lind", ["O'Brien, P.", "Å. Lind"]),
      ("Mira Stone rang", ["Mira Stone"]), ("The desk told Mira", ["Mira"]),
      // No names: short forms, ends of sentences, countries, words of the policies.
      ("IT was told by pager.", []), ("It was plan B. Then it rang.", []),
      ("U.K. residents, from 9 a.m. on", []), ("It was Shift lead J. who", []),
      ("At 22:50, in room J. Nobody rang.", []),
    ] as [(String, [String])])
  func found(text: String, expected: [String]) {
    #expect(names().found(in: text) == expected)
  }

  @Test(
    "a role stands for each form of a name",
    arguments: [
      "Jane Okafor", "J. Okafor", "Okafor, J.", "Okafor J.", "Okafor, Jane", "Okafor",
    ])
  func roles(form: String) {
    let told = names(["Jane Okafor": "security lead"]).withRoles("Then \(form) rang at noon.")
    #expect(told == "Then the security lead rang at noon.")
  }

  @Test(
    "a role in brackets behind a name with initials is taken",
    arguments: ["J. Okafor", "J. K. Okafor", "Okafor, J.", "Jane M. Okafor"])
  func brackets(name: String) {
    let text = "The desk told \(name) (security lead), who rang."
    let told = names(happened: text).withRoles(text)
    #expect(told == "The desk told the security lead, who rang.")
  }

  /// A record that names two people with their roles, and some without.
  private func known() -> IncidentNames {
    names(
      ["Jonas Meijer": "accounts", "Jean-Luc Vandenbroucke": "courier"],
      happened: "Sanne Claes rang, and so did Mr. Abdelkader El-Amrani and Ms. O'Brien.")
  }

  @Test(
    "a role stands for a name in capitals, with a title and with an ending",
    arguments: [
      ("MEIJER rang. JONAS too.", "The accounts colleague rang. The accounts colleague too."),
      ("It was Mr Meijer's bag.", "It was the accounts colleague's bag."),
      ("It was Jonas' call.", "It was the accounts colleague's call."),
      ("Jean-Luc’s call, and J.-L. Vandenbroucke's", "The courier’s call, and the courier's"),
      // Part of a longer name, which may be somebody else's.
      ("Then Sanne Meijer rang.", "Then Sanne Meijer rang."),
      ("It was K. Meijer.", "It was K. Meijer."), ("It was van Meijer.", "It was van Meijer."),
      ("It was Jonas.Meijer@example.com", "It was Jonas.Meijer@example.com"),
    ])
  func forms(text: String, told: String) {
    #expect(known().withRoles(text) == told)
  }

  @Test(
    "other forms of a name that the record holds, handles and numbers are found",
    arguments: [
      ("The bag of Meijers was red", ["Meijers"]), ("On chat jmeijer wrote", ["jmeijer"]),
      ("On chat j.meijer wrote", ["j.meijer"]), ("On chat @jonas wrote", ["@jonas"]),
      ("It was O'Brien, then D’Arcy", ["O'Brien", "D’Arcy"]),
      ("They brought El-Amrani in", ["El-Amrani"]), ("They asked CLAES.", ["CLAES"]),
      ("Call from 0470 12 34 56.", ["0470 12 34 56"]),
      ("Call +32 470 12 34 56, please", ["+32 470 12 34 56"]),
      ("Mail ana.duarte@example.com", ["ana.duarte@example.com"]),
      ("Then Jan van der Berg came", ["Jan van der Berg"]),
      ("and van der Berg left", ["van der Berg"]), ("It was Dr. Lind", ["Dr. Lind"]),
      ("The Data Protection Authority was told", []), ("At 22:50 on 05.03.2026, 4,200 guests", []),
    ] as [(String, [String])])
  func otherForms(text: String, expected: [String]) {
    #expect(known().found(in: text) == expected)
  }

  @Test("an authority has no role in brackets")
  func authority() {
    let names = names(happened: "We told the Data Protection Authority (web form) at ten.")
    #expect(names.withRoles("Data Protection Authority") == "Data Protection Authority")
  }

  @Test("a name of one person in two forms stands for the role, also with an ending")
  func twoForms() {
    let names = names(["Jane O'Brien": "porter", "J. O'Brien": "porter"])
    #expect(names.withRoles("J. O'Brien rang.") == "The porter rang.")
    #expect(
      names.withRoles("It was O'Brien’s list, and Jane's key.")
        == "It was the porter’s list, and the porter's key.")
  }

  @Test("a record with very many people is read in good time")
  func many() {
    var record = IncidentRecord()
    for number in 0..<IncidentRecord.maximumPeople {
      let name = "Ann\(Self.letters(number)) Bell\(Self.letters(number))"
      record.roles[name] = "clerk \(Self.letters(number))"
    }
    record.happened = (0..<5000).map { "Cal\(Self.letters($0)) Day\(Self.letters($0)) (porter)" }
    let start = ContinuousClock.now
    let names = IncidentNames(record, vocabulary: [])
    let text = "Bell\(Self.letters(7)) rang, and so did Day\(Self.letters(7)). "
    #expect(names.withRoles(text).hasPrefix("The clerk \(Self.letters(7)) rang, and so did Day"))
    for _ in 0..<200 { _ = names.withRoles(text + String(repeating: "It rang. ", count: 60)) }
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  /// A number in letters: names hold no digits.
  private static func letters(_ number: Int) -> String {
    String(
      "\(number)".map {
        "abcdefghij"[
          "abcdefghij".index("abcdefghij".startIndex, offsetBy: $0.wholeNumberValue ?? 0)]
      })
  }

  @Test("a form that two people bear stands for neither, and is found")
  func twoBearers() {
    let names = names(["Jane Okafor": "security lead", "John Okafor": "porter"])
    #expect(names.withRoles("J. Okafor rang John Okafor.") == "J. Okafor rang the porter.")
    #expect(names.found(in: "J. Okafor rang.") == ["J. Okafor"])
  }

  @Test(
    "people and their roles are read with initials",
    arguments: [
      "J. Okafor – security lead", "Okafor, J. – security lead", "Okafor, J., security lead",
      "J. Okafor, security lead", "Security lead: J. Okafor",
    ])
  func people(line: String) throws {
    let text = "# A day\n\n## People\n\n- \(line)\n\n## Timeline\n\n- 09:40 J. Okafor rang.\n"
    let source = try #require(
      SourceText(file: "record.md", bytes: Array(text.utf8), diagnostics: Diagnostics()))
    let record = IncidentRecordReader.read(source, today: CalendarDate(daysSinceEpoch: 20_600))
    #expect(record.roles.values.map { $0.lowercased() } == ["security lead"], "\(record.roles)")
    let told = IncidentNames(record, vocabulary: []).withRoles("J. Okafor rang.")
    #expect(told.lowercased() == "the security lead rang.")
  }
}
