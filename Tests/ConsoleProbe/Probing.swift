// SPDX-License-Identifier: GPL-3.0-or-later

internal import Console
internal import Glibc

/// The probe's scenarios on an open terminal.
struct Probing {
  let terminal: Terminal

  private static let command = Prompt(
    StyledText("probe> ", .prompt),
    completion: Completion(
      ["answer", "free", "foreign", "hang", "long", "quit", "run café", "run coffee", "styled"],
      scope: .line),
    isCommand: true)
  private static let answer = Prompt(
    "answer: ",
    completion: Completion(["Customer database", "Customer records", "Payroll", "Größe"]))
  private static let free = Prompt("free: ", newlines: .kept)

  private var printer: Printer { terminal.printer }
  private var input: any Input { terminal.input }

  /// The program's exit status.
  func run(_ scenario: Scenario) -> Int32 {
    do {
      return switch scenario {
      case .commands: try commands()
      case .injects: try injects()
      case .deadline: try deadline()
      case .display: try display()
      }
    } catch let error as InputError {
      return error == .output(.readerGone) ? 74 : 66
    } catch let error as OutputError {
      // Only standard error is left to say it on.
      try? printer.tell("\(error.message)")
      return 74
    } catch {
      return 70
    }
  }

  private func commands() throws -> Int32 {
    try printer.print("ready")
    var prompt = Self.command
    while true {
      switch try input.read(prompt, until: nil) {
      case .line(let line):
        try report(line)
        guard line.text != "quit" else { return 0 }
        prompt = try obey(line.text, at: prompt)
      case .endOfInput:
        try printer.print("end of input")
        return 0
      case .interrupted: try input.printAbove("interrupted")
      case .deadline: try printer.print("a deadline that nobody set")
      case .terminated(let signal): return 128 + signal
      }
    }
  }

  private func obey(_ command: String, at prompt: Prompt) throws -> Prompt {
    guard prompt == Self.command else { return Self.command }
    switch command {
    case "answer": return Self.answer
    case "free": return Self.free
    case "foreign":
      try printer.print("<\u{1B}[2J\u{1B}]0;title\u{7}\u{9B}31m\u{202E}evil\u{2028}\u{7F}>")
    case "styled":
      try printer.print(StyledText("right", .good) + " and " + StyledText("wrong", .bad))
    case "long":
      try printer.print(
        StyledText(repeatElement("word", count: 60).joined(separator: " ")),
        margin: .label("a) "))
    case "hang":
      // What is busy sees nothing of the keyboard; what is typed meanwhile must not be lost.
      try printer.print("busy")
      usleep(300_000)
    default: break
    }
    return prompt
  }

  private func report(_ line: InputLine) throws {
    var notes: [String] = []
    if line.changes.contains(.cut) { notes.append("cut") }
    if line.changes.contains(.controlsRemoved) { notes.append("controls") }
    if line.changes.contains(.malformed) { notes.append("malformed") }
    // A long line is told by its length: the test counts, nobody reads it.
    let text =
      line.text.utf8.count > 400
      ? "\(line.text.utf8.count) bytes" : line.text.split(separator: "\n").joined(separator: "|")
    // As data, because a paragraph would be wrapped.
    try printer.printData("line=[\(text)] \(notes.joined(separator: " "))\n")
  }

  private func injects() throws -> Int32 {
    var count = 0
    var next = BootInstant.now.advanced(byMilliseconds: 200)
    while true {
      switch try input.read(Self.answer, until: next) {
      case .deadline:
        count += 1
        try input.printAbove(StyledText("inject \(count).", .warning) + " Somebody calls.")
        next = .now.advanced(byMilliseconds: 200)
      case .line(let line):
        try report(line)
        return 0
      case .endOfInput: return 4
      case .interrupted: continue
      case .terminated(let signal): return 128 + signal
      }
    }
  }

  private func deadline() throws -> Int32 {
    let end = BootInstant.now.advanced(byMilliseconds: 2500)
    let event = try input.read(Self.answer, until: end)
    guard case .deadline = event, BootInstant.now >= end else { return 1 }
    try printer.print("time is up, typed=[\(input.abandonLine())]")
    guard case .line(let line) = try input.read(Self.free, until: nil) else { return 4 }
    try report(line)
    return 0
  }

  private func display() throws -> Int32 {
    let prompt = Prompt("Enter goes on, p pauses, q ends: ")
    var shown = 0
    var isPaused = false
    while true {
      let next = isPaused ? nil : BootInstant.now.advanced(byMilliseconds: 200)
      switch try input.read(prompt, until: next) {
      case .deadline:
        shown += 1
        try input.printAbove("row \(shown)")
      case .line(let line):
        guard line.text != "q" else { return 0 }
        isPaused = line.text == "p"
        try printer.print(isPaused ? "paused" : "going on")
      case .endOfInput: return 4
      case .interrupted: continue
      case .terminated(let signal): return 128 + signal
      }
    }
  }
}
