// SPDX-License-Identifier: GPL-3.0-or-later

@testable import DrillKit
import Testing

@Suite("Rubric: what cancels a match")
struct RubricCancellationTests {
  @Test(
    "a negation at most four words before cancels",
    arguments: [
      RubricCase("sorry", "I am not sorry."),
      RubricCase("sorry", "I'm not at all very sorry."),
      RubricCase("sorry", "Not one of us sorry."),
      RubricCase("sorry", "Not one of us was sorry.", "sorry"),
      RubricCase("refund", "We never give a refund."),
      RubricCase("refund", "We don't refund."),
      RubricCase("refund", "We dont refund."),
      RubricCase("refund", "We can't give you a refund"),
      RubricCase("refund", "We cannot refund that"),
      RubricCase("refund", "There is no refund"),
      RubricCase("receipt", "Come without a receipt"),
      RubricCase("refund", "It was not your fault, refund follows", "refund"),
      RubricCase("refund", "It did not work and we refund it", "refund"),
      RubricCase("refund", "It did not work but we refund it", "refund"),
      RubricCase("refund", "It did not work: we refund it", "refund"),
      RubricCase("refund", "It did not work (we refund it)", "refund"),
      RubricCase("refund", "It did not work – refund follows", "refund"),
      RubricCase("refund", "It does not. We refund it", "refund"),
      RubricCase("refund", "Nothing is wrong with a refund", "refund"),
      RubricCase("not share", "We do not share it", "not share"),
      RubricCase("never share", "We do not ever, we never share it", "never share"),
      RubricCase("sorry", "I am not only sorry", "sorry"),
      RubricCase("refund", "We will without delay refund it", "refund"),
      RubricCase("code", "No 5 code"),
      RubricCase("code", "No. 5 code", "code"),
      RubricCase("send + code", "Please do not send me the code"),
      RubricCase("send + code", "Send me no code"),
      RubricCase("send + code", "Send the code, not the card", "Send … code"),
      RubricCase("never + share", "Never ever share it", "Never … share"),
      RubricCase("send + code", "Never send it, send the code", "send … code"),
      RubricCase("disculpa", "No le pido disculpas.", in: "es"),
      RubricCase("reembolso", "No hay duda, pero reembolso sí", "reembolso", in: "es"),
      RubricCase("erstatten", "Wir können das nicht erstatten", in: "de"),
      RubricCase("erstatten", "Nicht heute, aber wir erstatten es", "erstatten", in: "de"),
      RubricCase("rembourser", "Nous n'allons pas rembourser", in: "fr"),
      RubricCase("told", "Nobody has told security yet."),
      RubricCase("sorry", "Security knows, and none of us is sorry."),
      RubricCase("told", "Neither the desk nor the lead was told."),
      RubricCase("informado", "Nadie ha informado a seguridad.", in: "es"),
      RubricCase("informiert", "Niemand hat die Sicherheit informiert", in: "de"),
      RubricCase("call", "Nobody wants this again, and I call you today", "call"),
      RubricCase("long day", "Nobody should end a long day so", "long day"),
      RubricCase("will call", "If nobody answers I will call you", "will call"),
      RubricCase("will call", "If neither works I will call you", "will call"),
      RubricCase("call you", "Nobody except Paulo will call you", "call you"),
      RubricCase("sorry", "Nobody is more sorry than I am", "sorry"),
      RubricCase("security", "Nobody enters until security has been here", "security"),
      RubricCase("call", "None of us will call you"),
      RubricCase("sorry", "We are hardly sorry"),
      RubricCase("apolog*", "I refuse to apologise"),
      RubricCase("told", "Nobody but the lead was told", "told"),
    ])
  func negations(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "in languages that deny behind the verb, a negation at the end of the clause cancels",
    arguments: [
      RubricCase("leid", "Leid tut uns das auch nicht.", in: "de"),
      RubricCase("entschuldig*", "Ich entschuldige mich nicht, Frau Albers.", in: "de"),
      RubricCase("heute", "Wir rufen Sie heute nicht an.", in: "de"),
      RubricCase("heute", "Sie haben heute nicht zu warten, wir rufen an.", in: "de"),
      RubricCase("leid", "Leid tut mir dass das nicht ging", "Leid", in: "de"),
      RubricCase(
        "entschuldigung", "Entschuldigung für die nicht gelieferte Ware.", "Entschuldigung",
        in: "de"),
      RubricCase("leid", "Leid tut mir die nicht gelieferte Ware", "Leid", in: "de"),
      RubricCase("heute", "Ich rufe heute an, nicht morgen.", "heute", in: "de"),
      RubricCase("paket", "Ihr Paket ist nicht angekommen.", "Paket", in: "de"),
      RubricCase("fehler", "Dieser Fehler hätte nicht passieren dürfen.", "Fehler", in: "de"),
      RubricCase("lieferung", "Ihre Lieferung kam gestern nicht.", "Lieferung", in: "de"),
      RubricCase("fehler", "Den Fehler haben Sie nicht gemacht.", "Fehler", in: "de"),
      RubricCase("paket", "Wo Ihr Paket ist weiß ich nicht.", "Paket", in: "de"),
      RubricCase(
        "code + schicken", "Schicken Sie mir den Code oder wollen Sie das nicht?",
        "Schicken … Code", in: "de"),
      RubricCase("leid", "Das tut mir leid doch ändern kann ich es nicht.", "leid", in: "de"),
      RubricCase("sicherheit", "Die Sicherheit ist leider noch nicht da", "Sicherheit", in: "de"),
      RubricCase("paketet", "Paketet har inte kommit", "Paketet", in: "sv"),
      RubricCase("heute", "Ich rufe heute nicht später als drei an", "heute", in: "de"),
      RubricCase("heute", "Ich rufe heute und nicht morgen an", "heute", in: "de"),
      RubricCase("leid", "Leid tut es mir. Nicht gut!", "Leid", in: "de"),
      RubricCase("spijt", "Het spijt ons niet.", in: "nl"),
      RubricCase("ringer", "Vi ringer dig inte tillbaka.", in: "sv"),
      RubricCase("ringer", "Vi ringer når det ikke haster", "ringer", in: "da"),
      RubricCase("beklager", "Vi beklager ikke.", in: "nb"),
      RubricCase("sorry", "Sorry I did not", "Sorry"),
    ])
  func trailing(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "an exception cancels what lies inside it",
    arguments: [
      RubricCase("sorry; not: sorry if", "Sorry if you feel so."),
      RubricCase("sorry; not: sorry if", "Sorry if so. I am sorry.", "sorry"),
      RubricCase("sorry; not: sorry if | sorry you feel", "I'm sorry you feel that way"),
      RubricCase("so sorry if it; not: sorry if", "so sorry if it hurt", "so sorry if it"),
      RubricCase("sorry; not: sorry + feel", "Sorry that you should feel so"),
      RubricCase("sorry; not: sorry + feel", "Sorry. How do you feel?", "Sorry"),
      RubricCase("send + code; not: send the discount code", "Send the discount code"),
      RubricCase("code; NOT: postal cod*", "Your postal codes and the code", "code"),
    ])
  func exceptions(_ example: RubricCase) throws { try example.expect() }

  @Test(
    "the longest match wins",
    arguments: [
      RubricCase("code | security code", "the security code", "security code"),
      RubricCase("security code | code", "the security code or a code", "security code", "code"),
      RubricCase("we will call | call you back", "we will call you back", "we will call"),
      RubricCase("code | security code", "never tell us your security code"),
      RubricCase("share | not share", "We do not share", "not share"),
      RubricCase("send | send + code", "send the code", "send … code"),
    ])
  func longest(_ example: RubricCase) throws { try example.expect() }

  @Test("says what negates, and where")
  func negatedBy() throws {
    let reply = "Désolé: we don’t give refunds."
    let line = try #require(try judge(["Line: refund"], reply).lines.first)
    #expect(!line.isHit)
    let cancelled = try #require(line.cancelled.first)
    #expect(cancelled.match.words == "refunds" && cancelled.match.phrase == "refund")
    #expect(cancelled.reason == .negated(by: "don’t", range: 11..<16))
    #expect(slice(reply, 11..<16) == "don’t")
  }

  @Test("says which exception cancels, and where")
  func exceptedBy() throws {
    let line = try #require(
      try judge(["Line: sorry; not: happy | sorry if"], "So sorry if so").lines.first)
    #expect(line.cancelled.map(\.reason) == [.exception(phrase: "sorry if", range: 3..<11)])
  }

  @Test("says which part of a joined phrase is negated")
  func joined() throws {
    let line = try #require(try judge(["Line: send + code"], "Send us no code").lines.first)
    let cancelled = try #require(line.cancelled.first)
    #expect(cancelled.match.ranges == [0..<4, 11..<15])
    #expect(cancelled.reason == .negated(by: "no", range: 8..<10))
  }
}
