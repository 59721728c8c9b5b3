// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Library

/// What a document is to the server: an editor may open any Markdown, and what is neither a drill nor
/// a policy is left alone.
enum DocumentKind: Hashable, Sendable {
  case drill, policy, answers, other

  /// The kind of a document: by its folder, else by the key that its front matter begins with.
  static func of(
    _ document: OpenDocument, _ outline: DraftOutline, drills: String, policies: String
  ) -> DocumentKind {
    if document.path.split(separator: "/").last == "README.md" { return .other }
    if LibraryFile.isOfAnswers(document.path) { return .answers }
    if lies(document.path, in: policies) { return .policy }
    for line in outline.matter ?? 0..<0 {
      let bytes = document.bytes[document.feedRange(line)]
      if bytes.starts(with: "drill:".utf8) { return .drill }
      if bytes.starts(with: "policy:".utf8) { return .policy }
    }
    // What drills share is checked with each that uses it.
    let isDrill = lies(document.path, in: drills)
    let below = document.path.dropFirst(isDrill ? drills.count : 0)
    if below.split(separator: "/").dropLast().contains("snippets") { return .other }
    return isDrill ? .drill : .other
  }

  /// Whether a file lies in a folder.
  static func lies(_ path: String, in folder: String) -> Bool {
    path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
