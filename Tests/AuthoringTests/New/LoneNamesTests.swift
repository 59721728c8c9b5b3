// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Names that stand alone in an incident record")
struct LoneNamesTests {
  private func names(_ text: String) -> IncidentNames {
    var record = IncidentRecord()
    record.happened = [text]
    return IncidentNames(record, vocabulary: ["Security", "pager"])
  }

  @Test(
    "a word with a capital that does something, is asked or has something may be a name",
    arguments: [
      ("Mika calls the desk", ["Mika"]), ("It rang. Mika forgot it.", ["Mika"]),
      ("Kevin's phone was lost", ["Kevin"]), ("They found Kevin’s phone", ["Kevin"]),
      ("The desk asks Mika if it may", ["Mika"]), ("Password changed by Jonas", ["Jonas"]),
      ("Mika and Joey call the desk", ["Mika", "Joey"]), ("Tom: it is broken", ["Tom"]),
      ("It was done – Piet, Olga", ["Piet", "Olga"]),
      ("Told Ines, Piet and Olga", ["Ines", "Piet", "Olga"]),
      ("Sue and Ravi look for it", ["Sue", "Ravi"]),
      ("It was broken – Ines", ["Ines"]), ("Then 11:45 Lena posts it", ["Lena"]),
      ("It was somebody (Mika) at ten", ["Mika"]), ("Will asks what will be", ["Will"]),
      ("It will be Mark who posts", ["Mark"]),
      ("Joey (on his first day) left it", ["Joey"]),
      ("Joey needs a briefing. It was said to Joey.", ["Joey"]),
      // Written small once, in haste.
      (
        "Tobias was on nights.\nTobias posts in the shift chat\n20:40 tobias takes the master key",
        ["Tobias", "tobias"]
      ),
      (
        "Marieke opens the door\nmarieke told security\nMarieke calls Dirk",
        ["Marieke", "Dirk", "marieke"]
      ),
      (
        "Marieke opens the door\nMarieke calls Dirk\nIt was given to marieke",
        ["Marieke", "Dirk", "marieke"]
      ),
      ("Marieke opens the door. The desk asked marieke.", ["Marieke", "marieke"]),
      ("The desk asked Marieke. Somebody sent marieke the key.", ["Marieke", "marieke"]),
      ("Joey (temp) left. Then joey's list was gone.", ["Joey", "joey"]),
      ("May asks. It may be late.", ["May"]),
      ("09:20 May asks. On 12 May it was late.", ["May"]),
      ("It was told to all, incl. Tariq", ["Tariq"]),
      ("It was the April / June shift", ["April", "June"]), ("Tom/Ana shift", ["Tom", "Ana"]),
      ("April told June. On 7 April it was late, and in June too.", ["April", "June"]),
      ("Ask Priya for it", ["Priya"]), ("Asked Priya. Call Omar.", ["Priya", "Omar"]),
      ("Frank from IT did it", ["Frank"]),
      ("We asked Frank. To be frank, it is late.", ["Frank"]),
      ("Ayşe war krank, und das ist nicht gut", ["Ayşe"]),
      ("Frank aus der IT ist da, und das ist nicht gut", ["Frank"]),
      ("Wie Moritz sagte, ist das nicht gut und zu viel", ["Moritz"]),
      ("Alle inkl. Tariq sind da, und das ist nicht gut", ["Tariq"]),
      // No names.
      ("It was in May. May 2026 is over. Since April it is so.", []),
      ("From May to June it was so", []),
      ("Kiosk was restarted. The kiosk is new.", []),
      ("Sprinkler was on\nsprinkler stopped", []), ("Kiosk is down\nkiosk was restarted", []),
      ("Frank / Sabine Schicht ist da. Die Schicht geht und ist gut", ["Frank", "Sabine"]),
      ("Reset was done. We reset the kiosk.", []),
      ("Heaters failed. Portable heaters came.", []), ("Sewage leaked. It smells of sewage.", []),
      ("Checked cameras. Somebody checked doors.", []),
      ("Wichtig war das. Das ist nicht wichtig und das ist gut", []),
      ("Tobias war krank\ntobias nimmt den Schlüssel und das ist gut", ["Tobias", "tobias"]),
      ("Nobody knew. Visitors waited.", []), ("Terminals work again", []),
      ("Router replaced, Security (pager) was told", []), ("The list grew. List found.", []),
      ("Guests from Germany use Excel and Outlook", []),
      ("Portable heaters for all. Broken terminals wait.", []), ("It's late. That's all.", []),
      ("On Monday the desk was open in Ghent", []), ("Documentation was missing", []),
      ("Everything works. Something broke.", []), ("The temps came. Temps get no briefing", []),
      // German, where all nouns have capitals.
      ("Mika ruft an, und das ist nicht gut", ["Mika"]),
      ("Dann fragt die Leitung, ob das Foto und der Zettel weg ist", []),
      (
        "Der Gast ist da und Kevin fragt Mika, ob das Netz nicht geht", ["Kevin", "Mika"]
      ),
      ("Das ist der Router, danach testet Sven alles mit der App", ["Sven"]),
      ("Tom und Ana gebeten, das Foto und den Zettel zu suchen", ["Tom", "Ana"]),
      ("Neuer Router ist da und das Foto ist in der Gruppe Empfang", []),
      ("Jonas und Lena löschen das Foto mit der App", ["Jonas", "Lena"]),
      ("Besucherin beschwert sich, und das Netz ist weg", []),
      ("Verbindung wird wieder aufgebaut, das Netz ist da", []),
      // French.
      ("Mika appelle la caisse et le gardien est là", ["Mika"]),
      ("Le téléphone d'Anne est dans la boutique", ["Anne"]),
      ("Le gardien demande à Mika si la caisse est ouverte", ["Mika"]),
      ("Terminal en panne, la caisse est fermée", []),
    ] as [(String, [String])])
  func found(text: String, expected: [String]) {
    #expect(names(text).found(in: text) == expected)
  }

  @Test(
    "a role in brackets behind a first name stands for it everywhere",
    arguments: [
      ("Joey (temp) asks. It was Joey's list.", "The temp asks. It was the temp's list."),
      ("Joey (temp till clerk) asks.", "The temp till clerk asks."),
      ("Then Joey (our new helper) asks Joey.", "Then the new helper asks the new helper."),
      ("Tom (lift company) asks.", "The lift company asks."),
      (
        "Kevin (night shift manager) and Lena (reception) left.",
        "The night shift manager and the reception colleague left."
      ),
      ("Joey (Aushilfe) fragt, ob das Netz nicht geht.", "Aushilfe fragt, ob das Netz nicht geht."),
      ("Joey (temp) asks. Then joey asks.", "The temp asks. Then the temp asks."),
      ("Will (temp) asks. It will be late.", "The temp asks. It will be late."),
      // No role, or nobody.
      ("Terminals (all three) failed.", "Terminals (all three) failed."),
      ("Security (desk) was told.", "Security (desk) was told."),
      ("Joey (on Monday) asks.", "Joey (on Monday) asks."),
      (
        "Jonas Meijer (accounts) rang. Jonas (courier) came.",
        "The accounts colleague rang. The accounts colleague (courier) came."
      ),
    ] as [(String, String)])
  func roles(text: String, told: String) {
    #expect(names(text).withRoles(text) == told)
  }

  @Test("no name is left unmarked, in a heading, a lesson or a row")
  func everywhere() throws {
    let text = """
      # Mika's cards and Joey

      On 7 March 2026 the terminals were down.

      ## Timeline

      - 9:50 Joey (temp) asks Mika if he may take down numbers, Mika says yes
      - 9:55 Mika forgot to tell security
      - 10:00 Kevin told the security desk about Lena's list

      | When | What | Who |
      |---|---|---|
      | 10:40 | Photo deleted | Bram |

      ## What we told visitors

      Dear guest, Sanne is sorry for this and will call you on Monday.

      ## What we did

      - Lena was asked to delete it

      ## What we learned

      - Kevin needs a briefing
      """
    let source = try #require(
      SourceText(file: "record.md", bytes: Array(text.utf8), diagnostics: Diagnostics()))
    let drill = try #require(
      IncidentDrill(
        source, policies: PolicyBook(), today: CalendarDate(daysSinceEpoch: 20_600)))
    #expect(!drill.text.contains("Joey"))
    #expect(!drill.missingParts.contains("what was done"))
    let blocks = drill.text.split(separator: "\n\n").map(String.init)
    for name in ["Mika", "Kevin", "Lena", "Bram", "Sanne"] {
      for (index, block) in blocks.enumerated() where block.contains(name) {
        #expect(!block.hasPrefix("#"), "\(block)")
        let near = blocks[index...].prefix(2)
        #expect(near.contains { $0.contains("may be people") && $0.contains(name) }, "\(block)")
      }
    }
  }
}
