// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// The machine may lose power at any moment; what a person has seen feedback to is there.
@Suite struct KillTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private static let kills = 30
  /// The answer typed at each question: always a number on the screen, whose order is drawn.
  private static func answer(_ question: Int) -> String { "\(question % 3 + 1)" }

  /// The numbers of the questions whose feedback stands in a text.
  private func acknowledged(in text: String) -> Set<Int> {
    Set(
      (1...SampleLibrary.longCount).filter {
        text.contains("Feedback \(SampleLibrary.padded($0)) ")
      })
  }

  /// The last question that a text shows.
  private func asked(in text: String) -> Int? {
    (1...SampleLibrary.longCount).last { text.contains("Question \(SampleLibrary.padded($0))?") }
  }

  @Test func `killed at any moment, nothing that was acknowledged is lost`() throws {
    var random = Seeded(2026)
    var known: Set<Int> = []
    var kills = 0
    var attempts = 0
    // Each attempt is played to its end, killed again and again; then the next one begins.
    while kills < Self.kills {
      attempts += 1
      let employee = "k\(attempts)"
      known = []
      sessions: while true {
        let terminal = try place.start(
          "run", "long", "--agree", "--as", employee, "--seed", "7", rows: 200)
        let ended = try play(
          terminal, after: known.count, answers: Int.random(in: 0...5, using: &random),
          thenMicroseconds: UInt32.random(in: 0...25_000, using: &random))
        let seen = acknowledged(in: terminal.text)
        if ended {
          #expect(try terminal.end() == .exited(3))
          known.formUnion(seen)
          break sessions
        }
        terminal.signal(SIGKILL)
        let status = try terminal.end()
        // After the last answer the drill may have ended by itself, just before.
        #expect(status == .signalled(SIGKILL) || status == .exited(3))
        if status == .signalled(SIGKILL) { kills += 1 }
        // All that ever came out counts as seen, also what came while it was being killed.
        known.formUnion(acknowledged(in: terminal.text))
        let replay = try place.run("replay", "--as", employee)
        let kept = acknowledged(in: replay.output)
        #expect(known.isSubset(of: kept), "lost \(known.subtracting(kept)) after \(kills) kills")
        // At most the answer that was just being written is kept and was not seen yet.
        #expect(kept.count <= known.count + 1)
        #expect(kept == Set(1..<kept.count + 1))
        known = kept
        #expect(try place.isSound())
        // The last answer's commit ends the attempt too, whether or not the end was seen.
        if known.count == SampleLibrary.longCount { break sessions }
      }
      #expect(known.count == SampleLibrary.longCount)
    }
    try compareWithUnkilled(attempts: attempts)
  }

  /// Types answers in step with the questions, until so many are acknowledged, then one more, and
  /// lets a moment pass. True where the drill ended before.
  private func play(
    _ terminal: PseudoTerminal, after known: Int, answers: Int, thenMicroseconds moment: UInt32
  ) throws -> Bool {
    for step in 0...answers {
      let question = known + step + 1
      if question > SampleLibrary.longCount {
        try terminal.waitUntilShown("Result")
        return true
      }
      // The first moment may also be before anything was shown.
      if step == answers, answers == 0 {
        usleep(moment * 2)
        return false
      }
      try terminal.expect("Question \(SampleLibrary.padded(question))?")
      try terminal.waitForPrompt()
      if step == 0 { #expect(asked(in: terminal.text) == question) }
      try terminal.enter(Self.answer(question))
    }
    // Not a wait for something: the moment of the kill itself, drawn at random.
    usleep(moment)
    return false
  }

  /// The same answers and the same seed, never killed: the same order, score and story.
  private func compareWithUnkilled(attempts: Int) throws {
    let input = (1...SampleLibrary.longCount).map { Self.answer($0) + "\n" }.joined()
    let whole = try place.run(
      "run", "long", "--agree", "--as", "whole", "--seed", "7", input: input)
    #expect(whole.status == .exited(3))
    func story(_ employee: String) throws -> [Substring] {
      try place.run("replay", "--as", employee).output
        .split(separator: "\n").filter { !$0.hasPrefix("Taken up again") }
    }
    let expected = try story("whole")
    for attempt in 1...attempts {
      #expect(try story("k\(attempt)") == expected)
    }
    // The score stands behind the comma: “not passed, 37.5 %”.
    let scores = try place.run("scores", "--all").output.split(separator: "\n")
      .filter { $0.contains("not passed") }
    #expect(scores.count == attempts + 1)
    let shares = Set(scores.compactMap { $0.split(separator: " · ").dropFirst(3).first })
    #expect(shares.count == 1, "\(shares)")
  }
}
