// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import Synchronization

/// What a program did that was run on pipes.
public struct PipedProcess: Sendable, Hashable {
  /// How it ended.
  public let status: ExitStatus
  /// All that it wrote on standard output.
  public let output: String
  /// All that it wrote on standard error.
  public let errors: String

  /// Runs a program to its end with this standard input.
  public static func run(
    _ path: String, _ arguments: [String] = [], input: String = "",
    environment: [String: String] = [:], patience: Double = TestSupport.patience
  ) throws -> PipedProcess {
    try run(
      path, arguments, inputBytes: Array(input.utf8), environment: environment,
      patience: patience)
  }

  /// Runs a program to its end with these bytes on standard input.
  public static func run(
    _ path: String, _ arguments: [String] = [], inputBytes: [UInt8],
    environment: [String: String] = [:], patience: Double = TestSupport.patience
  ) throws -> PipedProcess {
    var left: [UInt8]? = inputBytes
    return try run(path, arguments, environment: environment, patience: patience) { _ in
      defer { left = nil }
      return left
    }
  }

  /// Runs a program to its end as a person uses it: each line is typed when a prompt for it stands
  /// there. Where nil stands for a line, nothing is typed until the program goes on by itself.
  public static func run(
    _ path: String, _ arguments: [String], typing lines: [String?], behind prompts: [String],
    environment: [String: String] = [:], patience: Double = TestSupport.patience
  ) throws -> PipedProcess {
    var done = 0
    return try run(path, arguments, environment: environment, patience: patience) { output in
      let asked = output.split(separator: UInt8(ascii: "\n"))
        .count { line in prompts.contains { line.elementsEqual($0.utf8) } }
      guard asked > done else { return [] }
      guard done < lines.count else { return nil }
      defer { done += 1 }
      return lines[done].map { Array(($0 + "\n").utf8) } ?? []
    }
  }

  /// What comes next on standard input, after this output: nothing for now where it is empty, and
  /// the input's end where it is nil.
  private typealias Typist = (_ output: [UInt8]) -> [UInt8]?

  private static func run(
    _ path: String, _ arguments: [String], environment: [String: String], patience: Double,
    typist: Typist
  ) throws -> PipedProcess {
    signal(SIGPIPE, SIG_IGN)
    let (pid, input, output, errors) = try Child.starting.withLock { _ in
      let (inputRead, inputWrite) = try makePipe()
      let (outputRead, outputWrite) = try makePipe()
      let (errorsRead, errorsWrite) = try makePipe()
      defer { [inputRead, outputWrite, errorsWrite].forEach { close($0) } }
      let pid = try Child.start(
        path, arguments, environment: Child.environment(adding: environment),
        streams: .descriptors(inputRead, outputWrite, errorsWrite))
      return (pid, inputWrite, outputRead, errorsRead)
    }
    defer { [output, errors].forEach { close($0) } }
    let end = TestSupport.seconds + patience
    let collected = exchange(typist, input, output, errors, until: end)
    guard let status = Child.wait(pid, until: end) else {
      kill(pid, SIGKILL)
      _ = Child.wait(pid, until: .infinity)
      throw ProcessFailure.timeout(
        waitingFor: "the end of \(path)", screen: String(decoding: collected.0, as: UTF8.self),
        transcript: String(decoding: collected.1, as: UTF8.self))
    }
    return PipedProcess(
      status: status, output: String(decoding: collected.0, as: UTF8.self),
      errors: String(decoding: collected.1, as: UTF8.self))
  }

  private static func makePipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ProcessFailure.system("pipe", errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Writes and reads at once, so that neither side waits for the other for ever.
  private static func exchange(
    _ typist: Typist, _ input: Int32, _ output: Int32, _ errors: Int32, until end: Double
  ) -> ([UInt8], [UInt8]) {
    var left: ArraySlice<UInt8> = []
    var collected: [[UInt8]] = [[], []]
    var isOpen = [true, true]
    var inputIsOpen = true
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    while isOpen.contains(true), TestSupport.seconds < end {
      if inputIsOpen, left.isEmpty {
        if let more = typist(collected[0]) {
          left = more[...]
        } else {
          close(input)
          inputIsOpen = false
        }
      }
      var waiting = [
        pollfd(fd: isOpen[0] ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen[1] ? errors : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: inputIsOpen && !left.isEmpty ? input : -1, events: Int16(POLLOUT), revents: 0),
      ]
      poll(&waiting, 3, 200)
      for (index, descriptor) in [output, errors].enumerated() where waiting[index].revents != 0 {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &buffer, buffer.count)
        if count > 0 { collected[index] += buffer[..<count] } else { isOpen[index] = false }
      }
      if waiting[2].revents != 0 {
        let count = left.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
        // Whoever does not want the rest has closed its end.
        left = count > 0 ? left.dropFirst(count) : []
      }
    }
    if inputIsOpen { close(input) }
    return (collected[0], collected[1])
  }
}
