// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules about the front matter of drills and policies (F0xx).
extension Rule {
  static let noFrontMatter = Rule("F001", .error, "no front matter")
  static let openFrontMatter = Rule("F002", .error, "front matter that does not end")
  static let yamlSyntax = Rule("F003", .error, "front matter that is no YAML")
  static let duplicateKey = Rule("F004", .error, "key that stands twice")
  static let yamlMachinery = Rule("F005", .error, "YAML anchor, alias, tag or directive")
  static let noMapping = Rule("F006", .error, "front matter without keys")
  static let unknownKey = Rule("F007", .error, "unknown key")
  static let missingKey = Rule("F008", .error, "missing key")
  static let wrongType = Rule("F009", .error, "value of the wrong kind")
  static let noSuchDate = Rule("F010", .error, "date that does not exist")
  static let unknownWord = Rule("F011", .error, "word that is not in the list")
  static let numberOutOfRange = Rule("F012", .error, "number out of range")

  /// Rules of the front matter, for the documentation's list.
  public static let frontMatterRules: [Rule] = [
    noFrontMatter, openFrontMatter, yamlSyntax, duplicateKey, yamlMachinery, noMapping, unknownKey,
    missingKey, wrongType, noSuchDate, unknownWord, numberOutOfRange,
  ]
}
