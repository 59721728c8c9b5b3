// SPDX-License-Identifier: GPL-3.0-or-later

/// An event that is to be written.
public struct NewRecord: Hashable, Sendable {
  /// What sort of event it is: 1 to 64 of A–Z, a–z, 0–9, point, hyphen and underscore.
  public let kind: String
  /// Whom the event is about: the identifier by which it is erased; empty for nobody.
  public let subject: String
  /// Who did it; empty for the program itself.
  public let actor: String
  /// The body: exactly these bytes are kept and proved, whatever they mean.
  public let bytes: [UInt8]

  /// An event about `subject`, done by `actor`.
  public init(kind: String, subject: String, actor: String, bytes: [UInt8]) {
    self.kind = kind
    self.subject = subject
    self.actor = actor
    self.bytes = bytes
  }

  /// Whether the kind has only characters that need no escape in a leaf.
  var hasValidKind: Bool {
    let allowed = kind.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return allowed && (1...64).contains(kind.utf8.count)
  }
}

/// An event that has been written.
///
/// The leaf's commitment covers `bytes`, `stream`, `number`, `subject` and `actor` and, through the
/// leaf, `ledger`, `seq` and `kind`: an event can't be put down to somebody else, or moved to
/// another attempt. (Leaves of version 1 cover the bytes alone; whoever gives those their meaning
/// compares the rest with what they say.)
public struct Body: Hashable, Sendable {
  /// The ledger's identity.
  public let ledger: String
  /// The event's place in its ledger, from 0 on.
  public let seq: Int
  /// The 32 random bytes that key the commitment.
  public let nonce: [UInt8]
  /// Whom it is about; empty for nobody.
  public let subject: String
  /// Who did it; empty for the program itself.
  public let actor: String
  /// The list of events that it belongs to, such as one attempt.
  public let stream: String
  /// Its place in the stream, from 0 on.
  public let number: Int
  /// What sort of event it is.
  public let kind: String
  /// The exact bytes that were appended.
  public let bytes: [UInt8]

  /// Where the event belongs, as its commitment has it: stream, number, subject and actor, each
  /// text behind its length, and all numbers as eight bytes, the most significant first. Nothing
  /// else can be written in the same bytes.
  var placeBytes: [UInt8] {
    func bytes(_ number: Int) -> [UInt8] {
      (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    func bytes(_ text: String) -> [UInt8] { bytes(text.utf8.count) + Array(text.utf8) }
    return bytes(stream) + bytes(number) + bytes(subject) + bytes(actor)
  }
}

/// The exact bytes of a drill or a policy that events refer to by their digest.
public struct Content: Hashable, Sendable {
  /// What it is, such as `drill` or `policy`.
  public let kind: String
  /// The name that it had when it was first kept, for messages.
  public let name: String
  /// The bytes that the digest is of.
  public let bytes: [UInt8]

  /// Content that is to be kept.
  public init(kind: String, name: String, bytes: [UInt8]) {
    self.kind = kind
    self.name = name
    self.bytes = bytes
  }
}

/// What an append answers once the events are safe on the disk.
public struct AppendReceipt: Hashable, Sendable {
  /// The events' places in the ledger.
  public let seqs: Range<Int>
  /// Their places in the stream.
  public let numbers: Range<Int>
  let frontier: MerkleFrontier
  /// The tree with them in it; its root is worked out when it is asked for.
  public var head: TreeHead { frontier.head }
}
