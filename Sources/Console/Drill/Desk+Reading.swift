// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What may be looked up while a question is open.
extension Desk {
  /// Tells what the scenario's clock shows. Facts that decide the answer stay hidden.
  func tellFacts(_ situation: Situation, passed: Int) throws(ConsoleError) {
    guard let clock = situation.clock else {
      try say("The drill says no time. What you know stands in the text; /again shows it.")
      return
    }
    let minutes = passed > 0 ? " \(passed) minutes passed through your answers." : ""
    try say("It is \(clock.text(clock.now)) in the story.\(minutes) /again shows the question.")
  }

  /// Shows a policy, or one of its clauses: `escalation`, `escalation routes`.
  func tellPolicy(_ name: String, in book: PolicyBook) throws(ConsoleError) {
    let names = book.policies.map(\.id)
    let words = name.split(whereSeparator: { $0 == " " || $0 == "#" }).map(String.init)
    guard let first = words.first else {
      try say(
        names.isEmpty
          ? "This drill reads no policy."
          : "Which one? /policy \(names.joined(separator: ", /policy ")).")
      return
    }
    guard let policy = book.policies.first(where: { $0.id == first.lowercased() }) else {
      try say(
        "There is no policy “\(first)” here.\(suggestion(for: first, in: names)) "
          + "There are \(names.joined(separator: ", ")).")
      return
    }
    let slug = words.dropFirst().joined(separator: "-").lowercased()
    if slug.isEmpty {
      try show(policy.clauses.filter { !$0.isItem }, of: policy)
    } else if let clause = policy.clause(slug) {
      try show([clause], of: policy)
    } else {
      let slugs = policy.clauses.filter { !$0.isItem }.map(\.slug)
      try say(
        "“\(policy.id)” has no clause “\(slug)”.\(suggestion(for: slug, in: slugs)) "
          + "There are \(slugs.joined(separator: ", ")).")
    }
  }

  private func show(_ clauses: [Clause], of policy: Policy) throws(ConsoleError) {
    do throws(OutputError) {
      try printer.print(StyledText("\(policy.title), version \(policy.version)", .heading))
      for clause in clauses {
        try printer.print()
        try printer.print(StyledText(clause.heading, .strong))
        try stage.show([.exhibit(clause.blocks)])
      }
    } catch {
      throw .output(error)
    }
  }
}
