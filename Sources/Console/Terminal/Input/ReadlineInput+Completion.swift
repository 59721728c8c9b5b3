// SPDX-License-Identifier: GPL-3.0-or-later

internal import CReadline

extension ReadlineInput {
  /// What Tab does. Ours throughout: readline's own completion knows files and users.
  func complete() {
    guard let prompt = open else { return }
    switch prompt.completion.outcome(after: lineBeforeCursor) {
    case .nothing: break
    case .replace(let bytes, let text):
      let end = drillhall_rl_point()
      guard Int(drillhall_rl_end()) - bytes + text.utf8.count <= InputLine.longest else { return }
      rl_begin_undo_group()
      rl_delete_text(end - Int32(bytes), end)
      drillhall_rl_set_point(end - Int32(bytes))
      rl_insert_text(text)
      rl_end_undo_group()
      rl_redisplay()
    case .show(let candidates):
      let columns = printer.columns ?? TerminalEnvironment.assumedColumns
      let table = Completion.table(of: candidates, columns: columns)
      // A list that cannot be printed is no reason to lose the line: the next read will tell.
      try? printAbove(StyledText(table, .dim))
    }
  }
}
