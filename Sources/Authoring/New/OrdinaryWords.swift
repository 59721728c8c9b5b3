// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that begin many a line of a record, and are nobody's name.
enum OrdinaryWords {
  /// Whether a word, in small letters, is one.
  static func hold(_ word: String) -> Bool {
    small.contains(word) || things.contains(word) || lands.contains(word)
  }

  /// Whether a word, in small letters, is a small one or a day's or a month's name.
  static func isSmall(_ word: String) -> Bool { small.contains(word) }

  /// Names that are words of English too.
  static let alsoNames: Set<String> = [
    "will", "mark", "rose", "grace", "joy", "bill", "jack", "dawn", "faith", "hope", "frank",
    "grant", "ray", "rich", "drew", "dean", "art", "pat", "sue", "bob", "gene", "guy", "iris",
    "lily", "ivy", "violet", "olive", "amber", "ruby", "pearl", "summer", "chase", "miles", "max",
    "victor", "penny", "robin", "sky", "rob", "don", "jean", "patience", "harmony", "sage",
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }

  private static let small = words(
    "some every two three four five six seven eight nine ten another everything something nothing "
      + "each many both neither either later first second third last next as if while since until "
      + "because here how why where whoever whatever these those its my your you not also again "
      + "still yet so or once between within about around with without for by of up down out off "
      + "over under more most less few other others afterwards meanwhile today tomorrow yesterday "
      + "anyone anything any please yes never nor none us me him them is was were are has had have "
      + "do does did can could would should must shall will may might be been being during despite "
      + "although though however instead maybe perhaps even ever immediately finally eventually "
      + "suddenly luckily unfortunately apparently currently now new old same such half several "
      + "monday tuesday wednesday thursday friday saturday sunday no-one noon midnight morning "
      + "afternoon evening night week weekend day month year "
      // German
      + "neue neuer neues neuen der die das den dem ein eine einer kein keine wir ich er sie es ihr "
      + "man niemand jemand alle "
      + "alles nichts etwas danach dann dort hier heute gestern morgen später zuerst erst zuletzt "
      + "als wenn weil während ob nach vor seit bis bei mit ohne für durch gegen um an auf aus in "
      + "im am von vom zum zur zu und oder aber auch nur noch schon sehr mehr viele einige mehrere "
      + "zwei drei vier fünf beide jeder jede jedes dieser diese dieses was wer wie wo warum welche "
      + "unser unsere ihre sein seine kurz sofort leider montag dienstag mittwoch donnerstag freitag "
      + "samstag sonntag januar februar märz mai juni juli oktober dezember "
      // French
      + "le la les un une des du au aux ce cette ces il elle ils elles on nous vous je tu et ou mais "
      + "donc puis ensuite après avant pendant depuis quand lorsque comme si que qui quoi où pourquoi "
      + "personne rien tout tous toute toutes chaque plusieurs certains deux trois quatre cinq à de "
      + "en dans sur sous avec sans pour par chez vers entre notre nos leur leurs son sa ses aucun "
      + "aucune hier demain aujourd'hui enfin alors aussi très plus moins premier première lundi "
      + "mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août "
      + "septembre octobre novembre décembre")

  private static let things = words(
    "access account address alarm alert answer app application archive area article attack attempt "
      + "audit backup badge bag bank bill board booking box branch briefing browser bug building bus "
      + "business button cable call camera card case cash cause chain change channel charge chat "
      + "check checklist claim client clock code colleague comment communication company complaint "
      + "computer conclusion confirmation connection contact contract copy correction cost counter "
      + "credential crowd data database date deadline decision delay delivery detail device disk "
      + "document door draft drill drive duty effect electricity elevator entry envelope error event "
      + "evidence example exit export fact failure feedback file finding fire firewall flight floor "
      + "folder form front gate goal group guard guide hardware heating help helpdesk hospital hotel "
      + "house idea identity impact import incident information infrastructure internet interview "
      + "invoice issue item job key keyboard kitchen label laptop law leak letter lift light line link "
      + "list lock log login loss machine mail mailbox maintenance malware map material meeting "
      + "message mistake mobile money monitor monitoring museum name network news note notice "
      + "notification number office online operation order outage owner page paper parcel part "
      + "password patch payment people permission phone photo picture place plan platform point "
      + "police policy power press printer privacy problem procedure process product program project "
      + "public purchase query question queue reason receipt reception record recovery refund report "
      + "reply request response rest restart result review risk role room root route router rule "
      + "safe safety sale scanner schedule screen script search seat security server service session "
      + "shelf shift shop sign signal site situation smoke software source staff stage start state "
      + "statement station status step stick stock store storage summary supply support switch "
      + "system table task team telephone terminal test text ticket time title tool traffic train "
      + "training transfer truck update upload user van vehicle version video voicemail wallet "
      + "warehouse warning water way web website window word work workaround zone excel outlook teams "
      + "whatsapp word windows linux google microsoft apple amazon slack zoom signal telegram "
      + "facebook instagram github iphone android bluetooth action trigger detection containment "
      + "mitigation severity priority owner cards internal external guest guests visitor visitors "
      // German
      + "kasse terminal netz netzwerk besucher besucherin kunde kundin gast mitarbeiter mitarbeiterin "
      + "leitung team foto bild liste mail nachricht anruf telefon handy rechner server drucker "
      + "router strom ausfall fehler problem ursache ergebnis hinweis anmerkung frage antwort zettel "
      + "name karte nummer polizei feuerwehr sicherheit empfang laden shop bank behörde daten zugang "
      + "passwort konto system chat gruppe tür schlüssel laptop paket uhr tag stunde minute minuten "
      + "niemand schicht dienst sperre meldung beschwerde entschuldigung zahlung wasser licht aufzug "
      // French
      + "caisse réseau visiteur visiteuse client cliente équipe photo liste message appel téléphone "
      + "ordinateur serveur imprimante panne erreur problème cause résultat remarque question réponse "
      + "carte numéro nom police sécurité accueil boutique banque données accès compte système groupe "
      + "porte clé colis direction")

  private static let lands = words(
    "germany german germans france french belgium belgian netherlands dutch austria switzerland swiss "
      + "italy italian spain spanish portugal poland polish denmark sweden norway finland ireland irish "
      + "england english britain british scotland wales europe european america american china chinese "
      + "india japan luxembourg greece london paris berlin brussels amsterdam internet christmas "
      + "easter deutschland frankreich österreich schweiz belgien niederlande allemagne belgique "
      + "suisse espagne italie gdpr")
}
