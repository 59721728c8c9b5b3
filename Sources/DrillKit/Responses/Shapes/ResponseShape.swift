// SPDX-License-Identifier: GPL-3.0-or-later

/// One of the seven forms that an answer can have. Console, exports and statistics know these
/// and no item kind.
public enum ResponseShape: Hashable, Sendable {
  case choices(Choices)
  case order(Steps)
  case pairs(Pairs)
  case spans(Spans)
  case text(TextLength)
  case fields(Fields)
  case number(NumberAnswer)

  /// The shape's name, as records and statistics use it.
  public var name: String {
    switch self {
    case .choices: "choices"
    case .order: "order"
    case .pairs: "pairs"
    case .spans: "spans"
    case .text: "text"
    case .fields: "fields"
    case .number: "number"
    }
  }
}

/// Something that can be picked: its letter in file order and its words.
public struct Option: Hashable, Sendable {
  /// The letter in file order: records and statistics use it, never the words.
  public var id: String
  /// What the employee reads.
  public var text: RichText

  /// An option.
  public init(id: String, text: RichText) {
    self.id = id
    self.text = text
  }

  /// The letter of the option at an index: a…z, then aa, ab ….
  public static func letter(_ index: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(max(0, index) % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }
}

/// Picking one or several of some options.
public struct Choices: Hashable, Sendable {
  /// How many may be picked.
  public enum Selection: Hashable, Sendable {
    case one
    case any
    /// One option that is confirmed by typing a phrase.
    case confirm(phrase: String)
  }

  /// What can be picked, in file order.
  public var options: [Option]
  /// How many.
  public var selection: Selection
  /// Whether the order on the screen is drawn anew.
  public var mayShuffle: Bool
  /// How many of the options are shown; the rest are drawn from those not in `always`.
  public var show: Int?
  /// Options that are shown whatever is drawn.
  public var always: Set<String>

  /// A choice among options.
  public init(
    _ options: [Option], selection: Selection, mayShuffle: Bool = true, show: Int? = nil,
    always: Set<String> = []
  ) {
    self.options = options
    self.selection = selection
    self.mayShuffle = mayShuffle
    self.show = show
    self.always = always
  }
}

/// Steps to be put in order.
public struct Steps: Hashable, Sendable {
  /// The steps, lettered in file order.
  public var options: [Option]

  /// Steps.
  public init(_ options: [Option]) { self.options = options }
}

/// Rows to be completed, a value a column.
public struct Pairs: Hashable, Sendable {
  /// A column and what can stand in it.
  public struct Column: Hashable, Sendable {
    /// Its header.
    public var name: String
    /// Every value that occurs, in alphabetical order.
    public var candidates: [String]

    /// A column.
    public init(name: String, candidates: [String]) {
      self.name = name
      self.candidates = candidates
    }
  }

  /// The header of the given column.
  public var subject: String
  /// The given cells.
  public var rows: [Option]
  /// The columns asked.
  public var columns: [Column]

  /// Rows to be completed.
  public init(subject: String, rows: [Option], columns: [Column]) {
    self.subject = subject
    self.rows = rows
    self.columns = columns
  }
}

/// Parts to be pointed at: lines of a conversation as they go by, or words of a text.
public enum Spans: Hashable, Sendable {
  case turns(Turns)
  /// A text of which words are picked; the whole of it is shown.
  case characters(text: String)
}

/// A conversation that goes by line by line.
public struct Turns: Hashable, Sendable {
  /// A line of it.
  public struct Line: Hashable, Sendable {
    /// Who speaks.
    public var speaker: String?
    /// What is said.
    public var text: RichText

    /// A line.
    public init(speaker: String?, text: RichText) {
      self.speaker = speaker
      self.text = text
    }
  }

  /// The lines; line 1 is at index 0.
  public var lines: [Line]
  /// Whose lines are judged, for the instruction.
  public var watch: String?
  /// Seconds a line takes.
  public var pace: Int
  /// Whether a flag is judged as soon as it is made.
  public var tellsAtOnce: Bool

  /// A conversation.
  public init(lines: [Line], watch: String?, pace: Int, tellsAtOnce: Bool) {
    self.lines = lines
    self.watch = watch
    self.pace = pace
    self.tellsAtOnce = tellsAtOnce
  }
}

/// How long a typed reply must be.
public struct TextLength: Hashable, Sendable {
  /// Words; sending is refused outside.
  public var words: ClosedRange<Int>

  /// A length in words.
  public init(words: ClosedRange<Int>) { self.words = words }
}

/// Named fields to be filled.
public struct Fields: Hashable, Sendable {
  /// How they are written.
  public enum Form: Hashable, Sendable {
    /// One line a value of a fixed grammar: `escalate OWNER SEVERITY CHANNEL by TIME`.
    case command(usage: String)
    /// A line a field, asked for one after the other.
    case form
    /// Any number of lines of a fixed grammar, until an empty one.
    case commands(usage: String)
  }

  /// One field.
  public struct Field: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What is offered on Tab; empty where anything can be typed.
    public var candidates: [String]
    /// May stay empty.
    public var isOptional: Bool
    /// The word that stands before it in a command: `by`.
    public var keyword: String?
    /// Several candidates may be joined by “+”.
    public var joins: Bool
    /// It holds a moment of the scenario: `Friday 18:40`, `18:40`, `at once`. The words may stand
    /// without the keyword: `notify people without undue delay`.
    public var isMoment: Bool
    /// Whether a moment may be a date; a story without dates knows weekdays only.
    public var takesDates: Bool
    /// What else may be typed for a candidate of a form, such as `h` for `hand up`. Where it is not
    /// empty, nothing but candidates is taken.
    public var shortForms: [String: String]

    /// A field.
    public init(
      _ name: String, candidates: [String] = [], isOptional: Bool = false, keyword: String? = nil,
      joins: Bool = false, isMoment: Bool = false, takesDates: Bool = true,
      shortForms: [String: String] = [:]
    ) {
      self.takesDates = takesDates
      self.shortForms = shortForms
      self.joins = joins
      self.isMoment = isMoment
      self.name = name
      self.candidates = candidates
      self.isOptional = isOptional
      self.keyword = keyword
    }
  }

  /// How they are written.
  public var form: Form
  /// The fields in order.
  public var fields: [Field]
  /// The first word of a command.
  public var verb: String

  /// Fields to be filled.
  public init(form: Form, verb: String = "", fields: [Field]) {
    self.form = form
    self.verb = verb
    self.fields = fields
  }
}

/// A number with a unit.
public struct NumberAnswer: Hashable, Sendable {
  /// The unit, as the employee reads it; empty for a bare number.
  public var unit: String

  /// A number.
  public init(unit: String) { self.unit = unit }
}
