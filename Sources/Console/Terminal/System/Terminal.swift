// SPDX-License-Identifier: GPL-3.0-or-later

/// The console's two ends, opened together: what it prints through and what it reads from.
public final class Terminal {
  /// What the command line asked for.
  public struct Options: Sendable, Hashable {
    /// No redrawing, no colours, one line at a time (`--plain`).
    public var plain = false
    /// No colours (`--no-color`).
    public var noColour = false
    /// The console runs for somebody who must not get out of it: no suspending, no history on
    /// disk, bounded memory. Chosen at the start; there is no way back.
    public var restricted = false
    /// The file of typed commands, or nil for none. See ``CommandHistory/standardPath()``.
    public var historyPath: String?

    /// Nothing asked for.
    public init() {}
  }

  /// What everything is printed through.
  public let printer: Printer
  /// What lines are read from.
  public let input: any Input
  /// What the process found around it.
  public let environment: TerminalEnvironment

  private let signals: Signals

  /// Prepares locale, environment and signals and chooses the way of reading: readline where a
  /// person sits at a terminal that can be drawn on, otherwise line by line.
  /// To be called once in a process, before any thread starts.
  public init(_ options: Options) throws(SignalsUnavailable) {
    environment = TerminalEnvironment.prepare()
    signals = try Signals()
    if options.restricted { ResourceLimits.apply() }
    let isDrawn =
      environment.inputIsTerminal && environment.outputIsTerminal && environment.term != nil
      && !options.plain
    let environment = environment
    func isColoured(_ isTerminal: Bool) -> Bool {
      Appearance.isColoured(
        isTerminal: isTerminal, term: environment.term, noColour: environment.noColour,
        refused: options.noColour || options.plain)
    }
    printer = Printer(
      appearance: Appearance(
        coloursOutput: isColoured(environment.outputIsTerminal),
        coloursErrors: isColoured(environment.errorsAreTerminal),
        lineLength: isDrawn ? .terminal : .unlimited))
    if isDrawn {
      input = ReadlineInput(
        printer: printer, signals: signals, suspends: !options.restricted,
        history: CommandHistory(path: options.restricted ? nil : options.historyPath))
    } else {
      input = PlainInput(
        printer: printer, signals: signals, suspends: !options.restricted,
        isEchoed: environment.inputIsTerminal && environment.outputIsTerminal)
    }
  }

  /// Gives the terminal and the signals back and saves the history. To be called before the
  /// process ends, also after ``InputEvent/terminated(signal:)``.
  public func close() {
    input.close()
    signals.close()
  }
}
