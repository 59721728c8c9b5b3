// SPDX-License-Identifier: GPL-3.0-or-later

/// Judges flags, and says of each line what became of it.
struct SpotExplanation {
  let lines: [SpotLine]
  let spotting: Spotting

  private func raised(_ flag: Flag) -> Spotting.Flag {
    Spotting.Flag(shown: flag.at, line: flag.line)
  }

  /// The judged line that a flag means; the line itself where none was judged so far.
  private func meant(by line: Int) -> Int { spotting.judgedLine(upTo: line) ?? line }

  // MARK: At the end

  /// What the flags are worth; lines in their order.
  func judgement(of flags: [Flag]) -> Judgement {
    let result = spotting.judge(flags.map(raised))
    var judgement = Judgement(share: result.share)
    judgement.remarks = [summary(result)]
    let failures = Dictionary(uniqueKeysWithValues: result.failures.map { ($0.line, $0) })
    let vain = Dictionary(
      result.inVain.compactMap { flag in flag.line.map { (meant(by: $0), flag.shown) } },
      uniquingKeysWith: { first, _ in first })
    for number in 1...max(lines.count, 1) {
      if let failure = failures[number] {
        add(failure, of: result, flaggedAfterwards: vain[number], to: &judgement)
      } else if vain[number] != nil {
        add(vain: number, of: result, to: &judgement)
      }
    }
    return judgement
  }

  private func summary(_ result: SpottingJudgement) -> Remark {
    let total = result.failures.count
    let late = result.late > 0 ? ", \(result.late) late" : ""
    let others =
      result.otherLines > 0
      ? " Flagged in vain: \(result.falseAlarms.count) of \(result.otherLines) other lines." : ""
    return Remark(.note, "Seen in time: \(result.inTime) of \(total)\(late).\(others)")
  }

  private func add(
    _ failure: SpottingJudgement.Failure, of result: SpottingJudgement,
    flaggedAfterwards: Int?, to judgement: inout Judgement
  ) {
    let line = lines[failure.line - 1]
    let name = self.name(of: failure.line)
    let part = Share(1, of: result.failures.count)
    if let flagged = failure.flagged, !failure.isLate {
      judgement.remarks.append(
        Remark(.earned, "\(name) fails, and you saw it in time: \(part.credit.percent) %."))
      judgement.chosen.append("seen \(failure.line)")
      if flagged < failure.line {
        judgement.remarks.append(
          Remark(.note, "Your flag at line \(flagged) counts: it began at line \(failure.from)."))
      }
      return
    }
    if let flagged = failure.flagged {
      let earned = Share(spotting.latePercent, of: 100 * result.failures.count).credit.percent
      judgement.remarks.append(
        Remark(
          .lost,
          "\(name) fails, and you flagged it late, at line \(flagged): \(earned) % of "
            + "\(part.credit.percent) %. In time was up to line \(lastInTime(failure.line))."))
      judgement.remarks += line.remarks
      judgement.chosen.append("late \(failure.line)")
      return
    }
    let why =
      flaggedAfterwards.map { "your flag at line \($0) came too late to count" }
      ?? "it went by without a flag"
    judgement.remarks.append(
      Remark(line.critical == nil ? .lost : .critical, "\(name) fails, and \(why)."))
    judgement.remarks += line.remarks
    judgement.chosen.append("missed \(failure.line)")
    if let critical = line.critical {
      judgement.critical.append(CriticalFailure(critical, "\(name) was missed"))
    }
    if line.isCoached { judgement.coach.append("\(name) was missed") }
  }

  /// A flag that found no open failure; at a failure it was a second one and needs no words.
  private func add(vain number: Int, of result: SpottingJudgement, to judgement: inout Judgement) {
    let line = lines[number - 1]
    let name = self.name(of: number)
    switch line.trial {
    case .failure: return
    case .fine where result.falseAlarms.contains(number):
      let cost = Share(spotting.window, of: result.otherLines).credit.percent
      judgement.remarks.append(
        Remark(.lost, "\(name) was flagged in vain: nothing fails there. It costs \(cost) %."))
      judgement.chosen.append("in vain \(number)")
      if line.isCoached { judgement.coach.append("\(name) was flagged in vain") }
    case .fine:
      judgement.remarks.append(
        Remark(
          .note,
          "\(name) was flagged, and nothing fails there. So close to a failure it costs nothing."))
    case .either:
      judgement.remarks.append(
        Remark(.note, "\(name) was flagged. Both views can be held, so it counts nowhere."))
    case .unjudged:
      judgement.remarks.append(
        Remark(.note, "\(name) was flagged. It is not one of the lines that are judged."))
      return
    }
    judgement.remarks += line.remarks
  }

  private func lastInTime(_ line: Int) -> Int { min(line + spotting.window - 1, lines.count) }

  private func name(of number: Int) -> String {
    "Line \(number) (“\(lines[number - 1].turn.text.plain.shortened)”)"
  }

  // MARK: At once

  /// What is said to a flag while the conversation goes by: nothing of any other line.
  func verdict(on flag: Flag, after earlier: [Flag]) -> Remark {
    let before = spotting.judge(earlier.map(raised))
    let after = spotting.judge((earlier + [flag]).map(raised))
    let hit = zip(before.failures, after.failures).first { $0.flagged == nil && $1.flagged != nil }
    if let (_, failure) = hit {
      return failure.isLate
        ? remark(.note, "Line \(failure.line) failed. Your flag comes late.", on: failure.line)
        : remark(.earned, "Line \(failure.line) fails. In time.", on: failure.line)
    }
    let number = meant(by: flag.line)
    switch lines[number - 1].trial {
    case .fine: return remark(.lost, "Nothing fails at line \(number).", on: number)
    case .either:
      return remark(
        .note, "Both views of line \(number) can be held. It counts nowhere.", on: number)
    case .unjudged: return Remark(.note, "Line \(number) is not one of the lines that are judged.")
    case .failure:
      let isFlagged = before.failures.contains { $0.line == number && $0.flagged != nil }
      return isFlagged
        ? Remark(.note, "Line \(number) was flagged already.")
        : remark(.lost, "Line \(number) failed. Your flag comes too late to count.", on: number)
    }
  }

  /// A sentence and the author's feedback on a line, as one remark.
  private func remark(_ kind: Remark.Kind, _ text: String, on number: Int) -> Remark {
    let feedback = lines[number - 1].remarks.filter { $0.kind == .feedback }
    return Remark(
      kind, ([text] + feedback.map(\.text)).joined(separator: " "),
      clause: feedback.lazy.compactMap(\.clause).first)
  }
}
