// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Authoring

/// What is easily got wrong: signs that a reader of SARIF takes for its own, and the ends of regions.
@Suite("SARIF: words, regions, addresses")
struct SARIFTextTests {
  @Test(
    "3.11.5, 3.11.6: braces are doubled, and brackets of what is no link escaped",
    arguments: [
      ("Write “{#name}”.", "Write “{{#name}}”."),
      ("Write [words](#a) or [x] (y).", #"Write \[words\](#a) or [x] (y)."#),
      ("[a [b](c) {", #"[a \[b\](c) {{"#), ("[](#a)[b](c)", #"\[\](#a)\[b\](c)"#), ("]( [", "]( ["),
    ])
  func words(written: String, expected: String) {
    #expect(SARIFText(written).text == expected)
  }

  @Test("no text of the book of codes is a placeholder or a link by mistake")
  func book() throws {
    for rule in CodeBook.rules {
      let texts = SARIFTool.Descriptor(rule)
      for text in [texts.shortDescription, texts.fullDescription, texts.help] {
        #expect(text.text.firstMatch(of: /(^|[^\\])\[[^\[\]\\]*\]\(/) == nil, "\(rule.code)")
        for form in [text.text, text.markdown ?? ""] {
          let rest = form.replacing("{{", with: "").replacing("}}", with: "")
          #expect(!rest.contains { "{}".contains($0) }, "\(rule.code)")
        }
      }
    }
    let help = SARIFTool.Descriptor(try #require(CodeBook.rule("D204"))).help
    #expect(help.markdown?.contains(#"“\[Scene\](#scene) when failed”"#) == true)
  }

  private typealias Region = SARIFRegion

  @Test(
    "3.30: a finding goes on to the end of its line, in code points",
    arguments: [
      ("é👍🏽 x\nb", Place(file: "", line: 1, column: 2), 6), ("a\r\nb", Place(file: "", line: 1), 3),
      ("\u{FEFF}ab", Place(file: "", line: 1), 3), ("ab", Place(file: "", line: 1, column: 9), 9),
      ("ab", Place(file: "", line: 7, column: 2), 2), ("ab\n", Place(file: "", line: 2), 1),
    ])
  func finding(text: String, place: Place, end: Int) {
    let lines = SARIFLines(SourceExcerpts.lines(of: Array(text.utf8)))
    #expect(
      lines.region(at: place) == .text((place.line, place.column), (place.line, end)))
  }

  @Test(
    "3.57: a fix is whole lines, a place between two, or lines that go with their ends",
    arguments: [
      ("a\nbc\nd", Fix("", firstLine: 1, lineCount: 2, lines: ["x"]), (1, 1, 2, 3), "x"),
      ("a\nbc\n", Fix("", firstLine: 2, lineCount: 0, lines: ["x"]), (2, 1, 2, 1), "x\n"),
      ("a\nbc\n", Fix("", firstLine: 3, lineCount: 0, lines: ["x"]), (2, 4, 2, 4), "x\n"),
      ("a\nbc", Fix("", firstLine: 3, lineCount: 0, lines: ["x"]), (2, 3, 2, 3), "\nx"),
      ("a\nbc\nd", Fix("", firstLine: 2, lineCount: 1, lines: []), (2, 1, 3, 1), nil),
      ("a\nbc", Fix("", firstLine: 2, lineCount: 1, lines: []), (1, 2, 2, 3), nil),
    ] as [(String, Fix, (Int, Int, Int, Int), String?)])
  func fix(text: String, fix: Fix, region: (Int, Int, Int, Int), inserted: String?) {
    let lines = SARIFLines(SourceExcerpts.lines(of: Array(text.utf8)))
    let replacement = lines.replacement(fix)
    #expect(
      replacement.deletedRegion == .text((region.0, region.1), (region.2, region.3)))
    #expect(replacement.insertedContent?.text == inserted)
  }

  @Test("3.30.11: a byte order mark is taken away as bytes: no column reaches it")
  func byteOrderMark() {
    let fix = SARIFFix(
      Fix("", firstLine: 1, lineCount: 1, lines: ["a"]), of: .byteOrderMark,
      in: .init(uri: "a.md", uriBaseId: nil), SARIFLines(["\u{FEFF}a"]))
    let replacement = fix.artifactChanges.first?.replacements.first
    #expect(replacement?.deletedRegion == .bytes(0, count: 3))
    #expect(replacement != nil && replacement?.insertedContent == nil)
  }

  @Test(
    "3.4.4: addresses below the base, without “..”; others are absolute",
    arguments: [
      ("../b/./x.md", "file:///work/b/x.md"), ("../a/Drills//x.md", "Drills/x.md"),
      ("Drills/../Policies/p.md", "Policies/p.md"), ("/work/a/../a/x.md", "x.md"),
      ("../../../../x.md", "file:///x.md"), ("./x y.md", "x%20y.md"),
      ("/work/ab.md", "file:///work/ab.md"),
    ])
  func address(path: String, uri: String) {
    let artifact = SARIFLocation(workingFolder: "/work/a").artifact(path)
    #expect(artifact.uri == uri)
    #expect((artifact.uriBaseId == nil) == uri.hasPrefix("file:"))
  }

  @Test("3.20: a run that read nothing says why, and has no results")
  func failure() throws {
    let log = SARIFLog(workingFolder: "/work")
    let bytes =
      log.opening(version: "1.0.0") + log.closing(exitCode: 66, reason: "“{x}” is not there.")
    let run = try JSON(bytes: bytes)["runs"][0]
    #expect(run["results"].list == [])
    let invocation = run["invocations"][0]
    #expect(invocation["executionSuccessful"] == .bool(false))
    #expect(invocation["exitCode"].number == 66)
    let notice = invocation["toolConfigurationNotifications"][0]
    #expect(notice["level"].text == "error")
    #expect(notice["message"]["text"].text == "“{{x}}” is not there.")
  }
}
