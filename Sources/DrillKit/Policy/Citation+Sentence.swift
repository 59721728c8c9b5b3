// SPDX-License-Identifier: GPL-3.0-or-later

extension Citation {
  /// The clause as `policy#clause`.
  var clause: String { "\(policy)#\(slug)" }

  /// The row and, where it gives one, its reason: `Severity, row 4. It must be judged today.`
  var rowAndReason: String {
    let row = "\(heading), row \(self.row)."
    guard let reason = why?.plain, !reason.isEmpty else { return row }
    return "\(row) \(reason)" + (reason.last?.isPunctuation == true ? "" : ".")
  }
}
