// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
internal import Library

/// The lines that findings are about, read from the files again when they are asked for.
///
/// Findings come file by file: only the last file's lines are kept.
public final class SourceExcerpts {
  private var file = ""
  private var lines: [Substring] = []

  /// Nothing read yet.
  public init() {}

  /// The line of a finding; nil where there is none to show: a folder, a file that is gone, or a
  /// link out of the library, whose target is nobody's business.
  public func excerpt(of finding: Diagnostic) -> SourceExcerpt? {
    SourceExcerpt(of: finding.place, in: lines(of: finding))
  }

  /// All lines of a finding's file; none where there is none to show.
  func lines(of finding: Diagnostic) -> [Substring] {
    guard !Rule.libraryRules.contains(finding.rule) else { return [] }
    if finding.place.file != file {
      file = finding.place.file
      lines = Self.lines(of: LibraryFolder.bytes(of: file, diagnostics: Diagnostics()) ?? [])
    }
    return lines
  }

  /// The lines of a file as well as they can be read: it may be one that is no UTF-8.
  static func lines(of bytes: [UInt8]) -> [Substring] {
    guard !bytes.isEmpty else { return [] }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { Substring(String(decoding: $0, as: UTF8.self)) }
  }
}
