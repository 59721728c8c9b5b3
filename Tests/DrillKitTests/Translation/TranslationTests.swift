// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// Translations joined to their originals: the words of the one, every key of the other.
@Suite("Translations") struct TranslationTests {
  private func drill(_ text: ComposedText, variant: Int = 0) throws -> Drill {
    let silent = Diagnostics()
    return try #require(
      DrillReader.read(
        file: text.file, bytes: text.bytes, variant: variant, diagnostics: silent))
  }

  @Test("a translation without keys has all of the original's")
  func keys() throws {
    #expect(try TranslationSample.findings() == [])
    let drill = try drill(TranslationSample.join())
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
    let drill = try drill(TranslationSample.join())
    guard case .chose(let words, false, _)? = drill.scenes[1].condition?.terms.first?.test else {
      Issue.record("no condition")
      return
    }
    #expect(words == "b")
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
    let original = TranslationSample.original.replacing(
      "## The room\n", with: decide("Yes", "No") + decide("Yes", "No") + next + "## The room\n"
    ).replacing("## End\n\n", with: "## End\n\n" + late)
    let german = TranslationSample.german.replacing(
      "## Das Zimmer\n",
      with: decide("Gern", "Lieber nicht") + decide("Ja", "Nein") + "## Das Zimmer\n"
    ).replacing("## End\n\n", with: "## End\n\nSpäter, tief in der Nacht.\n\n")
    #expect(try TranslationSample.findings(german, original) == [])
    let drill = try drill(TranslationSample.join(german, original))
    let words = { (condition: Condition?) -> String? in
      guard case .chose(let words, false, _)? = condition?.terms.first?.test else { return nil }
      return words
    }
    #expect(words(drill.debrief.first?.condition) == "b")
    #expect(words(drill.scenes[0].items[2].next.first?.condition) == "b")
  }

  @Test("a reply is read by the words of its own language, and pays what the original's pays")
  func reply() throws {
    let reply = try #require(
      try drill(TranslationSample.join()).scenes[1].items[1].content as? ReplyContent)
    #expect(reply.rubric.language == "de")
    let situation = Situation(facts: Facts(), policies: PolicyBook(), clock: nil, duty: .escalation)
    let sorry = reply.judge(.text("Das kalte Zimmer tut uns leid."), in: situation)
    #expect(sorry.share == Share(2, of: 2) && sorry.critical.isEmpty)
    let blame = reply.judge(.text("Es tut uns leid, aber es war Ihre Schuld."), in: situation)
    #expect(blame.critical.map(\.kind) == [.customer])
  }

  @Test("variants change the words of the translation and the facts of the original")
  func variants() throws {
    let drill = try drill(TranslationSample.join(), variant: 1)
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
    #expect(
      try TranslationSample.findings(TranslationSample.german.replacing(old, with: new)) == [])
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
      ("Es ist Freitag", "Noch ein Satz.\n\nEs ist Freitag", ["D413 desk.de.md:12"]),
      ("\n\n  > Warten musste der Gast den ganzen Tag.", "", ["D413 desk.de.md:27"]),
      ("- (timed out)\n  > Niemand kam.\n", "", ["D413 desk.de.md:30"]),
      ("Hint: Wer wartet hier?\n\n", "", ["D413 desk.de.md:18"]),
      ("2. Den Techniker rufen.\n3.", "2.", ["D413 desk.de.md:39"]),
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
      ("title: Am", "tittle: x\ntitle: Am", ["F007 desk.de.md:6"]),
      ("After 10 s:", "After 20 s:", ["D414 desk.de.md:22"]),
      ("- (timed out)", "- (abgelaufen)", ["D414 desk.de.md:32"]),
      ("## End", "## Ende", ["D414 desk.de.md:52"]),
      ("## Variants", "## Varianten", ["D414 desk.de.md:56"]),
      ("## Das Zimmer", "## Der Empfang", ["D104 desk.de.md:35"]),
      (
        "- Den Gast um etwas Geduld bitten.", "- [x] Den Gast um etwas Geduld bitten.",
        ["D414 desk.de.md:26"]
      ),
      ("## Der Empfang", "## ", ["D413 desk.de.md:14"]),
      // Words that were forgotten
      ("title: Am Empfang", "title: The desk", ["D130 desk.de.md:10"]),
      ("summary: Ein Gast wartet.", "summary: A guest waits.", ["D415 desk.de.md:7"]),
      ("## Der Empfang", "## At the desk", ["D415 desk.de.md:14"]),
      ("Wie geht es weiter?", "How do you go on from here?", ["D415 desk.de.md:37"]),
      (
        "Warten musste der Gast den ganzen Tag.", "Waiting is what the guest did all day.",
        ["D415 desk.de.md:29"]
      ),
      (
        "Den Gast um etwas Geduld bitten.", "Ask the guest to wait for a moment.",
        ["D415 desk.de.md:26"]
      ),
      (
        "Mein Zimmer ist kalt, und das den ganzen Freitag.",
        "My room is cold, and has been all Friday.", ["D415 desk.de.md:16"]
      ),
      ("| Freitag | Montag |\n", "", ["D415 desk.de.md:58"]),
      ("> Niemand kam.", "> Nobody came.", ["D415 desk.de.md:33"]),
      ("Den Techniker rufen.", "Call the technician.", ["D415 desk.de.md:40"]),
      ("Alles aufschreiben.", "Write it down.", ["D415 desk.de.md:41"]),
      ("**Kollege:** Soll ich?", "**Kollege:** Shall I?", []),
      // What is meant as a heading is told, and fits the original
      ("## Der Empfang", "##Der Empfang", ["D132 desk.de.md:14"]),
      ("# Am Empfang\n\nEs", "#Am Empfang\n\nEs", ["D132 desk.de.md:10"]),
      // What a check of the joined text finds is told in the translation
      ("tut uns sehr leid.", "ist uns nicht egal.", ["D310 desk.de.md:45"]),
    ])
  func differences(old: String, new: String, expected: [String]) throws {
    let changed = TranslationSample.german.replacing(old, with: new)
    let found = try TranslationSample.findings(changed)
    try #require(changed != TranslationSample.german)
    #expect(found == expected)
  }

  @Test(
    "a key that the original has otherwise can be left out, and then nothing is said of it",
    arguments: [
      ("- Den Gast", "- [x] Den Gast"), ("- Den Gast", "- (25%) Den Gast"),
      (
        "Sofort jemanden hinaufschicken.",
        "Sofort jemanden hinaufschicken. → [Empfang](#at-the-desk)"
      ),
      ("Hint: Wer", "_id: zuerst_\n\nHint: Wer"), ("version: 3", "version: 3\npass: 70"),
      ("Es ist Freitag", "Facts:\n\n- Now: Friday 19:00\n\nEs ist Freitag"),
    ])
  func leavingOut(old: String, new: String) throws {
    let changed = TranslationSample.german.replacing(old, with: new)
    let finding = try #require(TranslationSample.join(changed).findings.first)
    #expect(finding.rule.code == "D414")
    let fix = try #require(finding.fix, "\(finding)")
    var lines = changed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.replaceSubrange(
      (fix.firstLine - 1)..<(fix.firstLine - 1 + fix.lineCount), with: fix.lines)
    #expect(lines.joined(separator: "\n") == TranslationSample.german)
  }

  @Test(
    "a translated label before its text, in one line, is told once and can be mended",
    arguments: [("Model:\n\n> Das", "Muster: Das"), ("Model:\n\n> Das", "Model: Das")])
  func inLine(old: String, new: String) throws {
    let changed = TranslationSample.german.replacing(old, with: new)
    try #require(changed != TranslationSample.german)
    let found = TranslationSample.join(changed).findings
    #expect(found.map(\.rule.code) == ["D107"], "\(found)")
    let fix = try #require(found.first?.fix, "\(found)")
    var lines = changed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.replaceSubrange(
      (fix.firstLine - 1)..<(fix.firstLine - 1 + fix.lineCount), with: fix.lines)
    #expect(lines.joined(separator: "\n") == TranslationSample.german)
  }

  @Test("what its original misreads is not told to be deleted in a translation")
  func brokenOriginal() throws {
    let original = TranslationSample.original.replacing("Model:", with: "Model: here.")
    try #require(original != TranslationSample.original)
    let found = TranslationSample.join(TranslationSample.german, original).findings
    #expect(found.map(\.rule.code) == ["D411"])
    #expect(found.first?.message.contains("(D107)") == true)
  }

  @Test("a translation begins without the keys that are the original's")
  func begun() throws {
    let source = try #require(
      SourceText(
        file: "desk.md", bytes: Array(TranslationSample.original.utf8), diagnostics: Diagnostics()))
    let matter = FrontMatter.read(source, diagnostics: Diagnostics())
    let keys = TranslationKeys.lines(in: source, from: matter.markdownLine)
    let left = zip(1..., source.lines).filter { !keys.contains($0.0) }.map { String($0.1) }
    #expect(
      !left.contains { $0.hasPrefix("_") || $0.hasPrefix("Facts:") || $0.hasPrefix("- Now:") })
    #expect(left.contains("Model:") && left.contains { $0.hasPrefix("Hint") })
  }

  @Test("a translation needs its original, and a name that says so")
  func alone() throws {
    #expect(try TranslationSample.findings(TranslationSample.german, nil) == ["D411 desk.de.md:1"])
    #expect(try TranslationSample.findings(file: "Drills/desk.md") == ["D411 desk.md:1"])
    #expect(try TranslationSample.findings(file: "Drills/desk.old2.md") == ["D411 desk.old2.md:1"])
    let english = TranslationSample.german.replacing("lang: de", with: "lang: en")
    #expect(
      try TranslationSample.findings(english, file: "Drills/desk.en.md") == ["D411 desk.en.md:4"])
  }

  @Test("an error of the original is told as one to be mended there, its warnings are not")
  func foreign() throws {
    let broken = TranslationSample.original.replacing("within 30 s", with: "within never")
    let found = try TranslationSample.findings(TranslationSample.german, broken)
    #expect(found == ["D411 desk.de.md:1"])
    let old = TranslationSample.original.replacing("review-by: 2027", with: "review-by: 2020")
    #expect(try TranslationSample.findings(TranslationSample.german, old) == [])
  }

  @Test(
    "a list that comes to touch another one, a text in parentheses, a link to a translated scene")
  func neighbours() throws {
    let original = TranslationSample.original.replacing(
      "It is Friday, the",
      with: "<!-- apart -->\n\n- (quiet) One.\n- Two: three.\n\nIt is Friday, the")
    let german = TranslationSample.german.replacing(
      "Es ist Freitag", with: "- (leise) Eins.\n- Zwei: drei.\n\nEs ist Freitag"
    ).replacing("stehen alle.", with: "stehen alle vor [Das Zimmer](#das-zimmer).")
    let found = try TranslationSample.findings(german, original)
    #expect(!found.contains { $0.hasPrefix("P022") || $0.hasPrefix("D202") }, "\(found)")
  }

  @Test("a title may hold what no link target can")
  func title() throws {
    #expect(
      try TranslationSample.findings(
        TranslationSample.german.replacing("## Das Zimmer", with: "## L'arrivée, une demi-heure"))
        == [])
  }

  @Test("lines that a message names are those of the file")
  func lines() throws {
    let german = Self.twins
    let text = TranslationSample.join(german)
    let found = Diagnostics()
    DrillReader.check(
      file: text.file, bytes: text.bytes, library: PolicyBook(),
      today: try #require(CalendarDate("2026-06-01")), diagnostics: found)
    let twin = try #require(
      text.findings(with: found.sorted).first {
        $0.rule.code == "D307" || $0.message.contains("same words")
      })
    let lines = german.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix("- Den Gast") }) + 1
    #expect(twin.message.contains("in line \(first)."), "\(twin)")
  }

  /// The translation, with the same answer twice.
  private static let twins = TranslationSample.german.replacing(
    "- Sofort jemanden hinaufschicken.", with: "- Den Gast um etwas Geduld bitten.")

  @Test("of a translation of another version it is said what differs, and nothing is an error")
  func behind() throws {
    let later = TranslationSample.original.replacing("version: 3", with: "version: 4").replacing(
      "It is Friday, the", with: "A new sentence stands here.\n\nIt is Friday, the")
    let found = try TranslationSample.findings(TranslationSample.german, later)
    #expect(found.count == 2 && found.allSatisfy { $0.hasPrefix("D412") }, "\(found)")
  }

  @Test("an original that lacks a snippet, or has an error, is no base for a translation")
  func unfit() throws {
    let broken = TranslationSample.original.replacing(
      "It is Friday", with: "Use: [Gone](snippets/gone.md#one)\n\nIt is Friday")
    #expect(
      try TranslationSample.findings(TranslationSample.german, broken) == ["D411 desk.de.md:1"])
    #expect(
      TranslationSample.join(TranslationSample.german, broken).findings[0].message.contains(
        "line 25 of Drills/desk.md"))
    let asking = TranslationSample.original.replacing(
      "## End\n", with: "## End\n\n### Decide: What?\n")
    #expect(
      try TranslationSample.findings(TranslationSample.german, asking) == ["D411 desk.de.md:1"])
  }

  @Test("a damaged text on either side ends in a finding, never in a crash")
  func damaged() throws {
    let lines = TranslationSample.german.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      var less = lines
      less.remove(at: index)
      _ = try TranslationSample.findings(less.joined(separator: "\n"))
      _ = try TranslationSample.findings(lines[..<index].joined(separator: "\n"))
      _ = try TranslationSample.findings(lines[index...].joined(separator: "\n"))
    }
    let originals = TranslationSample.original.split(
      separator: "\n", omittingEmptySubsequences: false)
    for index in originals.indices {
      _ = try TranslationSample.findings(
        TranslationSample.german, originals[..<index].joined(separator: "\n"))
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
    // RFC 5646, 2.1.1: capitals come neither first nor after a singleton.
    for written in ["de", "pt-BR", "zh-Hant-TW", "en-CA-x-ca", "sgn-BE-FR", "az-Latn-x-latn"] {
      #expect(LanguageTag(written.uppercased())?.written == written)
    }
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
