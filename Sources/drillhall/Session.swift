// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import Ledger
import Library

/// Options of every command that opens the console.
struct SessionOptions: ParsableArguments {
  @OptionGroup var employee: EmployeeOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  /// Opens terminal and store, runs some work at the desk, and gives the terminal back, whatever
  /// happens.
  func run(
    drill: String? = nil, _ work: (Home) throws(ConsoleError) -> Void
  ) throws {
    try atTerminal(look) { terminal in
      do {
        try sit(at: terminal, drill: drill, work)
      } catch ConsoleError.noDrill(let name, let meant) {
        throw Failure(unknown: name, meant: meant, in: try library.open())
      }
    }
  }

  private func sit(
    at terminal: Terminal, drill: String?, _ work: (Home) throws(ConsoleError) -> Void
  ) throws {
    let store = try store.open()
    let desk = Desk(
      terminal: terminal, library: try library.open(), clock: .system,
      employee: employee.employee, timers: employee.timers.accommodation, program: Program.version,
      isPlain: look.plain || !terminal.isDrawn)
    let home = Home(desk, store: store)
    // A drill that is not there is said before anybody is asked to agree to anything.
    if let drill { try home.find(drill) }
    try home.welcome(agreementGiven: employee.agree)
    try work(home)
  }
}

/// Opens the terminal, runs some work at it, and gives it back, whatever happens; what goes wrong is
/// said in words.
func atTerminal(_ look: LookOptions, _ work: (Terminal) throws -> Void) throws {
  var options = Terminal.Options()
  options.plain = look.plain
  options.noColour = look.noColor
  options.historyPath = CommandHistory.standardPath()
  let terminal: Terminal
  do {
    terminal = try Terminal(options)
  } catch {
    throw Failure("Signals can't be set up on this system.", status: 71).exit(look.printer)
  }
  let outcome = Result { try work(terminal) }
  terminal.close()
  switch outcome {
  case .success: return
  case .failure(let failure as Failure): throw failure.exit(terminal.printer)
  case .failure(let error as ConsoleError): throw Failure(error).exit(terminal.printer)
  case .failure(let error): throw error
  }
}
