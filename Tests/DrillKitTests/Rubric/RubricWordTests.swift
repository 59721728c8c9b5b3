// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Rubric: words")
struct RubricWordTests {
  @Test(
    "words are whole, stemmed and without case or accents",
    arguments: [
      RubricCase("refund", "You will be REFUNDED today.", "REFUNDED"),
      RubricCase("refund", "Refunds take three days.", "Refunds"),
      RubricCase("form", "We will inform you."),
      RubricCase("policy", "The police came."),
      RubricCase("apologise", "I apologize for that.", "apologize"),
      RubricCase("apologize", "We apologised.", "apologised"),
      RubricCase("honor", "We honour that price.", "honour"),
      RubricCase("cafe", "The Café is shut.", "Café"),
      RubricCase("résumé", "Send a resume", "resume"),
      RubricCase("cafe", "the cafe\u{301} is shut", "cafe\u{301}"),
      RubricCase("finance", "the ﬁnance desk", "ﬁnance"),
      RubricCase("send", "please ｓｅｎｄ it", "ｓｅｎｄ"),
      RubricCase("password", "your pass\u{200B}word please", "pass\u{200B}word"),
      RubricCase("email", "I sent an e-mail.", "e-mail"),
      RubricCase("follow up", "I will follow-up at noon.", "follow-up"),
      RubricCase("payment link", "use the payment\tlink", "payment\tlink"),
      RubricCase("payment link", "use the payment page link"),
    ])
  func words(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "a star stands for any ending",
    arguments: [
      RubricCase("apolog*", "My apologies.", "apologies"),
      RubricCase("apolog*", "Apology accepted", "Apology"),
      RubricCase("apolog*", "apolo"),
      RubricCase("unaccept* delay", "an unacceptable delay", "unacceptable delay"),
      RubricCase("café*", "two CAFETIERES", "CAFETIERES"),
      RubricCase("refund", "a *refund* it is", "refund"),
    ])
  func stars(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "apostrophes and contractions are made equal",
    arguments: [
      RubricCase("we will", "we’ll call", "we’ll"),
      RubricCase("we will", "we'll call", "we'll"),
      RubricCase("we'll", "We will call", "We will"),
      RubricCase("do not share", "Please don't share it", "don't share"),
      RubricCase("don't share", "do not share it", "do not share"),
      RubricCase("dont share", "we donʼt share it", "donʼt share"),
      RubricCase("can not", "We cannot do that", "cannot"),
      RubricCase("cannot", "we can't do that", "can't"),
      RubricCase("can't", "we can not do that", "can not"),
      RubricCase("cannot", "we cant do that", "cant"),
      RubricCase("will not", "That won't happen", "won't"),
      RubricCase("would not have", "I wouldn't've done it", "wouldn't've"),
      RubricCase("I am sorry", "I’m so, I'm sorry", "I'm sorry"),
      RubricCase("it is fixed", "It's fixed", "It's fixed"),
      RubricCase("customer data", "the customer's data", "customer's data"),
      RubricCase("let us", "Let's begin", "Let's"),
      RubricCase("o'clock", "at nine o’clock", "o’clock"),
      RubricCase("incident", "Il y a eu l'incident hier", "incident", in: "fr"),
      RubricCase("aujourd'hui", "Je rappelle aujourd’hui.", "aujourd’hui", in: "fr"),
    ])
  func contractions(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "words in other languages",
    arguments: [
      RubricCase("disculpa", "Le pido disculpas.", "disculpas", in: "es"),
      RubricCase("información", "Sin coste: informacion completa", "informacion", in: "es"),
      RubricCase("garantía", "dos garantias", "garantias", in: "es"),
      RubricCase("reembolsar", "Le reembolsaremos mañana", "reembolsaremos", in: "es"),
      RubricCase("contraseña", "NO: CONTRASEN\u{303}AS aquí", "CONTRASEN\u{303}AS", in: "es"),
      RubricCase("entschuldigung", "Entschuldigungen nehmen wir an", "Entschuldigungen", in: "de"),
      RubricCase("prüfen", "Wir pruefen das", "pruefen", in: "de"),
      RubricCase("pruefen", "Wir PRÜFEN das", "PRÜFEN", in: "de"),
      RubricCase("strasse", "Die Straße ist frei", "Straße", in: "de-AT"),
      RubricCase("rembourser", "Vous serez remboursés", "remboursés", in: "fr"),
      RubricCase("προβλημα", "ΠΡΌΒΛΗΜΑ", "ΠΡΌΒΛΗΜΑ", in: "el"),
      RubricCase("退款", "我们会退款给您", "退款", in: "zh"),
      RubricCase("refund", "the refunds", in: "xx"),
      RubricCase("refund", "the refund", "refund", in: "xx"),
    ])
  func languages(_ example: RubricCase) throws { try example.expect() }

  @Test("knows which languages it can stem")
  func stems() {
    for tag in ["en", "en-GB", "es", "de", "fr", "nb"] { #expect(Rubric.stems(language: tag)) }
    for tag in ["xx", "", "porter", "zh"] { #expect(!Rubric.stems(language: tag)) }
  }
}
