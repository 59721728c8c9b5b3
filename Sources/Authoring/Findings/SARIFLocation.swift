// SPDX-License-Identifier: GPL-3.0-or-later

/// Files as addresses: below the folder in which the program was started, or absolute (3.4).
struct SARIFLocation {
  /// The name of that folder, as forges know it.
  static let baseID = "%SRCROOT%"

  struct Artifact: Encodable {
    let uri: String
    let uriBaseId: String?
  }

  private let folder: [Substring]

  init(workingFolder: String) {
    folder = workingFolder.split(separator: "/")
  }

  /// The address of a file. “..” is gone from it where the folder is known: an address goes on from
  /// its base, and must not lead out of it (3.10.1).
  func artifact(_ path: String) -> Artifact {
    let parts = Self.normal(path.hasPrefix("/") || folder.isEmpty ? [] : folder, path)
    if !path.hasPrefix("/"), folder.isEmpty {
      return Artifact(uri: Self.escaped(parts), uriBaseId: Self.baseID)
    }
    guard !folder.isEmpty, parts.starts(with: folder), parts.count > folder.count else {
      return Artifact(uri: "file:///" + Self.escaped(parts), uriBaseId: nil)
    }
    return Artifact(uri: Self.escaped(parts[folder.count...]), uriBaseId: Self.baseID)
  }

  /// The names of a path that begins in a folder, one below the other.
  private static func normal(_ folder: [Substring], _ path: String) -> [Substring] {
    var parts = folder
    for part in path.split(separator: "/") where part != "." {
      if part != ".." || parts.isEmpty && !path.hasPrefix("/") {
        parts.append(part)
      } else if !parts.isEmpty {
        parts.removeLast()
      }
    }
    return parts
  }

  /// What RFC 3986 does not leave as it is in a path, in per cent signs and digits.
  private static func escaped(_ parts: some Sequence<Substring>) -> String {
    var result = ""
    for byte in parts.joined(separator: "/").utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
