// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A conversation that goes by at its pace: lines appear above what is being typed, and are flagged
/// by typing. Where nothing is drawn, and without timers, each line waits for Enter.
extension ItemSitting {
  func run(_ turns: Turns) throws(ConsoleError) -> Outcome {
    var session = TurnsSession(
      turns, injects: item.injects, timers: player.state.timers,
      isStepping: desk.isPlain, flags: player.state.flags, injected: player.state.injected)
    try desk.say("")
    try desk.say(
      session.secondsToNext == nil
        ? "Enter shows the next line; “f” flags the line just shown, “f 4” line 4."
        : "“f” flags the line just shown, “f 4” line 4; “p” pauses, “go” goes on.")
    if session.shown > 0 { try recall(session) }
    var goesOn = try showNext(&session)
    var next = Self.deadline(of: session)
    let prompt = Prompt(
      StyledText("flag> ", .prompt),
      completion: Completion(DrillCommand.candidates(situation.policies)))
    while goesOn {
      switch try desk.read(prompt, until: next) {
      case .deadline:
        goesOn = try showNext(&session)
        next = Self.deadline(of: session)
      case .line(let line):
        guard let action = try take(line, &session) else { continue }
        switch action {
        case .next:
          goesOn = try showNext(&session)
          next = Self.deadline(of: session)
        case .flag(let flag): try player.take(.flag(flag))
        case .pause:
          next = nil
          try desk.say("Paused: Enter shows the next line, “go” lets them go by again.")
        case .go: next = Self.deadline(of: session)
        case .command(let text):
          var entry = ResponseEntry(.spans(.turns(turns)), order: [])
          guard try command(text, &entry) else { return .left }
          if trial?.isLeaving == true { return .interrupted }
          if case .again = DrillCommand(text) { try recall(session) }
        }
      case .interrupted:
        try desk.sayAbove("Nothing was flagged. /pause stops here and keeps everything.", .dim)
      case .endOfInput: return .left
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
    desk.input.abandonLine()
    guard let confidence = try askConfidence() else { return .left }
    try player.take(.answer(session.response, confidence.value))
    return .settled
  }

  /// Shows the lines heard so far, and what was flagged.
  private func recall(_ session: TurnsSession) throws(ConsoleError) {
    let heard = session.turns.lines.prefix(session.shown).enumerated().map { index, line in
      Telling.turn(number: index + 1, line)
    }
    let flags = session.flags.map { Telling.flag(line: $0.line) }
    do throws(OutputError) {
      try desk.stage.show(heard + flags)
    } catch {
      throw .output(error)
    }
    try desk.say("You heard up to line \(session.shown). It goes on with the next one.")
  }

  /// What a typed line means; nil, said in a sentence, where it means nothing here.
  private func take(
    _ line: InputLine, _ session: inout TurnsSession
  ) throws(ConsoleError) -> TurnsSession.Action? {
    if let problem = Self.problem(with: line) {
      try desk.say(problem)
      return nil
    }
    do throws(Misread) {
      return try session.take(line.text)
    } catch {
      try desk.say(error.message)
      return nil
    }
  }

  /// Shows the next line and what breaks in after it; false when the conversation is over.
  private func showNext(_ session: inout TurnsSession) throws(ConsoleError) -> Bool {
    guard let step = session.advance() else { return false }
    let stage = desk.stage
    do throws(OutputError) {
      try desk.input.printAbove { (printer) throws(OutputError) in
        try stage.show([.turn(number: step.number, step.line)])
      }
    } catch {
      throw .output(error)
    }
    for inject in step.injects where player.comes(item.injects[inject]) {
      try player.take(.inject(inject), isAbove: true)
    }
    return true
  }

  /// When the next line comes on its own.
  private static func deadline(of session: TurnsSession) -> BootInstant? {
    session.secondsToNext.map { BootInstant.now.advanced(byMilliseconds: Int64($0) * 1000) }
  }
}
