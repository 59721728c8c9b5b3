// SPDX-License-Identifier: GPL-3.0-or-later

/// Characters that could drive a terminal or turn a text around; no drill, policy or answer needs
/// them, so they are refused on the way in, also where an escape decodes to one.
public enum ForbiddenScalar: Equatable, Sendable {
  /// C0 but tab and line feed, DEL, C1, and the two separators that some terminals break lines at.
  case control(Unicode.Scalar)
  /// Marks, embeddings, overrides and isolates of the bidirectional algorithm.
  case bidi(Unicode.Scalar)

  /// What kind of forbidden character this is, or nil for a harmless one.
  @inlinable
  public init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E, 0x09, 0x0A: return nil
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: self = .control(scalar)
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidi(scalar)
    default: return nil
    }
  }

  /// The first forbidden character of a text and its offset in Unicode scalars.
  public static func first(in text: String) -> (kind: ForbiddenScalar, offset: Int)? {
    // Pure ASCII that prints is the common case and is decided without decoding scalars.
    let isHarmless = text.withBytes { bytes in
      for byte in bytes where byte &- 0x20 > 0x5E && byte != 0x0A && byte != 0x09 { return false }
      return true
    }
    if isHarmless { return nil }
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if let kind = ForbiddenScalar(scalar) { return (kind, offset) }
    }
    return nil
  }

  /// `U+202E`, for a message that must not carry the character itself.
  public var name: String {
    let scalar: Unicode.Scalar
    switch self {
    case .control(let value), .bidi(let value): scalar = value
    }
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
