// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Library

/// Which text of a drill is listed and played in a language.
@Suite("Drills in languages")
struct DrillLanguageTests {
  private static func drill(_ id: String, version: Int = 1, language: String? = nil) -> String {
    """
    ---
    drill: 1
    id: \(id)
    version: \(version)
    title: Title of \(id)
    summary: It tests.
    duty: escalation
    moment: during
    level: 1
    competencies: [habits]
    audience: [everyone]
    minutes: 5
    pass: 80
    review-by: 2027-01-01
    \(language.map { "lang: \($0)\n" } ?? "")---
    # Title of \(id)

    ## Opening

    ### Choose: What?

    - [x] Help.
      > Yes.
    - [ ] Wait.
      > No.
    """
  }

  private static func translation(
    of id: String, into language: String, version: Int = 1
  ) -> String {
    """
    ---
    drill: 1
    translates: \(id)
    lang: \(language)
    version: \(version)
    title: \(id) (\(language))
    summary: \(language).
    ---
    # \(id) (\(language))

    ## \(language)

    ### Choose: \(language)?

    - A.
      > B.
    - C.
      > D.
    """
  }

  private let folder: SampleFolder
  private let library: DrillLibrary

  init() throws {
    folder = try SampleFolder()
    try folder.write("Drills/a/one.md", Self.drill("one"))
    try folder.write("Drills/a/one.de.md", Self.translation(of: "one", into: "de"))
    try folder.write("Drills/a/one.pt-BR.md", Self.translation(of: "one", into: "pt-BR"))
    try folder.write("Drills/two.md", Self.drill("two", version: 2))
    try folder.write("Drills/two.de.md", Self.translation(of: "two", into: "de"))
    try folder.write("Drills/three.md", Self.drill("three", language: "de"))
    // Called like a translation, and none.
    try folder.write("Drills/two.old.md", Self.drill("two-old"))
    library = DrillLibrary(
      drills: LibraryFolder(folder.path + "/Drills"),
      policies: LibraryFolder(folder.path + "/Policies"))
  }

  private func titles(_ language: String?) -> [String] {
    library.language = language.flatMap { LanguageTag($0) }
    return library.entries().map(\.header.title)
  }

  @Test("a drill is listed once, by its translation where that is wanted and of its version")
  func entries() {
    #expect(
      titles(nil) == ["Title of one", "Title of three", "Title of two", "Title of two-old"])
    #expect(
      titles("de") == ["one (de)", "Title of three", "Title of two", "Title of two-old"])
    #expect(titles("DE-at").first == "one (de)")
    #expect(titles("pt-br").first == "one (pt-BR)")
    #expect(titles("pt").first == "Title of one")
    library.language = LanguageTag("de")
    #expect(library.entries().map(\.isTranslationBehind) == [false, false, true, false])
    #expect(library.languages().map(\.text) == ["de", "pt-br"])
  }

  @Test("a translation that keeps all of its original's keys is one all the same")
  func copied() throws {
    try folder.write(
      "Drills/a/one.de.md",
      Self.drill("one").replacing(
        "id: one", with: "translates: one\nlang: de\nid: one"
      ).replacing("Title of one", with: "Eins und alles"))
    #expect(titles(nil).first == "Title of one")
    #expect(titles("de").first == "Eins und alles")
  }

  @Test("two translations into one language are told")
  func twins() throws {
    try folder.write("Policies/README.md", "")
    try folder.write("Drills/a/one.DE.md", Self.translation(of: "one", into: "de"))
    var found: [String] = []
    _ = try LibraryCheck(library, today: CalendarDate(daysSinceEpoch: 20_500)).run([]) {
      found += $0.filter { $0.rule.code == "D127" }.map(\.message)
    }
    #expect(found.count == 1 && found[0].hasPrefix("There is a translation of “one in de” already"))
  }

  @Test("a copy that does not say yet that it is a translation takes nobody's place")
  func unmarked() throws {
    try folder.write(
      "Drills/a/one.de.md", Self.drill("one").replacing("Title of one", with: "Copied"))
    #expect(titles(nil).first == "Title of one")
  }

  @Test("the narrowest tag that is current wins, and the original's own language counts as one")
  func narrow() throws {
    try folder.write(
      "Drills/a/one.de-AT.md", Self.translation(of: "one", into: "de-AT", version: 9))
    #expect(titles("de-AT").first == "one (de)")
    try folder.write("Drills/three.de-AT.md", Self.translation(of: "three", into: "de-AT"))
    let fresh = DrillLibrary(
      drills: library.drills, policies: library.policies, language: LanguageTag("de-AT"))
    #expect(fresh.entries().contains { $0.header.title == "three (de-AT)" })
    #expect(fresh.languages().map(\.written) == ["de", "de-AT", "pt-BR"])
  }

  @Test("what is played is the translation with the original's keys, bound as a whole")
  func played() throws {
    library.language = LanguageTag("de")
    let entry = try #require(library.entries(named: "one").first)
    let playable = try library.playable(entry).get()
    #expect(playable.variants[0].header.language == "de")
    #expect(playable.variants[0].scenes.map(\.slug) == ["opening"])
    let again = try DrillLibrary.playable(playable.source, policies: [:]).get()
    #expect(again.variants[0].scenes.map(\.title) == ["de"])
  }

  @Test("a translation that lacks a part is not played, and the finding says what")
  func broken() throws {
    try folder.write(
      "Drills/a/one.de.md",
      Self.translation(of: "one", into: "de").replacing("\n  > D.", with: ""))
    library.language = LanguageTag("de")
    let entry = try #require(library.entries(named: "one").first)
    guard case .failure(let problem) = library.playable(entry) else {
      Issue.record("it is played")
      return
    }
    #expect(problem.diagnostics.map(\.rule.code) == ["D413"])
  }
}
