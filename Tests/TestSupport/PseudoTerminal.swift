// SPDX-License-Identifier: GPL-3.0-or-later

public import Glibc
internal import Synchronization

/// A program in a terminal of its own, driven as a person would: keys go in, a screen comes out.
/// Nothing here sleeps and hopes: every wait ends with something seen.
public final class PseudoTerminal {
  /// The process that was started.
  public let process: pid_t
  /// What a person sees now, as far as it has been read.
  public private(set) var screen: Screen
  /// All bytes that came out, escapes included.
  public private(set) var transcript: [UInt8] = []

  private var terminal: Int32
  /// The program's side, kept open for looking at its modes.
  private let programSide: Int32
  private var mark = 0
  private var status: ExitStatus?
  private var hasHungUp = false

  // From <asm-generic/ioctls.h>; Swift's module does not carry them.
  private static let unlock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430
  private static let setSize: UInt = 0x5414

  /// Starts a program in a new terminal. `environment` is added to a nearly empty one with
  /// TERM=xterm-256color.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw ProcessFailure.system("open /dev/ptmx", errno) }
    terminal = master
    var zero: Int32 = 0
    var index: Int32 = 0
    guard ioctl(master, Self.unlock, &zero) == 0, ioctl(master, Self.number, &index) == 0 else {
      throw ProcessFailure.system("ioctl on a new terminal", errno)
    }
    let device = "/dev/pts/\(index)"
    programSide = open(device, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard programSide >= 0 else { throw ProcessFailure.system("open \(device)", errno) }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, Self.setSize, &size)
    let all = Child.environment(adding: ["TERM": "xterm-256color"].merging(environment) { $1 })
    process = try Child.starting.withLock { _ in
      try Child.start(path, arguments, environment: all, streams: .terminal(device))
    }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = Child.wait(process, until: .infinity)
    }
    close(programSide)
    if terminal >= 0 { close(terminal) }
  }

  // MARK: - What a person does

  /// Types; all of it arrives at once.
  public func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  /// Types bytes.
  public func send(_ bytes: [UInt8]) throws {
    var left = bytes[...]
    let end = TestSupport.seconds + TestSupport.patience
    while !left.isEmpty {
      // Read meanwhile: a program that waits for its reader does not take input.
      var waiting = [pollfd(fd: terminal, events: Int16(POLLIN | POLLOUT), revents: 0)]
      guard TestSupport.seconds < end else { throw failure("the program to take its input") }
      poll(&waiting, 1, 200)
      if waiting[0].revents & Int16(POLLIN) != 0 { take() }
      guard waiting[0].revents & Int16(POLLOUT) != 0 else { continue }
      // Little at a time: the terminal holds 4 KiB for the program.
      let count = left.withUnsafeBytes { write(terminal, $0.baseAddress, min($0.count, 256)) }
      guard count > 0 else { throw ProcessFailure.system("write to the terminal", errno) }
      left = left.dropFirst(count)
    }
  }

  /// Pastes a text as a terminal with bracketed paste does.
  public func paste(_ text: String) throws {
    try send("\u{1B}[200~\(text)\u{1B}[201~")
  }

  /// Gives the window another size.
  public func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(columns: columns, rows: rows)
    _ = ioctl(terminal, Self.setSize, &size)
  }

  /// Sends a signal to the process that was started.
  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Closes the window: the terminal is gone, and with it everything on the screen.
  public func hangUp() {
    close(terminal)
    terminal = -1
  }

  // MARK: - What a person waits for

  /// Waits until the program has written this text, after what the last call found. Escapes
  /// count as bytes.
  public func expect(_ text: String, patience: Double = TestSupport.patience) throws {
    let wanted = Array(text.utf8)
    try wait(for: "\"\(text)\"", patience: patience) {
      guard let end = $0.end(of: wanted, from: $0.mark) else { return false }
      $0.mark = end
      return true
    }
  }

  /// Waits until the screen looks as described.
  public func wait(
    untilScreen description: String, patience: Double = TestSupport.patience,
    _ condition: (Screen) -> Bool
  ) throws {
    try wait(for: description, patience: patience) { condition($0.screen) }
  }

  /// Waits until the screen, scrolled off lines included, shows this text.
  public func waitUntilShown(_ text: String, patience: Double = TestSupport.patience) throws {
    try wait(untilScreen: "\"\(text)\" on the screen", patience: patience) {
      $0.text.contains(text)
    }
  }

  /// Waits for the end of the process, reading what it still writes.
  public func end(patience: Double = TestSupport.patience) throws -> ExitStatus {
    if let status { return status }
    let end = TestSupport.seconds + patience
    while true {
      while waitForBytes(milliseconds: 0) { take() }
      if let ended = Child.wait(process, until: min(end, TestSupport.seconds + 0.02)) {
        while waitForBytes(milliseconds: 0) { take() }
        status = ended
        return ended
      }
      guard TestSupport.seconds < end else { throw failure("the end of the program") }
    }
  }

  /// Waits until the process has stopped (^Z).
  public func waitUntilStopped(patience: Double = TestSupport.patience) throws {
    let end = TestSupport.seconds + patience
    var info = siginfo_t()
    while TestSupport.seconds < end {
      if waitForBytes(milliseconds: 2) { take() }
      if waitid(P_PID, id_t(process), &info, WSTOPPED | WNOHANG | WNOWAIT) == 0, info.si_signo != 0
      {
        return
      }
    }
    throw failure("the program to stop")
  }

  /// Whether the terminal echoes and collects lines, as a shell expects to find it.
  public var isInLineMode: Bool {
    var modes = termios()
    tcgetattr(programSide, &modes)
    let wanted = tcflag_t(ECHO | ICANON | ISIG)
    return modes.c_lflag & wanted == wanted && modes.c_iflag & tcflag_t(ICRNL) != 0
  }

  // MARK: - Reading

  private func wait(
    for description: String, patience: Double, _ isMet: (PseudoTerminal) -> Bool
  ) throws {
    let end = TestSupport.seconds + patience
    while !isMet(self) {
      guard TestSupport.seconds < end else { throw failure(description) }
      guard !hasHungUp else {
        throw ProcessFailure.ended(
          waitingFor: description, screen: screen.text, transcript: visibleTranscript)
      }
      if waitForBytes(milliseconds: 200) {
        take()
      } else if status == nil, let ended = Child.wait(process, until: 0) {
        status = ended
      } else if status != nil {
        hasHungUp = true
      }
    }
  }

  private func waitForBytes(milliseconds: Int32) -> Bool {
    var waiting = [pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)]
    return poll(&waiting, 1, milliseconds) > 0 && waiting[0].revents & Int16(POLLIN) != 0
  }

  private func take() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else { return }
    transcript += buffer[..<count]
    screen.feed(Array(buffer[..<count]))
  }

  private func end(of wanted: [UInt8], from start: Int) -> Int? {
    guard !wanted.isEmpty, transcript.count >= start + wanted.count else { return nil }
    for index in start...(transcript.count - wanted.count)
    where transcript[index] == wanted[0] && transcript[index...].starts(with: wanted) {
      return index + wanted.count
    }
    return nil
  }

  private func failure(_ description: String) -> ProcessFailure {
    .timeout(waitingFor: description, screen: screen.text, transcript: visibleTranscript)
  }

  private var visibleTranscript: String {
    String(decoding: transcript.suffix(2000), as: UTF8.self)
      .replacing("\u{1B}", with: "\\e").replacing("\r", with: "\\r")
  }
}
