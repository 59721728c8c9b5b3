// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// A program on pipes that is spoken with while it runs.
public final class PipedConversation {
  private let pid: pid_t
  private var input: Int32
  private let output: Int32
  private let errors: Int32
  private var hasEnded = false
  /// What it wrote on standard error so far.
  public private(set) var complaints: [UInt8] = []

  /// Starts a program.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    (pid, input, output, errors) = try Child.starting.withLock { _ in
      let (inputRead, inputWrite) = try Self.makePipe()
      let (outputRead, outputWrite) = try Self.makePipe()
      let (errorsRead, errorsWrite) = try Self.makePipe()
      defer { [inputRead, outputWrite, errorsWrite].forEach { close($0) } }
      let pid = try Child.start(
        path, arguments, environment: Child.environment(adding: environment),
        streams: .descriptors(inputRead, outputWrite, errorsWrite))
      return (pid, inputWrite, outputRead, errorsRead)
    }
    for end in [input, output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit {
    if !hasEnded {
      kill(pid, SIGKILL)
      _ = Child.wait(pid, until: .infinity)
    }
    for end in [input, output, errors] where end >= 0 { close(end) }
  }

  private static func makePipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ProcessFailure.system("pipe", errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Writes bytes to its standard input; gives what it wrote meanwhile, so that neither side waits
  /// for the other for ever.
  public func send(
    _ bytes: [UInt8], patience: Double = TestSupport.patience
  ) throws -> [UInt8] {
    let end = TestSupport.seconds + patience
    var rest = bytes[...]
    var received: [UInt8] = []
    while !rest.isEmpty {
      guard TestSupport.seconds < end else { throw timeout("room for \(rest.count) bytes") }
      let ready = wait(forInput: true, milliseconds: 200)
      received += take()
      guard ready else { continue }
      let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno != EAGAIN, errno != EINTR {
        throw ProcessFailure.system("write", errno)
      }
      rest = rest.dropFirst(max(0, count))
    }
    return received
  }

  /// What it writes next; empty where nothing came within a time, nil where nothing comes any more.
  public func receive(milliseconds: Int32) -> [UInt8]? {
    var waiting = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return [] }
    let bytes = take()
    return bytes.isEmpty ? nil : bytes
  }

  /// Ends its input.
  public func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Waits for its end.
  public func end(patience: Double = TestSupport.patience) throws -> ExitStatus {
    let end = TestSupport.seconds + patience
    while TestSupport.seconds < end {
      _ = take()
      if let status = Child.wait(pid, until: TestSupport.seconds + 0.05) {
        hasEnded = true
        return status
      }
    }
    throw timeout("the end")
  }

  private func timeout(_ what: String) -> ProcessFailure {
    .timeout(
      waitingFor: what, screen: "", transcript: String(decoding: complaints, as: UTF8.self))
  }

  private func wait(forInput: Bool, milliseconds: Int32) -> Bool {
    var waiting = [
      pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
    ]
    poll(&waiting, 2, milliseconds)
    return waiting[0].revents != 0
  }

  /// All that lies in the pipes.
  private func take() -> [UInt8] {
    complaints += Self.all(of: errors)
    return Self.all(of: output)
  }

  private static func all(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }
}
