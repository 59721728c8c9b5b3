// SPDX-License-Identifier: GPL-3.0-or-later

/// Which subtrees a proof is made of (RFC 6962, sections 2.1.1 and 2.1.2) and how it is checked
/// (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
public enum MerkleProof {
  /// The runs of leaves whose subtree roots prove that leaf `index` is among the first `size`.
  ///
  /// `index` lies in `0..<size`.
  static func inclusionRanges(of index: Int, in size: Int) -> [Range<Int>] {
    path(to: index, in: 0..<size)
  }

  /// The runs of leaves whose subtree roots prove that the tree of `newer` leaves begins with
  /// that of `older`; none where one of them is empty or both are the same.
  static func consistencyRanges(from older: Int, to newer: Int) -> [Range<Int>] {
    guard older > 0, older < newer else { return [] }
    return subproof(older, in: 0..<newer, isWhole: true)
  }

  /// Whether `path` proves that the leaf with this hash is number `index` of the tree `head`.
  public static func provesInclusion(
    of leafHash: Digest, at index: Int, in head: TreeHead, path: [Digest]
  ) -> Bool {
    guard index >= 0, index < head.size else { return false }
    var place = index
    var last = head.size - 1
    var hash = leafHash
    for sibling in path {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        hash = Digest(left: sibling, right: hash)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        hash = Digest(left: hash, right: sibling)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && hash == head.root
  }

  /// Whether `path` proves that the tree `newer` begins with the tree `older`.
  public static func provesConsistency(
    from older: TreeHead, to newer: TreeHead, path: [Digest]
  ) -> Bool {
    guard older.size >= 0, older.size <= newer.size else { return false }
    if older.size == newer.size { return path.isEmpty && older.root == newer.root }
    if older.size == 0 { return path.isEmpty && older.root == MerkleFrontier().root }
    guard !path.isEmpty else { return false }
    // A tree whose size is a power of two is itself the first subtree, and so is left out.
    let whole = older.size.nonzeroBitCount == 1 ? [older.root] + path : path
    var place = older.size - 1
    var last = newer.size - 1
    while place & 1 == 1 {
      place >>= 1
      last >>= 1
    }
    var (olderHash, newerHash) = (whole[0], whole[0])
    for sibling in whole.dropFirst() {
      guard last > 0 else { return false }
      if place & 1 == 1 || place == last {
        olderHash = Digest(left: sibling, right: olderHash)
        newerHash = Digest(left: sibling, right: newerHash)
        while place & 1 == 0, place != 0 {
          place >>= 1
          last >>= 1
        }
      } else {
        newerHash = Digest(left: newerHash, right: sibling)
      }
      place >>= 1
      last >>= 1
    }
    return last == 0 && olderHash == older.root && newerHash == newer.root
  }

  private static func path(to index: Int, in leaves: Range<Int>) -> [Range<Int>] {
    guard leaves.count > 1 else { return [] }
    let middle = split(leaves)
    return index < middle
      ? path(to: index, in: leaves.lowerBound..<middle) + [middle..<leaves.upperBound]
      : path(to: index, in: middle..<leaves.upperBound) + [leaves.lowerBound..<middle]
  }

  /// `isWhole` says that these leaves are still the older tree itself, whose root is known.
  private static func subproof(
    _ older: Int, in leaves: Range<Int>, isWhole: Bool
  ) -> [Range<Int>] {
    if older == leaves.upperBound { return isWhole ? [] : [leaves] }
    let middle = split(leaves)
    return older <= middle
      ? subproof(older, in: leaves.lowerBound..<middle, isWhole: isWhole)
        + [middle..<leaves.upperBound]
      : subproof(older, in: middle..<leaves.upperBound, isWhole: false)
        + [leaves.lowerBound..<middle]
  }

  /// Where the left subtree ends: after the largest power of two that is below the count.
  private static func split(_ leaves: Range<Int>) -> Int {
    let exponent = Int.bitWidth - 1 - (leaves.count - 1).leadingZeroBitCount
    return leaves.lowerBound + (1 << exponent)
  }
}
