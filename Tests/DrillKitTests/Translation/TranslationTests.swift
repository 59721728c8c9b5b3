// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Translations joined to their originals: the words of the one, every key of the other.
@Suite("Translations") struct TranslationTests {
  private static let original = """
    ---
    drill: 1
    id: desk
    version: 3
    title: The desk
    summary: A guest waits.
    duty: escalation
    moment: during
    level: 1
    competencies: [habits]
    audience: [everyone]
    minutes: 5
    pass: 80
    defaults:
      points: 2
    review-by: 2027-01-01
    ---

    # The desk

    Facts:

    - Now: Friday 18:40

    It is Friday, the desk is full.

    ## At the desk

    > **Guest:** My room is cold, and has been all Friday.

    ### Choose: What do you do first?

    _id: first; within 30 s_

    Hint (-25%): Who is waiting here?

    After 10 s:

    > **Colleague:** Shall I?

    - [ ] (50%; +10 min) Ask the guest to wait for a moment.
      > **Guest:** Again?

      > Waiting is what the guest did all day.
    - [x] Send somebody up at once. → [The room](#the-room)
      > Done, and then said.
    - (timed out)
      > Nobody came.

    ## The room

    _when chose "Send somebody up at once." in [first](#at-the-desk)_

    ### Order: How do you go on from here?

    1. (before "Write it down") Look at the heater.
    2. Call the technician.
    3. Write it down.

    ### Reply: Write to the guest.

    _5-40 words_

    - [x] (2) Says sorry: sorry | apolog*
    - [ ] (fail: customer) Blames the guest: your fault

    Model:

    > I am sorry for the cold room tonight.

    ## End

    Warm rooms, happy guests, short nights.

    ## Variants

    | Friday night | Monday |
    |---|---|
    | Friday | Monday |
    | 18:40 | 09:00 |

    """

  private static let german = """
    ---
    drill: 1
    translates: desk
    lang: de
    version: 3
    title: Am Empfang
    summary: Ein Gast wartet.
    ---

    # Am Empfang

    Es ist Freitag, am Empfang stehen alle.

    ## Der Empfang

    > **Gast:** Mein Zimmer ist kalt, und das den ganzen Freitag.

    ### Choose: Was tun Sie zuerst?

    Hint: Wer wartet hier?

    After 10 s:

    > **Kollege:** Soll ich?

    - Den Gast um etwas Geduld bitten.
      > **Gast:** Schon wieder?

      > Warten musste der Gast den ganzen Tag.
    - Sofort jemanden hinaufschicken.
      > Getan, und dann gesagt.
    - (timed out)
      > Niemand kam.

    ## Das Zimmer

    ### Order: Wie geht es weiter?

    1. Die Heizung ansehen.
    2. Den Techniker rufen.
    3. Alles aufschreiben.

    ### Reply: Schreiben Sie dem Gast.

    - Entschuldigt sich: Entschuldigung | tut + leid
    - Gibt dem Gast die Schuld: Ihre Schuld

    Model:

    > Das kalte Zimmer tut uns sehr leid.

    ## End

    Warme Zimmer, frohe Gäste, kurze Nächte.

    ## Variants

    | Friday night | Monday |
    |---|---|
    | Freitag | Montag |

    """

  private func join(
    _ german: String = german, _ original: String? = original, file: String = "Drills/desk.de.md"
  ) -> ExpandedText {
    let expand = { (file: String, text: String) in
      ExpandedText.of(file: file, bytes: Array(text.utf8)) { _ in nil }
    }
    return ExpandedText.translation(
      expand(file, german), name: TranslationName(path: file),
      original: original.map { expand("Drills/desk.md", $0) })
  }

  /// What a check finds, each in the file and line that it is about.
  private func findings(
    _ german: String = german, _ original: String? = original, file: String = "Drills/desk.de.md"
  ) throws -> [String] {
    let text = join(german, original, file: file)
    let found = Diagnostics()
    let today = try #require(CalendarDate("2026-06-01"))
    DrillReader.check(
      file: file, bytes: text.bytes, library: PolicyBook(), today: today, diagnostics: found)
    return text.findings(with: found.sorted).map {
      "\($0.rule.code) \($0.place.file.split(separator: "/").last ?? ""):\($0.place.line)"
    }
  }

  private func drill(_ text: ExpandedText, variant: Int = 0) throws -> Drill {
    let silent = Diagnostics()
    return try #require(
      DrillReader.read(
        file: text.file, bytes: text.bytes, variant: variant, diagnostics: silent))
  }

  @Test("a translation without keys has all of the original's")
  func keys() throws {
    #expect(try findings() == [])
    let drill = try drill(join())
    #expect(drill.header.id == "desk" && drill.header.version == 3)
    #expect(drill.header.title == "Am Empfang" && drill.header.language == "de")
    #expect(drill.scenes.map(\.title) == ["Der Empfang", "Das Zimmer"])
    #expect(drill.scenes.map(\.slug) == ["at-the-desk", "the-room"])
    let first = try #require(drill.scenes.first?.items.first)
    #expect(first.id == "first" && first.settings.within == 30 && first.settings.points == 2)
    #expect(first.hints.map(\.price) == [25])
    #expect(first.hints.map(\.text.plain) == ["Wer wartet hier?"])
    let answers = try #require(first.content as? any AnswerListContent).list.lines
    #expect(answers.map(\.isRight) == [false, true, false])
    #expect(answers.map(\.marks.share) == [50, nil, nil] && answers[0].marks.minutes == 10)
    #expect(answers.map(\.target) == [nil, "the-room", nil])
    #expect(answers[1].text.plain == "Sofort jemanden hinaufschicken.")
    #expect(drill.scenes[1].items.map(\.id) == ["the-room.1", "the-room.2"])
  }

  @Test("words that name an answer are those that stand for it")
  func words() throws {
    let drill = try drill(join())
    guard case .chose(let words, true, _)? = drill.scenes[1].condition?.terms.first?.test else {
      Issue.record("no condition")
      return
    }
    #expect(words == "Sofort jemanden hinaufschicken.")
    let order = try #require(drill.scenes[1].items.first?.content as? OrderContent)
    let steps = try #require(
      order.key(
        in: Situation(facts: Facts(), policies: PolicyBook(), clock: nil, duty: .escalation))?.steps
    )
    #expect(steps.map(\.before) == [2, nil, nil])
  }

  @Test("words of two items that are alike are told apart by what the condition names")
  func sameWords() throws {
    let decide = { (yes: String, no: String) in
      "### Decide: \(yes)?\n\n- \(yes).\n- \(no).\n\n"
    }
    let next = "Next:\n\n- [The room](#the-room) when chose \"No.\"\n- Go on otherwise\n\n"
    let late =
      "_when chose \"No.\" in [at-the-desk.2](#at-the-desk)_\n\nLater, in the long night.\n\n"
    let original = Self.original.replacing(
      "## The room\n", with: decide("Yes", "No") + decide("Yes", "No") + next + "## The room\n"
    ).replacing("## End\n\n", with: "## End\n\n" + late)
    let german = Self.german.replacing(
      "## Das Zimmer\n",
      with: decide("Gern", "Lieber nicht") + decide("Ja", "Nein") + "## Das Zimmer\n"
    ).replacing("## End\n\n", with: "## End\n\nSpäter, tief in der Nacht.\n\n")
    #expect(try findings(german, original) == [])
    let drill = try drill(join(german, original))
    let words = { (condition: Condition?) -> String? in
      guard case .chose(let words, true, _)? = condition?.terms.first?.test else { return nil }
      return words
    }
    #expect(words(drill.debrief.first?.condition) == "Lieber nicht.")
    #expect(words(drill.scenes[0].items[2].next.first?.condition) == "Nein.")
  }

  @Test("a reply is read by the words of its own language, and pays what the original's pays")
  func reply() throws {
    let reply = try #require(try drill(join()).scenes[1].items[1].content as? ReplyContent)
    #expect(reply.rubric.language == "de")
    let situation = Situation(facts: Facts(), policies: PolicyBook(), clock: nil, duty: .escalation)
    let sorry = reply.judge(.text("Das kalte Zimmer tut uns leid."), in: situation)
    #expect(sorry.share == Share(2, of: 2) && sorry.critical.isEmpty)
    let blame = reply.judge(.text("Es tut uns leid, aber es war Ihre Schuld."), in: situation)
    #expect(blame.critical.map(\.kind) == [.customer])
  }

  @Test("variants change the words of the translation and the facts of the original")
  func variants() throws {
    let drill = try drill(join(), variant: 1)
    #expect(drill.variants == ["Friday night", "Monday"])
    #expect(drill.opening.flatMap(\.blocks).plainText.hasPrefix("Es ist Montag"))
    #expect(drill.facts.all.contains { $0.values.map(\.text) == ["Monday 09:00"] })
  }

  @Test(
    "keys may stand there if they are equal",
    arguments: [
      ("Hint: Wer", "Hint (-25%): Wer"), ("- Den Gast", "- [ ] (50%; +10 min) Den Gast"),
      ("- Sofort jemanden hinaufschicken.", "- [x] Sofort schicken. → [The room](#the-room)"),
      ("- Sofort jemanden hinaufschicken.", "- Sofort. → [Das Zimmer](#das-zimmer)"),
      ("Hint: Wer", "_id: first; within 30 s_\n\nHint: Wer"),
      ("title: Am", "pass: 80\ntitle: Am"), ("1. Die Heizung", "1. (before \"Write it down\") Die"),
      ("Es ist Freitag", "Facts:\n\n- Now: Friday 18:40\n\nEs ist Freitag"),
      ("Es ist Freitag", "<!-- Wie heißt sie? -->\n\nEs ist Freitag"),
      ("| Freitag | Montag |", "| Freitag | Montag |\n| 18:40 | 09:00 |"),
    ])
  func equalKeys(old: String, new: String) throws {
    #expect(try findings(Self.german.replacing(old, with: new)) == [])
  }

  @Test(
    "what differs is found, at its place",
    arguments: [
      // The front matter
      ("translates: desk", "translates: table", ["D411 desk.de.md:3"]),
      ("lang: de", "lang: fr", ["D411 desk.de.md:4"]),
      ("lang: de", "lang: German", ["F009 desk.de.md:4"]),
      ("lang: de\n", "", ["F008 desk.de.md:1"]),
      ("version: 3", "version: 2", ["D412 desk.de.md:5"]),
      ("version: 3", "version: 4", ["D412 desk.de.md:5"]),
      ("version: 3", "version: 3\npass: 70", ["D414 desk.de.md:6"]),
      // Parts that are missing or too many
      ("Es ist Freitag, am Empfang stehen alle.\n\n", "", ["D413 desk.de.md:10"]),
      ("Es ist Freitag", "Noch ein Satz.\n\nEs ist Freitag", ["D413 desk.de.md:14"]),
      ("\n\n  > Warten musste der Gast den ganzen Tag.", "", ["D413 desk.de.md:27"]),
      ("- (timed out)\n  > Niemand kam.\n", "", ["D413 desk.de.md:30"]),
      ("Hint: Wer wartet hier?\n\n", "", ["D413 desk.de.md:18"]),
      ("2. Den Techniker rufen.\n3.", "2.", ["D413 desk.de.md:40"]),
      (
        "## Das Zimmer\n\n", "", ["D413 desk.de.md:14", "D413 desk.de.md:35", "D413 desk.de.md:41"]
      ),
      ("## End", "### Decide: Noch etwas?\n\n- Ja.\n- Nein.\n\n## End", ["D413 desk.de.md:52"]),
      ("## End\n\nWarme Zimmer, frohe Gäste, kurze Nächte.\n\n", "", ["D413 desk.de.md:35"]),
      // Keys that changed
      ("- Den Gast", "- [x] Den Gast", ["D414 desk.de.md:26"]),
      ("- Den Gast", "- (25%) Den Gast", ["D414 desk.de.md:26"]),
      ("- Sofort", "- (coach) Sofort", ["D414 desk.de.md:30"]),
      ("um etwas Geduld bitten.", "bitten. → [Das Zimmer](#das-zimmer)", ["D414 desk.de.md:26"]),
      ("Hint: Wer", "Hint (-10%): Wer", ["D414 desk.de.md:20"]),
      ("Hint: Wer", "_id: zuerst_\n\nHint: Wer", ["D414 desk.de.md:20"]),
      ("### Choose: Was", "### Decide: Was", ["D414 desk.de.md:18"]),
      ("> **Kollege:** Soll ich?", "> Soll ich?", ["D414 desk.de.md:24"]),
      ("> Getan", "> **Gast:** Getan", ["D414 desk.de.md:31"]),
      ("| Friday night |", "| Freitagabend |", ["D414 desk.de.md:58"]),
      ("Es ist Freitag", "Facts:\n\n- Now: Friday 19:00\n\nEs ist Freitag", ["D414 desk.de.md:12"]),
      // Words that were forgotten
      (
        "Warten musste der Gast den ganzen Tag.", "Waiting is what the guest did all day.",
        ["D415 desk.de.md:29"]
      ),
      (
        "Den Gast um etwas Geduld bitten.", "Ask the guest to wait for a moment.",
        ["D415 desk.de.md:26"]
      ),
      ("| Freitag | Montag |\n", "", ["D415 desk.de.md:58"]),
      // What a check of the joined text finds is told in the translation
      ("tut uns sehr leid.", "ist uns nicht egal.", ["D310 desk.de.md:45"]),
    ])
  func differences(old: String, new: String, expected: [String]) throws {
    let changed = Self.german.replacing(old, with: new)
    let found = try findings(changed)
    try #require(changed != Self.german)
    #expect(found == expected)
  }

  @Test("a translation needs its original, and a name that says so")
  func alone() throws {
    #expect(try findings(Self.german, nil) == ["D411 desk.de.md:1"])
    #expect(try findings(file: "Drills/desk.md") == ["D411 desk.md:1"])
    #expect(try findings(file: "Drills/desk.old2.md") == ["D411 desk.old2.md:1"])
    let english = Self.german.replacing("lang: de", with: "lang: en")
    #expect(try findings(english, file: "Drills/desk.en.md") == ["D411 desk.en.md:4"])
  }

  @Test("an error of the original is told as one to be mended there, its warnings are not")
  func foreign() throws {
    let broken = Self.original.replacing("within 30 s", with: "within never")
    let found = try findings(Self.german, broken)
    #expect(found == ["D411 desk.de.md:1"])
    let old = Self.original.replacing("review-by: 2027", with: "review-by: 2020")
    #expect(try findings(Self.german, old) == [])
  }

  @Test("a damaged text on either side ends in a finding, never in a crash")
  func damaged() throws {
    let lines = Self.german.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      var less = lines
      less.remove(at: index)
      _ = try findings(less.joined(separator: "\n"))
      _ = try findings(lines[..<index].joined(separator: "\n"))
      _ = try findings(lines[index...].joined(separator: "\n"))
    }
    let originals = Self.original.split(separator: "\n", omittingEmptySubsequences: false)
    for index in originals.indices {
      _ = try findings(Self.german, originals[..<index].joined(separator: "\n"))
    }
  }
}

/// Names of files and tags of languages.
@Suite("Languages of drills") struct LanguageTagTests {
  @Test(
    "a tag has two or three letters, then parts",
    arguments: [
      ("de", "de"), ("PT-br", "pt-br"), ("zh-Hant-TW", "zh-hant-tw"), ("gsw", "gsw"),
      ("", nil), ("d", nil), ("german", nil), ("de-", nil), ("de_AT", nil), ("v2", nil),
      ("de-ninecharss", nil), ("dé", nil),
    ])
  func tags(text: String, tag: String?) {
    #expect(LanguageTag(text)?.text == tag)
  }

  @Test("a tag falls back on the language alone")
  func fallbacks() {
    #expect(LanguageTag("zh-Hant-TW")?.fallbacks.map(\.text) == ["zh-hant-tw", "zh-hant", "zh"])
  }

  @Test(
    "a name says what is translated, and into what",
    arguments: [
      ("a/lost.de.md", "a/lost.md", "de"), ("lost.pt-BR.md", "lost.md", "pt-br"),
      ("lost.md", nil, nil), ("lost.answers.md", nil, nil), ("a/.de.md", nil, nil),
      (".de.md", nil, nil), ("lost.de.txt", nil, nil),
    ])
  func names(path: String, original: String?, language: String?) {
    let name = TranslationName(path: path)
    #expect(name?.original == original && name?.language.text == language)
  }
}
