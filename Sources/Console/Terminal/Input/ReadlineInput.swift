// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReadline
internal import Glibc

/// Reads lines with GNU readline on a terminal. Bytes are read and cut into keys here, and
/// readline is handed whole keys through its callback interface: it never waits by itself, so
/// signals and deadlines are seen at any moment. One at a time in a process, on one thread.
final class ReadlineInput: Input {
  /// The input that readline's callbacks belong to. They carry no context of their own, and all
  /// of readline runs on the thread that reads: nothing else touches this.
  nonisolated(unsafe) private static var active: ReadlineInput?

  let printer: Printer
  private let signals: Signals
  let suspends: Bool
  private let history: CommandHistory
  var decoder = KeyDecoder()
  /// Bytes that readline takes at its next call.
  private var queue: [UInt8] = []
  private var queuePosition = 0
  /// The prompt whose line is being typed.
  private(set) var open: Prompt?
  /// The event that readline's line handler has left for the loop.
  private var finished: InputEvent?
  /// What had to be done to the line so far.
  var changes: InputLine.Changes = []
  private var historyIsLoaded = false

  init(printer: Printer, signals: Signals, suspends: Bool, history: CommandHistory) {
    self.printer = printer
    self.signals = signals
    self.suspends = suspends
    self.history = history
    Self.active = self
    drillhall_rl_adopt(
      // Readline asks only when something is queued; ^G, which aborts, if it ever does otherwise.
      { _ in ReadlineInput.active?.nextQueued() ?? 0x07 },
      { ReadlineInput.active?.hasQueued == true ? 1 : 0 },
      // The terminal stays as readline wants it between two lines, or what is typed meanwhile
      // would be echoed into the output. `giveTerminalBack` is the way back.
      {})
    ReadlineSettings.apply()
    // Also when something else ends the process in an orderly way.
    atexit { ReadlineInput.giveTerminalBack() }
  }

  // MARK: - The loop

  func read(_ prompt: Prompt, until deadline: BootInstant?) throws(InputError) -> InputEvent {
    while true {
      while let number = signals.next() {
        if let event = handle(number) { return event }
      }
      if let deadline, deadline <= .now { return .deadline }
      show(prompt)
      if let token = decoder.next() {
        feed(token)
        if let event = finished {
          finished = nil
          return event
        }
        continue
      }
      let ready = try Readiness.wait(input: 0, signals: signals.descriptor, until: deadline)
      if ready.input, !ready.signal, let bytes = try Readiness.read(0) {
        // Nothing is there when the terminal is gone, and when ^C has just thrown it away.
        if bytes.isEmpty && ready.isHungUp { return terminate(SIGHUP) }
        decoder.append(bytes)
      }
    }
  }

  func printAbove(_ body: (Printer) throws(OutputError) -> Void) throws(OutputError) {
    guard open != nil else { return try body(printer) }
    rl_clear_visible_line()
    fflush(nil)
    defer {
      rl_on_new_line()
      rl_redisplay()
    }
    try body(printer)
  }

  @discardableResult
  func abandonLine() -> String {
    guard open != nil else { return "" }
    rl_callback_sigcleanup()
    drillhall_rl_set_point(drillhall_rl_end())
    rl_redisplay()
    let typed = line
    rl_crlf()
    closeLine()
    return typed
  }

  func discardLine() {
    guard open != nil else { return }
    rl_callback_sigcleanup()
    rl_clear_visible_line()
    closeLine()
  }

  private func closeLine() {
    rl_callback_handler_remove()
    rl_replace_line("", 1)
    fflush(nil)
    open = nil
    changes = []
    decoder.reset()
  }

  func close() {
    abandonLine()
    history.save()
    Self.giveTerminalBack()
  }

  /// What has been typed so far.
  var line: String { drillhall_rl_line().map { String(cString: $0) } ?? "" }

  /// What stands before the cursor.
  var lineBeforeCursor: String {
    String(decoding: line.utf8.prefix(Int(drillhall_rl_point())), as: UTF8.self)
  }

  // MARK: - Opening a line and finishing it

  private func show(_ prompt: Prompt) {
    if open == prompt { return }
    let text = printer.readlinePrompt(prompt.text)
    if open == nil {
      load(historyFor: prompt)
      open = prompt
      // Once a line: installing again would discard what was typed.
      rl_callback_handler_install(text) { ReadlineInput.active?.finish($0) }
    } else {
      rl_clear_visible_line()
      rl_set_prompt(text)
      rl_on_new_line()
      rl_redisplay()
      load(historyFor: prompt)
      open = prompt
    }
  }

  /// An answer must not be found among the commands, nor a command offered as an answer.
  private func load(historyFor prompt: Prompt) {
    guard prompt.isCommand != historyIsLoaded else { return }
    historyIsLoaded = prompt.isCommand
    rl_clear_history()
    if prompt.isCommand {
      for command in history.commands { add_history(command) }
      using_history()
    }
  }

  /// Readline's line handler; the line is ours to free.
  private func finish(_ entered: UnsafeMutablePointer<CChar>?) {
    // Here and not later, or readline shows the prompt once more.
    rl_callback_handler_remove()
    let prompt = open
    open = nil
    guard let entered else {
      finished = .endOfInput
      rl_crlf()
      fflush(nil)
      return
    }
    let text = String(cString: entered)
    free(entered)
    finished = .line(InputLine(text: text, at: .now, changes: changes))
    changes = []
    if prompt?.isCommand == true, history.remember(text) {
      add_history(history.commands.last)
    }
  }

  // MARK: - Feeding readline

  private func feed(_ token: KeyDecoder.Token) {
    switch token {
    case .text(let bytes):
      let fitting = fit(bytes)
      if !fitting.isEmpty { feed(fitting) }
    case .key(let bytes):
      if bytes == [UInt8(ascii: "\t")] {
        if drillhall_rl_is_searching() == 0 { complete() }
      } else if bytes.count <= 2 || ReadlineSettings.isBound(bytes) {
        feed(bytes)
      }
    case .paste(let bytes, let cut):
      if cut { changes.insert(.cut) }
      paste(bytes)
    }
    // Killing and yanking can double a line at each key.
    if open != nil, drillhall_rl_end() > InputLine.longest {
      let fitting = fit(Array(line.utf8), room: InputLine.longest)
      rl_delete_text(Int32(fitting.count), drillhall_rl_end())
      drillhall_rl_set_point(min(drillhall_rl_point(), drillhall_rl_end()))
      rl_redisplay()
    }
  }

  private func feed(_ bytes: [UInt8]) {
    queue = bytes
    queuePosition = 0
    while hasQueued, finished == nil { rl_callback_read_char() }
    queue = []
  }

  private func paste(_ bytes: [UInt8]) {
    var text = String(decoding: bytes, as: UTF8.self)
    // Terminals send a pasted newline as a carriage return.
    text = String(text.map { $0 == "\r" || $0 == "\r\n" ? "\n" : $0 })
    if open?.newlines != .kept {
      while text.last == "\n" { text.removeLast() }
      text = String(text.map { $0 == "\n" ? " " : $0 })
    }
    let (harmless, hadControls) = ForeignText.stripped(text)
    if hadControls { changes.insert(.controlsRemoved) }
    let fitting = fit(Array(harmless.utf8))
    guard !fitting.isEmpty else { return }
    if drillhall_rl_is_searching() != 0 {
      feed(fitting.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 })
    } else {
      rl_insert_text(String(decoding: fitting, as: UTF8.self))
      rl_redisplay()
    }
  }

  /// The bytes for which the line has room, whole characters only.
  private func fit(_ bytes: [UInt8], room: Int? = nil) -> [UInt8] {
    let room = room ?? max(0, InputLine.longest - Int(drillhall_rl_end()))
    guard bytes.count > room else { return bytes }
    changes.insert(.cut)
    var end = room
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }

  private var hasQueued: Bool { queuePosition < queue.count }

  private func nextQueued() -> Int32? {
    guard hasQueued else { return nil }
    defer { queuePosition += 1 }
    return Int32(queue[queuePosition])
  }
}
