// SPDX-License-Identifier: GPL-3.0-or-later

/// The sections of a drill as they were read in its variants: most of them say the same in all, and
/// reading them is the greater part of reading a drill.
final class SectionMemory {
  private var items: [Place: [(blocks: [MarkdownBlock], item: Item?)]] = [:]
  private var parts: [Place: (blocks: [MarkdownBlock], parts: PartReader.Parts)] = [:]

  /// The item at a place, taken from memory where its text is one that was read before.
  func item(
    at place: Place, _ blocks: [MarkdownBlock], read: (_ edition: Int) -> Item?
  ) -> Item? {
    let known = items[place] ?? []
    // Settings are not among the texts that a variant changes, except whom a Spot watches.
    for (before, item) in known where before == blocks && item?.settings.watch == nil {
      return item
    }
    let item = read(known.count)
    items[place, default: []].append((blocks, item))
    return item
  }

  /// The parts of a section that is no item, taken from memory where its first variant says the same.
  func parts(of blocks: [MarkdownBlock], read: () -> PartReader.Parts) -> PartReader.Parts {
    guard let place = blocks.first?.place else { return read() }
    if let (before, parts) = parts[place], before == blocks { return parts }
    let read = read()
    if parts[place] == nil { parts[place] = (blocks, read) }
    return read
  }
}
