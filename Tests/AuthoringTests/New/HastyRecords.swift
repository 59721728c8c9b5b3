// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Incident records as they are written in haste, and the names in them.
enum HastyRecords {
  /// A record, and the words in it that are names; roles stand for those of the second list.
  struct Record: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let names: [String]
    var withRoles: [String] = []
    let text: String
  }

  static let all = [mixed, till, mail, laptop, chat]

  static let mixed = Record(
    testDescription: "English, small and large",
    names: ["tobias", "mika", "alex", "april", "jana", "王伟"],
    text: """
      # Lost key card

      What happened: Tobias lost his key card at the gym. Later tobias found it in his car.

      ## Timeline
      - 08:10 Mika opened the mail from a client.
      - 08:20 mika told security about it.
      - 08:40 Alex did nothing.
      - 09:10 Message from April: the card was used at gate 3.
      - 09:20 Jana, who was ill, rang the desk.
      - 09:30 tobias takes the key from the desk.
      - 09:40 tobias-account was locked.
      - 10:00 王伟 called the desk.

      ## Data
      - names of 3 visitors

      ## Lessons
      - Tell the desk at once. Mika should have called.
      """)

  static let till = Record(
    testDescription: "German, a till",
    names: [
      "jördis", "ole", "tim", "lena", "ayşe", "brandl", "wolf", "hanno", "kubitschek", "thalbach",
    ], withRoles: ["Tobias"],
    text: """
      # Kassenausfall im Museum am Samstag

      ## Was passiert ist

      Am Samstag, 14. November 2026, ist die Kasse 2 im Foyer ausgefallen. Jördis war allein an der Kasse, weil Ole krank war. Rund 40 Besucher standen in der Schlange.

      ## Ablauf

      - 10:05 Kasse 2 startet nicht mehr, Bildschirm bleibt schwarz
      - 10:10 Jördis ruft die Haustechnik an, niemand nimmt ab
      - 10:15 Tim und Lena helfen am Eingang aus
      - 10:18 Tobias (Aushilfe) sucht den Notfallblock
      - 10:20 Kollegin Ayşe sagt dem Gast Bescheid, dass nur Barzahlung geht
      - 10:25 Frau Brandl beschwert sich, sie will ihr Geld zurück
      - 10:30 Wolf startet den Router neu, ohne Erfolg
      - 10:40 Gespräch mit Lena, Tim und Ole am Telefon
      - 10:45 jördis schreibt in die Gruppe: Kassen zu!
      - 10:50 Leitung informiert (Dr. Hanno Kubitschek)
      - 11:00 Hr. Thalbach vom Kassenanbieter schaltet sich auf
      - 11:10 Kasse läuft wieder, Notfallblock eingeräumt
      - 11:30 Wir sagen den Besuchern am Eingang, dass es uns leid tut
      - 11:40 Tobias-Konto gesperrt, weil das Passwort auf einem Zettel an der Kasse klebte

      ## Daten

      - Namen und Kartennummern von 12 Besuchern auf dem Notfallblock

      ## Was wir getan haben

      - Notfallblock in den Tresor gelegt (Ole)
      - Kasse getauscht

      ## Gelernt

      - Nummer der Haustechnik gehört an die Kasse. Jördis kannte sie nicht.
      - Zweite Person an der Kasse
      """)

  static let mail = Record(
    testDescription: "English, a mail to the wrong client",
    names: [
      "siobhán", "deepak", "bill", "nwosu", "grace", "rutger", "april", "zbigniew", "marta",
      "ngaire",
      "okafor", "barrera", "xochitl",
    ], withRoles: ["Thandiwe"],
    text: """
      # Mail to the wrong client

      Prepared by Xochitl Barrera, 12 Nov 2026

      ## Summary

      On 11 November 2026 the quarterly report went to a wrong client. It was Siobhán who sent it, from Deepak's draft. 3 attachments, one with salaries of 27 employees.

      ## Timeline

      | Time | What | Who |
      |---|---|---|
      | 9:05 | Report finished | Deepak |
      | 9:20 | Sent to wrong client, autocomplete picked the Okafor account | Siobhán |
      | 9:24 | Siobhán noticed it, tried to recall the mail | |
      | 9:40 | siobhán asked Bill what to do. Bill: wait and see | |
      | 10:15 | Client calls: "we got salaries of somebody else" — Ms Nwosu | reception |
      | 10:20 | Reception puts her through to Grace | |
      | 10:30 | Grace tells the privacy team. She also told Rutger | |
      | 11:00 | Message from April: client deleted the mail | |
      | 11:30 | Zbigniew/Marta did nothing about the backup copy | |
      | 12:00 | IT locked deepak-laptop | |
      | 13:00 | Statement sent by the account lead (Thandiwe) | |
      | 15:00 | Ngaire, who was on leave, approved the notice to the authority | |

      ## Data

      Names and salaries of 27 employees, unencrypted.

      ## What we said to the client

      Dear Ms Nwosu, we are sorry. Please delete the mail. Kind regards, Rutger

      ## What was done

      - Siobhán got a briefing from Rutger

      ## Lessons

      - Say it at once. Bill should have called privacy.
      - Two people check before a report goes out, e.g. Deepak and Siobhán
      """)

  static let laptop = Record(
    testDescription: "French, a lost laptop",
    names: ["maëlle", "corentin", "yann", "gwenaëlle", "bastien", "ludovic"], withRoles: ["Goff"],
    text: """
      # Ordinateur portable perdu dans le train

      ## Ce qui s'est passé

      Le mardi 10 novembre 2026, Maëlle a oublié son ordinateur portable dans le train. Le disque n'était pas chiffré. Fichier de 150 clients dessus.

      ## Chronologie

      - 18h05 Maëlle quitte le bureau avec le portable de Corentin
      - 18h40 Descente à la gare, le sac reste dans le train
      - 19h10 maëlle appelle Corentin, pas de réponse
      - 19h20 Appel de Corentin : il faut prévenir la sécurité
      - 19h30 Corentin prévient la sécurité par téléphone
      - 20h00 Contrôleur contacté par Yann-Loïc, objet non trouvé
      - 20h15 Discussion avec Gwenaëlle, Bastien et Ludovic
      - 21h00 Mme Le Goff (directrice) demande à maëlle de venir
      - 9h00 Un client se plaint, Bastien lui répond que tout va bien
      - 9h30 Compte de maëlle bloqué par l'informatique
      - 10h00 Autorité informée

      ## Données

      - noms et adresses de 150 clients

      ## Mesures

      - Gwenaëlle a changé les mots de passe

      ## Leçons

      - Prévenir tout de suite. Corentin aurait dû appeler.
      """)

  static let chat = Record(
    testDescription: "English, small throughout",
    names: ["zsofia", "tunde", "mika", "ngaire", "frank", "priyanka", "rutger"],
    text: """
      # phishing on thursday

      ## what happened

      thursday 12 nov 2026. zsofia got a mail from "hr" about bonus, clicked the link and typed her password. then tunde got the same mail from zsofia's mailbox.

      ## timeline

      - 8:55 mail arrives, subject "your bonus"
      - 9:02 zsofia clicked the link
      - 9:05 zsofia asked mika if its real. mika said no idea
      - 9:10 tunde called the helpdesk, nobody there
      - 9:15 told ngaire about it, ngaire: dont click!
      - 9:20 frank took the laptop off the network
      - 9:30 helpdesk calls back, password reset
      - 9:40 200 mails went out from zsofias account
      - 9:50 security told (mika)
      - 10:15 a client rings: is that mail from you? priyanka says sorry to him
      - 10:30 saw tunde at the desk, he clicked too
      - 11:00 all passwords changed by rutger

      ## data

      mailbox with names of 60 clients

      ## what we did

      - zsofia-account locked
      - mail to all staff

      ## lessons

      - tell the helpdesk at once. zsofia should have called
      - phone list needs a second number
      """)

  /// Records without any name, in English, German and French.
  static let nameless = [alarm, fire, booking]

  private static let alarm = """
    # Fire alarm in the north building

    ## What happened

    On Tuesday 3 November 2026 the fire alarm went off in the canteen. Steam from a dishwasher set it off, but nobody knew that for twenty minutes. About 180 people left the building.

    ## Timeline

    - 11:42 Dishwasher steam reaches the detector above the serving hatch.
    - 11:43 Alarm sounds on all floors. Reception panel shows zone 4.
    - 11:45 Receptionist looks for the evacuation list; the printer is out of paper.
    - 11:47 Wardens clear floors two and three. Floor one was missed.
    - 11:50 Duty Manager tells the Facilities Team by radio, channel 2 was busy.
    - 11:55 Visitors gather at the wrong assembly point, Car Park B.
    - 12:01 Fire Brigade arrives; nobody meets them at the gate.
    - 12:08 Caretaker finds the dishwasher door open.
    - 12:10 Brigade commander says the building is safe.
    - 12:15 A visitor complains that she stood in the rain. The receptionist told her that we are sorry.
    - 12:30 Security desk informed, too late.
    - 12:40 Canteen reopens, lunch is cold.

    ## Data

    - none

    ## What was done

    - Detector moved away from the hatch
    - Printer paper kept at reception

    ## Lessons

    - Wardens need a list of floors.
    - Somebody meets the brigade at the gate.
    - Radios are tested on Mondays.
    """

  private static let fire = """
    # Brandalarm im Hotel, keine Namen

    ## Was passiert ist

    Am Sonntag, 8. November 2026, löste im dritten Stock der Brandalarm aus. Ursache war Haarspray im Bad. Niemand wurde verletzt, aber die Räumung dauerte 25 Minuten.

    ## Zeitverlauf

    - 21:05 Brandmelder im dritten Stock löst aus, Sirene im ganzen Haus
    - 21:07 Nachtportier sucht den Schlüssel zur Brandmeldezentrale
    - 21:10 Gäste stehen im Flur, einige fahren mit dem Aufzug
    - 21:12 Rezeption ruft die Feuerwehr, obwohl die Meldung schon automatisch ging
    - 21:18 Feuerwehr trifft ein, Hydrant zugeparkt
    - 21:25 Einsatzleiter fragt nach dem Feuerwehrplan, Ordner fehlt
    - 21:30 Entwarnung, Gäste dürfen zurück
    - 21:40 Gast beschwert sich an der Rezeption, wir sagen ihm, dass es uns leid tut
    - 22:00 Direktion informiert, zu spät
    - 22:30 Lüftung wieder an, Sirene zurückgesetzt

    ## Daten

    - keine

    ## Maßnahmen

    - Feuerwehrplan erneuert
    - Ersatzschlüssel hinterlegt

    ## Gelernt

    - Aufzüge müssen bei Alarm stehen bleiben
    - Feuerwehrplan jeden Monat prüfen
    - Schilder im Flur aufhängen
    """

  private static let booking = """
    # Panne du site de réservation

    ## Résumé

    Le vendredi 13 novembre 2026, le site de réservation était en panne pendant trois heures. Impossible de réserver ni d'annuler. Environ 200 clients touchés.

    ## Chronologie

    - 8h50 Mise à jour du serveur lancée par le prestataire
    - 9h05 Site inaccessible, page blanche
    - 9h10 Standard débordé, clients en colère
    - 9h20 Responsable informatique prévenu par téléphone
    - 9h40 Prestataire injoignable, messagerie pleine
    - 10h15 Retour arrière impossible, sauvegarde vide
    - 10h40 La direction demande un point toutes les heures
    - 11h00 Bandeau d'information publié sur le site
    - 11h30 Une cliente se plaint au comptoir, on lui dit que nous sommes désolés
    - 12h05 Site rétabli, réservations rejouées à la main
    - 14h00 Doublons trouvés, chambres vendues deux fois

    ## Données

    - aucune

    ## Mesures

    - Sauvegarde testée chaque semaine
    - Numéro d'astreinte affiché au standard

    ## Leçons

    - Tester la sauvegarde avant la mise à jour
    - Prévenir le standard d'abord
    """
}
