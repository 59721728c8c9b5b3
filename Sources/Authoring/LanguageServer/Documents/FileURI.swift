// SPDX-License-Identifier: GPL-3.0-or-later

/// File URIs (RFC 8089) and paths.
enum FileURI {
  /// The path of a URI; nil where it names no file of this machine.
  static func path(of uri: String) -> String? {
    guard uri.lowercased().hasPrefix("file://") else { return nil }
    var rest = uri.utf8.dropFirst(7)
    if let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      let host = String(decoding: rest[..<slash], as: UTF8.self).lowercased()
      guard host.isEmpty || host == "localhost" else { return nil }
      rest = rest[slash...]
    } else {
      return nil
    }
    var bytes: [UInt8] = []
    var index = rest.startIndex
    while index < rest.endIndex {
      let byte = rest[index]
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
      if byte == UInt8(ascii: "%"), let decoded = decoded(rest[index...]) {
        bytes.append(decoded)
        index = rest.index(index, offsetBy: 3)
      } else {
        bytes.append(byte)
        index = rest.index(after: index)
      }
    }
    // A path with a zero byte would end there for the system.
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The URI of an absolute path.
  static func uri(of path: String) -> String {
    var uri = "file://"
    for byte in path.utf8 {
      let isPlain =
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
        || (byte >= 0x30 && byte <= 0x39) || "-._~/".utf8.contains(byte)
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        uri += "%" + (hex.count == 1 ? "0" : "") + hex
      }
    }
    return uri
  }

  private static func decoded(_ bytes: some Collection<UInt8>) -> UInt8? {
    let digits = String(decoding: bytes.prefix(3).dropFirst(), as: UTF8.self)
    guard digits.utf8.count == 2, digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt8(digits, radix: 16)
  }
}
