// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The one type that writes to standard output and standard error, and the only one that writes
/// escapes. Whatever it is given comes out harmless.
public final class Printer {
  private let output: Int32
  private let errors: Int32
  private var held: String?
  /// How the output looks.
  public let appearance: Appearance

  /// A printer on two open descriptors, which stay open.
  public init(output: Int32 = 1, errors: Int32 = 2, appearance: Appearance) {
    self.output = output
    self.errors = errors
    self.appearance = appearance
  }

  /// Columns for a line on standard output now, or nil where lines are left whole.
  public var columns: Int? {
    switch appearance.lineLength {
    case .unlimited: nil
    case .columns(let columns): max(TextWrap.narrowest, columns)
    case .terminal:
      max(
        TextWrap.narrowest,
        min(TerminalEnvironment.columns(of: output), Appearance.comfortableColumns))
    }
  }

  /// Prints a paragraph, or an empty line, on standard output.
  public func print(_ text: StyledText = "", margin: Margin = .none) throws(OutputError) {
    let rendered = Self.render(
      text, margin: margin, columns: columns, coloured: appearance.coloursOutput)
    if held == nil { try Self.write(rendered, to: output) } else { held? += rendered }
  }

  /// Keeps what ``print(_:margin:)`` prints from now on, until ``release()`` sends it in one piece:
  /// a page of many lines wakes whoever reads it once.
  func hold() { held = held ?? "" }

  /// Sends what was kept, and goes on line by line.
  func release() throws(OutputError) {
    guard let text = held else { return }
    held = nil
    try Self.write(text, to: output)
  }

  /// Prints a message about the run of the program on standard error.
  public func tell(_ text: StyledText, margin: Margin = .none) throws(OutputError) {
    let rendered = Self.render(
      text, margin: margin, columns: columns, coloured: appearance.coloursErrors)
    try Self.write(rendered, to: errors)
  }

  /// Prints data for another program (JSON, CSV) on standard output, byte for byte, unless that
  /// is a terminal: there it is made harmless.
  public func printData(_ data: String) throws(OutputError) {
    try Self.write(isTerminal ? ForeignText.harmless(data) : data, to: output)
  }

  /// Whether standard output is a terminal.
  var isTerminal: Bool { isatty(output) == 1 }

  /// Writes bytes to standard output as they are: never to a terminal.
  func write(_ bytes: [UInt8]) throws(OutputError) { try Self.write(bytes[...], to: output) }

  /// Prints a prompt without ending the line.
  func printPrompt(_ text: StyledText) throws(OutputError) {
    try Self.write(
      Self.rendered(text.harmless, coloured: appearance.coloursOutput), to: output)
  }

  /// Ends a line that a prompt began.
  func endLine() throws(OutputError) {
    try Self.write("\n", to: output)
  }

  /// A prompt for readline, in which escapes stand between \001 and \002, so that they do not
  /// count as columns. The text itself cannot hold these bytes.
  func readlinePrompt(_ text: StyledText) -> String {
    Self.rendered(
      text.harmless, coloured: appearance.coloursOutput, opening: "\u{1}", closing: "\u{2}")
  }

  /// A paragraph as it is sent, newline included.
  static func render(
    _ text: StyledText, margin: Margin, columns: Int?, coloured: Bool
  ) -> String {
    let margin = Margin(first: margin.first.harmless, rest: margin.rest.harmless)
    let text = text.harmless
    let lines =
      columns.map { TextWrap(columns: $0).lines(of: text, margin: margin) }
      ?? wholeLines(of: text, margin: margin)
    return lines.map { rendered($0, coloured: coloured) + "\n" }.joined()
  }

  private static func wholeLines(of text: StyledText, margin: Margin) -> [StyledText] {
    var lines = [margin.first]
    for run in text.runs {
      let pieces = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { lines.append(margin.rest) }
        lines[lines.count - 1].append(String(piece), run.style)
      }
    }
    return lines
  }

  private static func rendered(
    _ text: StyledText, coloured: Bool, opening: String = "", closing: String = ""
  ) -> String {
    guard coloured else { return text.string }
    return text.runs.map { run in
      guard let rendition = run.style.rendition else { return run.text }
      return "\(opening)\u{1B}[\(rendition)m\(closing)\(run.text)\(opening)\u{1B}[0m\(closing)"
    }.joined()
  }

  private static func write(_ text: String, to descriptor: Int32) throws(OutputError) {
    try write(Array(text.utf8)[...], to: descriptor)
  }

  private static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32
  ) throws(OutputError) {
    var bytes = bytes
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        bytes = bytes.dropFirst(written)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        // Somebody who shares the descriptor made it non-blocking: wait until there is room.
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      case let code: throw OutputError(code: code)
      }
    }
  }
}
