// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the lines of a conversation, with all that an author can get wrong in one.
struct SpotLineReader {
  let section: ItemSection
  let answers: [Answer]
  /// The speaker whose lines are judged, where somebody of that name speaks.
  private let watched: String?
  /// Who speaks in a line, in small letters.
  private let speakers: Set<String>

  init(_ section: ItemSection, _ answers: [Answer]) {
    self.section = section
    self.answers = answers
    let speakers = Set(answers.compactMap { $0.text.speaker })
    self.speakers = Set(speakers.map { $0.lowercased() })
    watched = section.settings.watch.flatMap { name in
      speakers.contains { folded($0) == folded(name) } ? name : nil
    }
    guard let name = section.settings.watch, watched == nil else { return }
    let last = answers.first?.place.line ?? section.place.line
    section.report(
      .unknownSetting,
      at: section.source.place(of: "watch:", from: section.place.line, through: last),
      "“watch: \(name)” names nobody who speaks here.\(suggestion(for: name, in: speakers.sorted())) "
        + "Write the name as it stands before the colon of a line.")
  }

  /// The lines in order.
  func read() -> [SpotLine] {
    answers.enumerated().map { line(withColon($1), number: $0 + 1) }
  }

  /// A line with the colon behind its speaker's name, who has one elsewhere: `**Robin** Wait.`
  private func withColon(_ answer: Answer) -> Answer {
    guard let first = answer.text.runs.first, first.style == .strong, first.speaker == nil,
      answer.text.runs.count > 1, speakers.contains(first.text.trimmed().lowercased())
    else { return answer }
    let name = first.text.trimmed()
    let rest = answer.text.runs[1]
    let isOutside = rest.text.hasPrefix(":")
    let words = rest.text.drop { ":–—- ".contains($0) }
    let isApart = rest.text.drop { $0 == " " }.first.map { ":–—-".contains($0) } ?? false
    // “**Robin** waits.” tells what Robin does.
    guard isApart || words.first.map({ $0.isUppercase || "“\"".contains($0) }) ?? false else {
      return answer
    }
    section.report(
      .colonOutside, at: answer.place,
      "If “\(name)” says this, write the name with the colon inside: “**\(name):** …”. As it is, nobody "
        + "speaks this line.",
      fix: section.source.rewriting(answer.place.line, "write “**\(name):**”") { line in
        for sign in isOutside ? [":"] : [" –", " —", " -", ""] {
          let typed = "**\(name)**\(sign) "
          guard let found = line.firstRange(of: typed) else { continue }
          return line[..<found.lowerBound] + "**\(name):** " + line[found.upperBound...]
        }
        return nil
      })
    var meant = answer
    meant.text = RichText(
      [
        RichText.Run("\(name):", style: .strong),
        RichText.Run(" " + String(words), style: rest.style, link: rest.link),
      ]
        + answer.text.runs.dropFirst(2))
    return meant
  }

  private func line(_ answer: Answer, number: Int) -> SpotLine {
    let speaker = answer.text.speaker
    var line = SpotLine(
      turn: Turns.Line(speaker: speaker, text: answer.text.droppingSpeaker),
      remarks: answer.remarks)
    if speaker != nil, line.turn.text.isBlank {
      section.report(.emptyAnswer, at: answer.place, "Line \(number) has a speaker and no words.")
    }
    checkMarks(answer, number: number)
    guard let tick = answer.tick else {
      checkUnjudged(answer, number: number)
      return line
    }
    if let watched, speaker.map({ folded($0) }) != folded(watched) {
      section.report(
        .wrongForm, at: answer.place,
        "Line \(number) has a box, and \(watched) does not speak it. Delete the box, or the setting "
          + "“watch”.")
    }
    line.isCoached = answer.marks.coach
    switch tick {
    case .ticked:
      line.critical = answer.marks.critical(in: section.duty)
      line.trial = .failure(from: answer.marks.own.lazy.compactMap(Self.beginning).first)
    case .unticked: line.trial = answer.marks.own.contains("either") ? .either : .fine
    }
    return line
  }

  /// The line of `from 11`.
  private static func beginning(_ mark: String) -> Int? {
    let words = mark.lowercased().split(separator: " ")
    return words.count == 2 && words[0] == "from" ? Int(words[1]) : nil
  }

  private func checkMarks(_ answer: Answer, number: Int) {
    var unknown = answer
    unknown.marks.own = []
    for mark in answer.marks.own {
      if mark == "either" {
        guard answer.tick == .ticked else { continue }
        refuse(
          answer, "A line fails, or it can be held either way. Write “[ ] (either)”, or “[x]”.")
      } else if let from = Self.beginning(mark) {
        if answer.tick == .unticked {
          refuse(answer, "Only a failure begins somewhere. Tick the line, or delete “(\(mark))”.")
        } else if from < 1 || from >= number {
          refuse(answer, "“(\(mark))” names no line before this one, which is line \(number).")
        }
      } else {
        unknown.marks.own.append(mark)
      }
    }
    section.rejectOwnMarks([unknown], besides: ["either", "from 3"])
    section.rejectShares([answer], "A line has no share of its own")
    if answer.marks.isTimedOut || answer.marks.isOtherwise {
      refuse(answer, "Every item of this list is a line of the conversation. Use “Feedback:”.")
    }
    if answer.marks.isCritical, answer.tick == .unticked {
      refuse(answer, "Nothing fails at an unticked line. Tick it, or delete “fail”.")
    }
  }

  private func refuse(_ answer: Answer, _ message: String) {
    section.report(.unknownMark, at: answer.place, message)
  }

  private func checkUnjudged(_ answer: Answer, number: Int) {
    if !answer.remarks.isEmpty {
      section.report(
        .feedbackForm, at: answer.place,
        "Line \(number) has no box, so what stands under it is never said. Give it “[ ]”, or delete "
          + "the quote.")
    }
    if answer.marks.isCritical || answer.marks.coach || !answer.marks.own.isEmpty {
      refuse(answer, "Line \(number) has no box, so its marks say nothing. Give it “[x]” or “[ ]”.")
    }
  }
}
