// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// A drill begun from an incident record by the real program: what it writes, and what it refuses.
@Suite struct IncidentCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// A record that can't be read, and why.
  struct Bad: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Nil where there is no such file.
    let bytes: [UInt8]?
    var status: Int32 = 65
    let words: String
  }

  /// The repository's own policies, which answer what they can.
  private static let policies = ["DRILLHALL_POLICIES": "\(Transcript.root)/Policies"]

  private static let bad = [
    Bad(testDescription: "a file that is not there", bytes: nil, status: 66, words: "record.md"),
    Bad(
      testDescription: "a program", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1, 0xFF], words: "record.md"),
    Bad(
      testDescription: "no UTF-8", bytes: Array("# A day\n\nCaf".utf8) + [0xE9, 0x0A],
      words: "UTF-8"),
    Bad(
      testDescription: "too much", bytes: Array(repeating: 0x61, count: (1 << 20) + 1),
      words: "record.md"),
    Bad(testDescription: "an empty file", bytes: [], words: "tells of no incident"),
    Bad(
      testDescription: "headings alone", bytes: Array("# A day\n\n## Timeline\n".utf8),
      words: "tells of no incident"),
  ]

  @Test(arguments: bad) func `a record that can't be used is refused, and nothing is written`(
    bad: Bad
  ) throws {
    if let bytes = bad.bytes { try place.folder.write(bytes, to: "record.md") }
    let output = place.folder.file("Drills/draft.md")
    let result = try place.run(
      "new", "--from-incident", place.folder.file("record.md"), "-o", output)
    #expect(result.status == .exited(bad.status), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(bad.words), "\(result.errors)")
    #expect(!result.errors.contains("fault of drillhall"))
    #expect(!place.folder.names(in: "Drills").contains("draft.md"))
  }

  @Test func `a draft lies in the folder of the duty that it was given`() throws {
    try place.folder.write(
      "# The list\n\nA guest list was sent to the wrong company.\n\n## Timeline\n\n"
        + "- 09:40 The list is sent.\n- 09:50 Security is told by phone.\n", to: "record.md")
    let result = try place.run(
      "new", "--from-incident", place.folder.file("record.md"), environment: Self.policies)
    #expect(result.status == .exited(0), "\(result.errors)")
    let text = place.folder.text(of: "Drills/data-handling/the-list.md")
    #expect(text?.contains("duty: data-handling\n") == true, "\(result.output)")
  }

  @Test func `a record becomes a whole draft, with roles for names and marks where none is known`()
    throws
  {
    try place.folder.write(IncidentGolden.record, to: "record.md")
    let output = place.folder.file("Drills/draft.md")
    let result = try place.run(
      "new", "--from-incident", place.folder.file("record.md"), "-o", output,
      environment: Self.policies)
    #expect(result.status == .exited(0), "\(result.errors)")
    let text = String(
      decoding: try #require(place.folder.bytes(of: "Drills/draft.md")), as: UTF8.self)
    // The day of the next review is a year from the day of the test.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix("review-by: ") ? "review-by: 2099-12-31" : String($0)
    }
    let kept = IncidentGolden.draft.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, (told, kept)) in zip(lines, kept).enumerated() {
      try #require(told == kept, "line \(line + 1)\n\(lines.joined(separator: "\n"))")
    }
    #expect(lines.count == kept.count)
    // What is listed is what is marked, and so are the names whose role nobody gave.
    let marks = lines.indices.filter { lines[$0].contains("TODO:") }.map { "\(output):\($0 + 1): " }
    let listed = result.output.split(separator: "\n").filter { $0.hasPrefix("\(output):") }
    #expect(listed.count == marks.count)
    #expect(zip(listed, marks).allSatisfy { $0.hasPrefix($1) }, "\(listed)")
    #expect(result.output.contains("The record does not say: who was told when.\n"))
    #expect(
      result.output.contains(
        "record.md:29: “It was raining.” is not taken over: the part “Remarks” is not understood.\n"
      ), "\(result.output)")
    let check = try place.run("check", output, environment: Self.policies)
    #expect(check.status == .exited(0), "\(check.output)")
  }

  @Test func `a record without a timeline gives a draft, and says what is missing`() throws {
    try place.folder.write("The scanner stopped, and nobody knew whom to call.\n", to: "record.md")
    let output = place.folder.file("Drills/draft.md")
    let result = try place.run(
      "new", "--from-incident", place.folder.file("record.md"), "-o", output)
    #expect(result.status == .exited(0), "\(result.errors)")
    #expect(
      result.output.contains(
        "The record does not say: a timeline, which data, who was told when, what was done, lessons."
      ))
    let again = try place.run(
      "new", "--from-incident", place.folder.file("record.md"), "-o", output)
    #expect(again.status == .exited(73) && again.errors.contains("is there already"))
    #expect(try place.run("check", output).status == .exited(0))
  }

  @Test func `that there are no policies is said, and the draft is written all the same`() throws {
    try place.folder.write("The scanner stopped, and nobody knew whom to call.\n", to: "record.md")
    try place.folder.makeFolder("empty")
    try place.folder.makeFolder("empty/Policies")
    for (named, words) in [
      ("", "There is no folder “Policies” here, so the drill names no policy."),
      ("--policies empty/Policies", "There is no policy in “empty/Policies”, so the drill"),
    ] {
      let result = try place.shell(
        "cd \(place.folder.file("")) && mv Policies Other 2>/dev/null; env -u DRILLHALL_POLICIES "
          + "\"$0\" new --from-incident record.md -o draft\(named.count).md \(named)")
      #expect(result.status == .exited(0), "\(result.errors)")
      #expect(result.errors.hasPrefix(words), "\(result.errors)")
      #expect(result.output.contains("is written, a draft."))
    }
    let named = try place.run(
      "new", "--from-incident", place.folder.file("record.md"), "-o", place.folder.file("d.md"),
      environment: Self.policies)
    #expect(named.errors.isEmpty)
  }
}
