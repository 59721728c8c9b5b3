// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
public import Ledger
internal import Library

/// The console's home: who you are, the drills and how they stand, and a prompt.
public struct Home {
  private let desk: Desk
  private let store: Store
  private var log: AttemptLog { AttemptLog(store) }

  /// A home at a desk, with the record.
  public init(_ desk: Desk, store: Store) {
    self.desk = desk
    self.store = store
  }

  /// Asks for the employee's agreement, where it was not given yet; throws `notAgreed` otherwise.
  /// With `isGiven` it was given on the command line.
  public func welcome(agreementGiven isGiven: Bool) throws(ConsoleError) {
    let consent = Consent(desk: desk, log: ConsentLog(store))
    if isGiven { try consent.agree() } else { try consent.ask() }
  }

  /// Runs until the employee leaves.
  public func run() throws(ConsoleError) {
    try printDrills()
    while true {
      let prompt = Prompt(
        StyledText("drillhall> ", .prompt), completion: Completion(candidates, scope: .line),
        isCommand: true)
      switch try desk.read(prompt) {
      case .line(let line):
        guard try obey(HomeCommand(line.text)) else { return }
      case .endOfInput: return
      case .interrupted: try desk.sayAbove("“quit” leaves.", .dim)
      case .terminated(let signal): throw .terminated(signal: signal)
      case .deadline: continue
      }
    }
  }

  private var candidates: [String] {
    let ids = desk.library.entries().map(\.header.id)
    let policies = desk.library.policies.exists ? desk.library.policyNames() : []
    let languages = desk.library.languages().map(\.written)
    // A word that takes a name is offered with the names: “st” becomes “start ”, ready for one.
    let names = Dictionary(
      uniqueKeysWithValues: ["start", "resume", "explain", "replay"].map { ($0, ids) } + [
        ("policy", policies), ("language", languages),
      ])
    return HomeCommand.words.flatMap { word in
      let known = names[word] ?? []
      return known.isEmpty ? [word] : known.map { "\(word) \($0)" }
    }
  }

  private func obey(_ command: HomeCommand) throws(ConsoleError) -> Bool {
    do throws(ConsoleError) {
      switch command {
      case .nothing: break
      case .list: try printDrills()
      case .start(let name): try start(name)
      case .resume(let name): try resume(name)
      case .scores: try pages.printScores(of: desk.employee)
      case .explain(let name):
        try pages.printExplanation(try pages.find(name, employee: desk.employee))
      case .replay(let name):
        try pages.printTranscript(try pages.find(name, employee: desk.employee))
      case .policy(let name):
        let all = desk.library.allPolicies().values.map(\.policy).sorted { $0.id < $1.id }
        try desk.tellPolicy(name, in: PolicyBook(all, today: nil, diagnostics: Diagnostics()))
      case .language(let name): try choose(language: name)
      case .help: try desk.say(HomeCommand.summary, .plain)
      case .quit: return false
      case .unknown(let word):
        try desk.say(
          "“\(word)” is no command here.\(suggestion(for: word, in: HomeCommand.words)) "
            + "“help” lists them.")
      }
    } catch .unknown(let name) {
      try desk.say(
        name.isEmpty
          ? "Which one? “scores” lists your attempts, “list” the drills."
          : "Nothing on record is called “\(name)”.\(suggestion(for: name, in: ids)) "
            + "“scores” lists your attempts, “list” the drills.")
    } catch .noDrill(let name, let meant) {
      try desk.say(Self.sentence(forDrill: name, meant: meant, all: ids))
    } catch .unplayable(let problem) {
      try desk.say(
        "This drill has errors and can't be played. Tell whoever wrote it: drillhall check "
          + problem.path, .warning)
    }
    return true
  }

  private var ids: [String] { desk.library.entries().map(\.header.id) }
  private var pages: AttemptPages {
    AttemptPages(desk.printer, store: store, isPlain: desk.isPlain)
  }

  /// What is said where a name means no drill, or several.
  public static func sentence(forDrill name: String, meant: [String], all: [String]) -> String {
    if !meant.isEmpty {
      return "“\(name)” begins several drills: \(meant.joined(separator: ", ")). Type more of it."
    }
    return name.isEmpty
      ? "Which one? There are \(all.joined(separator: ", "))."
      : "No drill is called “\(name)”.\(suggestion(for: name, in: all)) “list” shows them all."
  }

  // MARK: Drills

  private func printDrills() throws(ConsoleError) {
    let entries = desk.library.entries()
    let attempts = try AttemptPlayer.storing { () throws(StoreError) in
      try log.attempts(of: desk.employee)
    }
    let states = Dictionary(grouping: attempts, by: \.drill)
    desk.printer.hold()
    try tellDrills(entries, states)
    do throws(OutputError) {
      try desk.printer.release()
    } catch {
      throw .output(error)
    }
  }

  private func tellDrills(
    _ entries: [DrillLibrary.Entry], _ states: [String: [AttemptSummary]]
  ) throws(ConsoleError) {
    try desk.say("drillhall · \(desk.employee)", .heading)
    guard !entries.isEmpty else {
      return try desk.say(
        "There are no drills in “\(desk.library.drills.path)”. Name their folder: drillhall --drills DIR.",
        .plain)
    }
    var duty: Duty?
    for entry in entries {
      if entry.header.duty != duty {
        try desk.say("")
        try desk.say(entry.header.duty.title, .strong)
        duty = entry.header.duty
      }
      try desk.print(Self.line(entry, states[entry.header.id] ?? []), margin: .indent(2))
    }
    try desk.say("")
    if let sentence = HomeLanguage(desk.library).sentence { try desk.say(sentence) }
    try desk.say("Type “start” and a name, or “help”.")
  }

  /// Shows the drills in another language, or says which there are.
  private func choose(language name: String) throws(ConsoleError) {
    let choice = HomeLanguage(desk.library)
    guard choice.choose(name) else { return try desk.say(choice.answer(to: name)) }
    try printDrills()
  }

  private static func line(
    _ entry: DrillLibrary.Entry, _ attempts: [AttemptSummary]
  ) -> StyledText {
    var line = StyledText(entry.header.id, .code)
    line.append("  \(entry.header.title)")
    line.append(" · \(entry.header.minutes) min · ", .dim)
    // What can be taken up again comes first, then the best that was reached.
    let open = attempts.last { $0.status == .paused || $0.status == .underWay }
    let best = attempts.filter { $0.score != nil }
      .max {
        ($0.status == .passed ? 1 : 0, $0.score ?? .none) < (
          $1.status == .passed ? 1 : 0, $1.score ?? .none
        )
      }
    if let open {
      line += AttemptPages.state(of: open)
    } else if let best {
      line += AttemptPages.state(of: best)
    } else {
      line.append("new")
    }
    return line
  }

  private func start(_ name: String) throws(ConsoleError) {
    let entry = try entry(name)
    let open = try openAttempt(at: entry.header.id)
    if let open {
      try desk.say(
        "You are in the middle of this drill (\(open.answered) answered). It goes on where you were; "
          + "a new attempt begins when it is finished.")
      return try finish(try DrillSession.resume(open.attempt, desk: desk, log: log))
    }
    try finish(try DrillSession.start(try playable(entry), desk: desk, log: log))
  }

  /// A drill to be played; as it was written, where its translation can't be.
  private func playable(_ entry: DrillLibrary.Entry) throws(ConsoleError) -> DrillLibrary.Playable {
    if let sentence = HomeLanguage.sentence(of: entry) { try desk.say(sentence) }
    switch desk.library.playable(entry) {
    case .success(let playable): return playable
    case .failure(let problem):
      let id = entry.header.id
      guard let written = desk.library.entries(in: nil).first(where: { $0.header.id == id }),
        written.path != entry.path, case .success(let playable) = desk.library.playable(written)
      else { throw .unplayable(problem) }
      try desk.say(
        "The translation of this drill has mistakes. Here is the drill as it was written.")
      return playable
    }
  }

  private func resume(_ name: String) throws(ConsoleError) {
    let attempts = try AttemptPlayer.storing { () throws(StoreError) in
      try log.attempts(of: desk.employee)
    }
    let open = attempts.filter { $0.status == .paused || $0.status == .underWay }
    let wanted =
      name.isEmpty ? open : open.filter { $0.drill == name || $0.attempt.hasPrefix(name) }
    guard let latest = wanted.max(by: { $0.lastAt < $1.lastAt }) else {
      return try desk.say(
        name.isEmpty ? "Nothing is paused. “start” begins a drill." : "“\(name)” is not paused.")
    }
    try finish(try DrillSession.resume(latest.attempt, desk: desk, log: log))
  }

  private func finish(_ ending: DrillSession.Ending) throws(ConsoleError) {
    if case .finished = ending { try desk.say("“scores” shows all results, “list” the drills.") }
  }

  /// Throws `noDrill` where a name means no drill, or several.
  public func find(_ name: String) throws(ConsoleError) { _ = try entry(name) }

  private func entry(_ name: String) throws(ConsoleError) -> DrillLibrary.Entry {
    let found = desk.library.entries(named: name)
    guard found.count == 1 else { throw .noDrill(name, meant: found.map(\.header.id)) }
    return found[0]
  }

  private func openAttempt(at drill: String) throws(ConsoleError) -> AttemptSummary? {
    try AttemptPlayer.storing { () throws(StoreError) in
      try log.attempts(of: desk.employee, drill: drill)
    }.last { $0.status == .paused || $0.status == .underWay }
  }

  /// Runs one drill for `drillhall run`: goes on where it was left, or begins anew.
  public func runOnce(
    _ name: String, seed: UInt64?, variant: VariantChoice?
  ) throws(ConsoleError) -> DrillSession.Ending {
    let entry = try entry(name)
    let goesOn = "drillhall run \(entry.header.id)"
    if let open = try openAttempt(at: entry.header.id) {
      return try DrillSession.resume(open.attempt, desk: desk, log: log, goesOn: goesOn)
    }
    return try DrillSession.start(
      try playable(entry), desk: desk, log: log, seed: seed, variant: variant, goesOn: goesOn)
  }
}
