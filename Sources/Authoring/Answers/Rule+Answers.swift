// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

extension Rule {
  static let answersHeading = Rule("G001", .error, "section of golden answers that is none")
  static let answersItem = Rule("G002", .error, "golden answer to an item that is not there")
  static let answersForm = Rule("G003", .error, "golden answer that can't be read")
  static let answersMissing = Rule("G004", .error, "item that no golden answer is given to")
  static let answersExpectation = Rule("G005", .error, "expectation that can't be read")
  static let answersVariant = Rule("G006", .error, "variant that the drill does not have")

  /// The rules of golden answers.
  static let answersRules: [Rule] = [
    .answersHeading, .answersItem, .answersForm, .answersMissing, .answersExpectation,
    .answersVariant,
  ]
}
