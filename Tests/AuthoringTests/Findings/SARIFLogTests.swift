// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit
import TestSupport
import Testing

/// The log against what the standard requires. Numbers are sections of “Static Analysis Results
/// Interchange Format (SARIF) Version 2.1.0 Plus Errata 01”, OASIS 2023.
@Suite("SARIF")
struct SARIFLogTests {
  private static let findings: [Diagnostic] = {
    let rules = CodeBook.rules
    let bidi = "Drills/größe ä#1/a b.md"
    return [
      Diagnostic(rules[0], at: Place(file: "Drills/a.md", line: 1), "One \u{1B}[2J “x”."),
      Diagnostic(
        rules[20], at: Place(file: "./Drills/a.md", line: 7, column: 3), "Two.",
        fix: Fix("insert an empty line", firstLine: 7, lineCount: 0, lines: [""])),
      Diagnostic(
        rules[40], at: Place(file: "/work/place/Drills/b.md", line: 2), "Three.",
        fix: Fix("indent it", firstLine: 2, lineCount: 2, lines: ["  a", "  b"])),
      Diagnostic(rules[60], at: Place(file: "/else/where.md", line: 9, column: 80), "Four."),
      Diagnostic(rules[60], at: Place(file: bidi, line: 9), "Five."),
      Diagnostic(rules[60], at: Place(file: bidi, line: 12), "Six."),
    ]
  }()

  private func log(_ findings: [Diagnostic]) throws -> JSON {
    var log = SARIFLog(workingFolder: "/work/place")
    var bytes = log.opening(version: "1.2.3")
    for finding in findings { bytes += log.bytes(of: finding) }
    return try JSON(bytes: bytes + log.closing(exitCode: 65))
  }

  private func run(_ findings: [Diagnostic] = Self.findings) throws -> JSON {
    try log(findings)["runs"][0]
  }

  @Test("3.13, 3.14: the log and its one run")
  func top() throws {
    let log = try log([])
    #expect(log.keys == ["$schema", "runs", "version"])
    #expect(log["version"].text == "2.1.0")
    #expect(log["$schema"].text?.hasSuffix("sarif-schema-2.1.0.json") == true)
    #expect(log["runs"].list.count == 1)
    let run = try run([])
    #expect(
      run.keys == [
        "columnKind", "invocations", "newlineSequences", "originalUriBaseIds", "results", "tool",
      ])
    // 3.14.17: columns are counted in code points, not in UTF-16 units.
    #expect(run["columnKind"].text == "unicodeCodePoints")
    // 3.14.23: a run that found nothing has an empty list.
    #expect(run["results"].list == [])
    // 3.14.14, 3.20.14.
    #expect(run["originalUriBaseIds"]["%SRCROOT%"]["description"]["text"].text != nil)
    #expect(run["invocations"][0]["executionSuccessful"] == .bool(true))
    #expect(run["invocations"][0]["exitCode"].number == 65)
  }

  @Test("3.18, 3.19, 3.49: the program and its rules")
  func tool() throws {
    let driver = try run()["tool"]["driver"]
    #expect(driver.keys == ["name", "rules", "semanticVersion", "version"])
    #expect(driver["name"].text == "drillhall" && driver["version"].text == "1.2.3")
    let rules = driver["rules"].list
    #expect(rules.compactMap { $0["id"].text } == CodeBook.rules.map(\.code))
    for (rule, known) in zip(rules, CodeBook.rules) {
      #expect(
        rule.keys == [
          "defaultConfiguration", "fullDescription", "help", "id", "shortDescription",
        ])
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(rule[key]["text"].text?.isEmpty == false, "\(known.code) \(key)")
      }
      #expect(rule["shortDescription"]["text"].text?.last == ".")
      #expect(rule["help"]["markdown"].text?.contains("## \(known.code) ") == true)
      // 3.50.3, 3.27.10: none, note, warning, error.
      #expect(rule["defaultConfiguration"]["level"].text == known.severity.rawValue)
    }
  }

  @Test("3.27: results, each with its rule, its place and a fingerprint")
  func results() throws {
    let results = try run()["results"].list
    #expect(results.count == Self.findings.count)
    for (result, finding) in zip(results, Self.findings) {
      // 3.27.5, 3.27.6: the index leads to the rule of the same id.
      #expect(result["ruleId"].text == finding.rule.code)
      let index = try #require(result["ruleIndex"].number)
      #expect(CodeBook.rules[index] == finding.rule)
      #expect(result["level"].text == finding.rule.severity.rawValue)
      #expect(result["message"]["text"].text == finding.message)
      let places = result["locations"].list
      #expect(places.count == 1)
      let region = places[0]["physicalLocation"]["region"]
      // 3.30.5, 3.30.6: both count from 1.
      #expect(region["startLine"].number == finding.place.line)
      #expect(region["startColumn"].number == finding.place.column)
    }
  }

  @Test("3.4: addresses are relative to the root, or absolute, and escaped (RFC 3986)")
  func addresses() throws {
    let artifacts = try run()["results"].list.map {
      $0["locations"][0]["physicalLocation"]["artifactLocation"]
    }
    #expect(
      artifacts.map { $0["uri"].text } == [
        "Drills/a.md", "Drills/a.md", "Drills/b.md", "file:///else/where.md",
        "Drills/gr%C3%B6%C3%9Fe%20%C3%A4%231/a%20b.md",
        "Drills/gr%C3%B6%C3%9Fe%20%C3%A4%231/a%20b.md",
      ])
    #expect(
      artifacts.map { $0["uriBaseId"].text } == [
        "%SRCROOT%", "%SRCROOT%", "%SRCROOT%", nil, "%SRCROOT%", "%SRCROOT%",
      ])
  }

  @Test("3.55 to 3.57: fixes replace whole lines, or put some in")
  func fixes() throws {
    let results = try run()["results"].list
    #expect(results.map { $0["fixes"].list.count } == [0, 1, 1, 0, 0, 0])
    let changes = results.map { $0["fixes"][0]["artifactChanges"][0] }.filter { $0 != .null }
    #expect(changes.map(\.keys) == [["artifactLocation", "replacements"]].flatMap { [$0, $0] })
    let replaced = changes.map { $0["replacements"][0] }
    #expect(replaced[0]["insertedContent"]["text"].text == "\n")
    // 3.57.3: what is deleted is empty for an insertion.
    #expect(
      replaced[0]["deletedRegion"]
        == .object([
          "startLine": .number(7), "startColumn": .number(1), "endLine": .number(7),
          "endColumn": .number(1),
        ]))
    #expect(replaced[1]["insertedContent"]["text"].text == "  a\n  b")
    #expect(
      replaced[1]["deletedRegion"]
        == .object([
          "startLine": .number(2), "startColumn": .number(1), "endLine": .number(3),
        ]))
    #expect(results[1]["fixes"][0]["description"]["text"].text == "Insert an empty line.")
  }

  @Test("3.27.17: fingerprints are the same in every run, and tell alike results apart")
  func fingerprints() throws {
    let prints = try run()["results"].list.map {
      $0["partialFingerprints"]["drillhallFinding/v1"].text
    }
    #expect(prints.allSatisfy { $0?.wholeMatch(of: /[0-9a-f]{16}:[0-9]+/) != nil })
    #expect(prints[4] != prints[5])
    #expect(prints[4]?.dropLast(2) == prints[5]?.dropLast(2))
    #expect(
      prints
        == (try run()["results"].list.map {
          $0["partialFingerprints"]["drillhallFinding/v1"].text
        }))
  }
}
