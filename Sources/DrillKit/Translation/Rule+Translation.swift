// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules about translations of drills (D41x).
extension Rule {
  static let noOriginal = Rule("D411", .error, "translation without its original")
  static let staleTranslation = Rule("D412", .warning, "translation of another version")
  static let unpairedPart = Rule("D413", .error, "part without its counterpart")
  static let changedKey = Rule("D414", .error, "key that a translation changes")
  static let untranslated = Rule("D415", .warning, "text that is not translated")
  static let movedAnswer = Rule("D416", .warning, "answer at another place than in the original")

  /// Rules about translations, for the documentation's list.
  public static let translationRules: [Rule] = [
    noOriginal, staleTranslation, unpairedPart, changedKey, untranslated, movedAnswer,
  ]
}
