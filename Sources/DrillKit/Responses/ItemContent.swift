// SPDX-License-Identifier: GPL-3.0-or-later

/// The circumstances in which an item is asked: facts, clock and policies.
public struct Situation: Sendable {
  /// The item's facts, over the scene's, over the drill's.
  public let facts: Facts
  /// The policies that the drill reads.
  public let policies: PolicyBook
  /// The scenario's clock, the minutes that answers took counted; nil where no `Now` is given.
  public let clock: ScenarioClock?
  /// What the drill trains: the class of a critical failure that names none.
  public let duty: Duty
  /// Personal data that the drill shows.
  public let planted: [PlantedValue]
  /// What the policies were asked in this situation before.
  private let answers = SituationAnswers()

  /// Circumstances.
  public init(
    facts: Facts, policies: PolicyBook, clock: ScenarioClock?, duty: Duty,
    planted: [PlantedValue] = []
  ) {
    self.planted = planted
    self.facts = facts
    self.policies = policies
    self.clock = clock
    self.duty = duty
  }

  /// How severe the incident is, by the Severity table.
  var severity: Result<Ruling<SeverityLevel>, PolicyFailure> {
    answers.severity { policies.severity(facts) }
  }

  /// How severe the incident is and who is told by when.
  var escalation: Result<Escalation, PolicyFailure> {
    answers.escalation {
      guard let clock else { return .failure(noClock) }
      return policies.escalation(facts, clock: clock)
    }
  }

  /// The notifications that are due.
  var notifications: Result<[Ruling<NotificationDuty>], PolicyFailure> {
    answers.notifications {
      guard let clock else { return .failure(noClock) }
      return policies.notifications(facts, clock: clock)
    }
  }

  /// Why there is no clock.
  var noClock: PolicyFailure { .noClock(facts) }
}

/// A player who answers without knowing, to find items that can be guessed.
public struct Guess: Hashable, Sendable {
  /// The player's habit: “always the first answer”.
  public var habit: String
  /// What they answer.
  public var response: Response
  /// Whether the habit goes by an answer's place, which tells nothing where answers are mixed.
  public var isByPlace: Bool

  /// A guess.
  public init(_ habit: String, _ response: Response, isByPlace: Bool = false) {
    self.habit = habit
    self.response = response
    self.isByPlace = isByPlace
  }
}

/// An item of one kind, read and ready to be asked and judged. Everything outside the kind's own
/// folder knows this protocol and the seven response shapes, and no kind.
public protocol ItemContent: Sendable {
  /// Whether it earns credit; deciding and acknowledging do not.
  var isScored: Bool { get }

  /// Whether what is right may depend on the scenario's clock.
  var isTimed: Bool { get }

  /// What the employee is to give.
  func shape(in situation: Situation) -> ResponseShape

  /// One line that says how to answer, for the prompt's help.
  func instruction(in situation: Situation) -> String

  /// What more the employee reads before answering, shown after the item's own passages: a table
  /// of requests, a text to redact.
  func exhibit(in situation: Situation) -> [MarkdownBlock]

  /// Judges a response. Pure: the same response in the same situation earns the same.
  func judge(_ response: Response, in situation: Situation) -> Judgement

  /// What a player who knows everything answers; nil where there is no right answer.
  func solution(in situation: Situation) -> Response?

  /// How a policy comes to the right answer, a sentence a step; empty where what is said of the right
  /// answer says it.
  func derivation(in situation: Situation) -> [Remark]

  /// What players answer who do not know.
  func guesses(in situation: Situation) -> [Guess]

  /// Answers that come to something else than the right one, where the shape does not tell which:
  /// for walking every way through a story.
  func probes(in situation: Situation) -> [Response]

  /// Reports what is wrong in this situation: facts that no row fits, a tick the policy denies.
  func check(in situation: Situation, at place: Place, diagnostics: Diagnostics)

  /// Foreseen answers without a use in this situation: right here, or not possible. The finding
  /// holds where every variant and every clock gives the same one; otherwise the line is dropped
  /// here and needed there.
  func idleLines(in situation: Situation) -> [Diagnostic]

  /// Scenes that an answer can lead to, by slug, with the answer's place.
  var targets: [(slug: String, place: Place)] { get }

  /// Minutes that answers may let pass.
  var delays: Set<Int> { get }

  /// Answers by letter and words, for “chose”.
  var answers: [Option] { get }

  /// What is right, as other quiz programs can hold it; nil where they can't.
  var answerKey: AnswerKey? { get }

  /// Personal data that the item shows, so that a reply which repeats it is found.
  var plantedValues: [PlantedValue] { get }

  /// What the time-out leads to, where the author foresaw it.
  func timeOut(in situation: Situation) -> Judgement?

  /// How many lines go by, so that injects can come between them; 0 where none do.
  var lineCount: Int { get }

  /// Judges a flag at once, while the conversation goes by; nil where that waits for the end.
  func verdict(on flag: Flag, after earlier: [Flag]) -> Remark?
}

extension ItemContent {
  /// Most kinds earn credit.
  public var isScored: Bool { true }
  /// What a kind does not rule out is looked at again at each minute that the story can reach.
  public var isTimed: Bool { true }
  /// Most kinds show nothing more.
  public func exhibit(in situation: Situation) -> [MarkdownBlock] { [] }
  /// Most kinds say with the right answer why it is right.
  public func derivation(in situation: Situation) -> [Remark] { [] }
  /// In most kinds the shape tells what else can be answered.
  public func probes(in situation: Situation) -> [Response] { [] }
  /// Most kinds depend on no policy.
  public func check(in situation: Situation, at place: Place, diagnostics: Diagnostics) {}
  /// Most kinds foresee no derived answers.
  public func idleLines(in situation: Situation) -> [Diagnostic] { [] }
  /// Most kinds lead nowhere of their own.
  public var targets: [(slug: String, place: Place)] { [] }
  /// Most answers take no scenario time.
  public var delays: Set<Int> { [] }
  /// Most kinds have no answers that conditions can name.
  public var answers: [Option] { [] }
  /// Most kinds have no counterpart in other programs.
  public var answerKey: AnswerKey? { nil }
  /// Most kinds show no personal data of their own.
  public var plantedValues: [PlantedValue] { [] }
  /// Most kinds say nothing about a time-out.
  public func timeOut(in situation: Situation) -> Judgement? { nil }
  /// In most kinds no lines go by.
  public var lineCount: Int { 0 }
  /// Only a conversation that goes by is judged on the way.
  public func verdict(on flag: Flag, after earlier: [Flag]) -> Remark? { nil }
}
