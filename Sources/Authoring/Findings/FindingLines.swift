// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import FoundationEssentials

/// Findings for another program: an object of JSON a line (Documentation/checking.md has the keys).
///
/// Each line stands alone, so that findings of a library of any size stream, and a line that was cut
/// off spoils no other.
public struct FindingLines {
  /// The version of the form: raised when a key's meaning changes, not when one is added.
  public static let version = 1

  private let encoder: JSONEncoder

  /// Makes lines.
  public init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  private struct Finding: Encodable {
    let version = FindingLines.version
    let kind = "finding"
    let file: String
    let line: Int
    let column: Int
    let severity: Severity
    let code: String
    let rule: String
    let message: String
    let fix: Fix?
  }

  private struct Summary: Encodable {
    let version = FindingLines.version
    let kind = "summary"
    let files: Int
    let errors: Int
    let warnings: Int
  }

  private struct Failure: Encodable {
    let version = FindingLines.version
    let kind = "failure"
    let message: String
    let exitCode: Int
  }

  /// The line of a finding.
  public func bytes(of finding: Diagnostic) -> [UInt8] {
    encoded(
      Finding(
        file: finding.place.file, line: finding.place.line, column: finding.place.column,
        severity: finding.rule.severity, code: finding.rule.code, rule: finding.rule.title,
        message: finding.message, fix: finding.fix))
  }

  /// The last line: how much was checked and found.
  public func summary(files: Int, errors: Int, warnings: Int) -> [UInt8] {
    encoded(Summary(files: files, errors: errors, warnings: warnings))
  }

  /// The only line where nothing could be checked: why, and how the program ends.
  public func failure(_ message: String, exitCode: Int) -> [UInt8] {
    encoded(Failure(message: message, exitCode: exitCode))
  }

  /// Values of these kinds can always be encoded.
  private func encoded(_ value: some Encodable) -> [UInt8] {
    ((try? encoder.encode(value)).map(Array.init) ?? []) + [0x0A]
  }
}
