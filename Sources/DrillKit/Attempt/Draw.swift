// SPDX-License-Identifier: GPL-3.0-or-later

/// A small generator of draws (SplitMix64, Steele, Lea and Flood 2014), so that a seed gives the
/// same order on every machine. What it drew is recorded; nothing is ever drawn again.
public struct Draw: RandomNumberGenerator {
  private var state: UInt64

  /// Draws for one item. A later try gets the same draws: the right answer would be the one that
  /// is shown both times, and numbers that were learned would mean something else.
  public init(seed: UInt64, item: String) {
    // FNV-1a over the item's id keeps items apart that share a seed.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in item.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = seed ^ hash
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The letters of a shape's options in the order in which they are put on the screen.
  mutating func order(of shape: ResponseShape, shuffle: Bool) -> [String] {
    switch shape {
    case .choices(let choices):
      var letters = choices.options.map(\.id)
      if let show = choices.show, show < letters.count {
        let drawn = letters.filter { !choices.always.contains($0) }.shuffled(using: &self)
          .prefix(max(0, show - choices.always.count))
        letters = letters.filter { choices.always.contains($0) || drawn.contains($0) }
      }
      return shuffle && choices.mayShuffle ? letters.shuffled(using: &self) : letters
    case .order(let steps):
      // Steps are asked in a mixed order always: in file order they would be the answer.
      let letters = steps.options.map(\.id)
      let mixed = letters.shuffled(using: &self)
      return mixed == letters ? Array(letters.reversed()) : mixed
    case .pairs(let pairs):
      let letters = pairs.rows.map(\.id)
      return shuffle ? letters.shuffled(using: &self) : letters
    case .spans, .text, .fields, .number: return []
    }
  }
}
