// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Ledger

// Inputs, roots and proofs: github.com/transparency-dev/merkle, testonly/constants.go and
// testonly/reference_test.go, which took them over from the reference implementation of RFC 6962
// (google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc).
private let inputs = [
  "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
]

private let roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]

/// A published proof: of a leaf in a tree, or of an older tree in a newer one.
struct PublishedProof: Sendable, CustomTestStringConvertible {
  let from: Int
  let size: Int
  let path: [String]
  var testDescription: String { "\(from) in \(size)" }
}

private let inclusions = [
  PublishedProof(from: 0, size: 1, path: []),
  PublishedProof(
    from: 0, size: 8,
    path: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]),
  PublishedProof(
    from: 5, size: 8,
    path: [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]),
  PublishedProof(
    from: 2, size: 3, path: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
  PublishedProof(
    from: 1, size: 5,
    path: [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]),
]

private let consistencies = [
  PublishedProof(from: 1, size: 1, path: []),
  PublishedProof(
    from: 1, size: 8,
    path: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]),
  PublishedProof(
    from: 6, size: 8,
    path: [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ]),
  PublishedProof(
    from: 2, size: 5,
    path: [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ]),
]

@Suite struct MerkleTests {
  private let leaves: [[UInt8]]

  init() throws {
    leaves = try inputs.map { try #require(Hexadecimal.bytes($0)) }
  }

  private func frontier(of leaves: some Sequence<[UInt8]>) -> MerkleFrontier {
    var frontier = MerkleFrontier()
    for leaf in leaves { frontier.append(leaf: leaf) }
    return frontier
  }

  private func head(_ size: Int) -> TreeHead { frontier(of: leaves.prefix(size)).head }

  private func path(_ ranges: [Range<Int>]) -> [Digest] {
    ranges.map { frontier(of: leaves[$0]).root }
  }

  @Test(arguments: zip(0...8, roots)) func `the root is the published one`(size: Int, root: String)
  {
    #expect(head(size).root.hex == root)
  }

  @Test(arguments: 0...8) func `a kept frontier goes on where it stood`(size: Int) throws {
    let kept = frontier(of: leaves.prefix(size))
    var resumed = try #require(MerkleFrontier(size: kept.size, bytes: kept.bytes))
    #expect(resumed == kept)
    for leaf in leaves.dropFirst(size) { resumed.append(leaf: leaf) }
    #expect(resumed.root.hex == roots[8])
  }

  @Test(arguments: [(3, 1), (4, 2), (-1, 0), (1 << 53, 1)])
  func `a frontier that contradicts itself is refused`(size: Int, nodes: Int) {
    #expect(
      MerkleFrontier(size: size, nodes: Array(repeating: Digest(of: []), count: nodes)) == nil)
  }

  @Test(arguments: inclusions) func `inclusion proofs are the published ones`(
    proof: PublishedProof
  ) {
    let path = path(MerkleProof.inclusionRanges(of: proof.from, in: proof.size))
    #expect(path.map(\.hex) == proof.path)
  }

  @Test(arguments: consistencies) func `consistency proofs are the published ones`(
    proof: PublishedProof
  ) {
    let path = path(MerkleProof.consistencyRanges(from: proof.from, to: proof.size))
    #expect(path.map(\.hex) == proof.path)
  }

  @Test func `every inclusion proof holds, and for nothing else`() {
    for size in 1...8 {
      for index in 0..<size {
        let path = path(MerkleProof.inclusionRanges(of: index, in: size))
        let hash = Digest(leaf: leaves[index])
        func proves(_ hash: Digest, _ index: Int, _ head: TreeHead, _ path: [Digest]) -> Bool {
          MerkleProof.provesInclusion(of: hash, at: index, in: head, path: path)
        }
        #expect(proves(hash, index, head(size), path))
        #expect(!proves(Digest(of: [1]), index, head(size), path))
        #expect(!proves(hash, size, head(size), path))
        #expect(!proves(hash, -1, head(size), path))
        #expect(!proves(hash, index, head(size), path + [hash]))
        #expect(!proves(hash, index, TreeHead(size: size, root: Digest(of: [])), path))
        if !path.isEmpty {
          #expect(!proves(hash, index, head(size), path.dropLast()))
          #expect(!proves(hash, (index + 1) % size, head(size), path))
        }
      }
    }
  }

  @Test func `every consistency proof holds, and for nothing else`() {
    for newer in 0...8 {
      for older in 0...newer {
        let path = path(MerkleProof.consistencyRanges(from: older, to: newer))
        func proves(_ older: TreeHead, _ newer: TreeHead, _ path: [Digest]) -> Bool {
          MerkleProof.provesConsistency(from: older, to: newer, path: path)
        }
        let other = Digest(of: [1])
        #expect(proves(head(older), head(newer), path))
        #expect(!proves(TreeHead(size: older, root: other), head(newer), path))
        #expect(!proves(head(older), head(newer), path + [other]))
        #expect(older == newer || !proves(head(newer), head(older), path))
        if older > 0 {
          #expect(!proves(head(older), TreeHead(size: newer, root: other), path))
        }
        if !path.isEmpty { #expect(!proves(head(older), head(newer), path.dropLast())) }
      }
    }
  }
}
