// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What a Markdown file that somebody names is, by its name, its folder and its front matter.
public enum LibraryFile: Hashable, Sendable {
  case drill, policy, answers, snippet, readme

  private static let answersEnding = ".answers.md"
  private static let snippets: Substring = "snippets"

  /// What a file of this path and these bytes is. A drill that lies among the snippets is one by its
  /// front matter; what says nothing of itself is meant as a drill.
  public static func of(_ path: String, bytes: @autoclosure () -> [UInt8]?) -> LibraryFile {
    let path = LibraryFolder.realPath(path) ?? path
    let parts = path.split(separator: "/")
    guard parts.last != "README.md" else { return .readme }
    guard !isOfAnswers(path) else { return .answers }
    let keys = bytes().map(keyLines) ?? []
    if keys.contains(where: { $0.starts(with: "drill:".utf8) }) { return .drill }
    if liesAmongSnippets(parts.dropLast()) { return .snippet }
    return keys.contains { $0.starts(with: "policy:".utf8) } ? .policy : .drill
  }

  /// Whether folders lead to what drills share: what lies above the drills' own folder says nothing.
  private static func liesAmongSnippets(_ folders: ArraySlice<Substring>) -> Bool {
    guard let last = folders.lastIndex(of: snippets) else { return false }
    return !folders[last...].contains("Drills")
  }

  /// The lines of the front matter; none where there is none.
  private static func keyLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    // A byte order mark is told, and nothing else is said of the file because of it.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: mark) ? mark.count : 0)
    guard text.starts(with: "---".utf8) else { return [] }
    let lines = text.prefix(1 << 16).split(separator: UInt8(ascii: "\n"))
    return Array(lines.dropFirst().prefix { !$0.starts(with: "---".utf8) })
  }

  /// What a file on the disk is.
  public static func of(_ path: String) -> LibraryFile {
    of(path, bytes: LibraryFolder.bytes(of: path, diagnostics: Diagnostics()))
  }

  /// Whether a path is one of golden answers, by its ending alone.
  public static func isOfAnswers(_ path: String) -> Bool { path.hasSuffix(answersEnding) }

  /// The drill beside a file of golden answers.
  public static func drill(ofAnswers path: String) -> String {
    isOfAnswers(path) ? path.dropLast(answersEnding.count) + ".md" : path
  }

  /// The file of golden answers beside a drill.
  public static func answers(ofDrill path: String) -> String {
    (path.hasSuffix(".md") ? String(path.dropLast(3)) : path) + answersEnding
  }

  /// The files among those that were named that are no drills and no policies, and why nothing is
  /// said of them.
  public static func notes(on paths: [String]) -> [String] {
    paths.compactMap { path in
      guard LibraryFolder(path).exists else { return of(path).note(on: path) }
      return isOfSnippets(path)
        ? "“\(path)” holds snippets: they are checked with the drills that use them." : nil
    }
  }

  /// Whether a folder holds snippets, by its path.
  static func isOfSnippets(_ folder: String) -> Bool {
    (LibraryFolder.realPath(folder) ?? folder).split(separator: "/").contains(snippets)
  }

  /// What a file is and who looks at it, for somebody who named it where a drill was asked for; nil
  /// for a drill and a policy.
  public func note(on path: String) -> String? {
    let name = "“\(path)”"
    return switch self {
    case .drill, .policy: nil
    case .answers where LibraryFolder.realPath(Self.drill(ofAnswers: path)) == nil:
      "\(name) is called like golden answers, and there is no drill “\(Self.drill(ofAnswers: path))” "
        + "that they could be given to. Rename the file like its drill."
    case .answers:
      "\(name) holds golden answers: “drillhall test \(Self.drill(ofAnswers: path))” gives them."
    case .snippet: "\(name) is a snippet: it is checked with the drills that use it."
    case .readme: "\(name) is no drill: a file of this name is for readers."
    }
  }
}
