// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The commands that were typed, for recalling them, also in the next session. Answers never come
/// here. The file belongs to its owner alone (mode 0600) and holds the last 500.
public final class CommandHistory {
  /// How many commands are kept.
  static let mostCommands = 500
  /// Bytes of the file that are looked at: no history of ours is longer.
  private static let mostBytes = 1 << 20

  /// The commands, oldest first.
  private(set) var commands: [String] = []
  private var typedNow: [String] = []
  private let path: String?

  /// Reads the file, if there is one. A file that cannot be read counts as empty: history is a
  /// comfort, no reason to stop.
  public init(path: String?) {
    self.path = path
    commands = path.map(Self.load) ?? []
  }

  /// `$XDG_STATE_HOME/drillhall/history`, by default under `~/.local/state`; nil where neither is
  /// known (XDG Base Directory Specification: relative paths are ignored).
  public static func standardPath() -> String? {
    if let state = TerminalEnvironment.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      return "\(state)/drillhall/history"
    }
    guard let home = TerminalEnvironment.variable("HOME"), home.hasPrefix("/") else { return nil }
    return "\(home)/.local/state/drillhall/history"
  }

  /// Remembers a command, unless it is blank or the same as the one before. Returns whether it
  /// was new.
  func remember(_ command: String) -> Bool {
    let line = String(command.map { $0.isNewline ? " " : $0 })
    guard line.contains(where: { $0 != " " && $0 != "\t" }), line != commands.last else {
      return false
    }
    commands.append(line)
    typedNow.append(line)
    if commands.count > Self.mostCommands { commands.removeFirst() }
    return true
  }

  /// Adds the commands of this session to the file. Another session may have written meanwhile:
  /// its commands are kept. Returns whether it worked; nothing else depends on it.
  @discardableResult
  func save() -> Bool {
    guard let path, !typedNow.isEmpty else { return true }
    let kept = (Self.load(path) + typedNow).suffix(Self.mostCommands)
    let text = kept.map { $0 + "\n" }.joined()
    guard Self.makeFolder(of: path), Self.replace(path, with: text) else { return false }
    typedNow = []
    return true
  }

  // MARK: - The file

  private static func load(_ path: String) -> [String] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < mostBytes {
      let count = read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n")).compactMap { line -> String? in
      guard line.count <= InputLine.longest else { return nil }
      return String(validating: line, as: UTF8.self).flatMap {
        ForeignText.isHarmless($0) ? $0 : nil
      }
    }
    return Array(lines.suffix(mostCommands))
  }

  /// Makes the folders that are missing, for the owner alone.
  private static func makeFolder(of path: String) -> Bool {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/\(part)"
      if mkdir(folder, 0o700) != 0 && errno != EEXIST { return false }
    }
    return true
  }

  /// Writes beside the file and renames, so that a crash leaves the old or the new, never half.
  private static func replace(_ path: String, with text: String) -> Bool {
    let beside = "\(path).\(getpid())"
    unlink(beside)
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return false }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes = bytes.dropFirst(count)
    }
    let isWritten = bytes.isEmpty && close(file) == 0
    guard isWritten, rename(beside, path) == 0 else {
      unlink(beside)
      return false
    }
    return true
  }
}
