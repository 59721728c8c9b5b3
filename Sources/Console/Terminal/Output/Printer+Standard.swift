// SPDX-License-Identifier: GPL-3.0-or-later

extension Printer {
  /// Whether text just goes by: no terminal, or one that nothing can be drawn on.
  public var isPlain: Bool { appearance.lineLength == .unlimited }

  /// A printer on standard output and error for commands that ask nothing.
  public static func standard(plain: Bool, noColour: Bool) -> Printer {
    let environment = TerminalEnvironment.prepare()
    func isColoured(_ isTerminal: Bool) -> Bool {
      Appearance.isColoured(
        isTerminal: isTerminal, term: environment.term, noColour: environment.noColour,
        refused: noColour || plain)
    }
    let isDrawn = environment.outputIsTerminal && environment.term != nil && !plain
    return Printer(
      appearance: Appearance(
        coloursOutput: isColoured(environment.outputIsTerminal),
        coloursErrors: isColoured(environment.errorsAreTerminal),
        lineLength: isDrawn ? .terminal : .unlimited))
  }
}

extension Printer {
  /// Prints bytes of UTF-8 for another program as they are, unless standard output is a terminal:
  /// there they are made harmless.
  public func printBytes(_ bytes: [UInt8]) throws(OutputError) {
    if isTerminal {
      try printData(String(decoding: bytes, as: UTF8.self))
    } else {
      try write(bytes)
    }
  }
}
