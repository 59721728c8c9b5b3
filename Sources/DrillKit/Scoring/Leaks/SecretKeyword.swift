// SPDX-License-Identifier: GPL-3.0-or-later

/// A word that announces a password, a code or a key.
struct SecretKeyword {
  /// What the word announces.
  enum Family { case password, code, token }

  /// What it announces.
  let family: Family
  /// Whether only ":" or "=" may lead from it to a value: "pass" is mostly a
  /// verb, "pw" mostly something else.
  let needsSign: Bool
  /// The index after the word.
  let end: Int

  private static let passwords: [StaticString] = [
    "password", "passwd", "pwd", "passphrase", "passwort", "kennwort",
  ]
  private static let tokens: [StaticString] = [
    "token", "secret", "apikey", "accesskey", "secretkey",
  ]
  private static let codes: Set<String> = ["passcode", "pin", "otp", "pincode", "passcodes"]
  private static let keyOwners: Set<String> = ["api", "access", "secret", "auth", "signing"]
  private static let codeOwners: Set<String> = [
    "security", "verification", "access", "login", "door", "entry", "time", "alarm",
  ]

  /// The keyword that a word is the end of, with the word in front of it in lower case.
  init?(_ word: String, after previous: String?, end: Int) {
    self.end = end
    needsSign = word == "pass" || word == "pw"
    if word == "pass" || word == "pw" || Self.passwords.contains(where: word.ends)
      || word == "contrase?a"
    {
      family = .password
    } else if Self.codes.contains(word) {
      family = .code
    } else if Self.tokens.contains(where: word.ends) {
      family = .token
    } else if let previous, word == "key" && Self.keyOwners.contains(previous) {
      family = .token
    } else if let previous, word == "code" && Self.codeOwners.contains(previous) {
      family = .code
    } else if let previous, word == "word" && previous == "pass" {
      family = .password
    } else {
      return nil
    }
  }

  /// Words behind a keyword that turn it into something else: a policy, a manager.
  static let otherSubjects: Set<String> = [
    "manager", "policy", "policies", "reset", "resets", "length", "change", "rotation", "expiry",
    "protected", "hint", "field", "prompt", "rules", "requirements", "vault", "strength",
    "history", "standard", "form", "page", "screen", "link", "count", "limit", "budget", "bucket",
    "ring", "management", "hash", "hashing", "type", "types", "endpoint",
  ]

  /// Words that lead to the value: "the password is …", "I set the password to …".
  static let links: Set<String> = [
    "is", "was", "are", "lautet", "ist", "est", "es", "to", "equals", "becomes", "remains",
  ]

  /// Words that may stand between the link and the value.
  static let fillers: Set<String> = ["now", "still", "currently", "just", "set", "changed", "to"]
}
