// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
public import Library

/// Applies the fixes of findings, without writing anything: round after round, until none is left.
///
/// A fix can make room for another, and two that touch the same lines can't be applied at once: so
/// each round takes those that don't overlap, and checks again.
public final class Mending {
  /// A file that fixes have changed.
  public struct File: Sendable {
    /// Its path.
    public let path: String
    /// What is on the disk.
    public let before: [UInt8]
    /// What should be.
    public fileprivate(set) var after: [UInt8]
    /// How many fixes were applied.
    public fileprivate(set) var fixes: Int
  }

  /// So many rounds at most: fixes that undo each other would go on for ever.
  public static let mostRounds = 50

  private let library: DrillLibrary
  private let today: CalendarDate
  private let texts = LibraryTexts()
  private var changed: [String: File] = [:]

  /// Files that somebody changed while they were looked at; nothing of theirs is applied.
  public private(set) var restless: Set<String> = []

  /// Mends drills and policies of a library on a day.
  public init(_ library: DrillLibrary, today: CalendarDate) {
    self.library = library
    self.today = today
  }

  /// The files that changed, by path.
  public var files: [File] { changed.values.sorted { $0.path < $1.path } }

  /// Checks the texts as they are after the fixes so far.
  public func check(_ paths: [String], report: ([Diagnostic]) throws -> Void) throws -> Int {
    try LibraryCheck(library, today: today, texts: texts).run(paths, report: report)
  }

  /// Applies all fixes of these files, or of the whole library, and those that follow from them.
  public func run(_ paths: [String]) throws {
    for _ in 0..<Self.mostRounds {
      var fixes: [String: [Fix]] = [:]
      _ = try check(paths) { findings in
        for finding in findings where Self.covers(paths, finding.place.file) {
          if let fix = finding.fix { fixes[finding.place.file, default: []].append(fix) }
        }
      }
      var hasChanged = false
      for (path, fixes) in fixes where apply(fixes, to: path) { hasChanged = true }
      guard hasChanged else { return }
    }
  }

  /// Whether a file is one of those that are named, or lies in one: a policy with errors is reported
  /// with every drill, and is still not asked to be changed.
  static func covers(_ paths: [String], _ file: String) -> Bool {
    func bare(_ path: String) -> Substring {
      var path = path[...]
      while path.hasPrefix("./") { path = path.dropFirst(2) }
      while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
      return path
    }
    let file = bare(file)
    return paths.isEmpty
      || paths.map(bare).contains {
        $0 == file || $0 == "." || $0.isEmpty || file.hasPrefix($0 == "/" ? "/" : $0 + "/")
      }
  }

  private func apply(_ fixes: [Fix], to path: String) -> Bool {
    guard !restless.contains(path) else { return false }
    guard let bytes = texts.checkedBytes(of: path) else {
      restless.insert(path)
      return false
    }
    guard let (mended, count) = Self.applying(fixes, to: bytes) else { return false }
    texts.put(mended, at: path)
    var file = changed[path] ?? File(path: path, before: bytes, after: bytes, fixes: 0)
    file.after = mended
    file.fixes += count
    changed[path] = file
    return true
  }

  /// A text after those of its fixes that don't overlap, and how many these were; nil where nothing
  /// changes, or where the bytes are no text.
  static func applying(_ fixes: [Fix], to bytes: [UInt8]) -> (bytes: [UInt8], count: Int)? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var chosen: [Fix] = []
    var count = 0
    var free = 1
    for fix in fixes.sorted(by: { ($0.firstLine, $0.lineCount) < ($1.firstLine, $1.lineCount) })
    where fix.firstLine - 1 + fix.lineCount <= lines.count {
      // Findings in one line can have one mend.
      if fix == chosen.last { count += 1 }
      guard fix.firstLine >= free else { continue }
      chosen.append(fix)
      count += 1
      // An insertion stands before its line, which must then stay as it is.
      free = fix.firstLine + max(fix.lineCount, 1)
    }
    for fix in chosen.reversed() {
      let start = fix.firstLine - 1
      lines.replaceSubrange(
        start..<(start + fix.lineCount), with: fix.lines.map { Array($0.utf8) })
    }
    let result = Array(lines.joined(separator: [0x0A]))
    return result == bytes ? nil : (result, count)
  }
}
