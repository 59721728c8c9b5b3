// SPDX-License-Identifier: GPL-3.0-or-later

/// A conversation that goes by, in which the lines where service fails are to be flagged.
enum SpotKind: ItemKind {
  static let verb = "Spot"
  static let meaning =
    "A conversation that goes by: the lines where service fails are flagged."
  static let settings: Set<String> = ["watch", "pace", "window", "late", "feedback"]
  static let showsAsItCame = true

  /// More lines than anybody listens to in one go.
  static let maximumLines = 500

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    guard let answers = section.takeAnswers(numbered: true) else {
      section.report(
        .wrongForm, at: section.place,
        "Spot needs a numbered list of lines: “1. [x] **Robin:** …” where service fails, “[ ]” where "
          + "it does not, no box where nothing is judged.")
      return nil
    }
    guard answers.count <= maximumLines else {
      section.report(
        .wrongForm, at: answers[maximumLines].place,
        "A conversation has at most \(maximumLines) lines; this is one too many. Cut it.")
      return nil
    }
    section.rejectTargets(answers)
    section.warnOfMissingFeedback(answers.filter { $0.tick != nil })
    let lines = SpotLineReader(section, answers).read()
    guard lines.contains(where: \.isFailure) else {
      section.report(
        .tickCount, at: section.place,
        "Service fails at no line. Tick those at which it does: “1. [x] **Robin:** …”.")
      return nil
    }
    let settings = section.settings
    let content = SpotContent(
      lines: lines, watch: settings.watch, pace: settings.pace ?? 4, window: settings.window ?? 2,
      late: settings.late ?? 50, tellsAtOnce: settings.feedback == .atOnce, duty: section.duty)
    warnOfFewFineLines(content, section)
    return content
  }

  /// Fine lines that follow a failure closely can't be flagged in vain: where few others are left,
  /// one false alarm takes all, or flagging everything costs nothing.
  private static func warnOfFewFineLines(_ content: SpotContent, _ section: ItemSection) {
    let fine = content.lines.count { $0.trial == .fine }
    let failures = content.lines.count(where: \.isFailure)
    let counted = content.counted
    guard counted < min(fine, failures) else { return }
    section.report(
      .fewFineLines, at: section.place,
      (fine == 1
        ? "The one line with “[ ]” can't"
        : "Of the \(fine) lines with “[ ]”, \(counted == 0 ? "none" : "\(counted)") can")
        + " be flagged in vain: in the \(2 * content.window) lines from a failure on, a flag is taken for "
        + "that failure. Put a fine line elsewhere, or set a smaller “window”.")
  }
}
