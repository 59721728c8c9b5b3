// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import FoundationEssentials

/// Findings in the form that forges and dashboards read: SARIF 2.1.0 (OASIS, Static Analysis Results
/// Interchange Format, with Errata 01). One run; its results are written one after the other.
public struct SARIFLog {
  private let encoder: JSONEncoder
  private let location: SARIFLocation
  private let excerpts = SourceExcerpts()
  private let ruleIndices: [String: Int]
  private var hasResults = false
  private var file = ""
  private var seen: [String: Int] = [:]

  /// A log of a run in a folder, in which relative paths begin.
  public init(workingFolder: String) {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    location = SARIFLocation(workingFolder: workingFolder)
    ruleIndices = Dictionary(
      CodeBook.rules.enumerated().map { ($1.code, $0) }
    ) { first, _ in first }
  }

  /// What stands before the results.
  public func opening(version: String) -> [UInt8] {
    let tool = SARIFTool(version: version)
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    let base = "The folder in which drillhall was started: the root of the repository."
    return Array("{\"$schema\":\"\(schema)sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",".utf8)
      + Array("\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"newlineSequences\":".utf8)
      // A carriage return is a character of its line here, and fixes take it away.
      + Array("[\"\\n\"],\"tool\":".utf8) + encoded(tool)
      + Array(",\n\"originalUriBaseIds\":{\"\(SARIFLocation.baseID)\":{\"description\":".utf8)
      + encoded(SARIFText(base)) + Array("}},\"results\":[".utf8)
  }

  /// A result.
  public mutating func bytes(of finding: Diagnostic) -> [UInt8] {
    defer { hasResults = true }
    if finding.place.file != file {
      file = finding.place.file
      seen = [:]
    }
    let artifact = location.artifact(finding.place.file)
    let lines = SARIFLines(excerpts.lines(of: finding))
    let result = SARIFResult(
      ruleId: finding.rule.code, ruleIndex: ruleIndices[finding.rule.code],
      level: finding.rule.severity, message: SARIFText(finding.message),
      locations: [
        SARIFResult.Location(
          physicalLocation: SARIFResult.Physical(
            artifactLocation: artifact, region: lines.region(at: finding.place)))
      ],
      partialFingerprints: ["drillhallFinding/v1": fingerprint(of: finding)],
      fixes: finding.fix.map { [SARIFFix($0, of: finding.rule, in: artifact, lines)] })
    return Array((hasResults ? ",\n" : "\n").utf8) + encoded(result)
  }

  /// What stands after the results: that all was checked, and how the program ends.
  public func closing(exitCode: Int) -> [UInt8] {
    closing(SARIFInvocation(exitCode: exitCode, executionSuccessful: true))
  }

  /// What stands after no results where nothing could be checked, for a reason that lies in what the
  /// program was told (3.20.22).
  public func closing(exitCode: Int, reason: String) -> [UInt8] {
    closing(
      SARIFInvocation(
        exitCode: exitCode, executionSuccessful: false,
        toolConfigurationNotifications: [.init(message: SARIFText(reason))]))
  }

  private func closing(_ invocation: SARIFInvocation) -> [UInt8] {
    Array("\n],\"invocations\":[".utf8) + encoded(invocation) + Array("]}]}\n".utf8)
  }

  /// The same for the same mistake after lines were put in above it: the code, the words of the line,
  /// and which of several alike in the file it is.
  private mutating func fingerprint(of finding: Diagnostic) -> String {
    let words = excerpts.excerpt(of: finding)?.line.filter { !$0.isWhitespace } ?? ""
    let hash = Self.hash("\(finding.rule.code)\u{0}\(words)")
    seen[hash, default: 0] += 1
    return "\(hash):\(seen[hash] ?? 1)"
  }

  /// FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923) in hexadecimal digits.
  static func hash(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Values of these kinds can always be encoded.
  private func encoded(_ value: some Encodable) -> [UInt8] {
    (try? encoder.encode(value)).map(Array.init) ?? []
  }
}
