// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Testing

@testable import DrillKit

@Suite("Hostile input")
struct HostileTextTests {
  @Test("a clear finding, at its line", arguments: HostileBytes.cases)
  func bytes(_ example: HostileBytes) throws {
    var found: [Diagnostic] = []
    let took = try Self.seconds { found = try DrillText.diagnostics(of: example.bytes) }
    #expect(
      found.contains { $0.rule.code == example.code }, "\(found.prefix(5).map(\.description))")
    if !["S009", "S012", "S013"].contains(example.code) {
      let first = found.first { $0.rule.code == example.code }
      #expect(first?.place.line == example.line, "\(String(describing: first))")
    }
    #expect(took < 2)
    // No message carries what it refuses.
    for finding in found { #expect(ForbiddenScalar.first(in: finding.description) == nil) }
  }

  @Test("lines and tables at the limit are read")
  func limits() throws {
    let line = String(repeating: "a ", count: 4096)
    let columns = String(repeating: "| a ", count: 64) + "|"
    let dashes = String(repeating: "|---", count: 64) + "|"
    let text =
      "\(line)\n\n\(columns)\n\(dashes)\n\(columns)\n\n" + String(repeating: ">", count: 15) + " a"
    #expect(try DrillText(DrillText.told(text)).findings() == [])
  }

  /// Texts of a tenth of the limit, each built to make some loop run over all of it again and again:
  /// what takes 2 s here would take minutes at 1 MiB if it were quadratic, and 20 s if it is not.
  static let large: [(name: String, text: String)] = [
    ("scenes", repeated("## a\n\n")),
    ("scenes of different names", numbered { "## a\($0)\n\n" }),
    ("items", repeated("### Choose: a\n\n")),
    ("whole items", numbered { "### Choose: a\n\n_id: a\($0)_\n\n- [x] b\n- [ ] c\n\n" }),
    ("answers", "### Choose: a\n\n" + numbered { "- [ ] a\($0)\n" }),
    ("answers with feedback", "### Choose: a\n\n" + numbered { "- [ ] a\($0)\n  > b\n" }),
    ("numbered lines", "### Order: a\n\n" + numbered { "\($0). a\n" }),
    ("facts", "Facts:\n\n" + numbered { "- Now\($0): a\n" }),
    ("Next lines", "Next:\n\n" + repeated("- [a](#a) when failed [b](#c)\n")),
    ("conditions", repeated("_when failed [a](#b)_\n\na\n\n")),
    ("setting lines", "### Choose: a\n\n" + repeated("_id: a_\n\n")),
    ("one setting line", "### Choose: a\n\n_" + Self.repeated("id: a;\n") + "_"),
    ("hints", "### Choose: a\n\n" + repeated("Hint: a\n\n")),
    ("lists that fell apart", repeated("- a\n* b\n")),
    ("feedback that is not indented", "### Choose: a\n\n" + repeated("- [ ] a\n> b\n\n")),
    ("comments between answers", "### Choose: a\n\n" + repeated("- [ ] a\n\n<!-- b -->\n\n")),
    ("links to nowhere in one paragraph", repeated("[a](#b)\n")),
    ("links to nowhere", repeated("[a](#b)\n\n")),
    ("links out in one paragraph", repeated("[a](http://b)\n")),
    ("links to no clause", repeated("[a](b.md#c)\n")),
    ("live links", repeated("<http://b>\n")),
    ("arrows", repeated("→ [a](#b)\n")),
    ("link definitions", repeated("[a]: b\n\n")),
    ("link definitions and uses", numbered { "[a\($0)]: /b\n\n[a\($0)]\n\n" }),
    ("link definitions and code", repeated("[a]: b\n\n```\nc\n```\n\n")),
    ("strikes in one paragraph", repeated("~~a\n")),
    ("brackets", repeated("[[[[[[[[[[[[[[[[\n")),
    ("open links", repeated("[a](b\n")),
    ("images", repeated("![[]()")),
    ("emphasis", repeated("*a **b\n")),
    ("mixed emphasis", repeated("_a __b *c\n")),
    ("backticks", (1...400).map { String(repeating: "`", count: $0) + "a\n" }.joined()),
    ("HTML", repeated("<a\n")),
    ("HTML comments", repeated("a <!--\n")),
    ("entities", repeated("&#27;\n")),
    ("a quote in one piece", repeated("> a\n")),
    ("a swallowed line each", repeated("> a\nb\n\n")),
    ("nested quotes", repeated("> > > > > > > > > > > > > > a\n")),
    ("nested lists", (0..<300).map { String(repeating: " ", count: $0 * 2) + "- a\n" }.joined()),
    ("rows", "| a | b |\n|---|---|\n" + repeated("| c | d |\n")),
    (
      "rows that are completed",
      String(repeating: "|a", count: 64) + "|\n" + String(repeating: "|-", count: 64) + "|\n"
        + repeated("|b\n")
    ),
    ("tables", repeated("| a |\n|---|\n\n")),
    ("variants", "## Variants\n\n| a | b |\n|---|---|\n" + numbered { "| a\($0) | b |\n" }),
    ("an unknown directive", repeated("_a_\n\n")),
    ("buried labels", repeated("Facts:\n")),
  ]

  private static func repeated(_ text: String) -> String {
    String(repeating: text, count: (100_000 / text.utf8.count))
  }

  private static func numbered(_ text: (Int) -> String) -> String {
    (0..<(100_000 / (text(10_000).utf8.count))).map(text).joined()
  }

  @Test("a text built to exhaust the reader is read in bounded time", arguments: large.indices)
  func bounded(_ index: Int) throws {
    let (name, text) = Self.large[index]
    let bytes = Array(DrillText("# A test\n\n## Opening\n\n" + text).text.utf8)
    try #require(bytes.count <= SourceText.maximumBytes, "\(name)")
    var found: [Diagnostic] = []
    let took = try Self.seconds { found = try DrillText.diagnostics(of: bytes) }
    #expect(found.count <= Diagnostics.limit)
    #expect(took < 2, "\(name): \(took) s")
  }

  /// Seconds of this thread's own work: other tests run at the same time.
  private static func seconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }
}
