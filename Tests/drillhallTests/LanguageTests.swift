// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// Drills in another language, from the list to the record.
@Suite struct LanguageTests {
  private let place: Workplace

  private static let german = """
    ---
    drill: 1
    translates: desk
    lang: de
    version: 1
    title: Der Empfang
    summary: Ein Drill zur Probe.
    ---

    # Der Empfang

    Sie sitzen am Empfang.

    ## Der Anruf

    > **Anruferin:** Mein Laptop ist weg.

    ### Choose: Was sagen Sie zuerst?

    Hint: Seien Sie freundlich.

    - Danke, dass Sie anrufen.
      > **Anruferin:** Oh. Gut.

      > Richtig, zuerst der Dank.
    - Wie konnten Sie ihn verlieren?
      > Danach meldet sich niemand mehr.
    - Rufen Sie bitte am Montag wieder an.
      > Drei Tage sind lang.

    ### Reply: Schreiben Sie der Anruferin.

    - Entschuldigt sich: leid | Entschuldigung
    - Sagt, wer hilft: Sicherheit
    - Fragt nach dem Passwort: schicken + Passwort

    Model:

    > Es tut mir leid. Die Sicherheit hilft Ihnen jetzt.

    ### Escalate: Sagen Sie es der Richtigen.
    """

  /// Lines that pass the German drill; the English rubric gives nothing for the second.
  private static let right = [
    "1", "Es tut mir leid, die Sicherheit hilft Ihnen.",
    "escalate security high phone by 10:30",
  ]

  init() throws {
    place = try Workplace()
    try place.folder.write(Self.german, to: "Drills/desk.de.md")
  }

  private func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  @Test func `home says what there is, changes the language, and plays in it`() throws {
    let home = try place.start("--agree")
    try home.waitForPrompt("drillhall>")
    #expect(home.text.contains("The desk"))
    #expect(home.text.contains("Some drills are translated: type “language de”."))
    try home.enter("language fr")
    try home.waitUntilShown("No drill is translated into “fr”.")
    try home.waitForPrompt("drillhall>")
    try home.send("la\t")
    try home.waitForPrompt("drillhall> language de")
    try home.enter("")
    try home.waitUntilShown("Der Empfang")
    try home.waitForPrompt("drillhall>")
    try home.enter("start der empf")
    try home.waitForPrompt()
    #expect(home.text.contains("Mein Laptop ist weg."))
    try home.enter("danke", toSee: "Richtig, zuerst der Dank.")
    try home.enter("/pause")
    try home.waitForPrompt("drillhall>")
    try home.enter("quit")
    #expect(try home.end() == .exited(0))
  }

  @Test(arguments: [(["--lang", "de-AT"], [:]), ([], ["DRILLHALL_LANG": "DE"])])
  func `an attempt is bound to its text, in whichever language`(
    options: [String], environment: [String: String]
  ) throws {
    let played = try PipedProcess.run(
      place.program, ["run", "desk", "--agree"] + options, input: lines(Self.right),
      environment: place.environment.merging(environment) { $1 })
    #expect(played.status == .exited(0), "\(played.output)")
    #expect(played.output.contains("Passed: 100 %"))
    // The record needs neither file to be told and proved again.
    for name in ["desk.md", "desk.de.md"] { try place.folder.write("", to: "Drills/\(name)") }
    #expect(try place.isSound())
    let told = try place.run("replay", "last")
    #expect(told.output.contains("Mein Laptop ist weg."))
    #expect(try place.run("explain", "last").output.contains("Sagt, wer hilft"))
    let csv = try place.run("export", "csv")
    #expect(csv.output.contains("desk"))
  }

  @Test func `a translation of another version is not played, and that is said`() throws {
    try place.folder.write(
      Self.german.replacing("version: 1", with: "version: 2"), to: "Drills/desk.de.md")
    let played = try place.run("run", "desk", "--agree", "--lang", "de", input: "1\n")
    #expect(
      played.output.contains(
        "The translation of this drill is of another version. Here is the drill as it was written."
      ))
    #expect(played.output.contains("My laptop is gone."))
    let tried = try place.run("try", "desk", "--lang", "de", "--plain", input: "")
    #expect(tried.output.contains("of another version. Here is the drill as it was written."))
    let check = try place.run("check", place.folder.file("Drills/desk.de.md"))
    #expect(check.status == .exited(0) && check.output.contains("warning D412"))
  }

  @Test(arguments: ["opening", "Der Anruf", "der-anruf"])
  func `a trial begins at a scene, by its link target, its title or the title's`(
    name: String
  ) throws {
    let tried = try place.run(
      "try", "desk", "--lang", "de", "--scene", name, "--plain", input: "")
    #expect(tried.output.hasPrefix("A trial from the scene “Der Anruf” on"), "\(tried.output)")
  }

  @Test func `a translation with mistakes sends nobody away`() throws {
    try place.folder.write(
      Self.german.replacing(
        "- Wie konnten Sie ihn verlieren?\n  > Danach meldet sich niemand mehr.\n", with: ""),
      to: "Drills/desk.de.md")
    let played = try place.run("run", "desk", "--agree", "--lang", "de", input: "1\n")
    #expect(played.status == .exited(4))
    #expect(
      played.output.contains(
        "The translation of this drill has mistakes. Here is the drill as it was written."))
    #expect(played.output.contains("My laptop is gone."))
  }

  @Test func `a translation is begun beside its drill, and never over another one`() throws {
    let begun = try place.run("new", "--translate", "desk", "--lang", "pt-br")
    #expect(begun.status == .exited(0), "\(begun.errors)")
    #expect(begun.output.contains("desk.pt-BR.md is written. Translate it from top to bottom"))
    let path = place.folder.file("Drills/desk.pt-BR.md")
    let check = try place.run("check", path, "--short")
    #expect(check.status == .exited(0))
    let findings = check.output.split(separator: "\n").filter { $0.contains(": warning ") }
    #expect(findings.count > 5 && findings.allSatisfy { $0.contains("warning D415") })
    let cases: [([String], Int32, String)] = [
      (["desk", "--lang", "pt-BR"], 73, "desk.pt-BR.md” is there already. Go on with that one."),
      // The German one is there: its original is meant all the same.
      (["desk", "--lang", "de"], 73, "desk.de.md” is there already."),
      ([path, "--lang", "es"], 64, "is a translation itself. Name its original"),
      (["desk", "--lang", "EN"], 64, "is written in “en” already."),
      (["desk"], 64, "Say with --lang into which language"),
      (["desk", "--lang", "es", "-o", "x.md"], 64, "--translate goes with neither"),
      (["nothing", "--lang", "es"], 66, "nothing"),
    ]
    for (arguments, status, words) in cases {
      let refused = try PipedProcess.run(
        place.program, ["new", "--translate"] + arguments, input: "",
        environment: place.environment)
      #expect(refused.status == .exited(status), "\(arguments) \(refused.errors)")
      #expect(refused.errors.contains(words), "\(arguments) \(refused.errors)")
    }
  }

  @Test func `one variant of a language is enough to name it, and a wrong tag is refused`() throws {
    let wrong = try place.run("--lang", "german", "--agree")
    #expect(wrong.status == .exited(64))
    #expect(wrong.errors.contains("--lang: “german” is no tag of a language"))
    let variable = try place.run("--agree", environment: ["DRILLHALL_LANG": "x"])
    #expect(variable.status == .exited(64))
    #expect(variable.errors.contains("$DRILLHALL_LANG: “x” is no tag"))
    let none = try place.run("--agree", "--lang", "fr", input: "quit\n")
    #expect(none.output.contains("No drill is translated into “fr”."))
  }

  @Test func `a file is taken in the language that is asked for, or none is said to be there`()
    throws
  {
    let (desk, german) = (
      place.folder.file("Drills/desk.md"), place.folder.file("Drills/desk.de.md")
    )
    for (path, tag) in [(desk, "de"), (desk, "de-AT"), (german, "de")] {
      #expect(try place.run("map", path, "--lang", tag).output.contains("Der Empfang"))
    }
    #expect(try place.run("map", desk, "--lang", "en").output.contains("The desk"))
    let none = try place.run("explore", desk, "--lang", "fr")
    #expect(none.status == .exited(66) && none.errors.contains("is not translated into “fr”"))
    let other = try place.run("map", german, "--lang", "fr")
    #expect(other.status == .exited(64) && other.errors.contains("is the translation into “de”"))
    // What is set for the whole session is no wish about this file.
    let own = try place.run("map", desk, environment: ["DRILLHALL_LANG": "de"])
    #expect(own.output.contains("The desk"))
  }

  @Test func `a trial of a translation begins at a title of its own, and follows its original`()
    throws
  {
    let path = place.folder.file("Drills/desk.de.md")
    let terminal = try place.start("try", path, "--scene", "Der Anruf", rows: 60)
    try terminal.waitForPrompt()
    #expect(terminal.text.contains("from the scene “Der Anruf” on"))
    try terminal.enter("/key", toSee: "Right: Danke, dass Sie anrufen.")
    let other = SampleLibrary.desk.replacing("- [x] Thank", with: "- [ ] Thank")
      .replacing("- [ ] How could", with: "- [x] How could")
      .replacing("_id: first; 2 points", with: "_id: first; 7 points")
    try place.folder.write(other, to: "Drills/desk.md")
    try terminal.waitUntilShown("7 points")
    try terminal.waitForPrompt()
    try terminal.enter("/key", toSee: "Right: Wie konnten Sie ihn verlieren?")
    try terminal.enter("/quit")
    #expect(try terminal.end() == .exited(0))
  }

  @Test func `answers are judged anew by the text of their own language`() throws {
    let german = try place.run(
      "run", "desk", "--agree", "--lang", "de", input: lines(Self.right))
    #expect(german.status == .exited(0))
    let english = try place.run(
      "run", "desk", "--agree", "--as", "bob", input: lines(SampleLibrary.right))
    #expect(english.status == .exited(0))
    let same = try place.run("rescore", "desk", "--preview")
    #expect(same.output.contains("This changes no past result."), "\(same.output)")
    // A higher mark of one item lowers nothing; a rubric word less does, in that language alone.
    try place.folder.write(
      Self.german.replacing("leid | Entschuldigung", with: "Verzeihung").replacing(
        "Es tut mir leid", with: "Verzeihung"), to: "Drills/desk.de.md")
    let less = try place.run("rescore", "desk", "--preview")
    #expect(less.output.contains("This changes 1 past result: 1 down."), "\(less.output)")
    #expect(less.output.contains("ana"))
    let corrected = try place.run("rescore", "desk", "--reason", "A word less", "--as", "ines")
    #expect(corrected.output.contains("1 correction is on record."))
    #expect(try place.isSound())
    try place.folder.write("", to: "Drills/desk.de.md")
    let gone = try place.run("rescore", "desk", "--preview")
    #expect(gone.output.contains("It was played in “de”"), "\(gone.output)")
  }
}
