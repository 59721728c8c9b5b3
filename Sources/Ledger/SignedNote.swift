// SPDX-License-Identifier: GPL-3.0-or-later

/// A ledger's size and root with the ledger's name, as C2SP's `tlog-checkpoint` writes them.
public struct Checkpoint: Hashable, Sendable {
  /// Whose head it is: `drillhall/` and the ledger's identity.
  public let origin: String
  /// Size and root.
  public let head: TreeHead

  /// A checkpoint from its parts.
  public init(origin: String, head: TreeHead) {
    self.origin = origin
    self.head = head
  }

  /// Reads what `text` writes, and any lines that others may have added; nil for anything else.
  public init?(parsing text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last == "", !lines.dropLast().contains(""),
      let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let bytes = Base64.bytes(lines[2]), let root = Digest(bytes: bytes)
    else { return nil }
    self.init(origin: String(lines[0]), head: TreeHead(size: size, root: root))
  }

  /// Three lines: origin, size, and the root in Base64.
  public var text: String { "\(origin)\n\(head.size)\n\(Base64.text(head.root.bytes))\n" }
}

/// The public key by which a signed note is checked, as C2SP's `signed-note` writes it.
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
  /// The key's name.
  public let name: String
  private let publicKey: [UInt8]

  init(name: String, publicKey: [UInt8]) {
    self.name = name
    self.publicKey = publicKey
  }

  /// Reads `name+hash+key`; nil where the hash isn't the key's, or it isn't an Ed25519 key.
  public init?(parsing text: some StringProtocol) {
    // The name may hold no plus sign, but Base64 may.
    let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, !parts[0].contains(where: \.isWhitespace),
      let key = Base64.bytes(parts[2]), key.count == 33, key.first == SigningKey.algorithm
    else { return nil }
    self.init(name: String(parts[0]), publicKey: Array(key.dropFirst()))
    if hash != Hexadecimal.bytes(parts[1]) { return nil }
  }

  /// The key as one line that can be printed and kept elsewhere.
  public var description: String {
    "\(name)+\(Hexadecimal.text(hash))+\(Base64.text([SigningKey.algorithm] + publicKey))"
  }

  /// The first four bytes of SHA-256 of name, line feed, algorithm and key.
  var hash: [UInt8] {
    Array(Sodium.sha256(Array("\(name)\n".utf8), [SigningKey.algorithm], publicKey).prefix(4))
  }

  /// The text of a note that this key has signed; nil where it has not, or it is no note.
  public func text(ofNote note: String) -> String? {
    // The signatures are what follows the last empty line.
    let bytes = Array(note.utf8)
    let lineFeed = UInt8(ascii: "\n")
    guard bytes.last == lineFeed,
      let end = bytes.indices.dropLast().last(where: {
        bytes[$0] == lineFeed && bytes[$0 + 1] == lineFeed
      })
    else { return nil }
    let signed = Array(bytes[...end])
    let lines = String(decoding: bytes[(end + 2)...], as: UTF8.self).split(separator: "\n")
    let prefix = "— \(name) "
    let isSigned = lines.contains { line in
      guard line.hasPrefix(prefix), let signature = Base64.bytes(line.dropFirst(prefix.count)),
        signature.count == 68, Array(signature.prefix(4)) == hash
      else { return false }
      return Sodium.isSignature(Array(signature.dropFirst(4)), of: signed, by: publicKey)
    }
    return isSigned ? String(decoding: signed, as: UTF8.self) : nil
  }

  /// The checkpoint in a note that this key has signed for its own ledger; nil for any other.
  public func checkpoint(inNote note: String) -> Checkpoint? {
    guard let text = text(ofNote: note), let checkpoint = Checkpoint(parsing: text),
      checkpoint.origin == name
    else { return nil }
    return checkpoint
  }
}

/// The secret key of a ledger: Ed25519, made once with it.
struct SigningKey {
  /// The number that stands for Ed25519 in a signed note.
  static let algorithm: UInt8 = 1

  private let seed: [UInt8]
  /// The public half.
  let verifier: VerifierKey

  /// A key from its seed of 32 bytes.
  private init(name: String, seed: [UInt8]) {
    self.seed = seed
    verifier = VerifierKey(name: name, publicKey: Sodium.publicKey(seed: seed))
  }

  /// A new key that nobody can guess.
  init(name: String) { self.init(name: name, seed: Sodium.randomBytes(32)) }

  /// Reads what `text` writes; nil for anything else.
  init?(parsing text: String) {
    let marker = "PRIVATE+KEY+"
    guard text.hasPrefix(marker) else { return nil }
    let parts = text.dropFirst(marker.count).split(
      separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let key = Base64.bytes(parts[2].filter { $0 != "\n" }),
      key.count == 33, key.first == Self.algorithm
    else { return nil }
    self.init(name: String(parts[0]), seed: Array(key.dropFirst()))
    if verifier.hash != Hexadecimal.bytes(parts[1]) { return nil }
  }

  /// The key as it is kept in its file, in the form that other tools for signed notes read.
  var text: String {
    "PRIVATE+KEY+\(verifier.name)+\(Hexadecimal.text(verifier.hash))+"
      + Base64.text([Self.algorithm] + seed) + "\n"
  }

  /// The text, which ends in a line feed, with an empty line and the signature after it.
  func note(_ text: String) -> String {
    let signature = Sodium.signature(of: Array(text.utf8), seed: seed)
    return "\(text)\n— \(verifier.name) \(Base64.text(verifier.hash + signature))\n"
  }
}
