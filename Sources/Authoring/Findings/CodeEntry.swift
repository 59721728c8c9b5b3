// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rule means, told to somebody who broke it: why there is such a rule, how it is broken, how it
/// is kept, and what to do now.
public struct CodeEntry: Hashable, Sendable {
  /// Where an example's text belongs, so that it can be short.
  public enum Frame: String, Hashable, Sendable, CaseIterable {
    /// In a scene, before its first item.
    case scene
    /// In an item of the kind that has one right answer; its answers are part of the example.
    case question
    /// The same, before answers that are not shown.
    case beforeAnswers
    /// After the only item of the only scene.
    case after
    /// All of the text below the front matter.
    case drill
    /// Lines of a drill's front matter.
    case front
    /// The beginning of a drill's file, up to its title.
    case head
    /// In a policy, below its title.
    case policy
    /// Lines of a policy's front matter.
    case policyFront
    /// All of the text of a drill below the front matter, explored.
    case explored
    /// A file of golden answers for a drill with one question, `first`, whose right answer is
    /// “Help.”.
    case answers

    /// Where the text belongs, to go on a sentence with.
    public var words: String {
      switch self {
      case .scene: "in a scene"
      case .question: "in a question"
      case .beforeAnswers: "in a question, before its answers"
      case .after: "in a drill, after a question"
      case .drill: "in a drill, below the front matter"
      case .front: "in the front matter of a drill"
      case .head: "at the beginning of a drill"
      case .policy: "in a policy"
      case .policyFront: "in the front matter of a policy"
      case .explored: "in a drill that is explored"
      case .answers: "in golden answers"
      }
    }

    /// Whether the text is YAML and no Markdown.
    var isFrontMatter: Bool { self == .front || self == .policyFront }
  }

  /// The same few lines, written wrong and right.
  public struct Example: Hashable, Sendable {
    /// Where they belong.
    public let frame: Frame
    /// Lines that break the rule.
    public let wrong: String
    /// Lines that keep it.
    public let right: String
  }

  /// The rule's code.
  public let code: String
  /// What the rule is about, and why it is one.
  public let meaning: String
  /// An example; nil where a few lines of text can't show it.
  public let example: Example?
  /// How it comes about, where there is no example.
  public let origin: String?
  /// What to do.
  public let remedy: String

  /// An entry with an example.
  init(
    _ code: String, _ meaning: String, in frame: Frame, wrong: String, right: String,
    remedy: String
  ) {
    self.code = code
    self.meaning = Self.joined(meaning)
    example = Example(frame: frame, wrong: wrong, right: right)
    origin = nil
    self.remedy = Self.joined(remedy)
  }

  /// An entry of a rule that a few lines of text can't show.
  init(_ code: String, _ meaning: String, arises origin: String, remedy: String) {
    self.code = code
    self.meaning = Self.joined(meaning)
    example = nil
    self.origin = Self.joined(origin)
    self.remedy = Self.joined(remedy)
  }

  /// A paragraph in one line: whoever prints it breaks it.
  private static func joined(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}

extension CodeEntry {
  /// Whether the entry promises that `check --fix` mends what its example shows.
  public var promisesFix: Bool { remedy.contains("check --fix") }
}
