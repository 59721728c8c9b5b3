// SPDX-License-Identifier: GPL-3.0-or-later

/// A tree's size and root: what a checkpoint says, and what an older copy is held against.
public struct TreeHead: Hashable, Sendable {
  /// How many leaves the tree has, from 0 on.
  public let size: Int
  /// The tree's root hash.
  public let root: Digest

  /// A head as it was read elsewhere.
  public init(size: Int, root: Digest) {
    self.size = size
    self.root = root
  }
}

/// The right edge of an RFC 6962 tree: all that is needed to add a leaf and to name the root.
///
/// It holds the root of each full subtree, the largest first: one for each 1 in the binary size.
public struct MerkleFrontier: Hashable, Sendable {
  /// How many leaves there are.
  public private(set) var size = 0
  /// The roots of the full subtrees, the largest (leftmost) first.
  public private(set) var nodes: [Digest] = []

  /// No count in a ledger comes near this one; a greater one has been put there by hand.
  static let limit = Schema.ledgerSpan

  /// An empty tree.
  public init() {}

  /// A frontier as it was kept; nil where the nodes can't belong to a tree of that size, or the
  /// size is beyond any that a ledger reaches.
  public init?(size: Int, nodes: [Digest]) {
    guard (0..<Self.limit).contains(size), nodes.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.nodes = nodes
  }

  /// Reads nodes of 32 bytes each, as `bytes` writes them; nil where they don't fit the size.
  init?(size: Int, bytes: [UInt8]) {
    guard bytes.count.isMultiple(of: Sodium.digestLength) else { return nil }
    let nodes = stride(from: 0, to: bytes.count, by: Sodium.digestLength).compactMap {
      Digest(bytes: Array(bytes[$0..<$0 + Sodium.digestLength]))
    }
    self.init(size: size, nodes: nodes)
  }

  /// The nodes one after the other, 32 bytes each.
  var bytes: [UInt8] { nodes.flatMap(\.bytes) }

  /// Adds a leaf by its hash.
  mutating func append(leafHash: Digest) {
    var hash = leafHash
    var fullSubtrees = size
    // Two full subtrees of one height become one of the next, as a carry runs in addition.
    while fullSubtrees & 1 == 1 {
      hash = Digest(left: nodes.removeLast(), right: hash)
      fullSubtrees >>= 1
    }
    nodes.append(hash)
    size += 1
  }

  /// Adds a leaf by its bytes.
  public mutating func append(leaf: [UInt8]) { append(leafHash: Digest(leaf: leaf)) }

  /// The root; that of an empty tree is SHA-256 of nothing (RFC 6962, section 2.1).
  public var root: Digest {
    guard var hash = nodes.last else { return Digest(of: []) }
    for left in nodes.dropLast().reversed() { hash = Digest(left: left, right: hash) }
    return hash
  }

  /// Size and root together.
  public var head: TreeHead { TreeHead(size: size, root: root) }
}
