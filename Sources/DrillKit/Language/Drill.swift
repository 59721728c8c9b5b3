// SPDX-License-Identifier: GPL-3.0-or-later

/// Which moment of an incident a drill is about.
public enum Moment: String, Codable, Sendable, CaseIterable {
  case before, during, after
}

/// A drill's front matter: what it is, for whom, and what passing takes.
public struct DrillHeader: Hashable, Sendable {
  /// Stable for ever.
  public var id: String
  /// Raised when the drill's meaning changes; 1 and up.
  public var version: Int
  /// The title, as the first heading says it.
  public var title: String
  /// One sentence.
  public var summary: String
  /// What it trains.
  public var duty: Duty
  /// The moment of an incident.
  public var moment: Moment
  /// 1 to 3.
  public var level: Int
  /// Words of the curriculum's closed list.
  public var competencies: [String]
  /// Words of the curriculum's closed list.
  public var audience: [String]
  /// About how long it takes.
  public var minutes: Int
  /// The share of the points that passes it.
  public var pass: Credit
  /// The policies that hold its answers, by id.
  public var policies: [String]
  /// Where its facts come from.
  public var sources: [String]
  /// When somebody must look at it again.
  public var reviewBy: CalendarDate?
  /// BCP 47 tag of its language.
  public var language: String
}

/// A drill, read and resolved for one variant.
public struct Drill: Sendable {
  /// The front matter.
  public var header: DrillHeader
  /// Facts that hold in every scene.
  public var facts: Facts
  /// What is told before the first scene.
  public var opening: [Passage]
  /// The scenes in file order, `## End` not among them.
  public var scenes: [Scene]
  /// What stands under `## End`.
  public var debrief: [Passage]
  /// The names of the variants; one name where the drill has none.
  public var variants: [String]
  /// The index of the variant that this value was read for.
  public var variant: Int
  /// The file that it was read from.
  public var file: String
}

/// A `##` section: narration and items.
public struct Scene: Sendable {
  /// The heading.
  public var title: String
  /// The heading as a link target.
  public var slug: String
  /// Taken only by a link to it.
  public var isDetour: Bool
  /// The scene is passed over where this does not hold.
  public var condition: Condition?
  /// Facts that hold in this scene.
  public var facts: Facts
  /// Where it goes after its last item.
  public var next: [NextRule]
  /// What is told before its first item.
  public var narration: [Passage]
  /// What is asked.
  public var items: [Item]
  /// Where the heading stands.
  public var place: Place
}

/// A `###` section: one question. It never changes and is handed on at every step, so that it is
/// shared and not copied.
public final class Item: Sendable {
  /// The setting `id`, or the scene's slug and the item's number: `opening.2`.
  public let id: String
  /// The verb that names its kind.
  public let verb: String
  /// The question, after the verb's colon.
  public let question: String
  /// Points, timer, tries and the like.
  public let settings: ItemSettings
  /// The item is passed over where this does not hold.
  public let condition: Condition?
  /// Facts of the item, over the scene's, over the drill's.
  public let facts: Facts
  /// What may be asked for, at a price.
  public let hints: [Hint]
  /// Text and quotes that are read before answering.
  public let passages: [Passage]
  /// What breaks in while the employee thinks.
  public let injects: [Inject]
  /// Said after any answer.
  public let feedback: [Passage]
  /// The model answer, shown afterwards.
  public let model: [MarkdownBlock]
  /// Where it goes afterwards, after the answer's own target.
  public let next: [NextRule]
  /// What its kind made of it.
  public let content: any ItemContent
  /// Where the heading stands.
  public let place: Place
  /// Which of the texts that the variants give it this one is, from 0.
  public let edition: Int

  /// An item from its parts.
  init(
    id: String, verb: String, question: String, settings: ItemSettings, condition: Condition?,
    facts: Facts, hints: [Hint], passages: [Passage], injects: [Inject], feedback: [Passage],
    model: [MarkdownBlock], next: [NextRule], content: any ItemContent, place: Place, edition: Int
  ) {
    self.id = id
    self.verb = verb
    self.question = question
    self.settings = settings
    self.condition = condition
    self.facts = facts
    self.hints = hints
    self.passages = passages
    self.injects = injects
    self.feedback = feedback
    self.model = model
    self.next = next
    self.content = content
    self.place = place
    self.edition = edition
  }
}

/// A hint and what it costs.
public struct Hint: Hashable, Sendable {
  /// Per cent of the item's full credit.
  public var price: Int
  /// The hint.
  public var text: RichText
  /// Shown only where this holds.
  public var condition: Condition?
}

/// Something that happens while the employee is answering.
public struct Inject: Hashable, Sendable {
  /// When it comes.
  public enum Moment: Hashable, Sendable {
    /// After so many seconds at the item.
    case seconds(Int)
    /// After a line of a streamed conversation.
    case line(Int)
  }

  /// When it comes.
  public var moment: Moment
  /// Said after the answer, where the answer came sooner.
  public var evenIfAnswered: Bool
  /// What is said.
  public var passages: [Passage]
  /// Comes only where this holds.
  public var condition: Condition?
}

/// Where a `Next:` list may go.
public struct NextRule: Hashable, Sendable {
  /// Where.
  public enum Target: Hashable, Sendable {
    /// A scene by its slug.
    case scene(String)
    /// What would follow anyway.
    case goOn
  }

  /// Where it goes.
  public var target: Target
  /// Taken where this holds; nil for `otherwise`.
  public var condition: Condition?
  /// Where it stands.
  public var place: Place
}
