// SPDX-License-Identifier: GPL-3.0-or-later

/// Steps to be put in order: a numbered list in the right order, or a policy's.
enum OrderKind: ItemKind {
  static let verb = "Order"
  static let meaning =
    "Steps to be put in order: a numbered list in the right order, or a list of a policy."

  /// Nobody can put more steps than letters of the alphabet in order.
  static let maximumSteps = 26

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    if let line = section.takeAnswerLine() { return derived(line, section) }
    guard let answers = section.takeAnswers(numbered: true) else {
      section.report(
        .wrongForm, at: section.place,
        "Order needs a numbered list of steps in the right order, or a policy's: "
          + "“Answer: [Steps](../../Policies/name.md#steps)”.")
      return nil
    }
    section.rejectBoxes(answers)
    section.rejectTargets(answers)
    section.rejectOtherwise(answers)
    section.rejectEqualAnswers(answers)
    let written = answers.filter { !$0.id.isEmpty }
    guard written.count <= maximumSteps else {
      section.report(
        .wrongForm, at: written[maximumSteps].place,
        "An order has at most \(maximumSteps) steps; this is one too many. Ask for fewer.")
      return nil
    }
    let steps = written.enumerated().map { step($1, at: $0, among: written, section) }
    guard steps.count(where: { !$0.isFree }) >= 2 else {
      section.report(
        .tickCount, at: section.place,
        "An order needs two steps at least whose places are not free. Add one, or take “(any)” away."
      )
      return nil
    }
    return OrderContent(
      source: .written(steps), timedOut: section.timedOut(among: answers), duty: section.duty)
  }

  /// `Answer: [Steps](../../Policies/name.md#steps)`
  private static func derived(
    _ line: (text: RichText, place: Place), _ section: ItemSection
  ) -> OrderContent? {
    let links = line.text.links
    guard links.count == 1, let link = links.first,
      ClauseReference(link.destination)?.clause != nil,
      line.text.plain == RichText(link.text).plain
    else {
      section.report(
        .badAnswerLine, at: line.place,
        "Write one link to the clause that lists the steps, and nothing else: "
          + "“Answer: [Steps](../../Policies/name.md#steps)”.")
      return nil
    }
    return OrderContent(
      source: .policy(link.destination, line.place), timedOut: nil, duty: section.duty)
  }

  private static func step(
    _ answer: Answer, at index: Int, among answers: [Answer], _ section: ItemSection
  ) -> OrderStep {
    var step = OrderStep(answer.option, remarks: answer.remarks)
    var unknown = answer
    unknown.marks.own = answer.marks.own.filter { mark in
      if mark.lowercased() == "any" {
        step.isFree = true
        return false
      }
      if let number = gateNumber(mark), answers.indices.contains(number - 1), number != index + 1 {
        step.before = number - 1
        step.hasGate = true
        return false
      }
      guard let words = gate(mark) else { return true }
      step.before = section.step(beginning: words, from: index, at: answer.place, among: answers)
      step.hasGate = true
      return false
    }
    section.rejectOwnMarks([unknown], besides: ["any", "before \"Words\"", "timed out"])
    section.rejectShares([answer], "A step has no share of its own")
    if (answer.marks.isCritical || answer.marks.coach) && !step.hasGate {
      section.report(
        .unknownMark, at: answer.place,
        "A step fails nothing by itself. Say before which other step it must come: "
          + "“(fail: compliance; before \"Return one\")”.")
    }
    step.critical = answer.marks.critical(in: section.duty)
    step.isCoached = answer.marks.coach
    return step
  }

  /// The number of `before 3`, counted from 1 in the file's order; nil for any other mark.
  private static func gateNumber(_ mark: String) -> Int? {
    let words = mark.lowercased().split(separator: " ")
    return words.count == 2 && words[0] == "before" ? Int(words[1]) : nil
  }

  /// The words of `before "Return one"`; nil for any other mark.
  private static func gate(_ mark: String) -> String? {
    guard mark.lowercased().hasPrefix("before ") else { return nil }
    let words = mark.dropFirst("before ".count).trimmed()
    for (open, close) in [("\"", "\""), ("“", "”")]
    where words.count > 2 && words.hasPrefix(open) && words.hasSuffix(close) {
      return words.dropFirst().dropLast().trimmed()
    }
    return nil
  }
}

extension ItemSection {
  /// The other step whose words begin so, which must come later in the list.
  fileprivate func step(
    beginning words: String, from index: Int, at place: Place, among answers: [Answer]
  ) -> Int? {
    let wanted = folded(words)
    let found = answers.indices.filter {
      $0 != index && folded(answers[$0].text.plain).hasPrefix(wanted)
    }
    guard let target = found.first, found.count == 1 else {
      report(
        .unknownMark, at: place,
        found.isEmpty
          ? "No other step begins with “\(words)”. Quote the beginning of the step that must come "
            + "later, in words that no variant replaces."
          : "\(found.count) steps begin with “\(words)”. Quote more of the one that is meant.")
      return nil
    }
    guard target > index else {
      report(
        .noRightAnswer, at: place,
        "The list itself puts “\(words)” before this step, so no order could be right. Move the "
          + "step, or take the mark away.")
      return nil
    }
    return target
  }
}
