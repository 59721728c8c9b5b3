// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSodium

extension Sodium {
  /// The Ed25519 public key that belongs to a seed of 32 bytes.
  static func publicKey(seed: [UInt8]) -> [UInt8] { keys(seed: seed).publicKey }

  /// The Ed25519 signature, of 64 bytes, of a message.
  static func signature(of message: [UInt8], seed: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: 64)
    crypto_sign_detached(
      &signature, nil, message, UInt64(message.count), keys(seed: seed).secretKey)
    return signature
  }

  /// Whether the signature, of 64 bytes, is that of the message by the key, of 32 bytes.
  static func isSignature(
    _ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]
  ) -> Bool {
    guard signature.count == 64, publicKey.count == 32 else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), publicKey) == 0
  }

  private static func keys(seed: [UInt8]) -> (publicKey: [UInt8], secretKey: [UInt8]) {
    precondition(seed.count == 32, "An Ed25519 seed has exactly 32 bytes.")
    var publicKey = [UInt8](repeating: 0, count: 32)
    var secretKey = [UInt8](repeating: 0, count: 64)
    crypto_sign_seed_keypair(&publicKey, &secretKey, seed)
    return (publicKey, secretKey)
  }
}

/// Bytes in Base64 with padding (RFC 4648, section 4), and back.
enum Base64 {
  /// Four characters for three bytes.
  static func text(_ bytes: [UInt8]) -> String {
    let length = sodium_base64_encoded_len(bytes.count, sodium_base64_VARIANT_ORIGINAL)
    var characters = [CChar](repeating: 0, count: length)
    sodium_bin2base64(
      &characters, length, bytes, bytes.count, sodium_base64_VARIANT_ORIGINAL)
    return String(decoding: characters.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The bytes, or nil where the text is not all Base64.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let characters = text.utf8.map(CChar.init(bitPattern:))
    var bytes = [UInt8](repeating: 0, count: characters.count)
    var count = 0
    // Without a place to say where it stopped, libsodium takes all of the text or none.
    let code = sodium_base642bin(
      &bytes, bytes.count, characters, characters.count, nil, &count, nil,
      sodium_base64_VARIANT_ORIGINAL)
    return code == 0 ? Array(bytes.prefix(count)) : nil
  }
}
