// SPDX-License-Identifier: GPL-3.0-or-later

/// Fixes that rewrite a line or two, made from the text as it stands.
extension SourceText {
  /// Puts a text in the place of another that stands in a line: where it stands there several times,
  /// of the one at a column. Nil where there is none, or where one of several may be code.
  func replacing(
    _ old: String, with new: String, inLine number: Int, at column: Int = 1, _ title: String
  ) -> Fix? {
    rewriting(number, title) { line in
      let found = line.ranges(of: old)
      guard old != new, found.count < 2 || !line.contains("`") else { return nil }
      let place = line.unicodeScalars.index(
        line.startIndex, offsetBy: column - 1, limitedBy: line.endIndex)
      let meant = place.flatMap { place in found.first { $0.contains(place) } }
      guard let range = found.count == 1 ? found.first : meant else { return nil }
      return line[..<range.lowerBound] + new + line[range.upperBound...]
    }
  }

  /// Rewrites a line; nil where the change says so.
  func rewriting(_ number: Int, _ title: String, _ change: (String) -> String?) -> Fix? {
    guard lines.indices.contains(number - 1), let line = change(String(line(number))) else {
      return nil
    }
    return Fix(title, firstLine: number, lineCount: 1, lines: [line])
  }

  /// Ends every line with a line feed alone; nil where a carriage return stands within a line.
  static func unixLineEnds(_ lines: [Substring]) -> Fix? {
    let carriageReturn: Unicode.Scalar = "\r"
    var changed: [String] = []
    for line in lines {
      let isEnded = line.unicodeScalars.last == carriageReturn
      let scalars = line.unicodeScalars.dropLast(isEnded ? 1 : 0)
      guard !scalars.contains(carriageReturn) else { return nil }
      changed.append(String(String.UnicodeScalarView(scalars)))
    }
    return Fix(
      "end the lines as Unix does", firstLine: 1, lineCount: changed.count, lines: changed)
  }

  /// Takes the byte order mark away; nil where the first line is no text.
  static func withoutByteOrderMark(_ bytes: [UInt8]) -> Fix? {
    let line = bytes.dropFirst(3).prefix { $0 != 0x0A }
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    return Fix("take the byte order mark away", firstLine: 1, lineCount: 1, lines: [text])
  }
}
