// SPDX-License-Identifier: GPL-3.0-or-later

extension ScenarioClock {
  /// A deadline and where it comes from: `by Friday 16:50, 30 minutes after Friday 16:20`; a word
  /// stands for itself.
  func sentence(_ deadline: Deadline, _ within: Within, _ start: ScenarioTime?) -> String {
    guard case .at = deadline else { return text(deadline) }
    let origin = start.map { ", \(within) after \(text($0))" } ?? ""
    return "by \(text(deadline))\(origin)"
  }

  /// Reports a deadline that no one could type, because the story has no dates.
  func checkName(
    of deadline: Deadline, from start: ScenarioTime?, at place: Place, diagnostics: Diagnostics
  ) {
    guard let time = deadline.time, !canName(time, from: start) else { return }
    diagnostics.report(
      .noRightAnswer, at: place,
      "The deadline lies more than seven days ahead, and can't be named without a date. Give "
        + "“Now” a date: “Now: 2026-05-08 18:40”.")
  }
}
