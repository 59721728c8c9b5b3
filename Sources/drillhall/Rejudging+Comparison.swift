// SPDX-License-Identifier: GPL-3.0-or-later

extension Rejudging {
  /// What a record says of an item beside what judging it again says, in plain sentences.
  struct Comparison {
    /// The item's id.
    let item: String
    /// What differs.
    private(set) var found: [String] = []

    /// Nothing was compared yet.
    init(item: String) { self.item = item }

    /// Compares what can be said in a few words.
    mutating func compare(_ what: String, _ recorded: String?, _ judged: String?) {
      guard recorded != judged else { return }
      found.append(
        "It records \(what) \(recorded ?? "none") for “\(item)”, and the same judge now says "
          + "\(judged ?? "none").")
    }

    /// Compares what would take too many words; told only where nothing else differs.
    mutating func compareWhole<Value: Equatable>(
      _ what: String, _ recorded: Value, _ judged: Value
    ) {
      guard found.isEmpty, recorded != judged else { return }
      found.append("It records other \(what) for “\(item)” than the same judge now gives.")
    }
  }
}
