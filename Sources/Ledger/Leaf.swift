// SPDX-License-Identifier: GPL-3.0-or-later

/// What the tree keeps of an event for ever: its place, its kind and a commitment to its body.
///
/// No personal data and no time stand in it, so that it can stay when its body is erased.
public struct Leaf: Hashable, Sendable {
  /// What the commitment is of.
  public enum Version: Int, Hashable, Sendable {
    /// The body's bytes alone, as leaves were written until November 2026: to whom such an event
    /// belongs, and where in its stream, is not proved.
    case bytes = 1
    /// The bytes with stream, number, subject and actor before them.
    case whole = 2
  }

  /// What the commitment is of.
  public let version: Version
  /// The ledger's identity, a canonical lower-case UUID.
  public let ledger: String
  /// The event's place in its ledger, from 0 on: the leaf's index in the tree.
  public let seq: Int
  /// What sort of event it is; see `NewRecord.kind`.
  public let kind: String
  /// HMAC-SHA-256 of the body, keyed with its nonce.
  public let commitment: Digest

  /// A leaf from its parts.
  public init(
    ledger: String, seq: Int, kind: String, commitment: Digest, version: Version = .whole
  ) {
    self.version = version
    self.ledger = ledger
    self.seq = seq
    self.kind = kind
    self.commitment = commitment
  }

  /// Reads exactly what `bytes` writes; nil for anything else, down to a single space.
  public init?(parsing bytes: [UInt8]) {
    var rest = bytes[...]
    guard
      Self.take(#"{"v":"#, from: &rest),
      let written = Self.take(upTo: UInt8(ascii: ","), from: &rest),
      let version = Int(written).flatMap(Version.init),
      Self.take(#","ledger":""#, from: &rest),
      let ledger = Self.take(upTo: UInt8(ascii: "\""), from: &rest),
      Self.take(#"","seq":"#, from: &rest),
      let digits = Self.take(upTo: UInt8(ascii: ","), from: &rest), let seq = Int(digits),
      Self.take(#","kind":""#, from: &rest),
      let kind = Self.take(upTo: UInt8(ascii: "\""), from: &rest),
      Self.take(#"","c":""#, from: &rest),
      let digest = Self.take(upTo: UInt8(ascii: "\""), from: &rest),
      let commitment = Digest(hex: digest)
    else { return nil }
    self.init(ledger: ledger, seq: seq, kind: kind, commitment: commitment, version: version)
    if self.bytes != bytes { return nil }
  }

  /// The leaf as compact JSON, whose members always stand in this order.
  public var bytes: [UInt8] {
    // Ledger and kind hold no character that JSON would escape: schema and append see to that.
    let text =
      #"{"v":\#(version.rawValue),"ledger":"\#(ledger)","seq":\#(seq),"kind":"\#(kind)","#
      + #""c":"\#(commitment.hex)"}"#
    return Array(text.utf8)
  }

  private static func take(_ literal: String, from rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.starts(with: literal.utf8) else { return false }
    rest = rest.dropFirst(literal.utf8.count)
    return true
  }

  private static func take(upTo stop: UInt8, from rest: inout ArraySlice<UInt8>) -> String? {
    guard let end = rest.firstIndex(of: stop) else { return nil }
    defer { rest = rest[end...] }
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}
