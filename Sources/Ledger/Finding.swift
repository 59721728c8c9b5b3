// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that is wrong with a ledger.
public struct Finding: Hashable, Sendable {
  /// What is wrong, as data.
  public enum Problem: Hashable, Sendable {
    /// SQLite's own check complains; its words.
    case structure(String)
    /// Leaves of this range are missing.
    case leavesMissing(Range<Int>)
    /// The leaf isn't written as leaves are.
    case leafUnreadable
    /// The leaf says that it belongs elsewhere.
    case leafMisplaced(ledger: String, seq: Int)
    /// The leaf names one kind and the body another.
    case kindDiffers(leaf: String, body: String)
    /// The body isn't the one that the leaf was made for.
    case bodyDiffers
    /// There is a leaf without a body, and no erasure explains it.
    case bodyMissing
    /// The tree that was kept isn't the one that the leaves make.
    case treeDiffers(kept: TreeHead?, leaves: TreeHead)
    /// The newest event lacks the edge of the tree.
    case edgeMissing
    /// An event has an edge of the tree that belongs to the newest alone.
    case edgeLeftBehind
    /// An event lies at a place that belongs to no ledger.
    case outsideLedgers(place: Int)
    /// Events of this range are missing from a stream.
    case streamGap(stream: String, numbers: Range<Int>)
    /// A stream has two events of one number.
    case streamDouble(stream: String, number: Int)
    /// A stream has no events any more.
    case streamEmpty(stream: String)
    /// The mark by which a stream's events are found isn't where its events are.
    case runDiffers
    /// Kept content isn't what its digest says.
    case contentDiffers(name: String, digest: String)
    /// There are fewer events than when the checkpoint was taken.
    case truncated(size: Int, checkpoint: Int)
    /// The first events aren't those that the checkpoint was taken of.
    case rewritten(checkpoint: TreeHead)
    /// There is a ledger that is not the store's own, and this program collects none.
    case otherLedger(id: String, events: Int)
    /// A table, an index or a trigger is not what this program made, or a view stands there.
    case schemaDiffers(name: String)
    /// The event could not be taken into a list; why.
    case notListed(list: String, detail: String)
    /// What the caller's judge has to say.
    case judged(String)
    /// The check could not go on; why.
    case unreadable(String)
  }

  /// The event that it is about, where it is about one.
  public let seq: Int?
  /// What is wrong.
  public let problem: Problem

  /// Something wrong with event `seq`, or with the whole.
  public init(seq: Int? = nil, _ problem: Problem) {
    self.seq = seq
    self.problem = problem
  }
}

extension Finding: CustomStringConvertible {
  /// One plain sentence.
  public var description: String { description(belongingTo: nil) }

  /// One plain sentence that also says whose event it is, in words such as “attempt 2 of ana”.
  public func description(belongingTo owner: String?) -> String {
    guard let seq else { return sentence }
    return "Event \(seq)\(owner.map { " (\($0))" } ?? ""): \(sentence)"
  }

  private var sentence: String {
    switch problem {
    case .structure(let words): "The file's structure is damaged: \(words)."
    case .leavesMissing(let seqs) where seqs.count == 1:
      "Leaf \(seqs.lowerBound) is missing."
    case .leavesMissing(let seqs):
      "Leaves \(seqs.lowerBound) to \(seqs.upperBound - 1) are missing."
    case .leafUnreadable: "Its leaf is not written as a leaf is."
    case .leafMisplaced(let ledger, let seq):
      "Its leaf was made for event \(seq) of ledger \(ledger)."
    case .kindDiffers(let leaf, let body): "Its leaf says “\(leaf)”, but its body says “\(body)”."
    case .bodyDiffers: "Its body is not the one that was recorded."
    case .bodyMissing: "Its body is missing, and no erasure says why."
    case .treeDiffers(nil, _): "The kept edge of the tree can't be read."
    case .treeDiffers(let kept?, let leaves):
      "The tree was kept with \(kept.size) leaves and the root \(kept.root), but the leaves that "
        + "are there are \(leaves.size) with the root \(leaves.root)."
    case .edgeMissing:
      "It is the last one, but the edge of the tree is not kept with it: later events were cut off, "
        + "or it was added by hand."
    case .edgeLeftBehind: "An edge of the tree is kept with it, which belongs to the last event."
    case .outsideLedgers(let place): "There is an event at the place \(place), outside all ledgers."
    case .streamDouble(let stream, let number):
      "It is event \(number) of \(stream), which is there already."
    case .streamEmpty(let stream): "The events of \(stream) are missing."
    case .runDiffers: "The mark by which its stream is read is wrong."
    case .streamGap(let stream, let numbers) where numbers.count == 1:
      "Before it, event \(numbers.lowerBound) of \(stream) is missing."
    case .streamGap(let stream, let numbers):
      "Before it, events \(numbers.lowerBound) to \(numbers.upperBound - 1) of \(stream) are "
        + "missing."
    case .contentDiffers(let name, let digest):
      "The kept content “\(name)” is not what its digest \(digest) says."
    case .truncated(let size, let checkpoint):
      "The ledger has \(size) events, but it had \(checkpoint) when the checkpoint was taken."
    case .rewritten(let checkpoint):
      "The first \(checkpoint.size) events are not those that the checkpoint was taken of, whose "
        + "root is \(checkpoint.root)."
    case .otherLedger(let id, let events):
      "There is a second ledger, \(id), with \(events) \(events == 1 ? "event" : "events"). No "
        + "checkpoint of this store speaks for it, and the lists count it: it was put there by hand."
    case .schemaDiffers(let name):
      "“\(name)” is not in the file as drillhall makes it, or should not be there."
    case .notListed(let list, let detail):
      "It could not be taken into the list “\(list)”: \(detail)."
    case .judged(let words): words
    case .unreadable(let words): "The check could not go on: \(words)."
    }
  }
}

/// What a check of a ledger found.
public struct Verification: Hashable, Sendable {
  /// The ledger that was checked.
  public let ledger: String
  /// Size and root that the leaves make, computed anew.
  public let head: TreeHead
  /// How many events have no body because it was erased.
  public let erased: Int
  /// What is wrong, at most `Verification.limit` of it; empty where all is well.
  public let findings: [Finding]
  /// How many more findings there were than are listed.
  public let unlisted: Int

  /// Whether nothing is wrong.
  public var isSound: Bool { findings.isEmpty }

  /// How many findings are listed, so that a ruined ledger of a million events still fits.
  public static let limit = 1000
}
