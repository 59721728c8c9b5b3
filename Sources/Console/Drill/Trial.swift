// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import Library

/// A drill played by its author: from any scene, with the key at hand, and nothing recorded. The
/// file is read again when it is saved.
public final class Trial {
  /// What the file says after it was saved.
  public enum Draft: Sendable {
    /// It was not saved.
    case same
    /// It was saved, and can be played.
    case readable(Script)
    /// It was saved, and has errors: the first one in words.
    case broken(String)
  }

  private let desk: Desk
  private let reread: () -> Draft
  private var player: AttemptPlayer
  private var jump: String?
  private var changed: Script?
  private(set) var nextLook = BootInstant.now

  /// So many milliseconds pass between looks at the file.
  private static let pace: Int64 = 300

  /// Begins a trial.
  ///
  /// - Parameters:
  ///   - script: The drill in one variant.
  ///   - desk: The desk at which it is played.
  ///   - first: The scene where it begins; nil for the beginning.
  ///   - seed: Where draws begin.
  ///   - reread: Looks whether the file was saved.
  /// - Throws: `ConsoleError` where nothing can be shown.
  public init(
    _ script: Script, at desk: Desk, from first: Scene?, seed: UInt64,
    reread: @escaping () -> Draft
  ) throws(ConsoleError) {
    self.desk = desk
    self.reread = reread
    let beginning = first.map { " from the scene “\($0.title)” on" } ?? ""
    try desk.say("A trial\(beginning): nothing is recorded. \(TrialCommand.summary)")
    if let entry = desk.library.entries().first(where: { $0.path == script.drill.file }),
      let sentence = HomeLanguage.sentence(of: entry)
    {
      try desk.say(sentence)
    }
    try desk.say("")
    player = try AttemptPlayer.rehearse(script, desk: desk, seed: seed, from: first)
  }

  /// Plays until the end, or until the author leaves.
  public func run() throws(ConsoleError) {
    while true {
      try settle()
      guard let (item, situation) = player.current, player.state.finished == nil else {
        try desk.say("The trial is over. Nothing was recorded.")
        return
      }
      try player.take(.show)
      var sitting = ItemSitting(desk: desk, player: player, item: item, situation: situation)
      sitting.trial = self
      switch try sitting.run() {
      case .settled, .interrupted: continue
      case .left: return try desk.say("Left. Nothing was recorded.")
      case .terminated(let signal): throw .terminated(signal: signal)
      }
    }
  }

  /// Goes where the author wants, with the text that the file has now.
  private func settle() throws(ConsoleError) {
    if let script = changed {
      changed = nil
      let place = player.state.position
      let former = player.script
      player = player.going(on: script)
      if jump == nil, let place {
        guard let found = Rehearsal(script).place(of: place, formerlyIn: former) else {
          // Nothing is asked any more where the author was.
          jump = script.scene(place.scene)?.slug ?? script.drill.scenes.first?.slug
          return try goOn()
        }
        if found.item != place.item {
          try desk.say(
            "No question has the id “\(place.item)” any more: this goes on with “\(found.item)”, "
              + "which stands in its place.")
        }
        if let step = Rehearsal(script).step(to: found) { return try player.go(to: step) }
      }
    }
    try goOn()
  }

  /// Goes to the scene that the author named.
  private func goOn() throws(ConsoleError) {
    guard let slug = jump else { return }
    jump = nil
    guard let step = Rehearsal(player.script).step(into: slug, in: player.state) else {
      return try desk.say(Self.unknown(slug, in: player.script))
    }
    try player.go(to: step)
  }

  /// That a drill has no scene of a name, and which it has.
  public static func unknown(_ scene: String, in script: Script) -> String {
    let known = script.drill.scenes.map(\.slug)
    return "There is no scene “\(scene)”.\(suggestion(for: scene, in: known)) "
      + "There are \(known.joined(separator: ", "))."
  }
}

extension Trial: TrialDesk {
  var scenes: [String] { player.script.drill.scenes.map(\.slug) }

  var isLeaving: Bool { jump != nil || changed != nil }

  func look() throws(ConsoleError) -> Bool {
    guard BootInstant.now >= nextLook else { return false }
    nextLook = BootInstant.now.advanced(byMilliseconds: Self.pace)
    switch reread() {
    case .same: return false
    case .broken(let error):
      try desk.sayAbove("The file was saved and has errors; this goes on as it was. \(error)")
      return false
    case .readable(let script):
      try desk.sayAbove("The file was saved: this is what it says now.", .dim)
      changed = script
      return true
    }
  }

  func obey(
    _ command: TrialCommand, _ item: Item, _ situation: Situation
  ) throws(ConsoleError) {
    switch command {
    case .key: try tellKey(item, situation)
    case .score:
      let score = player.state.score
      let critical = score.critical.map { "\($0.kind.rawValue): \($0.what)" }
      try desk.say(
        "\(score.share?.percent ?? "0") % of \(score.points) points so far; "
          + "\(player.script.drill.header.pass.percent) % are needed."
          + (critical.isEmpty ? "" : " Critical: \(critical.joined(separator: "; "))."), .plain)
    case .state: try tellState(item)
    case .scene(let name):
      let slug = player.script.scene(named: name)?.slug
      if let slug { jump = slug } else { try desk.say(Self.unknown(name, in: player.script)) }
    }
  }

  private func tellKey(_ item: Item, _ situation: Situation) throws(ConsoleError) {
    guard let answer = item.content.knownAnswer(in: situation) else {
      return try desk.say(
        item.content.isScored
          ? "No right answer is known here." : "Nothing is right or wrong here.",
        .plain)
    }
    try desk.say("Right: \(answer.words)", .plain)
    // What the author says after any answer is said of the right one, too.
    let always = item.feedback.map { Remark(said: $0) }
    do throws(OutputError) {
      try desk.stage.show((answer.reasons + always).map { .remark($0) })
    } catch {
      throw .output(error)
    }
  }

  private func tellState(_ item: Item) throws(ConsoleError) {
    let state = player.state
    let place = state.position.map { "\($0.scene) / \($0.item)" } ?? "the end"
    try desk.say(
      "At \(place), try \(state.earlierTries + 1); \(state.passedMinutes) minutes passed; scenes "
        + "\(state.entered.joined(separator: ", ")).", .plain)
    for result in state.results {
      let chosen = result.chosen.isEmpty ? "" : "; chose \(result.chosen.joined(separator: ", "))"
      try desk.say(
        "\(result.scene) / \(result.item): \(result.passed ? "passed" : "failed")"
          + "\(result.timedOut ? ", timed out" : "")"
          + (result.points > 0 ? ", \(result.credit.percent) % of \(result.points)" : "") + chosen,
        .plain)
    }
  }
}
