// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Rubric: credit, places and bounds")
struct RubricTests {
  /// Apologises (weight 2), names the next step, must not ask for a secret or blame.
  func rubric(penalty: Int? = nil) throws -> Rubric {
    Rubric(
      lines: [
        try RubricLine(
          parsing: "Apologises: sorry | apolog*; not: sorry if", must: true, weight: 2),
        try RubricLine(parsing: "Names the step: call + today | refund", must: true),
        try RubricLine(parsing: "Asks for a secret: send + code", must: false, penalty: penalty),
        try RubricLine(parsing: "Blames: your fault", must: false),
      ], minimumWords: 3, maximumWords: 12)
  }

  @Test(
    "weighs what is hit, less what must not be said",
    arguments: [
      ("We apologise and call you today.", 10_000),
      ("Sorry, sorry, sorry!", 6667),
      ("We refund it. A refund, yes.", 3333),
      ("Sorry, we refund it, but it was your fault.", 7500),
      ("Sorry. It was your fault. Send me the code.", 1667),
      ("It was your fault. Send me the code.", 0),
      ("Sorry if that is so.", 0),
      ("", 0),
    ])
  func credit(reply: String, basisPoints: Int) throws {
    #expect(try rubric().match(reply).credit.rawValue == basisPoints)
  }

  @Test("a marked penalty takes the place of the usual one")
  func penalty() throws {
    let reply = "Sorry, we refund it. Send me the code."
    #expect(try rubric().match(reply).credit.rawValue == 7500)
    #expect(try rubric(penalty: 60).match(reply).credit.rawValue == 4000)
    #expect(try rubric(penalty: 0).match(reply).credit == .full)
  }

  @Test("with must-not lines alone, all is there to be lost")
  func onlyMustNot() throws {
    let rubric = Rubric(lines: [try RubricLine(parsing: "Blames: fault", must: false)])
    #expect(rubric.match("We look into it.").credit == .full)
    #expect(rubric.match("Your fault.").credit.rawValue == 7500)
  }

  @Test(
    "ranges are Unicode scalars of the reply",
    arguments: [
      ("👩‍👩‍👧 sorry", 6..<11), ("e\u{301}e\u{301} sorry!", 5..<10), ("\u{202B}שלום sorry", 6..<11),
      ("🇪🇸 sorry", 3..<8), ("\r\nsorry", 2..<7), ("so\u{AD}rry", 0..<6), ("“sorry”", 1..<6),
    ])
  func places(reply: String, range: Range<Int>) throws {
    let match = try #require(try judge(["Line: sorry"], reply).lines[0].matches.first)
    #expect(match.ranges == [range])
    #expect(slice(reply, range) == match.words)
  }

  @Test("the words as typed are those of the ranges, for every match")
  func wordsFitRanges() throws {
    let reply = "We’ll refund €25, i.e. 25.00 euros; won’t it be ‘refunded’ TODAY? Refund 25 EUR."
    let lines = try judge(["A: we will | refund* | 25 eur", "B: refund + today"], reply).lines
    #expect(lines.map(\.isHit) == [true, false])  // "won’t" reaches as far as "TODAY"
    for match in lines.flatMap({ $0.matches + $0.cancelled.map(\.match) }) {
      #expect(match.ranges.map { slice(reply, $0) }.joined(separator: " … ") == match.words)
    }
  }

  @Test(
    "refuses a reply outside its length",
    arguments: [
      ("one two", ReplyLength.tooShort(words: 2, minimum: 3)),
      ("one – two ... three", .fits(words: 3)), ("don't e-mail 25,50", .fits(words: 3)),
      ("a b c d e f g h i j k l", .fits(words: 12)),
      ("a b c d e f g h i j k l m", .tooLong(words: 13, maximum: 12)),
      (String(repeating: "é", count: 4097), .tooLarge(bytes: 8194, maximum: 8192)),
    ])
  func length(reply: String, length: ReplyLength) throws {
    let judged = try rubric().length(of: reply)
    #expect(judged == length)
    if case .fits = length {
      #expect(judged.refusal == nil)
    } else {
      #expect(judged.refusal?.contains("again") == true)
    }
  }

  @Test("tells when the question's own words earn the credit")
  func questionEarns() throws {
    let rubric = try rubric()
    let question = "Apologise and say that we call today: what do you write?"
    #expect(rubric.isSatisfied(by: question))
    #expect(rubric.mustLines(satisfiedBy: question) == [0, 1])
    #expect(!rubric.isSatisfied(by: "How do you apologise?"))
    #expect(rubric.mustLines(satisfiedBy: "How do you apologise?") == [0])
    let only = Rubric(lines: [try RubricLine(parsing: "Blames: fault", must: false)])
    #expect(!only.isSatisfied(by: "Whose turn?"))
  }

  @Test("reads the part of a long reply that is within bounds")
  func bounds() throws {
    let within = String(repeating: "a ", count: 1999) + "sorry"
    #expect(try judge(["Line: sorry"], within).lines[0].isHit)
    #expect(try !judge(["Line: sorry"], within).isCut)
    let beyond = try judge(["Line: sorry"], "a " + within)
    #expect(beyond.isCut && !beyond.lines[0].isHit && beyond.wordCount == 2001)
    let large = try judge(["Line: sorry"], String(repeating: "x", count: 9000) + " sorry")
    #expect(large.isCut && !large.lines[0].isHit)
  }

  @Test("stays quick and whole under hostile input", .timeLimit(.minutes(1)))
  func hostile() throws {
    let phrases = (0..<64).map { "a a a a a a a a a a a b\($0)" }.joined(separator: " | ")
    let lines = [
      "Repeats: \(phrases)", "Joins: a + ab* + b + never; not: a a + c | a a a b",
      "Numbers: 1 000 000 | 1,2,3",
    ]
    for seed in [
      "a ", "1,2,", "1 000 ", "...", "no ", "e\u{301}\u{302}", "👩‍👩‍👧‍👦", "\u{202E}שלום ", "n't'", "a.",
      "€1 ",
      "\u{1F1EA}", "\u{0}", "\u{FFFD}\u{FEFF}", "don’t’", "ß", "İ", "\u{0345}",
    ] {
      let reply = String(repeating: seed, count: 10_000)
      let result = try judge(lines, reply)
      #expect(result.isCut)
      #expect(result.wordCount <= Rubric.maximumBytes)
    }
  }
}
