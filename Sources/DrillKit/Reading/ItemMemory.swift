// SPDX-License-Identifier: GPL-3.0-or-later

/// The items of a drill as they were read in its first variant: most of them say the same in all,
/// and reading an item is the greater part of reading a drill.
final class ItemMemory {
  private var known: [Place: (blocks: [MarkdownBlock], item: Item?)] = [:]

  /// The item at a place, taken from memory where its text is the one that was read before.
  func item(
    at place: Place, _ blocks: [MarkdownBlock], _ variants: VariantTable, read: () -> Item?
  ) -> Item? {
    if let (before, item) = known[place], before == blocks,
      item?.settings.watch == item?.settings.watch.map(variants.replace)
    {
      return item
    }
    let item = read()
    if known[place] == nil { known[place] = (blocks, item) }
    return item
  }
}
