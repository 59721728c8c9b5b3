// SPDX-License-Identifier: GPL-3.0-or-later

/// What is written to anybody about anything, which must not pass for an answer.
enum StockReply {
  private static let apologies = [
    "en":
      "I am sorry for the inconvenience. Thank you for your patience and understanding. We take "
      + "this very seriously and will get back to you as soon as possible.",
    "de": "Wir bitten die Unannehmlichkeiten zu entschuldigen. Vielen Dank für Ihre Geduld und Ihr "
      + "Verständnis. Wir nehmen das sehr ernst und melden uns so bald wie möglich bei Ihnen.",
    "es":
      "Lamentamos las molestias. Muchas gracias por su paciencia y su comprensión. Nos lo tomamos "
      + "muy en serio y le responderemos lo antes posible.",
    "fr":
      "Nous vous prions de nous excuser pour la gêne occasionnée. Merci de votre patience et de "
      + "votre compréhension. Nous prenons cela très au sérieux et revenons vers vous dès que possible.",
    "it": "Ci scusiamo per il disagio. Grazie per la pazienza e la comprensione. Prendiamo la cosa "
      + "molto sul serio e la ricontatteremo il prima possibile.",
    "nl":
      "Onze excuses voor het ongemak. Dank u voor uw geduld en begrip. Wij nemen dit zeer serieus "
      + "en nemen zo snel mogelijk contact met u op.",
    "pt": "Pedimos desculpa pelo incómodo. Obrigado pela sua paciência e compreensão. Levamos isto "
      + "muito a sério e responderemos o mais depressa possível.",
  ]

  /// What is written into a form's field when one has nothing to say.
  struct Fillers {
    let none: String
    let yes: String
    let unknown: String
  }

  private static let english = Fillers(none: "none", yes: "yes", unknown: "unknown")
  private static let fillers = [
    "de": Fillers(none: "keine", yes: "ja", unknown: "unbekannt"),
    "es": Fillers(none: "ninguno", yes: "sí", unknown: "desconocido"),
    "fr": Fillers(none: "aucun", yes: "oui", unknown: "inconnu"),
    "it": Fillers(none: "nessuno", yes: "sì", unknown: "sconosciuto"),
    "nl": Fillers(none: "geen", yes: "ja", unknown: "onbekend"),
    "pt": Fillers(none: "nenhum", yes: "sim", unknown: "desconhecido"),
  ]

  /// What is written into fields in a language, by its BCP 47 tag; in English where it is not known.
  static func fillers(in tag: String) -> Fillers {
    fillers[RubricLanguage(tag: tag).code] ?? english
  }

  /// An apology in a language, by its BCP 47 tag; in English where none is known.
  static func apology(in tag: String) -> String {
    apologies[RubricLanguage(tag: tag).code] ?? apologies["en"] ?? ""
  }
}
