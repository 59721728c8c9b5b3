// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import TestSupport
import Testing

/// Questions of other programs, taken over and given back by the real program.
@Suite struct ExchangeCommandTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func file(_ text: String, _ name: String = "old-quiz.gift") throws -> String {
    try place.folder.write(text, to: name)
    return place.folder.file(name)
  }

  private static let quiz = """
    $CATEGORY: Desk

    // [id:7] [tag:cards]
    ::Card::[html]A guest reads out a <b>card</b> number. {
    	=Stop the guest#Nothing is written.
    	~%-50%Write it down#It stays for years.
    }

    """

  @Test func `a quiz becomes a drill that can be checked, and comes back`() throws {
    let path = try file(Self.quiz)
    let target = place.folder.file("Drills/quiz.md")
    let made = try place.run("import", "gift", path, "-o", target)
    #expect(made.status == .exited(0), "\(made.errors)")
    #expect(made.output.isEmpty)
    #expect(
      made.errors.contains("\(path):4:1: warning: “Card” gives “Write it down” the weight -50 %"))
    #expect(made.errors.contains("in bold") && made.errors.contains("1 question taken."))
    let check = try place.run("check", target)
    #expect(check.status == .exited(0), "\(check.output)")
    let back = try place.run("export-drill", "gift", "old-quiz")
    #expect(back.status == .exited(0), "\(back.errors)")
    #expect(back.output.contains("\n// [id:7] [tag:cards]\n::Card::[html]A guest"))
    #expect(back.output.contains("\t~%-50%Write it down#It stays for years."))
  }

  @Test func `a drill that is there is not written over unless it is said`() throws {
    let path = try file("So{T}\n")
    let target = place.folder.file("Drills/desk.md")
    let before = FileManager.default.contents(atPath: target)
    let kept = try place.run("import", "gift", path, "-o", target)
    #expect(kept.status == .exited(73) && kept.errors.contains("--force"))
    #expect(FileManager.default.contents(atPath: target) == before)
    let forced = try place.run("import", "gift", path, "-o", target, "--force")
    #expect(forced.status == .exited(0), "\(forced.errors)")
    #expect(FileManager.default.contents(atPath: target) != before)
  }

  @Test func `a question without a key is an error that names it, and nothing is written`() throws {
    let path = try file("So{T}\n\n::Who::Who is told? {~a ~b}\n")
    let target = place.folder.file("Drills/quiz.md")
    let refused = try place.run("import", "gift", path, "-o", target)
    #expect(refused.status == .exited(65))
    #expect(refused.errors.contains("\(path):3:1: error: “Who” has no key"))
    #expect(!FileManager.default.fileExists(atPath: target))
    let skipped = try place.run("import", "gift", path, "--skip")
    #expect(skipped.status == .exited(0) && skipped.output.contains("### Choose: So"))
  }

  @Test func `a kind that GIFT has not is left out, an answer that it can't say is refused`() throws
  {
    let drill = place.folder.file("Drills/mixed.md")
    let made = try place.run("import", "gift", try file("So{T}\n"), "-o", drill)
    #expect(made.status == .exited(0), "\(made.errors)")
    let text = try #require(FileManager.default.contents(atPath: drill))
    let mixed =
      String(decoding: text, as: UTF8.self).replacing("### Choose: So", with: "### Choose: *So*")
      + "\n### Order: How?\n\n1. One.\n2. Two.\n"
    try place.folder.write(mixed, to: "Drills/mixed.md")
    let target = place.folder.file("mixed.gift")
    let left = try place.run("export-drill", "gift", drill, "-o", target)
    #expect(left.status == .exited(0))
    #expect(left.errors.contains("warning: “How?” (Order) has no counterpart in GIFT, and is left"))
    #expect(left.errors.contains("How the question is set (“So”) has no place in GIFT."))
    #expect(FileManager.default.fileExists(atPath: target))
    try place.folder.write(
      mixed + "\n### Match: Where?\n\n| Way | End |\n|---|---|\n| Up -> down | a |\n| Away | b |\n",
      to: "Drills/mixed.md")
    let other = place.folder.file("other.gift")
    let refused = try place.run("export-drill", "gift", drill, "-o", other)
    #expect(refused.status == .exited(65) && refused.output.isEmpty)
    #expect(refused.errors.contains("--skip leaves such questions out."))
    #expect(!FileManager.default.fileExists(atPath: other))
    let skipped = try place.run("export-drill", "gift", drill, "--skip")
    #expect(skipped.status == .exited(0) && skipped.output.contains("So"), "\(skipped.errors)")
    #expect(!skipped.output.contains("Where?"))
  }

  @Test func `Aiken, a file that is not there, and a drill without questions for GIFT`() throws {
    let path = try file("Who?\nA. a\nB. b\nANSWER: B\n", "quiz.txt")
    let made = try place.run("import", "aiken", path, "--title", "A quiz", "--duty", "escalation")
    #expect(made.status == .exited(0) && made.output.contains("- [x] b"), "\(made.errors)")
    #expect(made.output.contains("id: a-quiz\n") && made.output.contains("duty: escalation\n"))
    #expect(try place.run("import", "gift", place.folder.file("none")).status == .exited(66))
    #expect(try place.run("import", "gift", path, "--duty", "cooking").status == .exited(64))
    #expect(try place.run("export-drill", "gift", "none").status == .exited(66))
  }
}
