// SPDX-License-Identifier: GPL-3.0-or-later

/// A rating of the incident on the levels of the Severity table; a near miss earns a part.
struct ClassifyContent: ItemContent {
  let foreseen: Foreseen
  let duty: Duty

  /// The words by which statistics and conditions know which way a rating was wrong.
  static let tooLow = "too low", tooHigh = "too high"

  var isTimed: Bool { false }

  func shape(in situation: Situation) -> ResponseShape {
    // The order is part of what the levels mean, so it is never mixed.
    let levels = situation.policies.severityLevels.map {
      Option(id: Option.letter($0.rank), text: RichText($0.name))
    }
    return .choices(Choices(levels, selection: .one, mayShuffle: false))
  }

  func instruction(in situation: Situation) -> String {
    "Type a level or its number; the highest stands first."
  }

  func judge(_ response: Response, in situation: Situation) -> Judgement {
    guard case .choices(let letters) = response, let letter = letters.first,
      let named = situation.policies.severityLevels.first(where: {
        Option.letter($0.rank) == letter
      }),
      case .success(let ruling) = situation.severity,
      let rating = GradedLevel(
        rating: named.rank, right: ruling.value.rank, of: ruling.value.count)
    else { return Judgement(share: .none) }
    let right = ruling.value
    var judgement = Judgement(share: rating.share)
    judgement.chosen = [letter]
    let reason = ruling.citation.rowAndReason
    guard rating.direction != .right else {
      judgement.remarks = [
        Remark(.earned, "“\(named.name)” is right: \(reason)", clause: ruling.citation.clause)
      ]
      return judgement
    }
    let direction = rating.direction == .tooLow ? Self.tooLow : Self.tooHigh
    judgement.chosen.append(direction)
    judgement.add(foreseen: foreseen.answers(for: [named.name]), duty: duty)
    let distance = "\(rating.steps) \(rating.steps == 1 ? "level" : "levels") \(direction)"
    judgement.remarks.append(
      Remark(
        .lost, "“\(named.name)” is \(distance). Right is “\(right.name)”: \(reason)",
        clause: ruling.citation.clause))
    // The author's own mark on the line names the class better than the duty does.
    if rating.isCritical, judgement.critical.isEmpty {
      judgement.critical.append(
        CriticalFailure(duty.criticalClass, "“\(named.name)” for what is “\(right.name)”"))
    }
    return judgement
  }

  func solution(in situation: Situation) -> Response? {
    guard case .success(let ruling) = situation.severity else {
      return nil
    }
    return .choices([Option.letter(ruling.value.rank)])
  }

  func guesses(in situation: Situation) -> [Guess] {
    let levels = situation.policies.severityLevels
    guard let first = levels.first, let last = levels.last else { return [] }
    let middle = levels[levels.count / 2]
    return [
      Guess("always the highest level", .choices([Option.letter(first.rank)])),
      Guess("always a level in the middle", .choices([Option.letter(middle.rank)])),
      Guess("always the lowest level", .choices([Option.letter(last.rank)])),
    ]
  }

  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {
    switch situation.severity {
    case .failure(let failure): failure.report(at: place, to: diagnostics)
    case .success:
      foreseen.checkWords(
        ClassifyKind.foreseenWords(in: situation.policies), ClassifyKind.verb,
        diagnostics: diagnostics)
      // A stated severity may say otherwise than the table.
      if case .failure(let failure) = situation.policies.settledSeverity(situation.facts) {
        failure.report(at: place, to: diagnostics)
      }
    }
  }

  func idleLines(in situation: Situation) -> [Diagnostic] {
    guard case .success(let ruling) = situation.severity else {
      return []
    }
    return foreseen.idle(
      [ruling.value.name], .foreseenIsRight,
      "is what the Severity table answers, so it is never wrong here.")
  }

  var targets: [(slug: String, place: Place)] { foreseen.targets }

  var delays: Set<Int> { foreseen.delays }

  func timeOut(in situation: Situation) -> Judgement? { foreseen.timeOut(duty: duty) }
}
