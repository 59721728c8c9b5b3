// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

extension Exploration {
  /// What an author should mend, in one variant of a drill.
  public func findings(in drill: Drill) -> [Diagnostic] {
    let diagnostics = Diagnostics()
    let top = Place(file: drill.file, line: 1)
    let within = drill.variants.count > 1 ? " in the variant “\(variant)”" : ""
    let needed = "\(pass.percent) % are needed"
    if greatestClean == nil {
      diagnostics.report(
        .criticalForAll, at: top,
        "Every way through the drill meets a critical failure\(within), so nobody can pass. Give "
          + "one answer on each way without “fail”.")
    } else if !canPass {
      diagnostics.report(
        .cannotPass, at: top,
        "The best way comes to \(greatestClean?.percent ?? "0") %\(within), and \(needed). Lower the "
          + "mark, or let a right answer earn more.")
    }
    if guessing.passes, let score = guessing.score {
      diagnostics.report(
        .guessable, at: guessing.hits.first?.place ?? top,
        "Somebody who answers by habit scores \(score.percent) %\(within) and passes; \(needed). "
          + "\(bestHabits)\(hits)")
    }
    for figure in balance.figures where figure.isConspicuous {
      diagnostics.report(
        .unbalanced, at: figure.items.first?.place ?? top,
        "The right answer is \(figure.trait.words) in \(figure.count) of \(balance.questions) "
          + "questions, by chance it would be in about \(figure.expected): at "
          + Self.listed(figure.items.map { "“\($0.id)” (line \($0.place.line))" }, between: ", ")
          + ". \(figure.trait.advice)")
    }
    report(in: drill, top, diagnostics)
    return diagnostics.sorted
  }

  private func report(in drill: Drill, _ top: Place, _ diagnostics: Diagnostics) {
    for scene in drill.scenes {
      if unreachedScenes.contains(scene.title) {
        diagnostics.report(
          .neverReached, at: scene.place,
          "No answer leads to the scene “\(scene.title)”. Check the conditions and links that should."
        )
        continue
      }
      for item in scene.items where unreachedItems.contains(item.id) {
        diagnostics.report(
          .neverReached, at: item.place,
          "“\(item.id)” is never asked, whatever is answered. Check its “_when …_”.")
      }
      for item in scene.items where deadEnds.contains(item.id) {
        diagnostics.report(
          .deadEnd, at: item.place,
          "No right answer to “\(item.id)” is known, so what follows it was not looked at. A reply "
            + "needs a model answer.")
      }
    }
    if hasLoop {
      diagnostics.report(
        .storyLoops, at: top,
        "Some answers lead back to a scene that was played before. Scenes don't loop: lead forwards."
      )
    }
    if isCut {
      diagnostics.report(
        .tooWide, at: top,
        "The story has more than \(situations) different situations. The rest was played by "
          + "\(Self.randomPlayers) players at random, so the figures are not the whole truth.")
    }
  }

  /// The habits that earn most, one a kind of item.
  private var bestHabits: String {
    var seen: Set<String> = []
    let best = guessing.figures.filter { seen.insert($0.verb).inserted }
      .sorted { $0.credit > $1.credit }.prefix(3)
    let list = best.map { "\($0.verb): \($0.habit), \($0.credit.percent) %" }
    return "The best habits are: \(list.joined(separator: "; "))."
  }

  /// The items that these habits get right, and with which words.
  private var hits: String {
    guard !guessing.hits.isEmpty else { return "" }
    let places = guessing.hits.map {
      "“\($0.item)” (line \($0.place.line)) with “\($0.words.shortened)”"
    }
    return " They earn their points at \(Self.listed(places, between: "; "))."
  }

  /// The first of some places, and how many more there are.
  private static func listed(_ places: [String], between separator: String) -> String {
    let rest = places.count - 4
    return places.prefix(4).joined(separator: separator)
      + (rest > 0 ? "\(separator)and at \(rest) more" : "")
  }
}

extension Balance.Figure {
  /// How often by chance, with one place: `1.8`.
  public var expected: String {
    let tenths = (expectedHundredths + 5) / 10
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension Balance.Trait {
  /// The trait in a sentence.
  var words: String {
    switch self {
    case .first: "the first in the file"
    case .last: "the last in the file"
    case .longest: "the longest"
    case .shortest: "the shortest"
    }
  }

  /// What to do about it.
  var advice: String {
    switch self {
    case .first, .last:
      "Answers are shown in a mixed order where “shuffle” is on; elsewhere move some of them."
    case .longest: "Shorten some of them, or let wrong answers say as much."
    case .shortest: "Lengthen some of them, or shorten wrong answers."
    }
  }
}
