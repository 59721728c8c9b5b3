// SPDX-License-Identifier: GPL-3.0-or-later

extension Store {
  /// The root of the first `size` leaves of this store's own ledger; reads them all.
  public func root(ofFirst size: Int) throws(StoreError) -> Digest {
    try translating {
      try snapshot {
        try checkSize(size)
        return try root(of: 0..<size)
      }
    }
  }

  /// What proves that event `seq` is in the tree of the first `size` leaves, all of them if nil;
  /// `MerkleProof.provesInclusion` checks it.
  public func inclusionProof(of seq: Int, size: Int? = nil) throws(StoreError) -> [Digest] {
    try translating {
      try snapshot {
        let size = try size ?? loadFrontier().size
        try checkSize(size)
        guard (0..<size).contains(seq) else {
          throw StoreError.noSuchEvent(seq: seq, size: size)
        }
        return try MerkleProof.inclusionRanges(of: seq, in: size).map(root(of:))
      }
    }
  }

  /// What proves that the tree of `newer` leaves, all of them if nil, begins with that of
  /// `older`; `MerkleProof.provesConsistency` checks it.
  public func consistencyProof(
    from older: Int, to newer: Int? = nil
  ) throws(StoreError) -> [Digest] {
    try translating {
      try snapshot {
        let newer = try newer ?? loadFrontier().size
        try checkSize(newer)
        guard (0...newer).contains(older) else {
          throw StoreError.noSuchEvent(seq: older, size: newer)
        }
        return try MerkleProof.consistencyRanges(from: older, to: newer).map(root(of:))
      }
    }
  }

  /// The root of a run of leaves; exact for the runs that proofs are made of.
  private func root(of leaves: Range<Int>) throws -> Digest {
    var frontier = MerkleFrontier()
    try connection.each(
      "SELECT leaf FROM event WHERE place >= ?1 AND place < ?2 ORDER BY place",
      [.integer(leaves.lowerBound), .integer(leaves.upperBound)]
    ) { frontier.append(leaf: $0.blob(at: 0)) }
    guard frontier.size == leaves.count else {
      throw StoreError.corrupt(
        path: path,
        detail: "of the leaves \(leaves.lowerBound) to \(leaves.upperBound - 1) some are missing")
    }
    return frontier.root
  }

  private func checkSize(_ size: Int) throws {
    let whole = try loadFrontier().size
    guard (0...whole).contains(size) else {
      throw StoreError.noSuchEvent(seq: size, size: whole)
    }
  }
}
