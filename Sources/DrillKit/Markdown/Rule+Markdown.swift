// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules about Markdown that parses, but not as its author meant (M0xx).
extension Rule {
  static let extraCells = Rule("M001", .error, "cells beyond the table's columns")
  static let paragraphInTable = Rule("M002", .error, "paragraph right under a table")
  static let lazyQuote = Rule("M003", .error, "line swallowed by the quote above it")
  static let splitList = Rule("M004", .error, "list split in two")
  static let setextHeading = Rule("M005", .error, "underlined heading")
  static let headingAttribute = Rule("M006", .error, "attribute on a heading")
  static let nestedHeading = Rule("M007", .error, "heading inside a list or a quote")
  static let htmlRefused = Rule("M008", .error, "HTML")
  static let imageRefused = Rule("M009", .error, "image")
  static let linkDefinition = Rule("M010", .error, "link definition")
  static let liveLink = Rule("M011", .error, "live link")
  static let strayStrike = Rule("M012", .error, "unpaired ~~")
  static let brokenBox = Rule("M013", .error, "box that is none")
  static let accidentalList = Rule("M014", .warning, "number that became a list")
  static let wrongNumber = Rule("M015", .warning, "number out of order")
  static let doubtfulNumber = Rule("D139", .error, "number that something refers to, out of order")
  static let indentedCode = Rule("M016", .error, "indented text that became code")
  static let straySeparator = Rule("M017", .error, "horizontal rule")
  static let brokenLink = Rule("M018", .error, "link that is none")
  static let brokenComment = Rule("M019", .error, "comment that swallows text")
  static let brokenTable = Rule("M020", .error, "table that is none")
  static let indentedAnswer = Rule("M021", .error, "answer indented below another")

  /// Rules of the Markdown layer, for the documentation's list.
  public static let markdownRules: [Rule] = [
    extraCells, paragraphInTable, lazyQuote, splitList, setextHeading, headingAttribute,
    nestedHeading, htmlRefused, imageRefused, linkDefinition, liveLink, strayStrike, brokenBox,
    accidentalList, wrongNumber, doubtfulNumber, indentedCode, straySeparator, brokenLink,
    brokenComment, brokenTable, indentedAnswer,
  ]
}
