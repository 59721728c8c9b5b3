// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
public import Ledger
public import Library

/// What the console works with: the terminal, the library, and who sits there.
public struct Desk {
  /// The terminal.
  public let terminal: Terminal
  /// The drills and policies.
  public let library: DrillLibrary
  /// The time of day.
  public let clock: Clock
  /// The employee's id.
  public let employee: String
  /// The employee's accommodation.
  public let timers: Timers
  /// The program's version, for the record.
  public let program: String
  /// Nothing is drawn.
  public let isPlain: Bool

  /// A desk with everything on it.
  public init(
    terminal: Terminal, library: DrillLibrary, clock: Clock, employee: String, timers: Timers,
    program: String, isPlain: Bool
  ) {
    self.terminal = terminal
    self.library = library
    self.clock = clock
    self.employee = employee
    self.timers = timers
    self.program = program
    self.isPlain = isPlain
  }

  var printer: Printer { terminal.printer }
  var input: any Input { terminal.input }
  var stage: Stage { Stage(printer, isPlain: isPlain) }
}

/// What ends a session of the console early; `drillhall` turns it into words and an exit status.
public enum ConsoleError: Error, Sendable {
  /// The store refused.
  case store(StoreError)
  /// Output could not be written.
  case output(OutputError)
  /// Input could not be read.
  case input(InputError)
  /// The drill can't be played.
  case unplayable(Unplayable)
  /// There is no drill, attempt or policy of this name.
  case unknown(String)
  /// No drill has this name, or several begin so.
  case noDrill(String, meant: [String])
  /// The drill has not the variant that was asked for.
  case noVariant(String, names: [String])
  /// The attempt's rules refused: a bug, or a damaged record.
  case attempt(AttemptProblem)
  /// The process was asked to end; everything acknowledged is on disk.
  case terminated(signal: Int32)
  /// The employee did not agree to being recorded.
  case notAgreed
}
