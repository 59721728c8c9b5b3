// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Testing

@testable import Authoring

@Suite("Names in an incident record that was written in haste")
struct HastyNamesTests {
  private func names(_ text: String, roles: [String: String] = [:]) -> IncidentNames {
    var record = IncidentRecord()
    record.roles = roles
    record.happened = [text]
    return IncidentNames(record, vocabulary: ["Security", "pager"])
  }

  @Test(
    "a name that is written small as often as large is found in both forms",
    arguments: [
      ("Mika opened the mail\nmika told security about it", ["Mika", "mika"]),
      ("Mika calls the desk\nmika takes the key\nsaw mika there", ["Mika", "mika"]),
      (
        "Tobias lost his key card at the gym. Later tobias found it in his car.",
        ["Tobias", "tobias"]
      ),
      // Names in no list.
      ("Ngaire opened the mail\nngaire told security about it", ["Ngaire", "ngaire"]),
      ("Ngaire calls the desk\nngaire takes the key\nsaw ngaire there", ["Ngaire", "ngaire"]),
      ("Rutger lost his card. Later rutger found it.", ["Rutger", "rutger"]),
      ("Rutger was ill\nrutger was called", ["Rutger", "rutger"]),
      (
        "Rutger asks. It was rutger's list, and the rutger-account.",
        ["Rutger", "rutger", "rutger-account"]
      ),
      ("The desk asked Rutger.\nThe rutger account is locked", ["Rutger", "rutger"]),
      (
        "Quirin hat Dienst und ist da\nquirin nimmt den Schlüssel\nmit quirin",
        ["Quirin", "quirin"]
      ),
      (
        "Corentin a perdu la clé et le badge\ncorentin appelle la caisse\navec corentin",
        ["Corentin", "corentin"]
      ),
      // One use with a capital, one without; and a word that the record clearly has.
      ("Later rutger found it. Rutger left.", ["Rutger", "rutger"]),
      ("Dongle was lost\nthe dongle is back", []), ("Two dongles were lost. Dongle found it.", []),
    ] as [(String, [String])])
  func small(text: String, expected: [String]) {
    #expect(Set(found(text)) == Set(expected))
  }

  private func found(_ text: String) -> [String] {
    let names = names(text)
    return text.split(separator: "\n").flatMap { names.found(in: String($0)) }
  }

  @Test(
    "a name is found by what stands beside it, in no list and in English, German and French",
    arguments: [
      ("Message from April: the card was used", ["April"]),
      ("A call from June, who was ill", ["June"]),
      ("From April on it was late. End of June it was so.", []),
      ("Alex/Sam did nothing", ["Alex", "Sam"]),
      ("Ngaire/Rutger did nothing", ["Ngaire", "Rutger"]),
      ("Rutger / Ngaire did nothing", ["Rutger", "Ngaire"]),
      ("Jana, who was ill, rang the desk", ["Jana"]),
      ("Ngaire, who was ill, rang the desk", ["Ngaire"]),
      ("Ngaire, our guest, rang the desk", ["Ngaire"]),
      ("Grace, who was ill, rang the desk", ["Grace"]),
      ("Luckily, it rang. Asked, it rang. However, it rang.", []),
      ("王伟 called the desk", ["王伟"]), ("The desk told Иван and Ωμέγα", ["Иван", "Ωμέγα"]),
      ("It took 5 µs at 3 Ω", []),
      ("The Okafor account was locked. It was in Ghent.", ["Okafor"]),
      ("We got it through Ngaire and via Rutger", ["Ngaire", "Rutger"]),
      ("MIKA called the desk. IT and VPN were down.", ["MIKA"]),
      ("Told security: Grace opened it. Frank saw it.", ["Grace", "Frank"]),
      ("Hall said no. They told Cross. Police said no.", ["Hall", "Cross"]),
      ("Kraft rang, and it was Verwaltung who told Bescheid", ["Kraft", "Verwaltung", "Bescheid"]),
      (
        "Reception said so. They told Housekeeping. System thinks so. The hall is shut. Hall said.",
        []
      ),
      ("Ngaire + Rutger went to the gate", ["Ngaire", "Rutger"]),
      ("Ngaire -> security, then Rutger", ["Ngaire", "Rutger"]),
      ("Pinged Mika on chat", ["Mika"]),
      ("It was Ngaire's Desk. Then Rutger’s Manager rang.", ["Ngaire", "Rutger"]),
      ("On shift: Ngaire, Rutger", ["Ngaire", "Rutger"]), ("Who was it? Ngaire.", ["Ngaire"]),
      ("Ngaire off sick. Rutger at gate 3.", ["Ngaire", "Rutger"]), ("thx Ngaire!", ["Ngaire"]),
      ("Ngaire & Rutger in the hall", ["Ngaire", "Rutger"]), ("Ngaire (mobile off)", ["Ngaire"]),
      ("Ngaire didn't know. Rutger never rang.", ["Ngaire", "Rutger"]),
      ("Smoke in the kitchen. Queue at the desk. Unplug at once. Panic!", []),
      ("Duty Manager and Security Desk told the Front Office", []),
      ("Manager Okafor rang", ["Okafor"]),
      // German.
      ("Gespräch mit Lena, Tim und Ole am Telefon und das ist gut", ["Lena", "Tim", "Ole"]),
      ("Das Gespräch mit Quirin, Ngaire und Xaver ist nicht gut", ["Quirin", "Ngaire", "Xaver"]),
      ("Die Kollegin Ayşe sagt dem Gast Bescheid", ["Ayşe"]),
      ("Wolf startet den Router neu, und das ist gut", ["Wolf"]),
      ("Dann startet Wolf den Router neu, und das ist gut", ["Wolf"]),
      ("Der Anruf von Quirin ist gut und nicht zu laut", ["Quirin"]),
      ("Die Lena ist da, und das Netz ist nicht weg", ["Lena"]),
      (
        "Quirin: das ist nicht gut. Der Quirin ist da und hat Quirins Liste", ["Quirin", "Quirins"]
      ),
      ("Im Chat, Quirin: das ist nicht gut und zu laut", ["Quirin"]),
      ("Der Dongle ist da und nicht weg. Dongle hat Netz", []),
      ("Quirin, der krank war, ist da und ruft an", ["Quirin"]),
      ("Ursula von Berg ist da, und das ist gut", ["Ursula von Berg"]),
      ("Kassensystem startet neu. Feueralarm wurde nicht ausgelöst. Das ist gut.", []),
      ("Wichtig war das. Zweites Gerät ist da. Zweite Person ist nicht da.", []),
      ("Wolf/Quirin ruft an, und das ist nicht gut", ["Wolf", "Quirin"]),
      ("Router/Switch ist neu und das Netz ist da", []),
      // French.
      ("Appel de Corentin à la caisse et au gardien", ["Corentin"]),
      (
        "Discussion avec Corentin, Bastien et Gwenaëlle sur le vol",
        ["Corentin", "Bastien", "Gwenaëlle"]
      ),
      ("Corentin, qui est malade, appelle la caisse", ["Corentin"]),
      ("Le sac de Corentin est dans la gare et pas au bureau", ["Corentin"]),
      ("Panne totale, la caisse est fermée et le réseau est lent", []),
    ] as [(String, [String])])
  func forms(text: String, expected: [String]) {
    #expect(Set(names(text).found(in: text)) == Set(expected))
  }

  @Test(
    "in a record written small throughout, names are found by what they do and who tells them",
    arguments: [
      ("mika calls the desk, saw mika there", ["mika"]),
      ("ngaire clicked the link. we told rutger", ["ngaire", "rutger"]),
      ("ngaire: dont click. it was ngaire's mailbox", ["ngaire"]),
      ("frank took the laptop, grace told the desk", ["frank"]),
      ("asked rutger about it, rutger-laptop is locked", ["rutger", "rutger-laptop"]),
      ("mr okafor rang the desk. the code of dr ngaire", ["okafor", "ngaire"]),
      ("hi ngaire, it rang. rutger, it rang. when will xaver ring", ["ngaire", "rutger"]),
      ("then ngaire will ring. told grace. by frank", ["ngaire", "grace"]),
      ("the list goes to ngaire okafor. our manager rutger", ["ngaire", "okafor", "rutger"]),
      ("ayşe ruft an und das ist nicht gut", ["ayşe"]),
      ("quirin ruft an und das ist nicht gut", ["quirin"]),
      ("corentin appelle la caisse et le gardien", ["corentin"]),
      ("router restarts. the desk will call back. we asked everyone again", []),
      ("helpdesk calls back, password reset, told security about the mail", []),
      ("er ruft dann an, niemand hat zeit, und das ist nicht gut", []),
    ] as [(String, [String])])
  func chat(text: String, expected: [String]) {
    #expect(Set(found(text.replacing(". ", with: ".\n"))) == Set(expected))
  }

  @Test(
    "a role stands for its name also where that is written small, and before a hyphen",
    arguments: [
      (
        "Tobias (receptionist) rang. Then tobias takes the key; it was tobias's bag.",
        "The receptionist rang. Then the receptionist takes the key; it was the receptionist's bag."
      ),
      (
        "Tobias (receptionist) rang\nsaw tobias there, tobias-account is locked",
        "The receptionist rang\nsaw the receptionist there, the receptionist's account is locked"
      ),
      (
        "Rutger (receptionist) rang\nrutger takes the rutger account",
        "The receptionist rang\nthe receptionist takes the receptionist account"
      ),
      (
        "Receptionist Tobias rang. Tobias (receptionist) left.",
        "Receptionist rang. The receptionist left."
      ),
      ("Jean (clerk) rang. Jean-Luc rang.", "The clerk rang. Jean-Luc rang."),
      ("mika (receptionist) rang. we told mika", "The receptionist rang. we told the receptionist"),
      (
        "Tobias (Aushilfe) ist da. Dann bat Tobias den Gast und das Tobias-Konto ist zu.",
        "Aushilfe ist da. Dann bat Aushilfe den Gast und das Aushilfe-Konto ist zu."
      ),
      (
        "Tobias (Aushilfe) ist da und nicht weg. Ein Anruf von Tobias.",
        "Aushilfe ist da und nicht weg. Ein Anruf von Aushilfe."
      ),
    ])
  func roles(text: String, told: String) {
    #expect(names(text).withRoles(text) == told)
  }

  @Test(
    "in a heading a name on good evidence is somebody, and what may be one stays, as ordinary words do",
    arguments: [
      ("Mika opened the mail\nmika told security about it", "Somebody told security about it"),
      // Nobody knows whether it is one.
      ("Ngaire opened it\nsaw ngaire there\nngaire rang", "Ngaire rang"),
      ("It rang\nNgaire told security", "Somebody told security"),
      ("It rang\nThe desk told Ngaire of it", "The desk told somebody of it"),
      ("It rang\nOkta failed", "Okta failed"), ("It rang\nRestarted Okta", "Restarted Okta"),
      ("It rang\ntobias-account was locked", "Somebody's account was locked"),
      (
        "Das ist da\nDie Kollegin Ayşe sagt dem Gast Bescheid",
        "Die Kollegin sagt dem Gast Bescheid"
      ),
      ("Das ist da\nWolf startet den Router neu", "Wolf startet den Router neu"),
      ("Das ist da\nDann startet Tobias den Router neu", "Dann startet somebody den Router neu"),
      ("Das ist da\nDann gab Tobias Bescheid", "Dann gab somebody Bescheid"),
      ("Das ist da\nAnruf von Tobias", "Anruf von somebody"),
      ("La caisse est là\nAppel de Tobias", "Appel de somebody"),
      ("It rang\nIt was Kevins list", "It was somebody's list"),
      ("Das ist da\nDer Kevin hat Kevins Liste", "Somebody hat somebody's Liste"),
      ("It rang\nThe Mika account is shut", "Somebody account is shut"),
      ("La caisse est là\nVol probable à la gare", "Vol probable à la gare"),
    ])
  func headings(text: String, heading: String) {
    let last = text.split(separator: "\n").last.map(String.init) ?? ""
    #expect(names(text).forHeading(last) == heading)
  }

  @Test(
    "in a title whoever may be named elsewhere is somebody, and words with capitals may be any",
    arguments: [
      ("Ngaire rang. It was ngaire.", "A Day At Ngaire's Desk", "A Day At somebody's Desk"),
      ("It rang.", "Kevins lost key", "Somebody's lost key"),
      ("It rang.", "Okta Down On Monday", "Okta Down On Monday"),
      ("It rang.", "J. Okafor and the list", "Somebody and the list"),
    ])
  func titles(text: String, title: String, expected: String) {
    #expect(names(text).forHeading(title, isTitle: true) == expected)
  }

  @Test("no name in a list is a word of a language")
  func lists() {
    for word in OrdinaryWords.all where FirstNames.hold(word) {
      Issue.record("\(word) is in both lists")
    }
    for word in OrdinaryWords.alsoNames where FirstNames.hold(word) {
      Issue.record("\(word) is in both lists")
    }
  }
}
