// SPDX-License-Identifier: GPL-3.0-or-later

internal import CSodium

/// The few things that the ledger asks of libsodium.
enum Sodium {
  /// How many bytes a SHA-256 digest and a nonce have.
  static let digestLength = 32

  /// Sets libsodium up once, before its random numbers are used. That only fails where the kernel
  /// gives no randomness at all, and then there is nothing to go on with.
  static let ready: Void = precondition(
    sodium_init() >= 0, "libsodium can't start: this system gives no random numbers.")

  /// SHA-256 of the parts, one after the other.
  static func sha256(_ parts: [UInt8]...) -> [UInt8] {
    var state = crypto_hash_sha256_state()
    var digest = [UInt8](repeating: 0, count: digestLength)
    crypto_hash_sha256_init(&state)
    for part in parts { crypto_hash_sha256_update(&state, part, UInt64(part.count)) }
    crypto_hash_sha256_final(&state, &digest)
    return digest
  }

  /// HMAC-SHA-256 of a message; the key must have exactly 32 bytes.
  static func hmacSHA256(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
    precondition(key.count == digestLength, "An HMAC key has exactly 32 bytes.")
    var code = [UInt8](repeating: 0, count: digestLength)
    crypto_auth_hmacsha256(&code, message, UInt64(message.count), key)
    return code
  }

  /// So many bytes that nobody can guess.
  static func randomBytes(_ count: Int) -> [UInt8] {
    ready
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// A new random UUID (RFC 9562, version 4) in its canonical lower-case form.
  static func randomUUID() -> String {
    var bytes = randomBytes(16)
    bytes[6] = bytes[6] & 0x0f | 0x40
    bytes[8] = bytes[8] & 0x3f | 0x80
    let digits = Hexadecimal.text(bytes)
    var groups: [Substring] = []
    var rest = digits[...]
    for length in [8, 4, 4, 4, 12] {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "-")
  }
}

/// Bytes as lower-case hexadecimal digits, and back.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Two lower-case digits a byte.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 0xf)])
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes that lower-case digits stand for, or nil where the text is anything else.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    var result: [UInt8] = []
    var high: UInt8?
    for character in text.utf8 {
      guard let value = value(of: character) else { return nil }
      if let first = high {
        result.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? result : nil
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
