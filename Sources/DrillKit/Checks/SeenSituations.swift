// SPDX-License-Identifier: GPL-3.0-or-later

/// The situations in which items were checked: variants share most of their items and facts, and a
/// second look at the same finds nothing new.
final class SeenSituations {
  private struct Seen: Equatable {
    let edition: Int
    let clock: ScenarioClock?
    let facts: Facts
    let planted: [PlantedValue]
  }

  private var byItem: [Place: [Seen]] = [:]

  /// Takes a situation of an item; false where the item was seen in one that is equal for it.
  func take(_ item: Item, _ situation: Situation) -> Bool {
    let seen = Seen(
      edition: item.edition, clock: item.content.isTimed ? situation.clock : nil,
      facts: situation.facts, planted: situation.planted)
    guard byItem[item.place]?.contains(seen) != true else { return false }
    byItem[item.place, default: []].append(seen)
    return true
  }
}
