// SPDX-License-Identifier: GPL-3.0-or-later

/// A SHA-256 or HMAC-SHA-256 value: exactly 32 bytes.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes 32 bytes; nil for any other number of them.
  public init?(bytes: [UInt8]) {
    guard bytes.count == Sodium.digestLength else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 lower-case hexadecimal digits; nil for anything else.
  public init?(hex: some StringProtocol) {
    guard let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.init(bytes: bytes)
  }

  /// SHA-256 of the content, as drills and policies are found by it.
  public init(of content: [UInt8]) { bytes = Sodium.sha256(content) }

  /// The commitment to some bytes: HMAC-SHA-256 with the nonce, of exactly 32 bytes, as its key.
  init(commitmentTo bytes: [UInt8], nonce: [UInt8]) {
    self.bytes = Sodium.hmacSHA256(bytes, key: nonce)
  }

  /// The commitment of a leaf to its body, as the leaf's version has it.
  init(_ version: Leaf.Version, commitmentTo body: Body) {
    switch version {
    case .bytes: self.init(commitmentTo: body.bytes, nonce: body.nonce)
    case .whole:
      self.init(commitmentTo: body.placeBytes + body.bytes, nonce: body.nonce)
    }
  }

  /// A leaf's hash in the tree: SHA-256 of 0x00 and the leaf (RFC 6962, section 2.1).
  init(leaf: [UInt8]) { bytes = Sodium.sha256([0x00], leaf) }

  /// A node's hash in the tree: SHA-256 of 0x01 and both children (RFC 6962, section 2.1).
  init(left: Digest, right: Digest) { bytes = Sodium.sha256([0x01], left.bytes, right.bytes) }

  /// The bytes as 64 lower-case hexadecimal digits.
  public var hex: String { Hexadecimal.text(bytes) }

  /// The same as `hex`.
  public var description: String { hex }
}
