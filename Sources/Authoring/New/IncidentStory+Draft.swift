// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension IncidentStory {
  /// The drill's text; questions of these numbers are asked without the policies, which lack what is
  /// said.
  func draft(withoutPolicies fallbacks: [Int: String]) -> IncidentDraft {
    var draft = IncidentDraft()
    draft.add(front)
    draft.add("# \(title)")
    let start = start
    let all = (start.map { [("Now", $0), ("Since", $0), ("Aware", $0)] } ?? []) + facts
    let known = Set(policies.factKeys + ["Now", "Since", "Aware"])
    let lines = all.filter { known.contains($0.0) }.map { "- \($0.0): \($0.1)" }
    if !lines.isEmpty { draft.add("Facts:\n\n" + lines.joined(separator: "\n")) }
    markNames(names.found(in: names.forHeading(record.title, isTitle: true)), &draft)
    for paragraph in record.happened { tell(paragraph, &draft) }
    if record.happened.isEmpty { draft.add("TODO: say in two sentences where the story begins.") }
    doubts(start: start, &draft)
    var number = 0
    let scenes = scenes
    let lessons = lessons(of: scenes)
    for scene in scenes { add(scene, &number, fallbacks, lessons, &draft) }
    draft.add("## End")
    for step in record.done { tell(step, &draft) }
    if record.lessons.isEmpty { draft.add("TODO: say what there was to learn.") }
    for lesson in record.lessons { tell(lesson, &draft) }
    draft.finish()
    return draft
  }

  /// What the record does not say, or not clearly.
  private func doubts(start: String?, _ draft: inout IncidentDraft) {
    if record.isDayTaken, let date = record.firstDate {
      let source =
        record.dayLine.map { ", a day that was read in line \($0) of the record" } ?? ""
      draft.add(
        "TODO: lines of the timeline name no day; the facts say \(date)\(source). Is that the right day?"
      )
    }
    for doubt in record.doubts {
      draft.add(
        IncidentText.plain(
          "TODO: line \(doubt.line) of the record \(doubt.words.hasSuffix("?") ? doubt.words : doubt.words + ".")"
        ))
    }
    if assumesIncident {
      draft.add(
        "TODO: no kind of incident of the policies is named; the facts say \(Self.likelyIncident).")
    }
    if assumesAffected, let first = policies.vocabulary(of: "Affected").first {
      draft.add("TODO: the record does not say who is affected; the facts say \(first).")
    }
    if let found = dataOfStory {
      let words = names.forHeading(found.words).shortened
      draft.add(
        IncidentText.plain(
          "TODO: the facts say \(found.values.joined(separator: "; ")) under Data, because the record "
            + "tells “\(words)”. Was that data lost or seen?"))
      markNames(names.found(in: words), &draft)
    }
    if let doubt = counted.doubt, policies.factKeys.contains("Records") {
      draft.add(
        IncidentText.plain(
          "TODO: of how many people or records was it the data? The record says “"
            + names.forHeading(doubt).shortened + "”. Write the number as the fact Records."))
    }
    if start != nil, record.firstDate == nil, record.firstWeekday == nil {
      draft.add("TODO: the record names no day; the facts say Monday. Is that the right day?")
    }
    if assumesProtection {
      draft.add(
        "TODO: the record does not say whether the data could be read; the facts say unprotected.")
    }
  }

  private var front: String {
    let needed = policies.policies.filter { policy in
      policy.tables.contains {
        [.severity, .routes, .notificationClocks, .owners, .officeHours].contains($0.kind)
      }
    }.map(\.id)
    let competency =
      policies.competencies.map(\.name).first { $0 == "escalation" || $0 == "triage" }
      ?? policies.competencies.first?.name ?? "escalation"
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let left = names.found(in: "\(title) \(name.split { !$0.isLetter }.joined(separator: " "))")
    let check =
      left.isEmpty
      ? ""
      : "# TODO: the title, the id, the summary or the source may name people: "
        + left.joined(separator: ", ") + "\n"
    return """
      ---
      drill: 1
      \(check)id: \(id)
      version: 1
      title: \(IncidentText.quoted(title))
      # TODO: one sentence that says what there is to decide
      summary: \(IncidentText.quoted("A drill from the incident record “\(title)”."))
      # TODO: the duty is guessed from the record's words; is it what the drill trains?
      duty: \(duty.rawValue)
      moment: during
      level: 2
      # TODO: what it trains, and for whom
      competencies: [\(competency)]
      audience: [\(policies.audiences.first?.name ?? "everyone")]
      minutes: 10
      pass: 80
      policies: [\(needed.joined(separator: ", "))]
      sources:
        - \(IncidentText.quoted("Incident record \(name)"))
      review-by: \(CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 365))
      ---
      """
  }

  /// A paragraph of the record, with roles for names; names that are left are marked.
  private func tell(_ text: String, _ draft: inout IncidentDraft) {
    let words = withoutRepeatedDoer(names.withRoles(text))
    draft.add(IncidentText.plain(words))
    markNames(names.found(in: words), &draft)
  }

  private func markNames(_ names: [String], _ draft: inout IncidentDraft) {
    guard !names.isEmpty else { return }
    draft.add(Self.mark(names))
  }

  /// Asks for other words for what may be names.
  private static func mark(_ names: [String]) -> String {
    IncidentText.plain(
      "TODO: write a role or an invented name where these may be people: "
        + names.joined(separator: ", ") + ".")
  }

  /// Words without the name of whoever did it at the end, where it stands before.
  private func withoutRepeatedDoer(_ words: String) -> String {
    guard let mark = words.ranges(of: IncidentText.doer).last else { return words }
    let (before, doer) = (words[..<mark.lowerBound], words[mark.upperBound...])
    return before.lowercased().contains(doer.lowercased()) ? String(before) : words
  }

  /// A good answer to begin with: what was said, where the record has it.
  private func model(of said: String?) -> String {
    let good = "I am sorry about this, and I will help you until it is put right today."
    guard let said else { return "\(good) TODO: write the rest of a good answer." }
    let words = names.withRoles(said).split(separator: " ").prefix(80).joined(separator: " ")
    let end = words.last.map { ".!?…".contains($0) } == true ? "" : "."
    let left = names.found(in: words)
    return
      "\(IncidentText.plain(words))\(end) \(good)\n>\n> TODO: the first words are those of the "
      + "incident; write what a good answer would have said."
      + (left.isEmpty ? "" : "\n>\n> \(Self.mark(left))")
  }

  // MARK: Scenes and questions

  private func add(
    _ scene: Scene, _ number: inout Int, _ fallbacks: [Int: String],
    _ lessons: [Int: [String]], _ draft: inout IncidentDraft
  ) {
    draft.add("## \(scene.heading)")
    let late = lateness(of: scene)
    if let now = scene.now {
      draft.add("Facts:\n\n- Now: \(now)" + (late == nil ? "" : "\n- Since: \(now)"))
    }
    if let late, let now = scene.now {
      draft.add(
        "TODO: counted from \(late.start), when it began, whom to tell was due by \(late.deadline), "
          + "and this scene is at \(now), later; so Since says \(now) here. Is that right, or does "
          + "the question belong to an earlier moment?")
    }
    let told = scene.told.flatMap { names.found(in: names.withRoles($0)) }
    markNames(names.found(in: scene.heading).filter { !told.contains($0) }, &draft)
    for text in scene.told { tell(text, &draft) }
    if !scene.unasked.isEmpty {
      let lines = scene.unasked.map(String.init).joined(separator: ", ")
      draft.add(
        "TODO: \(scene.unasked.count == 1 ? "line \(lines) of the record says" : "lines \(lines) of the record say") that somebody was told here as well, which is asked "
          + "once, in another scene. Ask it here too where the facts have changed by then.")
    }
    draft.add("TODO: tell what is known at this moment, and no more.")
    // What the policies can't answer is asked once, with answers.
    let lacking = scene.decisions.enumerated().compactMap { index, decision in
      fallbacks[number + 1 + index].map { (kind: decision.kind, words: $0) }
    }.filter { $0.kind != Decision.reply.kind }
    if let first = lacking.first {
      draft.add(
        MarkdownWords.line(
          "TODO: the policies give no answer yet. \(first.words) Then ask "
            + lacking.map(\.kind).joined(separator: " and ") + ", or write the answers below."))
    }
    var hasChoice = false
    for decision in scene.decisions {
      number += 1
      let isFallback = fallbacks[number] != nil
      let asked = isFallback && decision != .reply ? .choose : decision
      if asked == .choose, hasChoice { continue }
      hasChoice = hasChoice || asked == .choose
      draft.add(
        item: number, question(asked, number, scene, lessons[number] ?? [], quotes: !isFallback))
    }
  }

  private func question(
    _ decision: Decision, _ number: Int, _ scene: Scene, _ lessons: [String], quotes: Bool
  ) -> String {
    let happened = withoutRepeatedDoer(names.withRoles(scene.happened))
    let really =
      happened.isEmpty
      ? "TODO: say how it went in the incident."
      : IncidentText.plain("In the incident: \(happened)")
    let told = lessons.map(names.withRoles)
    var left = names.found(in: happened)
    for name in told.flatMap(names.found) where !left.contains(name) { left.append(name) }
    let check = left.isEmpty ? "" : "\n>\n> \(Self.mark(left))"
    // Words agree by chance too.
    let decides =
      told.isEmpty
      ? ["TODO: say what decides here."]
      : told.map(IncidentText.plain)
        + ["TODO: a lesson of the record whose words fit; does it belong to this question?"]
    let feedback =
      "Feedback:\n\n> \(really)\(check)" + decides.map { "\n>\n> \($0)" }.joined()
    let facts = "TODO: check the facts above; the policies derive the answer from them."
    switch decision {
    case .classify:
      return
        "### Classify: How severe is it?\n\n_id: severity-\(number)_\n\n\(facts)\n\n\(feedback)"
    case .escalate:
      return "### Escalate: Whom do you tell?\n\n_id: tell-\(number)_\n\n\(facts)\n\n\(feedback)"
    case .notify:
      return "### Notify: Which clocks run?\n\n_id: notify-\(number)_\n\n\(facts)\n\n\(feedback)"
    case .reply:
      return """
        ### Reply: What do you write?

        _id: reply-\(number); 10-120 words_

        TODO: add a line for each thing that the reply must say, and each that it must not.

        - [x] Says sorry: sorry | apolog* | regret; not: sorry if
        - [x] Says who helps: help* | look after | take care
        - [ ] Promises what nobody knows: guarantee | nothing can happen

        \(feedback)

        Model:

        > \(model(of: quotes ? scene.said : nil))
        """
    case .choose:
      return """
        ### Choose: What do you do now?

        _id: step-\(number)_

        - [x] TODO: the right step
          > TODO: say why it is right
        - [ ] TODO: a wrong step that people really take
          > TODO: say what it leads to
        - [ ] TODO: another wrong step
          > TODO: say what it leads to instead

        \(feedback)
        """
    }
  }
}
