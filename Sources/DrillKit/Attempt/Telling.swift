// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that a person sees or hears in an attempt, as a value: a terminal, a plain pipe, a
/// transcript and a test show the same.
public enum Telling: Hashable, Sendable {
  /// The drill begins.
  case title(String, summary: String, minutes: Int)
  /// A scene begins.
  case scene(String)
  /// Narration, speech or a document.
  case passage(Passage)
  /// A question is put.
  case question(Question)
  /// A question that was answered before.
  case recalled(verb: String, question: String)
  /// What can be picked, in the order shown; the numbers are what is typed.
  case options([Option])
  /// Rows to be completed, in the order in which they are asked.
  case rows([Option])
  /// Something that the kind shows before the answer: a table, a text.
  case exhibit([MarkdownBlock])
  /// A hint and its price in per cent.
  case hint(RichText, price: Int)
  /// A line of a conversation goes by.
  case turn(number: Int, Turns.Line)
  /// A line was flagged.
  case flag(line: Int)
  /// What the employee answered, in words: in a transcript only.
  case answer(String)
  /// A reaction, feedback or what earned or lost credit.
  case remark(Remark)
  /// What an answer earned.
  case verdict(Verdict)
  /// The model answer.
  case model([MarkdownBlock])
  /// The end of it all.
  case outcome(Outcome)
  /// A sentence about the attempt itself.
  case notice(String)

  /// A question, with what is to be known before answering it.
  public struct Question: Hashable, Sendable {
    /// The verb.
    public var verb: String
    /// The question.
    public var text: String
    /// Points; 0 where nothing is scored.
    public var points: Int
    /// Seconds to answer for this employee; nil without a timer.
    public var seconds: Int?
    /// Which try, and of how many.
    public var attempt: Int
    /// How often it may be answered.
    public var attempts: Int
    /// Hints that can be asked for, and their prices in per cent.
    public var hints: [Int]
    /// One line that says how to answer.
    public var instruction: String
  }

  /// What an answer earned.
  public struct Verdict: Hashable, Sendable {
    /// The credit after tries and hints.
    public var credit: Credit
    /// The item's points.
    public var points: Int
    /// Whether it was critical.
    public var critical: [CriticalFailure]
    /// Whether the item may be tried again.
    public var mayTryAgain: Bool
  }

  /// A question that did not earn everything, and why.
  public struct Missed: Hashable, Sendable {
    /// The question.
    public var question: String
    /// What it earned.
    public var credit: Credit
    /// Of how many points.
    public var points: Int
    /// What lost credit, with the clause that decides.
    public var remarks: [Remark]
  }

  /// How an attempt ended.
  public struct Outcome: Hashable, Sendable {
    /// The end, as recorded.
    public var finished: AttemptEvent.Finished
    /// The share that passes.
    public var pass: Credit
    /// Scores by competency.
    public var competencies: [(name: String, credit: Credit)]
    /// What was missed, in the order it was asked.
    public var missed: [Missed]
    /// What to do next, in a sentence.
    public var advice: String

    /// Compares by what is shown.
    public static func == (a: Outcome, b: Outcome) -> Bool {
      a.finished == b.finished && a.pass == b.pass && a.advice == b.advice
        && a.competencies.map(\.name) == b.competencies.map(\.name)
        && a.competencies.map(\.credit) == b.competencies.map(\.credit)
        && a.missed == b.missed
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(finished)
      hasher.combine(pass)
      hasher.combine(advice)
    }
  }
}
