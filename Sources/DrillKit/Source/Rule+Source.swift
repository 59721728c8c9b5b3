// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules about the bytes of a file (S0xx): they hold for drills and policies alike.
extension Rule {
  static let fileTooLarge = Rule("S001", .error, "file larger than 1 MiB")
  static let notUTF8 = Rule("S002", .error, "not UTF-8")
  /// Bytes before the first character, which columns don't count.
  public static let byteOrderMark = Rule("S003", .error, "byte order mark")
  static let carriageReturn = Rule("S004", .error, "carriage return")
  static let controlCharacter = Rule("S005", .error, "control character")
  static let bidiCharacter = Rule("S006", .error, "bidirectional control character")
  static let lineTooLong = Rule("S007", .error, "line longer than 8 KiB")
  static let tooManyColumns = Rule("S008", .error, "more than 64 table columns")
  static let nestedTooDeep = Rule("S009", .error, "nested deeper than 16")
  static let decodedCharacter = Rule("S010", .error, "escape that decodes to a forbidden character")
  static let emptyFile = Rule("S011", .error, "empty file")
  static let tooManyCells = Rule("S013", .error, "more than 20,000 table cells")
  static let tooManyFindings = Rule("S012", .error, "more findings than are listed")

  /// Rules of the source text, for the documentation's list.
  public static let sourceRules: [Rule] = [
    fileTooLarge, notUTF8, byteOrderMark, carriageReturn, controlCharacter, bidiCharacter,
    lineTooLong, tooManyColumns, nestedTooDeep, decodedCharacter, emptyFile,
    tooManyFindings, tooManyCells,
  ]
}
