// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit

/// A generator of numbers that gives the same ones for the same seed on every machine (SplitMix64:
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  /// Numbers that depend on the seed alone.
  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Sentences with leaks of known kinds at known places, and with what only looks like leaks.
struct LeakCorpus {
  /// A sentence and the leaks in it.
  struct Sentence {
    var text = ""
    var leaks: [(range: Range<Int>, kind: LeakKind)] = []
  }

  /// The sentences, positive and negative ones mixed.
  private(set) var sentences: [Sentence] = []

  private var values: LeakValues
  private var lures: LeakLures

  /// `count` sentences for every kind that can be generated, and ten times as many lures.
  init(seed: UInt64, count: Int) {
    values = LeakValues(numbers: SeededNumbers(seed: seed))
    lures = LeakLures(numbers: SeededNumbers(seed: seed &+ 1))
    for kind in LeakKind.allCases where kind != .planted {
      for _ in 0..<count { sentences.append(sentence(with: kind)) }
    }
    for _ in 0..<count * 10 { sentences.append(lure()) }
  }

  private static let openings = [
    "", "Hi, ", "Here it is: ", "As agreed, we hold ", "Sure (", "The customer gave ", "> ",
    "Noted.\n", "Ça va – ", "👍 ", "I found \"", "We have on file\t", "Please see ",
  ]
  private static let closings = [
    "", ".", ", thank you.", " as discussed", "; anything else?", ")", "\n", " 🙂", "\".",
    " – please confirm", "!", "\tdone", " and that is all",
  ]

  private mutating func sentence(with kind: LeakKind) -> Sentence {
    var sentence = Sentence()
    sentence.text += values.pick(Self.openings)
    append(kind, to: &sentence)
    if values.pick([true, false, false]) {
      sentence.text += values.pick([", also ", " / ", "; then ", "\n"])
      sentence.text += lures.next()
    }
    // An exclamation mark may belong to a password: such a sentence has no one right answer.
    let closing = values.pick(Self.closings)
    sentence.text += kind == .secret && closing == "!" ? "." : closing
    return sentence
  }

  private mutating func append(_ kind: LeakKind, to sentence: inout Sentence) {
    let value = values.next(kind)
    sentence.text += value.lead
    let start = sentence.text.unicodeScalars.count
    sentence.text += value.text
    sentence.leaks.append((start..<sentence.text.unicodeScalars.count, kind))
  }

  private mutating func lure() -> Sentence {
    var sentence = Sentence()
    sentence.text = lures.pick(Self.openings) + lures.next() + lures.pick(Self.closings)
    return sentence
  }
}
