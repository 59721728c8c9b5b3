// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The changes of `check --fix` as an editor offers them: one for each finding that has one, and all
/// of them at once.
struct FixActions {
  private let draft: Draft

  init(_ draft: Draft) { self.draft = draft }

  /// The changes for a stretch of the text.
  func actions(_ asked: ClientParameters.CodeAction) -> [ServerResults.CodeAction] {
    let document = draft.document
    let only = asked.context?.only
    let fixed = (draft.findings ?? []).filter { $0.fix != nil }
    var actions: [ServerResults.CodeAction] = []
    if CodeActionKinds.asks(only, for: CodeActionKinds.quickFix) {
      let from = document.offset(of: asked.range.start, draft.encoding)
      let to = max(from, document.offset(of: asked.range.end, draft.encoding))
      var seen: Set<Fix> = []
      for finding in fixed {
        guard let fix = finding.fix, touches(finding, from, to), seen.insert(fix).inserted,
          let edit = edit(fix)
        else { continue }
        actions.append(
          .init(
            title: "\(fix.title.prefix(1).uppercased())\(fix.title.dropFirst()) "
              + "(\(finding.rule.code))",
            kind: CodeActionKinds.quickFix,
            diagnostics: [FindingRange.diagnostic(finding, in: document, draft.encoding)],
            isPreferred: true, edit: workspace([edit])))
      }
    }
    if CodeActionKinds.asks(only, for: CodeActionKinds.fixAll), !fixed.isEmpty,
      let (bytes, count) = Mending.applying(fixed.compactMap(\.fix), to: document.bytes)
    {
      let edits = UnifiedDiff.replacements(from: document.bytes, to: bytes).map { change in
        LSPTextEdit(
          range: document.range(change.range, draft.encoding),
          newText: String(decoding: change.bytes, as: UTF8.self))
      }
      actions.append(
        .init(
          title: count == 1
            ? "Make the one change that needs no thinking"
            : "Make all \(count) changes that need no thinking",
          kind: CodeActionKinds.fixAll, diagnostics: nil, isPreferred: nil, edit: workspace(edits)))
    }
    return actions
  }

  /// Whether a finding's stretch, or the line of its place, is touched.
  private func touches(_ finding: Diagnostic, _ from: Int, _ to: Int) -> Bool {
    let document = draft.document
    let line = document.feedRange(document.feed(of: document.offset(of: finding.place)))
    return line.lowerBound <= to && from <= line.upperBound
  }

  private func workspace(_ edits: [LSPTextEdit]) -> ServerResults.WorkspaceEdit {
    .init(changes: [draft.document.uri: edits])
  }

  /// A fix as a change of the text; nil where it has no such lines.
  private func edit(_ fix: Fix) -> LSPTextEdit? {
    let document = draft.document
    let first = fix.firstLine - 1
    let last = first + fix.lineCount
    guard first >= 0, last <= document.feeds.count else { return nil }
    let range: Range<Int>
    var text = fix.lines.joined(separator: "\n")
    if fix.lineCount == 0 {
      let start = first < document.feeds.count ? document.feeds[first] : document.bytes.count
      range = start..<start
      text = fix.lines.map { $0 + "\n" }.joined()
    } else if fix.lines.isEmpty {
      // Whole lines go, with their ends.
      let end = last < document.feeds.count ? document.feeds[last] : document.bytes.count
      range = document.feeds[first]..<end
    } else {
      range = document.feeds[first]..<document.end(ofFeed: last - 1)
    }
    return LSPTextEdit(range: document.range(range, draft.encoding), newText: text)
  }
}
