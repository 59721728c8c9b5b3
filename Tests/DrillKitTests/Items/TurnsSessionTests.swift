// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("A conversation that goes by")
struct TurnsSessionTests {
  private let turns = Turns(
    lines: (1...6).map { Turns.Line(speaker: "Robin", text: RichText("Line \($0).")) },
    watch: "Robin", pace: 4, tellsAtOnce: false)
  private let injects = [
    Inject(moment: .seconds(20), evenIfAnswered: false, passages: [], condition: nil),
    Inject(moment: .line(3), evenIfAnswered: false, passages: [], condition: nil),
    Inject(moment: .line(3), evenIfAnswered: false, passages: [], condition: nil),
  ]

  @Test("lines come one after the other, injects right after theirs")
  func goesBy() throws {
    var session = TurnsSession(turns, injects: injects)
    #expect(session.secondsToNext == 4 && !session.isAtLastLine)
    var told: [(Int, [Int])] = []
    while let step = session.advance() {
      #expect(step.line.text.plain == "Line \(step.number).")
      told.append((step.number, step.injects))
    }
    #expect(told.map(\.0) == [1, 2, 3, 4, 5, 6])
    #expect(told.map(\.1) == [[], [], [1, 2], [], [], []])
    #expect(session.isAtLastLine && session.advance() == nil)
    #expect(try session.take("f") == .flag(Flag(line: 6, at: 6)))
  }

  @Test(
    "a typed line flags, pauses or goes on",
    arguments: [
      ("f", .flag(Flag(line: 4, at: 4))), ("F", .flag(Flag(line: 4, at: 4))),
      ("flag", .flag(Flag(line: 4, at: 4))), ("f 2", .flag(Flag(line: 2, at: 4))),
      ("flag 3", .flag(Flag(line: 3, at: 4))), ("f1", .flag(Flag(line: 1, at: 4))),
      (" 4 ", .flag(Flag(line: 4, at: 4))), ("p", .pause), ("Pause", .pause), ("go", .go),
      ("/hint", .command("/hint")),
    ] as [(String, TurnsSession.Action)])
  func actions(typed: String, action: TurnsSession.Action) throws {
    var session = TurnsSession(turns)
    for _ in 1...4 { _ = session.advance() }
    #expect(try session.take(typed) == action)
    if case .flag(let flag) = action { #expect(session.response == .flags([flag])) }
    #expect(session.isStepping == (action == .pause))
  }

  @Test(
    "a slip costs nothing and says what is expected",
    arguments: [
      "5", "f 5", "f 0", "0", "7", "f 99999999999999999999", "fail", "-1", "", "3", "why?",
    ])
  func slips(typed: String) throws {
    var session = TurnsSession(turns)
    for _ in 1...4 { _ = session.advance() }
    _ = try session.take("3")
    #expect(throws: Misread.self) { try session.take(typed) }
    #expect(session.flags == [Flag(line: 3, at: 4)] && session.shown == 4)
  }

  @Test("before the first line there is nothing to flag")
  func tooEarly() {
    var session = TurnsSession(turns)
    #expect(throws: Misread("Nothing was said yet that could be flagged.")) {
      try session.take("f")
    }
  }

  @Test("paused, each line waits for Enter; “go” lets them go by again")
  func stepping() throws {
    var session = TurnsSession(turns)
    #expect(try session.take("p") == .pause)
    #expect(session.secondsToNext == nil)
    #expect(try session.take("") == .next)
    #expect(session.shown == 0 && session.advance()?.number == 1)
    #expect(try session.take("go") == .go)
    #expect(session.secondsToNext == 4)
  }

  @Test("timers stretch the pace, or leave it to Enter")
  func timers() {
    #expect(TurnsSession(turns, timers: .stretched(10)).secondsToNext == 40)
    #expect(TurnsSession(turns, isStepping: true).secondsToNext == nil)
    var still = TurnsSession(turns, timers: .off)
    #expect(still.isStepping && still.secondsToNext == nil)
    #expect(throws: Misread.self) { try still.take("go") }
  }

  @Test("taken up again, it goes on after the last line that the record knows of")
  func resumed() throws {
    let flags = [Flag(line: 1, at: 2), Flag(line: 2, at: 2)]
    var session = TurnsSession(turns, injects: injects, flags: flags)
    #expect(session.shown == 2 && session.advance()?.injects == [1, 2])
    #expect(throws: Misread.self) { try session.take("1") }
    #expect(try session.take("f") == .flag(Flag(line: 3, at: 3)))
    #expect(session.response == .flags(flags + [Flag(line: 3, at: 3)]))
    // The inject after line 3 came: line 3 was heard.
    let later = TurnsSession(turns, injects: injects, flags: flags, injected: [0, 1])
    #expect(later.shown == 3)
    let damaged = TurnsSession(turns, flags: [Flag(line: 1, at: 99)])
    #expect(damaged.isAtLastLine)
  }
}
