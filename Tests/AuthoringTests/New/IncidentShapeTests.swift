// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("The shape of a drill that is begun from an incident record")
struct IncidentShapeTests {
  private static let today = CalendarDate(daysSinceEpoch: 20_783)

  private func drill(_ parts: String...) throws -> IncidentDrill {
    let drill = try #require(
      try IncidentDraft.drill(parts.joined(separator: "\n\n"), on: Self.today))
    let errors = IncidentDraft.findings(drill, on: Self.today)
      .filter { $0.rule.severity == .error }
    #expect(errors.isEmpty, "\(errors)\n\(drill.text)")
    return drill
  }

  private func heads(_ drill: IncidentDrill) -> [String] {
    drill.text.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix("## ") || $0.hasPrefix("### ")
    }
  }

  private static let heating = """
    # INC-2026-0418 Heating failure at the tower — and the tenants' list that went to the wrong people

    Author: Priya Raman (facilities duty lead), written 18 Nov 2026

    ## What happened

    On Tuesday 17 November 2026 a list of 214 tenants was sent by Tom Okafor (building operations) to the wrong distribution list.

    ## Timeline

    | Time | What | Who |
    |---|---|---|
    | 05:40 | Alarm ignored as "nuisance alarm" | night porter (Dieter) |
    | 06:15 | First tenant calls, 14 degrees | Sara Lindholm, front desk |
    | 06:50 | Mail with the list sent | Tom Okafor |
    | 07:10 | Tom recalls the mail | T. Okafor |
    | 07:30 | Tom tells his supervisor by chat | Tom -> Priya |
    | 09:45 | Security desk told | Priya -> security |
    | 11:20 | Journalist calls the front desk. Sara says "yes we know, it is being dealt with" | Sara |
    | 11:30 | The sheet is closed | |
    | 11:40 | The room is closed | |
    | 11:50 | The gate is closed | |
    | 12:00 | The lift is closed | |
    | 14:30 | Portable heaters for Dieter | vendor |
    | 19.11. 16:00 | Supervisory authority notified | M. Osei |

    ## Data

    Names and health notes of 214 EU residents, unprotected.

    ## Who was told when

    - Security: 17 Nov, 09:45, by phone (should have been 07:05!)
    - Authority: 19 November 2026, 16:00

    ## What we told tenants

    "Dear tenants, we're aware of a heating issue. Sorry for any inconvenience." (Sent 08:00)

    """

  @Test("scenes hold few lines, no question twice, and end where time jumps")
  func shape() throws {
    let drill = try drill(Self.heating)
    #expect(
      heads(drill) == [
        "## Alarm ignored as nuisance alarm", "### Choose: What do you do now?",
        "## First tenant calls 14 degrees", "### Choose: What do you do now?",
        "## The building operations colleague tells his supervisor",
        "### Classify: How severe is it?", "### Escalate: Whom do you tell?",
        "## What we told tenants", "### Reply: What do you write?",
        "## Security desk told", "### Choose: What do you do now?",
        "## Journalist calls the front desk", "### Reply: What do you write?",
        "## The sheet is closed", "## Portable heaters for the night porter",
        "## Supervisory authority notified",
        "### Notify: Which clocks run?", "## End",
      ], "\(heads(drill))")
    #expect(drill.text.contains("- Now: 2026-11-19 16:00\n"))
    #expect(drill.text.contains("Security desk told (should have been 07:05!) – "))
    #expect(drill.text.contains("- Incident: misdirected message\n"))
    #expect(
      drill.text.contains("the facts say 2026-11-17, a day that was read in line 7 of the record."))
  }

  @Test("id and title end where a word and a clause end, and what is cut off is named")
  func title() throws {
    let drill = try drill(Self.heating)
    #expect(drill.id == "inc-2026-0418-heating-failure-at-the")
    #expect(drill.text.contains("\n# INC-2026-0418 Heating failure at the tower\n"))
    #expect(
      drill.leftOut.contains {
        $0.line == 1 && $0.words.hasPrefix("“and the tenants' list that went to the")
      })
  }

  @Test("roles stand for names in brackets behind them, and no role for a name is listed")
  func roles() throws {
    let drill = try drill(Self.heating)
    for name in ["Dieter", "Sara", "Lindholm", "Okafor", "Tom ", "Priya"] {
      #expect(!drill.text.contains(name), "\(name)")
    }
    #expect(drill.text.contains("“nuisance alarm”") || drill.text.contains("night porter"))
    #expect(drill.text.contains("the building operations colleague -> the facilities duty lead"))
    #expect(!drill.text.contains("\\>"))
    let marked = drill.tasks.filter { $0.words.contains("may be people") }.map(\.words)
    #expect(marked.allSatisfy { $0.contains("M. Osei") }, Comment(rawValue: marked.joined()))
  }

  @Test(
    "what was said to customers or in public is answered anew, whatever the heading calls them",
    arguments: [
      "What we told tenants", "Message to customers", "Statement to the press",
      "Communication with patients", "Letter to our guests", "What the public was told",
      "What was said to users",
    ])
  func said(heading: String) throws {
    let drill = try drill(
      "# A leak", "It leaked.", "## Timeline", "- 17 Nov 2026 08:10 It rang.", "## \(heading)",
      "We said sorry for any inconvenience.")
    #expect(heads(drill).contains("### Reply: What do you write?"), "\(drill.text)")
    #expect(drill.text.contains("## \(heading)\n"))
    let model = drill.text.split(separator: "Model:\n").last ?? ""
    #expect(model.contains("> We said sorry for any inconvenience. "), "\(model)")
    #expect(!drill.text.contains("Told We"))
  }

  @Test("a letter of several paragraphs is answered once")
  func letter() throws {
    let drill = try drill(
      "# A leak", "It leaked.", "## Timeline", "- 17 Nov 2026 08:10 It rang.",
      "## What we wrote to guests", "Dear guests,", "Water came in.", "Kind regards, the desk")
    #expect(heads(drill).filter { $0.hasPrefix("### Reply") }.count == 1, "\(drill.text)")
    #expect(
      drill.text.contains("> Dear guests, Water came in. Kind regards, the desk. I am sorry"),
      "\(drill.text)")
  }

  @Test("who was told under such a heading is told, with the moment")
  func toldCustomers() throws {
    let drill = try drill(
      "# A leak", "It leaked.", "## Customers informed", "- 17 Nov 2026 08:10 guests, by mail")
    #expect(drill.text.contains("- Now: 2026-11-17 08:10\n"), "\(drill.text)")
    #expect(!heads(drill).contains("### Reply: What do you write?"))
  }

  @Test("what the policies lack for an answer is said where they can't give one")
  func lacking() throws {
    let drill = try drill(
      "# A leak", "It leaked.", "## Timeline", "- 17 Nov 2026 08:10 The desk told security.")
    #expect(heads(drill).filter { $0.hasPrefix("###") } == ["### Choose: What do you do now?"])
    #expect(
      drill.tasks.contains {
        $0.words.contains("Add “- ") && $0.words.contains(": …” to the facts.")
          && $0.words.hasPrefix("the policies give no answer yet.") && $0.words.contains("Data")
          && $0.words.contains("Then ask Escalate, or write")
      }, "\(drill.tasks)")
  }

  @Test(
    "a name in brackets behind a role goes, and alone it is the role",
    arguments: [
      ("Cleaner (Mo) saw it. Then Mo left.", "Cleaner saw it. Then the cleaner left."),
      ("Receptionist (Ida Falk) rang. I. Falk left.", "Receptionist rang. The receptionist left."),
      ("DPO told (Margit Osei) at ten; M. Osei rang.", "DPO told at ten; the DPO rang."),
      (
        "It was the front desk (Sara). Sara rang.",
        "It was the front desk. The front desk colleague rang."
      ),
      ("It was in a hotel (Ghent). Ghent rang.", "It was in a hotel (Ghent). Ghent rang."),
    ])
  func behindRoles(text: String, told: String) {
    var record = IncidentRecord()
    record.happened = [text]
    #expect(IncidentNames(record, vocabulary: []).withRoles(text) == told)
  }

  @Test("a message with its time before it is one")
  func timedMessage() throws {
    let drill = try drill(
      "# A leak", "It leaked on 17 November 2026.", "## Timeline", "- 08:10 It rang.",
      "## Response to clients", "- 12:00, mail: \"Dear guest, come to the desk please.\"")
    #expect(heads(drill).contains("### Reply: What do you write?"), "\(drill.text)")
    #expect(drill.text.contains("- Now: 2026-11-17 12:00\n"))
    #expect(drill.text.contains("> Dear guest, come to the desk please. I am sorry"))
  }

  @Test("people are counted where no part on data counts them")
  func people() throws {
    let drill = try drill(
      "# A list", "A list with names of 1,204 guests went out at 16.00 on 17 November 2026.",
      "## Timeline", "- 08:10 The desk told security.")
    #expect(drill.text.contains("- Records: 1204\n"), "\(drill.text)")
  }

  @Test(
    "those whose data it is are counted, and not those who saw it",
    arguments: [
      ("Name and room number of one guest, 11 readers in the chat.", 1, nil),
      ("Name of a guest, seen for 20 minutes", 1, nil),
      ("Names, seen for 20 minutes", nil, nil), ("340 guests, 2 rooms", 340, nil),
      ("Names and addresses: 340", 340, nil), ("Bookings (1,204)", 1204, nil),
      ("Emails of two tenants", 2, nil), ("Daten von drei Gästen, 11 Leser", 3, nil),
      ("Names. 11 people in the chat saw it.", nil, "11 people in the chat saw it."),
      ("The guest list, 340 vouchers", nil, "The guest list, 340 vouchers"),
      ("A guest list. Room 12.", nil, nil), ("56 customers' addresses", 56, nil),
      ("11 customers saw the name of one guest", 1, nil),
    ] as [(String, Int?, String?)])
  func counts(text: String, number: Int?, doubt: String?) {
    let count = RecordCount([text], isData: true)
    #expect(count.number == number)
    #expect(count.doubt == doubt)
  }

  @Test(
    "in what happened, people are counted, and not who saw it",
    arguments: [
      ("A list of 12 guests went out.", 12, nil),
      ("11 guests saw the smoke for 20 minutes.", nil, nil),
      ("One guest complained.", nil, nil),
      ("11 people read the guest list.", nil, "11 people read the guest list."),
      ("On 10 November 2026 an account was open.", nil, nil),
      ("On 10 November 2026 a guest complained. 312 guests were affected.", 312, nil),
      ("On November 10, 2026 guests complained.", nil, nil),
      ("Am 10. November 2026 war ein Konto offen.", nil, nil),
      ("Le 10 novembre 2026 un compte était ouvert.", nil, nil),
      ("In 2026 accounts were opened for 12 tenants.", 12, nil),
      ("At 1605 guests complained.", nil, nil), ("For 3 hours guests could read it.", nil, nil),
      ("At 9 our guests complained.", nil, nil),
      ("At 9 the data of guests leaked.", nil, "At 9 the data of guests leaked."),
      ("2026 guests were affected.", 2026, nil), ("312 of our guests were affected.", 312, nil),
      ("It sent 3,120 former hotel guests a list.", 3120, nil),
    ] as [(String, Int?, String?)])
  func countsOfStory(text: String, number: Int?, doubt: String?) {
    let count = RecordCount([text], isData: false)
    #expect(count.number == number)
    #expect(count.doubt == doubt)
  }

  @Test("a number that may count something else is asked for")
  func askedNumber() throws {
    let drill = try drill(
      "# A list", "It went out.", "## Timeline", "- 08:10 The desk told security.", "## Data",
      "The guest list; 340 vouchers.")
    #expect(!drill.text.contains("- Records:"), "\(drill.text)")
    #expect(drill.text.contains("The record says “340 vouchers.”"), "\(drill.text)")
  }

  @Test("words of a greeting and people by their work are no names")
  func noNames() {
    let names = IncidentNames(IncidentRecord(), vocabulary: [])
    for text in ["Told Dear tenants of it.", "Journalist calls the desk.", "Vendors said so."] {
      #expect(names.found(in: text).isEmpty, "\(text)")
    }
    #expect(
      PersonWords.namesBehindRoles(in: "It was the hotel (Ghent), by a clerk (Mira).").map(\.name)
        == ["Mira"])
  }
}
