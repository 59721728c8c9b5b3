// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// An event that can't be read any more: it is named with whose it is, and all else goes on.
@Suite struct DamageTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    let input = SampleLibrary.right.map { $0 + "\n" }.joined()
    for employee in ["ana", "ben"] {
      let played = try place.run("run", "desk", "--as", employee, "--agree", input: input)
      #expect(played.status == .exited(0))
    }
  }

  /// Overwrites the first place in the store's file that holds some bytes, with as many others.
  private func damage(_ text: String, with other: String) throws {
    var bytes = try #require(place.folder.bytes(of: "data/drillhall/drillhall.db"))
    let start = try #require(bytes.firstRange(of: Array(text.utf8))?.lowerBound)
    bytes.replaceSubrange(start..<start + text.utf8.count, with: Array(other.utf8))
    let file = open(place.store, O_WRONLY | O_CLOEXEC)
    try #require(file >= 0)
    defer { close(file) }
    try #require(write(file, bytes, bytes.count) == bytes.count)
  }

  @Test func `verify says whose event it is`() throws {
    try damage("{\"answered\":", with: "{\"Answered\":")
    let result = try place.run("verify")
    #expect(result.status == .exited(1))
    let line = try #require(
      result.output.split(separator: "\n").first { $0.contains("Its body is not the one") })
    let owners = ["ana", "ben"].map { "(attempt 1 of \($0) at the drill desk, " }
    #expect(owners.contains { line.contains($0) }, "\(line)")
  }

  @Test func `rebuild makes the rest, names it, and exits with 1`() throws {
    try damage("{\"answered\":", with: "{\"Answered\":")
    let result = try place.run("rebuild")
    #expect(result.status == .exited(1), "\(result)")
    #expect(result.output.contains("could not be taken into the list “attempt”"))
    #expect(result.output.contains("at the drill desk, "))
    #expect(result.output.contains("anew from what can be read"))
    #expect(try place.run("rebuild").status == .exited(1))
    let scores = try place.run("scores", "--all").output
    #expect(scores.split(separator: "passed, 100 %").count == 3, "\(scores)")
    // Everybody can go on.
    let input = SampleLibrary.right.map { $0 + "\n" }.joined()
    #expect(try place.run("run", "desk", input: input).status == .exited(0))
  }

  @Test func `rebuild of a sound record says so`() throws {
    let result = try place.run("rebuild")
    #expect(result.status == .exited(0))
    #expect(result.output == "The lists were made anew from the record.\n")
  }
}
