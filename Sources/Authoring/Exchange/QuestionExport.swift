// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// A drill as questions for other programs.
public struct QuestionExport: Sendable {
  /// The questions, in the drill's order.
  public private(set) var questions: [Question] = []
  /// What of the drill has no place in them, by line.
  public let notes: [ExchangeNote]

  /// Whether a question could not be said, and is left out.
  public var hasErrors: Bool { notes.contains { $0.severity == .error } }

  /// The questions of a drill, and its text, in which keepsakes of an import may stand.
  public init(_ drill: Drill, source: SourceText) {
    let headings = Self.headings(of: source)
    var notes = ExchangeNotes(file: drill.file)
    Self.note(drill, &notes)
    var category: String?
    for scene in drill.scenes {
      let heading = headings[scene.place.line]
      let keepsake = heading?.keepsake
      category = keepsake?["category"] ?? category
      Self.note(scene, heading, &notes)
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
        let asked = ItemQuestion(item, headings[item.place.line])
        notes.add(asked.losses)
        guard var question = asked.question else { continue }
        question.category = category
        questions.append(question)
      }
    }
    self.notes = notes.all
  }

  /// What a heading holds beside its words.
  struct Heading {
    /// Whether words of it are set in another way, or lead somewhere.
    let isSet: Bool
    /// What an import kept under it.
    var keepsake: Keepsake?
  }

  /// The headings of a text, by their lines.
  private static func headings(of source: SourceText) -> [Int: Heading] {
    let silent = Diagnostics()
    let start = FrontMatter.read(source, diagnostics: silent).markdownLine
    var found: [Int: Heading] = [:]
    var line = 0
    for block in MarkdownParser.parse(source, fromLine: start, diagnostics: silent) {
      switch block.kind {
      case .heading(_, let text):
        line = block.place.line
        found[line] = Heading(isSet: text.runs.contains { $0.link != nil || !$0.style.isEmpty })
      case .comment(let text):
        if let keepsake = found[line]?.keepsake ?? Keepsake(comment: text) {
          found[line]?.keepsake = keepsake
        }
      default: break
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

  private static func note(
    _ scene: Scene, _ heading: Heading?, _ notes: inout ExchangeNotes
  ) {
    var whats: [String] = []
    if heading?.isSet == true, !scene.narration.isEmpty { whats.append("How the title is set") }
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
