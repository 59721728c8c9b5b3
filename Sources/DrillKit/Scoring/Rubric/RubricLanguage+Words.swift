// SPDX-License-Identifier: GPL-3.0-or-later

extension RubricLanguage {
  /// The words of one language, folded. They are shared and not copied with each text that is cut.
  final class Words: Sendable {
    /// Words that cancel a match which follows.
    let negations: Set<String>
    /// "And" and "but": a negation does not reach across them.
    let barriers: Set<String>
    /// Two words of which the first only looks like a negation: `not only`, `without delay`.
    let apparent: Set<[String]>
    /// Words that cancel a match which stands before them, in languages that deny behind the verb:
    /// `Leid tut uns das nicht`.
    let trailing: Set<String>
    /// Words behind which a negation denies something else: "that", "because", "for", and the verbs
    /// "is", "has", "can", of which what stands before them is only the subject.
    let openers: Set<String>
    /// Words behind which a negation may belong to a participle: `die nicht gelieferte Ware`.
    let articles: Set<String>
    /// Negations that stand for people: what somebody else does behind them is not denied.
    let nobodies: Set<String>
    /// Words behind which such a negation says nothing of what follows: "If nobody answers I call".
    let releases: Set<String>

    init(
      negations: Set<String>, barriers: Set<String>, apparent: Set<[String]> = [],
      trailing: Set<String> = [], openers: Set<String> = [], articles: Set<String> = [],
      nobodies: Set<String> = [], releases: Set<String> = []
    ) {
      self.negations = negations
      self.barriers = barriers
      self.apparent = apparent
      self.trailing = trailing
      self.openers = openers
      self.articles = articles
      self.nobodies = nobodies
      self.releases = releases
    }
  }

  /// English, which languages that are not in the table take as well.
  static let english = Words(
    negations: [
      "not", "never", "no", "without", "nobody", "none", "neither", "nor", "hardly", "refuse",
    ],
    barriers: ["and", "but"],
    apparent: [
      ["not", "only"], ["not", "just"], ["no", "doubt"], ["no", "later"], ["no", "matter"],
      ["no", "problem"], ["no", "worries"], ["nobody", "but"], ["none", "but"],
      ["nobody", "should"], ["nobody", "wants"], ["nobody", "likes"], ["nobody", "deserves"],
      ["nobody", "needs"], ["nobody", "expects"], ["nobody", "except"], ["none", "the"],
      ["without", "delay"], ["without", "doubt"], ["without", "fail"],
    ],
    nobodies: ["nobody", "none", "neither", "nor"],
    releases: ["i", "we", "more", "until", "before", "unless", "because", "if"])

  /// By the ISO 639 code.
  static let words: [String: Words] = [
    "en": english,
    "es": Words(
      negations: [
        "no", "nunca", "jamas", "tampoco", "sin", "nadie", "ni", "ningun", "ninguno", "ninguna",
      ],
      barriers: ["y", "e", "pero", "sino"],
      apparent: [
        ["no", "solo"], ["no", "obstante"], ["sin", "duda"], ["sin", "demora"], ["sin", "falta"],
        ["nadie", "deberia"], ["nadie", "quiere"],
      ]),
    "de": Words(
      negations: [
        "nicht", "nie", "niemals", "kein", "keine", "keinen", "keinem", "keiner", "keines", "ohne",
        "niemand", "niemanden", "niemandem", "weder", "keinerlei",
      ],
      barriers: ["und", "aber", "sondern"],
      apparent: [
        ["nicht", "nur"], ["nicht", "zuletzt"], ["nicht", "spater"], ["nicht", "spaeter"],
        ["ohne", "zweifel"], ["kein", "problem"], ["niemand", "sollte"], ["niemand", "will"],
        ["niemand", "mochte"], ["niemand", "moechte"],
      ],
      trailing: ["nicht", "nie", "niemals"],
      openers: [
        "dass", "weil", "wenn", "falls", "ob", "da", "damit", "obwohl", "bis", "bevor", "sobald",
        "was", "wie", "wo", "warum", "fur", "fuer", "wegen", "uber", "ueber", "von", "mit", "bei",
        "oder", "doch", "denn", "jedoch", "sonst", "ist", "sind", "war", "waren", "hat", "haben",
        "hatte", "hatten", "haette", "haetten", "habe", "kam", "kamen", "kann", "konnen",
        "koennen", "konnte", "konnten", "koennte", "darf", "durfen", "duerfen", "durfte",
        "durften", "wird", "werden", "wurde", "wurden", "wuerde", "soll", "sollte", "sollten",
        "muss", "musste", "mussten", "geht", "ging", "gibt", "gab", "kommt", "weiss", "weiß",
      ],
      articles: [
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines",
        "ihre", "ihr", "ihren", "ihrem", "unsere", "unser", "noch",
      ],
      nobodies: ["niemand", "weder", "keiner"],
      releases: ["ich", "wir", "mehr", "als", "bis", "bevor"]),
    "fr": Words(
      negations: ["ne", "n", "pas", "jamais", "sans", "aucun", "aucune", "ni"],
      barriers: ["et", "mais"],
      apparent: [
        ["pas", "seulement"], ["sans", "doute"], ["sans", "delai"], ["sans", "faute"],
      ]),
    "it": Words(
      negations: ["non", "mai", "senza", "nessun", "nessuna", "nessuno"],
      barriers: ["e", "ed", "ma"],
      apparent: [["non", "solo"], ["senza", "dubbio"], ["senza", "indugio"]]),
    "pt": Words(
      negations: ["nao", "nunca", "jamais", "sem", "nem", "nenhum", "nenhuma", "ninguem"],
      barriers: ["e", "mas"],
      apparent: [["nao", "so"], ["sem", "duvida"], ["sem", "demora"]]),
    "nl": Words(
      negations: ["niet", "nooit", "geen", "zonder", "niemand", "noch"],
      barriers: ["en", "maar"],
      apparent: [
        ["niet", "alleen"], ["niet", "later"], ["geen", "probleem"], ["zonder", "twijfel"],
        ["niemand", "zou"], ["niemand", "wil"],
      ],
      trailing: ["niet", "nooit"],
      openers: [
        "dat", "omdat", "als", "of", "wat", "hoe", "toen", "zodat", "zodra", "voor", "over", "met",
        "van", "tot", "want", "toch", "anders", "is", "zijn", "was", "waren", "heeft", "hebben",
        "heb", "had", "hadden", "kan", "kunnen", "kon", "konden", "kwam", "kwamen", "mag", "mocht",
        "wordt", "worden", "werd", "werden", "zal", "zou", "zouden", "moet", "moest", "gaat",
        "ging",
      ],
      articles: ["de", "het", "een", "uw", "ons", "onze", "nog"],
      nobodies: ["niemand", "noch"],
      releases: ["ik", "wij", "we", "meer", "dan", "tot", "voordat"]),
    "sv": Words(
      negations: ["inte", "aldrig", "ingen", "inget", "inga", "utan"],
      barriers: ["och", "men"],
      apparent: [["inte", "bara"], ["inte", "senare"]],
      trailing: ["inte", "aldrig"],
      openers: [
        "att", "om", "nar", "eftersom", "som", "vad", "hur", "for", "med", "innan", "eller", "fast",
        "annars", "ar", "var", "har", "hade", "kan", "kunde", "kom", "kommer", "far", "fick",
        "blev", "blir", "ska", "skulle", "maste", "gar", "gick",
      ],
      articles: ["den", "det", "de", "en", "ett", "annu"]),
    "da": Words(
      negations: ["ikke", "aldrig", "ingen", "intet", "uden"],
      barriers: ["og", "men"],
      apparent: [["ikke", "bare"], ["ikke", "kun"], ["ikke", "senere"]],
      trailing: ["ikke", "aldrig"],
      openers: [
        "at", "om", "nar", "fordi", "som", "hvad", "hvordan", "for", "med", "inden", "eller", "dog",
        "ellers", "er", "var", "har", "havde", "kan", "kunne", "kom", "kommer", "ma", "matte",
        "blev", "bliver", "skal", "skulle", "gar", "gik",
      ],
      articles: ["den", "det", "de", "en", "et", "endnu"]),
    "no": norwegian,
    "nb": norwegian,
  ]

  private static let norwegian = Words(
    negations: ["ikke", "aldri", "ingen", "intet", "uten"],
    barriers: ["og", "men"],
    apparent: [["ikke", "bare"], ["ikke", "senere"]],
    trailing: ["ikke", "aldri"],
    openers: [
      "at", "om", "nar", "fordi", "som", "hva", "hvordan", "for", "med", "innen", "eller",
      "ellers", "er", "var", "har", "hadde", "kan", "kunne", "kom", "kommer", "ma", "matte",
      "ble", "blir", "skal", "skulle", "gar", "gikk",
    ],
    articles: ["den", "det", "de", "en", "et", "enna"])
}
