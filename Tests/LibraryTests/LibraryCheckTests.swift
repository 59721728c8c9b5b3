// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Library

@Suite("Checking a library")
struct LibraryCheckTests {
  private static func drill(_ id: String, _ more: String = "") -> String {
    """
    ---
    drill: 1
    id: \(id)
    version: 1
    title: A test
    summary: It tests.
    duty: escalation
    moment: during
    level: 1
    competencies: [habits]
    audience: [everyone]
    minutes: 5
    pass: 80
    review-by: 2027-01-01
    ---
    # A test

    ## Opening

    ### Choose: What?

    - [x] Help.
      > Yes.
    - [ ] Wait.
      > No.
    \(more)
    """
  }

  private static func findings(_ folder: SampleFolder, _ paths: [String] = []) throws -> [String] {
    let library = DrillLibrary(
      drills: LibraryFolder(folder.path + "/Drills"),
      policies: LibraryFolder(folder.path + "/Policies"))
    let today = try #require(CalendarDate("2026-06-01"))
    var found: [String] = []
    _ = try LibraryCheck(library, today: today).run(paths) { findings in
      found += findings.map {
        "\($0.place.file.dropFirst(folder.path.count + 1)):\($0.place.line) \($0.rule.code)"
      }
    }
    return found
  }

  @Test("a policy with an error of its own is no policy that is missing")
  func brokenPolicy() throws {
    let folder = try SampleFolder()
    try folder.write(
      "Policies/supplier-access.md",
      "---\npolicy: supplier-access\ntitle: Access\nowner: Nobody\nversion: 1\neffective: 01.12.2026\n"
        + "review-by: 2027-06-30\n---\n# Access\n\n## Keys\n\nWords.\n")
    let drill = Self.drill("a", "\nSee [keys](../Policies/supplier-access.md#keys).\n")
      .replacing("minutes: 5", with: "minutes: 5\npolicies: [supplier-access]")
      .replacing("  > Yes.", with: "  > [Yes](../Policies/supplier-access.md#keys).")
      .replacing("\nSee [keys](../Policies/supplier-access.md#keys).\n", with: "")
    try folder.write("Drills/a.md", drill)
    #expect(try Self.findings(folder) == ["Policies/supplier-access.md:6 F009"])
    #expect(
      try Self.findings(folder, [folder.path + "/Drills/a.md"])
        == ["Policies/supplier-access.md:6 F009"])
    let library = DrillLibrary(
      drills: LibraryFolder(folder.path + "/Drills"),
      policies: LibraryFolder(folder.path + "/Policies"))
    // Looked at, and never played.
    #expect(library.checkedPolicies().map(\.id) == ["supplier-access"])
    #expect(library.allPolicies().isEmpty)
    #expect(library.policyErrors().map(\.rule.code) == ["F009"])
    try folder.write("Drills/a.md", drill.replacing("[supplier-access]", with: "[suplier]"))
    #expect(try Self.findings(folder).contains { $0.hasPrefix("Drills/a.md") })
  }

  @Test("a file that is named and no drill is not read as one")
  func others() throws {
    let folder = try SampleFolder()
    try folder.write("Drills/a.md", Self.drill("a"))
    try folder.write("Drills/a.answers.md", "# Golden answers")
    try folder.write("Drills/README.md", "# Our drills")
    try folder.write("Drills/snippets/part.md", "# Parts")
    try folder.write("Drills/snippets/drill.md", Self.drill("b", "\n<div>"))
    try folder.write("note.md", "# A note")
    try folder.write("policy.md", "---\npolicy: 1\nid: p\n---\n\n# P\n")
    let names = [
      "Drills/a.md", "Drills/a.answers.md", "Drills/README.md", "Drills/snippets/part.md",
      "Drills/snippets/drill.md", "note.md", "policy.md",
    ]
    let paths = names.map { folder.path + "/" + $0 }
    let kinds: [LibraryFile] = [.drill, .answers, .readme, .snippet, .drill, .drill, .policy]
    #expect(paths.map { LibraryFile.of($0) } == kinds)
    #expect(LibraryFile.of("/snippets/Drills/a.md", bytes: []) == .drill)
    #expect(LibraryFile.of("/Drills/snippets/a.md", bytes: []) == .snippet)
    let marked = Array("\u{FEFF}---\ndrill: 1\n---\n".utf8)
    #expect(LibraryFile.of("/Drills/snippets/a.md", bytes: marked) == .drill)
    #expect(LibraryFile.notes(on: paths).count == 3)
    let found = try Self.findings(folder, paths)
    #expect(
      !found.contains { $0.contains("answers") || $0.contains("README") || $0.contains("part") })
    #expect(found.contains { $0.hasPrefix("Drills/snippets/drill.md") && $0.hasSuffix("M008") })
    #expect(found.contains("note.md:1 F001"))
    #expect(found.contains { $0.hasPrefix("policy.md") } && !found.contains { $0.contains("D101") })
  }

  @Test("a sound library has no finding; each file's own are found")
  func check() throws {
    let folder = try SampleFolder()
    try folder.write("Policies/README.md", "")
    try folder.write("Drills/a.md", Self.drill("a"))
    #expect(try Self.findings(folder) == [])
    try folder.write("Drills/b.md", Self.drill("b", "\nSee [a](#gone)."))
    try folder.write("Drills/c.md", "")
    let found = try Self.findings(folder)
    #expect(found.contains("Drills/b.md:27 D202"), "\(found)")
    #expect(found.contains("Drills/c.md:1 S011"), "\(found)")
    #expect(try Self.findings(folder, [folder.path + "/Drills/a.md"]) == [])
  }

  @Test("a snippet is read inside the drills' folder only, and its findings are told once")
  func snippets() throws {
    let folder = try SampleFolder()
    try folder.write("Policies/README.md", "")
    let use = "\n## Later\n\nUse: [Part](../snippets/part.md#one)\n"
    try folder.write("Drills/a/one.md", Self.drill("one", use))
    try folder.write("Drills/a/two.md", Self.drill("two", use))
    try folder.write("Drills/snippets/part.md", "# Part\n\n## One\n\nText.\n")
    let found = try Self.findings(folder)
    #expect(found == [])
    try folder.write("Drills/snippets/part.md", "# Part\n\n## One\n\nText <b>bold</b>.\n")
    #expect(try Self.findings(folder) == ["Drills/snippets/part.md:5 M008"])
    try folder.write("outside.md", "# Part\n\n## One\n\nText.\n")
    try folder.link("Drills/snippets/out.md", to: folder.path + "/outside.md")
    try folder.write(
      "Drills/a/two.md",
      Self.drill("two", use.replacing("part.md", with: "out.md")))
    try folder.write("Drills/snippets/part.md", "# Part\n\n## One\n\nText.\n")
    #expect(try Self.findings(folder) == ["Drills/a/two.md:29 D402"])
  }

  @Test(
    "a copy that is called like a translation, and does not say that it is one, is told so once")
  func unmarked() throws {
    let folder = try SampleFolder()
    try folder.write("Policies/README.md", "")
    try folder.write("Drills/a.md", Self.drill("a"))
    try folder.write("Drills/a.fr.md", Self.drill("a"))
    #expect(try Self.findings(folder) == ["Drills/a.fr.md:1 D411"])
    try folder.write("Drills/a.fr.md", "---\nlang: fr\n---\n# A\n")
    #expect(try Self.findings(folder) == ["Drills/a.fr.md:1 D411"])
    try folder.write("Drills/a.fr.md", Self.drill("another"))
    #expect(try Self.findings(folder) == [])
  }

  @Test("an id belongs to one drill")
  func equal() throws {
    let folder = try SampleFolder()
    try folder.write("Policies/README.md", "")
    try folder.write("Drills/a.md", Self.drill("same"))
    try folder.write("Drills/b.md", Self.drill("same"))
    #expect(try Self.findings(folder) == ["Drills/b.md:1 D127"])
  }

  @Test("a file that can't be read is a finding and no end")
  func unreadable() throws {
    let folder = try SampleFolder()
    try folder.write("Policies/README.md", "")
    try folder.write("Drills/z.md", Self.drill("z"))
    try folder.link("Drills/a.md", to: "/etc/passwd")
    #expect(try Self.findings(folder) == ["Drills/a.md:1 L001"])
    #expect(
      try Self.findings(folder, [folder.path + "/Drills/gone.md"]) == ["Drills/gone.md:1 L002"])
  }

  @Test("links must lead from the drill to the policy, wherever the check is started")
  func folders() throws {
    let folder = try SampleFolder()
    try folder.write(
      "Policies/care.md",
      """
      ---
      policy: care
      title: Care
      owner: Ines
      version: 1
      effective: 2026-01-01
      review-by: 2099-06-30
      ---
      # Care

      ## Promises

      We ring back.
      """)
    let drill = Self.drill("a", "\nFeedback:\n\n> See [care](../Policies/care.md#promises).")
      .replacing("pass: 80", with: "pass: 80\npolicies: [care]")
    try folder.write("Drills/a.md", drill)
    #expect(try Self.findings(folder) == [])
    #expect(try Self.findings(folder, ["\(folder.path)/./Drills/a.md"]) == [])
    try folder.write("Drills/post/a.md", drill)
    #expect(
      try Self.findings(folder, [folder.path + "/Drills/post/a.md"]).map { $0.suffix(4) } == [
        "D216"
      ])
    try folder.write("Drills/a.md", drill.replacing("../Policies/", with: "wrong/place/"))
    #expect(
      try Self.findings(folder, [folder.path + "/Drills/a.md"]).map { $0.suffix(4) } == ["D216"])
  }

  @Test("lists hold the drills that can be read, by duty, level and id")
  func entries() throws {
    let folder = try SampleFolder()
    try folder.write("Policies/README.md", "")
    try folder.write("Drills/2.md", Self.drill("a"))
    try folder.write("Drills/1.md", Self.drill("b"))
    try folder.write("Drills/0.md", "no drill")
    let library = DrillLibrary(
      drills: LibraryFolder(folder.path + "/Drills"),
      policies: LibraryFolder(folder.path + "/Policies"))
    #expect(library.entries().map(\.header.id) == ["a", "b"])
    let entry = try #require(library.entries().first)
    let playable = try library.playable(entry).get()
    #expect(playable.variants.map(\.header.id) == ["a"])
  }

  @Test("a policy that links to one that the drill does not list keeps nobody from playing")
  func linkedPolicy() throws {
    let folder = try SampleFolder()
    for (id, text) in [("care", "See [rest](rest.md#sleep)."), ("rest", "Rest.")] {
      try folder.write(
        "Policies/\(id).md",
        """
        ---
        policy: \(id)
        title: \(id)
        owner: Anna
        version: 1
        effective: 2026-01-01
        review-by: 2027-01-01
        ---
        # \(id)

        ## Sleep

        \(text)
        """)
    }
    try folder.write(
      "Drills/a.md", Self.drill("a").replacing("pass: 80\n", with: "pass: 80\npolicies: [care]\n"))
    #expect(try Self.findings(folder) == [])
    let library = DrillLibrary(
      drills: LibraryFolder(folder.path + "/Drills"),
      policies: LibraryFolder(folder.path + "/Policies"))
    guard case .success = library.playable(try #require(library.entries().first)) else {
      Issue.record("it can't be played")
      return
    }
  }

  @Test("a drill whose policy is missing is not played, and says which")
  func missingPolicy() throws {
    let folder = try SampleFolder()
    try folder.write("Policies/README.md", "")
    try folder.write(
      "Drills/a.md",
      Self.drill("a").split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0 == "pass: 80" ? "pass: 80\npolicies: [gone]" : String($0) }
        .joined(separator: "\n"))
    let library = DrillLibrary(
      drills: LibraryFolder(folder.path + "/Drills"),
      policies: LibraryFolder(folder.path + "/Policies"))
    let entry = try #require(library.entries().first)
    guard case .failure(let problem) = library.playable(entry) else {
      Issue.record("it is played")
      return
    }
    #expect(problem.diagnostics.map(\.rule.code) == ["L004"])
    #expect(problem.diagnostics.first?.message.contains("“gone”") == true)
  }
}
