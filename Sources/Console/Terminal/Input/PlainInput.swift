// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Reads a line at a time without drawing anything: from a pipe or a file, with `--plain`, and on
/// a terminal that cannot be drawn on. The way for screen readers, scripts and tests.
final class PlainInput: Input {
  private let printer: Printer
  private let signals: Signals
  private let suspends: Bool
  /// What is typed appears behind the prompt, line end included, because standard input and
  /// output are the same terminal.
  private let isEchoed: Bool
  private let descriptor: Int32
  private var buffer = LineBuffer()
  private var hasEnded = false
  /// The prompt that stands on the screen and waits for its line.
  private var shown: Prompt?

  init(printer: Printer, signals: Signals, suspends: Bool, isEchoed: Bool) {
    self.printer = printer
    self.signals = signals
    self.suspends = suspends
    self.isEchoed = isEchoed
    descriptor = Self.openWithoutWaiting()
  }

  /// Standard input, where it is a terminal opened anew so that a read never waits: when ^C throws
  /// away what was typed, it may do so between poll and read, and a read that waits would see no
  /// signal. Opened anew because the shell shares the first opening and its flags.
  private static func openWithoutWaiting() -> Int32 {
    guard isatty(0) == 1 else { return 0 }
    let opened = open("/proc/self/fd/0", O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    // A terminal that belongs to somebody else (after su) cannot be opened again.
    return opened >= 0 ? opened : 0
  }

  func read(_ prompt: Prompt, until deadline: BootInstant?) throws(InputError) -> InputEvent {
    while true {
      while let number = signals.next() {
        if let event = try handle(number) { return event }
      }
      if let deadline, deadline <= .now { return .deadline }
      try show(prompt)
      if let line = buffer.nextLine() { return try enter(line) }
      if hasEnded {
        if let line = buffer.lastLine() { return try enter(line) }
        try leavePrompt()
        return .endOfInput
      }
      let ready = try Readiness.wait(
        input: descriptor, signals: signals.descriptor, until: deadline)
      if ready.input, !ready.signal, let bytes = try Readiness.read(descriptor) {
        hasEnded = bytes.isEmpty
        buffer.append(bytes)
      }
    }
  }

  func printAbove(_ body: (Printer) throws(OutputError) -> Void) throws(OutputError) {
    // What is being typed is the terminal's and cannot be drawn again: the text stands below it,
    // and the next read shows its prompt anew.
    if shown != nil { try printer.endLine() }
    shown = nil
    try body(printer)
  }

  func abandonLine() -> String {
    let typed = buffer.unfinished
    buffer.dropUnfinished()
    // The begun line waits inside the terminal; without this it would begin the next answer.
    if isEchoed { tcflush(0, TCIFLUSH) }
    try? leavePrompt()
    return ForeignText.stripped(String(decoding: typed, as: UTF8.self)).text
  }

  func discardLine() { _ = abandonLine() }

  func close() {
    try? leavePrompt()
    if descriptor > 0 { Glibc.close(descriptor) }
  }

  private func show(_ prompt: Prompt) throws(InputError) {
    guard shown != prompt else { return }
    do {
      if shown != nil { try printer.endLine() }
      try printer.printPrompt(prompt.text)
    } catch {
      throw .output(error)
    }
    shown = prompt
  }

  /// Whoever typed the line has ended it on the screen too; a script has not.
  private func enter(_ line: InputLine) throws(InputError) -> InputEvent {
    if isEchoed && !hasEnded { shown = nil }
    try leavePrompt()
    return .line(line)
  }

  private func leavePrompt() throws(InputError) {
    guard shown != nil else { return }
    shown = nil
    do { try printer.endLine() } catch { throw .output(error) }
  }

  private func handle(_ number: Int32) throws(InputError) -> InputEvent? {
    switch number {
    case SIGINT:
      // The terminal has dropped its own half of the line.
      buffer.dropUnfinished()
      try leavePrompt()
      return .interrupted
    case SIGTSTP:
      guard suspends, getsid(0) != getpid() else { return nil }
      try leavePrompt()
      raise(SIGSTOP)
      return nil
    case SIGCONT:
      // Whatever the shell wrote meanwhile, the prompt is no longer where the cursor is.
      shown = nil
      return nil
    case SIGWINCH: return nil
    default:
      try leavePrompt()
      return .terminated(signal: number)
    }
  }
}
