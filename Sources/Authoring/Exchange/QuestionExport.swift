// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// A drill as questions for other programs.
public struct QuestionExport: Sendable {
  /// The questions, in the drill's order.
  public private(set) var questions: [Question] = []
  /// What of the drill has no place in them, by line.
  public let notes: [ExchangeNote]

  /// The questions of a drill, and its text, in which keepsakes of an import may stand.
  public init(_ drill: Drill, source: SourceText) {
    let keepsakes = Self.keepsakes(in: source)
    var notes = ExchangeNotes(file: drill.file)
    Self.note(drill, &notes)
    var category: String?
    for scene in drill.scenes {
      let keepsake = keepsakes[scene.place.line]
      category = keepsake?["category"] ?? category
      Self.note(scene, &notes)
      let text = scene.narration.map(\.exchanged).joined(separator: "\n\n").settled(lineFeeds: 2)
      if !text.isEmpty {
        var question = Question(
          line: scene.place.line, text: Question.Words(text), body: .description)
        question.title = scene.title
        keepsake?.restore(&question)
        question.category = category
        questions.append(question)
      }
      for item in scene.items {
        let asked = ItemQuestion(item, keepsakes[item.place.line])
        notes.add(asked.losses)
        guard var question = asked.question else { continue }
        question.category = category
        questions.append(question)
      }
    }
    self.notes = notes.all
  }

  /// The keepsakes of a text, by the line of the heading that each stands under.
  private static func keepsakes(in source: SourceText) -> [Int: Keepsake] {
    let silent = Diagnostics()
    let start = FrontMatter.read(source, diagnostics: silent).markdownLine
    var found: [Int: Keepsake] = [:]
    var heading = 0
    for block in MarkdownParser.parse(source, fromLine: start, diagnostics: silent) {
      if case .heading = block.kind { heading = block.place.line }
      if case .comment(let text) = block.kind, found[heading] == nil {
        found[heading] = Keepsake(comment: text)
      }
    }
    return found
  }

  private static func note(_ drill: Drill, _ notes: inout ExchangeNotes) {
    func lose(_ what: String, _ place: Place? = nil) {
      notes.add(
        ExchangeNote(
          place ?? Place(file: drill.file, line: 1), .warning, "\(what) has no place in GIFT."))
    }
    if drill.variants.count > 1 {
      lose(
        "That there are \(drill.variants.count) variants (“\(drill.variants[drill.variant])” is "
          + "written)")
    }
    if let first = drill.facts.all.first { lose("What the facts of the drill say", first.place) }
    for passage in [drill.opening.first, drill.debrief.first].compactMap(\.self) {
      lose(
        passage == drill.opening.first ? "What is told before the first scene" : "The debrief",
        passage.blocks.first?.place)
    }
  }

  private static func note(_ scene: Scene, _ notes: inout ExchangeNotes) {
    var whats: [String] = []
    if scene.condition != nil || scene.isDetour { whats.append("When the scene is played") }
    if scene.facts.all.contains(where: { $0.place > scene.place }) {
      whats.append("What the facts of the scene say")
    }
    if !scene.next.isEmpty { whats.append("Where the story goes from the scene") }
    if scene.narration.contains(where: \.isSet) {
      whats.append("How the scene's text is set, its speakers, conditions and links,")
    }
    for what in whats {
      notes.add(
        ExchangeNote(scene.place, .warning, "\(what) (“\(scene.title)”) has no place in GIFT."))
    }
  }
}
