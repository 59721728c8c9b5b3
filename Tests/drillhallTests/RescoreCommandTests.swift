// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Ledger
import TestSupport
import Testing

/// A drill or a policy was edited; what that makes of past results, and how they are corrected.
@Suite struct RescoreCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try play("ana", first: "1")
    try play("bob", first: "2")
    try play("cleo", first: "3")
  }

  private func play(_ employee: String, first: String) throws {
    let played = try place.run(
      "run", "desk", "--agree", "--as", employee,
      input: ([first] + SampleLibrary.right.dropFirst()).map { $0 + "\n" }.joined())
    #expect(played.status == .exited(first == "1" ? 0 : 3))
  }

  /// What an author changed, and what it comes to.
  struct Edit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var file = "Drills/desk.md"
    let from: String
    let to: String
    /// Lines of the preview.
    let lines: [String]
  }

  private static let thanks = """
    - [x] Thank you for telling us.
      > **Caller:** Oh. Good.

      > Right, thanks come first.

    """
  private static let blame = """
    - [ ] How could you lose it?
      > Nobody reports twice after this.

    """

  private static func apply(_ edit: Edit, at place: Workplace) throws {
    let original = edit.file.hasPrefix("Drills") ? SampleLibrary.desk : SampleLibrary.policy
    try #require(original.contains(edit.from), "\(edit.testDescription)")
    try place.folder.write(original.replacing(edit.from, with: edit.to), to: edit.file)
  }

  static let tickMoved = Edit(
    testDescription: "the tick moved", from: thanks + blame,
    to: thanks.replacing("[x]", with: "[ ]") + blame.replacing("[ ]", with: "[x]"),
    lines: [
      "This changes 2 past results: 1 up, 1 no longer passed.",
      "ana     1        ", "100 %, passed     75 %, not passed  no longer passed",
      "bob     1        ", "75 %, not passed  100 %, passed     up",
      "\n  “first” had 100 % of 2 points, has 0 %\n",
      "\n  “first” had 0 % of 2 points, has 100 %\n",
    ])

  static let edits = [
    tickMoved,
    Edit(
      testDescription: "a route of the policy leads to somebody else",
      file: "Policies/escalation.md",
      from: "| high | office | security | phone | 1 h |",
      to: "| high | office | service desk | phone | 1 h |",
      lines: [
        "This changes 3 past results: 3 down.", "87.5 %, passed", "62.5 %, not passed",
        "\n  “tell” had 100 % of 4 points, has 75 %\n",
      ]),
    Edit(
      testDescription: "a lower mark", from: "pass: 80", to: "pass: 70",
      lines: ["This changes 2 past results: 2 up.", "\n  the mark was 80 %, is 70 %\n"]),
    Edit(
      testDescription: "answers that moved place", from: thanks + blame, to: blame + thanks,
      lines: ["This changes no past result."]),
    Edit(
      testDescription: "a comma more in an answer", from: "How could you lose it?",
      to: "How could you, lose it?", lines: ["This changes no past result."]),
    Edit(
      testDescription: "a critical failure", from: "- [ ] How could", to: "- [ ] (fail) How could",
      lines: [
        "This changes 1 past result: 1 otherwise.", "75 %, not passed, critical: business",
        "\n  “first” had 0 % of 2 points, has 0 % (critical: business)\n",
      ]),
    Edit(
      testDescription: "an answer that is gone", from: "How could you lose it?",
      to: "Where did you see it last?",
      lines: [
        "This changes no past result.",
        "1 attempt can't be judged anew, and stays as it is:",
        "  bob · attempt 1 · ", "“How could you lose it?” is gone from the drill.",
      ]),
    Edit(
      testDescription: "an item that is gone",
      from: "### Reply: Write to the caller.\n\n_id: note;",
      to: "### Reply: Write to the caller.\n\n_id: letter;",
      lines: [
        "3 attempts can't be judged anew, and stay as they are:",
        "“note” was answered, and is gone from the drill.",
      ]),
    Edit(
      testDescription: "a right answer that nobody saw", from: thanks,
      to: "- [x] Breathe first.\n  > Right.\n" + thanks.replacing("[x]", with: "[ ]"),
      lines: ["“first” asks for “Breathe first.” now, which was not shown."]),
    Edit(
      testDescription: "a story that leads elsewhere", from: "- [ ] How could you lose it?",
      to: "- [ ] How could you lose it? → [Later](#later)",
      lines: ["bob · attempt 1 · ", "The story leads past “note” now, which was answered."]),
  ]

  @Test(arguments: edits) func `the preview says what changes, and changes nothing`(
    edit: Edit
  ) throws {
    var edit = edit
    if edit.testDescription == "a story that leads elsewhere" {
      try place.folder.write(
        SampleLibrary.desk.replacing(edit.from, with: edit.to)
          + "\n\n## Later\n\nIt is evening.\n", to: "Drills/desk.md")
      edit = Edit(testDescription: "", from: "", to: "", lines: edit.lines)
    } else {
      try Self.apply(edit, at: place)
    }
    let scores = try place.run("scores", "--all").output
    let preview = try place.run("rescore", "desk", "--preview")
    #expect(preview.status == .exited(0), "\(preview.errors)")
    for line in edit.lines { #expect(preview.output.contains(line), "\(preview.output)") }
    #expect(try place.run("scores", "--all").output == scores)
    #expect(try place.isSound())
  }

  @Test func `json says the same`() throws {
    try Self.apply(Self.tickMoved, at: place)
    let output = try place.run("rescore", "desk", "--preview", "--format", "json").output
    #expect(output.hasPrefix(#"{"format":"drillhall-rescore","version":1,"drill_id":"desk","#))
    #expect(
      output.contains(
        #""changed":2,"up":1,"down":0,"no_longer_passed":1,"otherwise":0,"unchanged":1"#))
    #expect(output.contains(#""corrections_written":null"#))
    #expect(
      output.contains(
        #""employee_id":"bob","attempt":1,"change":"up","before":{"score_percent":75,"pass_percent":80,"passed":false,"critical":[]}"#
      ))
    #expect(
      output.contains(
        #""items":[{"item":"first","before":{"credit_percent":0,"points":2,"critical":[]},"after":{"credit_percent":100,"points":2,"critical":[]}}]}"#
      ))
  }

  @Test func `where only passing changed, that is what a corrected score says`() throws {
    try place.folder.write(
      SampleLibrary.desk.replacing("pass: 80", with: "pass: 70"), to: "Drills/desk.md")
    let written = try place.run("rescore", "desk", "--reason", "a fairer mark", "--as", "lead")
    #expect(written.status == .exited(0), "\(written.errors)")
    let scores = try place.run("scores", "--all").output
    #expect(
      scores.contains("bob · attempt 1 · passed, 75 % · corrected, was not passed"), "\(scores)")
  }

  @Test func `a correction counts, tells of itself, and leaves what happened as it was`() throws {
    try Self.apply(Self.tickMoved, at: place)
    let written = try place.run(
      "rescore", "desk", "--reason", "the key was wrong", "--as", "lead")
    #expect(written.status == .exited(0), "\(written.errors)")
    #expect(written.output.contains("2 corrections are on record."))
    let scores = try place.run("scores", "--all").output
    #expect(scores.contains("ana · attempt 1 · not passed, 75 % · corrected, was 100 %"))
    #expect(scores.contains("bob · attempt 1 · passed, 100 % · corrected, was 75 %"))
    #expect(scores.contains("cleo · attempt 1 · not passed, 75 % · "))
    let rows = try place.run("export", "csv", "--profile", "data").output
    #expect(rows.contains(",lead,the key was wrong,75,false\r\n"), "\(rows)")
    #expect(
      try place.run("export", "json").output.contains(
        #""corrected_by":"lead","correction_reason":"the key was wrong","original_score_percent":100,"original_passed":true"#
      ))
    for command in ["explain", "replay"] {
      let told = try place.run(command, "last", "--as", "bob").output
      #expect(told.contains("by lead: the key was wrong."), "\(told)")
      #expect(told.contains("It was 75 %, not passed, and is 100 %, passed."), "\(told)")
      #expect(told.contains("“How could you lose it?” earns 0 %."), "\(command): \(told)")
    }
    let explained = try place.run("explain", "last", "--as", "bob").output
    #expect(explained.contains("This answer is judged otherwise:"), "\(explained)")
    #expect(explained.contains("“How could you lose it?” is the right answer."), "\(explained)")
    #expect(try place.isSound())
    let again = try place.run("rescore", "desk", "--reason", "once more", "--as", "lead")
    #expect(again.output.hasPrefix("This changes no past result."))
    // Back to the former text: the correction itself is corrected, and the first result is kept.
    try place.folder.write(SampleLibrary.desk, to: "Drills/desk.md")
    let back = try place.run("rescore", "desk", "--reason", "it was right", "--as", "lead")
    #expect(back.output.contains("2 corrections are on record."))
    #expect(try place.run("scores", "--as", "ana").output.contains("passed, 100 % · corrected"))
    #expect(try place.run("rebuild").status == .exited(0))
    #expect(try place.isSound())
  }

  @Test func `another file can be judged with, of the same drill only`() throws {
    let edited = SampleLibrary.desk.replacing("pass: 80", with: "pass: 70")
    try place.folder.write(edited, to: "draft.md")
    let draft = place.folder.file("draft.md")
    let preview = try place.run("rescore", "desk", "--preview", "--with", draft)
    #expect(preview.output.hasPrefix("This changes 2 past results: 2 up."))
    let other = try place.run("rescore", "long", "--preview", "--with", draft)
    #expect(other.status == .exited(64))
    #expect(other.errors.contains("is the drill “desk”, and “long” is to be judged."))
  }

  @Test(arguments: [
    ([], "Look first, with --preview."),
    (["--preview", "--reason", "x"], "Give one of them."),
    (["--reason", "  "], "A correction needs a reason."),
    (["--reason", "a\nb"], "A reason is one line"),
    (["--reason", String(repeating: "x", count: 501)], "at most 500 bytes"),
  ])
  func `a correction needs a reason, of one line`(options: [String], words: String) throws {
    let result = try PipedProcess.run(
      place.program, ["rescore", "desk"] + options, environment: place.environment)
    #expect(result.status == .exited(64))
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try place.run("rescore", "nothing", "--preview").status == .exited(66))
  }

  @Test func `a correction that its answers don't bear out is found`() throws {
    let store = try Store.open(at: place.store, now: 0, projections: [AttemptProjection()])
    let log = AttemptLog(store)
    let attempt = try #require(try log.attempts(of: "bob").first)
    let records = try log.records(of: attempt.attempt)
    let state = AttemptState(folding: records)
    let started = try #require(state.started)
    let before = try #require(state.outcome)
    var answers = state.results
    answers[0].credit = .full
    answers[0].passed = true
    try log.correct(
      .init(
        by: "lead", reason: "a favour", version: started.version,
        drillDigest: started.drillDigest, policyDigests: started.policyDigests, variant: 0,
        before: before, after: .init(Score(answers), pass: started.pass), answers: answers),
      at: Instant(milliseconds: 4_000_000_000_000), of: attempt.attempt, employee: "bob",
      expecting: records.count, content: [])
    let verified = try place.run("verify")
    #expect(verified.status == .exited(1))
    #expect(
      verified.output.contains(
        "It records the outcome 100 %, passed for “the correction”, and the same judge now says "
          + "75 %, not passed."), "\(verified.output)")
  }

  /// Copies bob's attempt under other ids, so that there is much to correct.
  private func copy(_ count: Int) throws {
    let store = try Store.open(at: place.store, now: 0, projections: [AttemptProjection()])
    let log = AttemptLog(store)
    let original = try #require(try log.attempts(of: "bob").first)
    let records = try log.records(of: original.attempt)
    for index in 0..<count {
      var copy = records
      let id = "99999999-2222-4333-8444-5555555555\(SampleLibrary.padded(index + 10))"
      guard case .started(var started) = copy[0].event else { return }
      started.attempt = id
      started.number = index + 2
      copy[0].event = .started(started)
      try log.append(copy, to: id, employee: "bob", expecting: 0)
    }
  }

  /// How many corrections each attempt has.
  private func corrections() throws -> [Int] {
    let store = try Store.open(
      at: place.store, mode: .readOnly, now: 0, projections: [AttemptProjection()])
    let log = AttemptLog(store)
    return try log.attempts().map {
      AttemptState(folding: try log.records(of: $0.attempt)).corrections.count
    }
  }

  @Test func `killed in the middle, an attempt is corrected or is not, and a second run goes on`()
    throws
  {
    try copy(60)
    try Self.apply(Self.tickMoved, at: place)
    for delay in ["0.04", "0.06", "0.08", "0.1"] {
      _ = try place.shell(
        "\"$0\" rescore desk --reason broken --as lead >/dev/null 2>&1 & pid=$!; sleep \(delay); "
          + "kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null; true")
      #expect(try corrections().allSatisfy { $0 <= 1 })
      #expect(try place.isSound())
    }
    // Two at once: each attempt is corrected by one of them.
    _ = try place.shell(
      "\"$0\" rescore desk --reason one --as lead >/dev/null & "
        + "\"$0\" rescore desk --reason two --as lead >/dev/null; wait")
    #expect(try corrections().sorted() == [0] + Array(repeating: 1, count: 62))
    #expect(
      try place.run("rescore", "desk", "--preview").output.hasPrefix("This changes no past"))
    #expect(try place.isSound())
  }
}
