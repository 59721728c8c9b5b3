// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A message (SARIF 2.1.0, section 3.11) or a text in two forms (3.12).
struct SARIFText: Encodable {
  let text: String
  var markdown: String?
}

/// The program and all of its rules (3.18, 3.19).
struct SARIFTool: Encodable {
  struct Driver: Encodable {
    let name = "drillhall"
    let version: String
    let semanticVersion: String
    let rules: [Descriptor]
  }

  /// A rule (3.49).
  struct Descriptor: Encodable {
    struct Configuration: Encodable {
      let level: Severity
    }

    let id: String
    let shortDescription: SARIFText
    let fullDescription: SARIFText
    let help: SARIFText
    let defaultConfiguration: Configuration

    init(_ rule: Rule) {
      let entry = CodeBook.entry(rule.code)
      let meaning = entry?.meaning ?? rule.title
      id = rule.code
      shortDescription = SARIFText(
        text: "\(rule.title.prefix(1).uppercased())\(rule.title.dropFirst()).")
      fullDescription = SARIFText(text: meaning)
      help = SARIFText(
        text: "\(meaning) What to do: \(entry?.remedy ?? "")", markdown: CodeBook.section(rule))
      defaultConfiguration = Configuration(level: rule.severity)
    }
  }

  let driver: Driver

  init(version: String) {
    driver = Driver(
      version: version, semanticVersion: version, rules: CodeBook.rules.map(Descriptor.init))
  }
}

/// A finding (3.27).
struct SARIFResult: Encodable {
  struct Location: Encodable {
    let physicalLocation: Physical
  }

  struct Physical: Encodable {
    let artifactLocation: SARIFLocation.Artifact
    let region: SARIFRegion
  }

  let ruleId: String
  let ruleIndex: Int?
  let level: Severity
  let message: SARIFText
  let locations: [Location]
  let partialFingerprints: [String: String]
  let fixes: [SARIFFix]?
}

/// Lines and columns, both from 1; without an end it goes on to the end of the line (3.30).
struct SARIFRegion: Encodable {
  let startLine: Int
  var startColumn: Int = 1
  var endLine: Int?
  var endColumn: Int?
}

/// A change that mends a finding (3.55, 3.56, 3.57).
struct SARIFFix: Encodable {
  struct Change: Encodable {
    let artifactLocation: SARIFLocation.Artifact
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: SARIFRegion
    let insertedContent: SARIFText
  }

  let description: SARIFText
  let artifactChanges: [Change]

  init(_ fix: Fix, in artifact: SARIFLocation.Artifact) {
    description = SARIFText(text: "\(fix.title.prefix(1).uppercased())\(fix.title.dropFirst()).")
    let text = fix.lines.joined(separator: "\n")
    let first = fix.firstLine
    // Whole lines are replaced up to the last one's end; an insertion deletes nothing.
    let replacement =
      fix.lineCount > 0
      ? Replacement(
        deletedRegion: SARIFRegion(startLine: first, endLine: first + fix.lineCount - 1),
        insertedContent: SARIFText(text: text))
      : Replacement(
        deletedRegion: SARIFRegion(startLine: first, endLine: first, endColumn: 1),
        insertedContent: SARIFText(text: text + "\n"))
    artifactChanges = [Change(artifactLocation: artifact, replacements: [replacement])]
  }
}

/// Files as addresses: below the folder in which the program was started, or absolute (3.4).
struct SARIFLocation {
  /// The name of that folder, as forges know it.
  static let baseID = "%SRCROOT%"

  struct Artifact: Encodable {
    let uri: String
    let uriBaseId: String?
  }

  private let folder: String

  init(workingFolder: String) {
    folder = workingFolder.hasSuffix("/") ? workingFolder : workingFolder + "/"
  }

  /// The address of a file.
  func artifact(_ path: String) -> Artifact {
    var path = path[...]
    if path.hasPrefix(folder), folder.count > 1 { path = path.dropFirst(folder.count) }
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    guard path.hasPrefix("/") else {
      return Artifact(uri: Self.escaped(path), uriBaseId: Self.baseID)
    }
    return Artifact(uri: "file://" + Self.escaped(path), uriBaseId: nil)
  }

  /// What RFC 3986 does not leave as it is in a path, in per cent signs and digits.
  private static func escaped(_ path: Substring) -> String {
    var result = ""
    for byte in path.utf8 {
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
