// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
public import Ledger
public import Library

/// Walks an employee through a drill: asks, waits, keeps the timers, takes commands.
public struct DrillSession {
  /// How a session at a drill ended.
  public enum Ending: Hashable, Sendable {
    /// The drill is over.
    case finished(passed: Bool)
    /// It was left; the next session goes on.
    case paused
  }

  private let desk: Desk
  private let player: AttemptPlayer
  /// What is typed to go on after a pause.
  private let goesOn: String

  private init(desk: Desk, player: AttemptPlayer, goesOn: String) {
    self.desk = desk
    self.player = player
    self.goesOn = goesOn
  }

  /// What goes on with a paused attempt at the console's own prompt.
  public static let resumption = "resume"

  /// Begins a drill anew.
  public static func start(
    _ playable: DrillLibrary.Playable, desk: Desk, log: AttemptLog, seed: UInt64? = nil,
    variant: VariantChoice? = nil, goesOn: String = resumption
  ) throws(ConsoleError) -> Ending {
    let player = try AttemptPlayer.begin(
      playable, desk: desk, log: log, seed: seed, variant: variant)
    return try DrillSession(desk: desk, player: player, goesOn: goesOn).run()
  }

  /// Goes on with an attempt.
  public static func resume(
    _ attempt: String, desk: Desk, log: AttemptLog, goesOn: String = resumption
  ) throws(ConsoleError) -> Ending {
    let player = try AttemptPlayer.resume(attempt, desk: desk, log: log)
    return try DrillSession(desk: desk, player: player, goesOn: goesOn).run()
  }

  private func run() throws(ConsoleError) -> Ending {
    while player.state.finished == nil {
      guard let (item, situation) = player.current else { break }
      // Each try is shown once; after a kill the same order is on the screen again.
      try player.take(.show)
      let sitting = ItemSitting(desk: desk, player: player, item: item, situation: situation)
      switch try sitting.run() {
      case .settled, .interrupted: continue
      case .left:
        try player.take(.pause)
        try desk.say("Paused. Everything so far is saved; “\(goesOn)” goes on here.")
        return .paused
      case .terminated(let signal):
        try player.take(.pause)
        throw .terminated(signal: signal)
      }
    }
    return .finished(passed: player.state.finished?.passed ?? false)
  }
}

extension Desk {
  /// Prints a sentence about the session itself.
  func say(_ text: String, _ style: TextStyle = .dim) throws(ConsoleError) {
    try print(StyledText(text, style))
  }

  /// Prints a paragraph.
  func print(_ text: StyledText, margin: Margin = .none) throws(ConsoleError) {
    do throws(OutputError) {
      try printer.print(text, margin: margin)
    } catch {
      throw .output(error)
    }
  }

  /// Prints a sentence above the line that is being typed.
  func sayAbove(_ text: String, _ style: Style = .warning) throws(ConsoleError) {
    do throws(OutputError) {
      try input.printAbove(StyledText(text, style))
    } catch {
      throw .output(error)
    }
  }

  /// Reads a line, or whatever comes first.
  func read(_ prompt: Prompt, until deadline: BootInstant? = nil) throws(ConsoleError) -> InputEvent
  {
    do throws(InputError) {
      return try input.read(prompt, until: deadline)
    } catch {
      if case .output(let problem) = error { throw .output(problem) }
      throw .input(error)
    }
  }
}
