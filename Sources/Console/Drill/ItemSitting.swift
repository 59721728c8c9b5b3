// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// One question before one employee: lines and commands come in, injects and the answer timer
/// come due, until it is settled or left.
struct ItemSitting {
  enum Outcome {
    case settled
    case left
    /// The author of a trial goes elsewhere.
    case interrupted
    case terminated(signal: Int32)
  }

  let desk: Desk
  let player: AttemptPlayer
  let item: Item
  let situation: Situation
  /// What an author may do besides; nil for an employee.
  var trial: (any TrialDesk)?

  func run() throws(ConsoleError) -> Outcome {
    let shape = item.content.shape(in: situation)
    if case .spans(.turns(let turns)) = shape { return try run(turns) }
    let order = player.state.shown?.order ?? []
    var entry = ResponseEntry(shape, order: order)
    var timers = SittingTimers(
      item: item, seconds: player.state.timers.seconds(item.settings.within),
      came: player.state.injected, start: .now, comes: player.comes)
    try desk.say("")
    try desk.say(item.content.instruction(in: situation))
    while true {
      let label = entry.label
      if let label, !label.isEmpty { try desk.say(label) }
      let event = try waiting(entry, &timers)
      switch event {
      case .line(let line):
        if timers.isOver(at: line.at) {
          try desk.say("The time is up.")
          try player.take(.timeOut(entry.answered(typing: "")))
          return .settled
        }
        if let problem = Self.problem(with: line) {
          try desk.say(problem)
          continue
        }
        if line.text.hasPrefix("/") {
          guard try command(line.text, &entry) else { return .left }
          if trial?.isLeaving == true { return .interrupted }
          continue
        }
        let outcome = entry.take(line.text)
        if let notice = entry.notice { try desk.say(notice) }
        switch outcome {
        case .more: continue
        case .misread(let sentence): try desk.say(sentence)
        case .done(let response):
          guard let confidence = try askConfidence() else {
            try desk.say("Your answer was not sent; the question comes again.")
            return .left
          }
          try player.take(.answer(response, confidence.value))
          return .settled
        }
      case .deadline where trial?.isLeaving == true:
        // The question comes again: what stands open above it belongs to nothing.
        desk.input.discardLine()
        return .interrupted
      case .deadline:
        let typed = desk.input.abandonLine()
        try desk.say("The time is up.")
        try player.take(.timeOut(entry.answered(typing: typed)))
        return .settled
      case .interrupted:
        // The line stays open after ^C, so this goes above it.
        try desk.sayAbove(
          "Nothing was sent. /pause stops here and keeps everything; /help helps.", .dim)
      case .endOfInput: return .left
      case .terminated(let signal): return .terminated(signal: signal)
      }
    }
  }

  /// Reads a line; injects and the countdown are told above it as they come due.
  private func waiting(
    _ entry: ResponseEntry, _ timers: inout SittingTimers
  ) throws(ConsoleError) -> InputEvent {
    let prompt = Prompt(
      StyledText("> ", .prompt),
      completion: Completion(
        entry.candidates + DrillCommand.candidates(situation.policies) + TrialCommand.typed(trial)),
      newlines: .flattened)
    while true {
      let event = try desk.read(
        prompt, until: [timers.next, trial?.nextLook].compactMap { $0 }.min())
      guard case .deadline = event else { return event }
      if try trial?.look() == true { return .deadline }
      for due in timers.due(at: .now) {
        switch due {
        case .inject(let index): try player.take(.inject(index), isAbove: true)
        case .warning(let seconds): try desk.sayAbove("\(seconds) seconds left.")
        case .end: return .deadline
        }
      }
    }
  }

  static func problem(with line: InputLine) -> String? {
    if line.changes.contains(.malformed) {
      return "That line was not readable text. Type it again; it cost nothing."
    }
    if line.changes.contains(.cut) {
      return
        "That line was longer than \(InputLine.longest) bytes. Type a shorter one; it cost nothing."
    }
    return nil
  }

  /// Runs a command; false where the employee leaves.
  func command(_ text: String, _ entry: inout ResponseEntry) throws(ConsoleError) -> Bool {
    if let trial, let command = TrialCommand(text) {
      try trial.obey(command, item, situation)
      return true
    }
    switch DrillCommand(text) {
    case .hint:
      do throws(ConsoleError) {
        try player.take(.hint)
      } catch .attempt(.noHintLeft) {
        try desk.say(
          item.hints.isEmpty ? "This question has no hint." : "There is no further hint.")
      }
    case .again:
      entry = ResponseEntry(
        item.content.shape(in: situation), order: player.state.shown?.order ?? [])
      try player.showQuestion()
      try desk.say("")
      try desk.say(item.content.instruction(in: situation))
    case .facts: try desk.tellFacts(situation, passed: player.state.passedMinutes)
    case .policy(let name): try desk.tellPolicy(name, in: situation.policies)
    case .pause, .quit: return false
    case .help:
      try desk.say(DrillCommand.summary + " " + item.content.instruction(in: situation))
      if trial != nil { try desk.say(TrialCommand.summary) }
    case .unknown(let word):
      try desk.say(
        "“/\(word)” is no command here.\(DrillCommand.suggestion(for: word)) "
          + "There are \((DrillCommand.typed + TrialCommand.typed(trial)).joined(separator: ", "))."
      )
    }
    return true
  }

  struct Sure { let value: Confidence? }

  /// Asks how sure the employee is, where the item wants it; nil where they leave. The answer was
  /// given in time, so the answer timer does not run here.
  func askConfidence() throws(ConsoleError) -> Sure? {
    guard item.settings.asksConfidence else { return Sure(value: nil) }
    let words = Confidence.allCases.map(\.rawValue)
    try desk.say("How sure are you? Type 1 for not very, 2 for fairly, 3 for very.")
    while true {
      switch try desk.read(Prompt(StyledText("sure? ", .prompt), completion: Completion(words))) {
      case .line(let line):
        let text = line.text.trimmed().lowercased()
        if ["/pause", "/quit", "/exit"].contains(text) { return nil }
        if let number = Int(text), Confidence.allCases.indices.contains(number - 1) {
          return Sure(value: Confidence.allCases[number - 1])
        }
        if let value = Confidence.allCases.first(where: { $0.rawValue == text }) {
          return Sure(value: value)
        }
        try desk.say("Type 1, 2 or 3. It does not change whether you pass.")
      case .endOfInput: return nil
      case .terminated(let signal): throw .terminated(signal: signal)
      case .interrupted, .deadline: continue
      }
    }
  }
}
