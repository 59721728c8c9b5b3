// SPDX-License-Identifier: GPL-3.0-or-later

/// How an issuer builds its keys: a prefix, and what follows it.
struct SecretShape: Sendable {
  /// The characters that may follow a prefix.
  enum Alphabet: Sendable {
    case upperAndDigits, hex, alphanumeric, word, base64URL, dotted, path

    /// Whether a unit belongs to the alphabet.
    func contains(_ unit: LeakUnit) -> Bool {
      switch self {
      case .upperAndDigits: unit.isUpper || unit.isDigit
      case .hex: unit.isHexDigit
      case .alphanumeric: unit.isASCIIAlphanumeric
      case .word: unit.isASCIIAlphanumeric || unit == "_"
      case .base64URL: unit.isASCIIAlphanumeric || unit == "_" || unit == "-"
      case .dotted: unit.isASCIIAlphanumeric || unit == "_" || unit == "-" || unit == "."
      case .path: unit.isASCIIAlphanumeric || unit == "/"
      }
    }
  }

  /// What the key begins with.
  let prefix: [LeakUnit]
  /// What may follow.
  let alphabet: Alphabet
  /// How many characters follow.
  let length: ClosedRange<Int>
  /// What the key is, with its article.
  let name: String

  private init(_ prefix: String, _ alphabet: Alphabet, _ length: ClosedRange<Int>, _ name: String) {
    self.prefix = prefix.unicodeScalars.map(LeakUnit.init(unicodeScalarLiteral:))
    self.alphabet = alphabet
    self.length = length
    self.name = name
  }

  /// The shapes that issuers publish so that such keys can be found.
  static let known: [SecretShape] =
    ["AKIA", "ASIA"].map { Self($0, .upperAndDigits, 16...16, "an AWS access key") }
    + ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map {
      Self($0, .alphanumeric, 36...251, "a GitHub token")
    }
    + ["glpat-", "gldt-", "glrt-", "glptt-"].map {
      Self($0, .base64URL, 20...255, "a GitLab token")
    }
    + ["xoxb-", "xoxa-", "xoxp-", "xoxr-", "xoxs-", "xoxe-", "xapp-"].map {
      Self($0, .base64URL, 10...255, "a Slack token")
    }
    + ["sk_live_", "rk_live_", "sk_test_", "rk_test_"].map {
      Self($0, .alphanumeric, 16...247, "a Stripe key")
    }
    + [
      Self("github_pat_", .word, 36...251, "a GitHub token"),
      Self("hooks.slack.com/services/", .path, 30...80, "a Slack webhook"),
      Self("whsec_", .alphanumeric, 24...64, "a Stripe webhook secret"),
      Self("AIza", .base64URL, 35...35, "a Google API key"),
      Self("ya29.", .base64URL, 20...512, "a Google access token"),
      Self("GOCSPX-", .base64URL, 28...28, "a Google client secret"),
      Self("npm_", .alphanumeric, 36...36, "an npm token"),
      Self("pypi-", .base64URL, 50...255, "a PyPI token"),
      Self("SG.", .dotted, 60...70, "a SendGrid key"),
      Self("hf_", .alphanumeric, 34...40, "a Hugging Face token"),
      Self("dckr_pat_", .base64URL, 27...27, "a Docker token"),
      Self("dop_v1_", .hex, 64...64, "a DigitalOcean token"),
      Self("shpat_", .hex, 32...32, "a Shopify token"),
      Self("hvs.", .base64URL, 24...255, "a Vault token"),
      Self("sk-", .base64URL, 32...255, "an API key"),
      Self("AGE-SECRET-KEY-1", .upperAndDigits, 58...58, "an age identity"),
    ]

  /// The shapes by the first character of their prefix.
  static let byFirst = Dictionary(grouping: known) { $0.prefix[0] }
}
