// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of German.
extension OrdinaryWords {
  /// Small words of German, and others that stand for no thing.
  static let germanSmall = words(
    """
    zweite zweiter zweites dritte dritter drittes vierte
    neue neuer neues neuen der die das den dem ein eine einer kein keine wir ich er sie
    es ihr man niemand jemand alle alles nichts etwas danach dann dort hier heute gestern
    morgen später zuerst erst zuletzt als wenn weil während ob nach vor seit bis bei mit
    ohne für durch gegen um an auf aus in im am von vom zum zur zu und oder aber auch nur
    noch schon sehr mehr viele einige mehrere zwei drei vier fünf beide jeder jede jedes
    dieser diese dieses wer wie wo warum welche unser unsere ihre sein seine kurz sofort
    leider montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
    märz mai juni juli oktober dezember aktuell allein allerdings allgemein andere
    anderen anderer anfangs angeblich anschließend außen außer außerdem außerhalb bald
    bar bereits besetzt besonders besser bestimmt bisher bitte blau böse breit bunt da
    dabei dadurch dafür dagegen daher dahin damals damit daneben daran darauf daraufhin
    daraus darin darüber darum darunter dass davon davor dazu dazwischen deren deshalb
    dessen deswegen dicht dick direkt doch doppelt dran draußen dringend drinnen drüben
    dunkel dünn echt ehrlich eigen eigentlich eilig eindeutig einfach einig einmal einst
    einverstanden einzeln eng endlich entsprechend entweder erneut ernst erstmals etlich
    etwa eventuell falsch fehlerhaft fern fertig fest feucht folgend folglich fort frei
    freiwillig fremd freundlich früh früher froh ganz gar geehrte geehrter gefährlich
    gegenüber geheim gelb gemeinsam genau genug gerade gern gesamt geschlossen gesperrt
    gesund getrennt gewiss gewöhnlich gleich gleichzeitig glücklich groß grün gut guten
    hallo halb hart hastig häufig heiß hell her herum herzlich heutzutage hin hinten
    hinter hoch hoffentlich höflich immer immerhin indem infolge innen innerhalb
    insgesamt intern inzwischen irgendwann irgendwie irgendwo ja je jedenfalls jedoch
    jemals jener jetzt jung kalt kaputt kaum klar klein knapp komisch komplett konkret
    korrekt krank kritisch künftig kürzlich lang lange langsam laut lautlos ledig leer
    leicht leise letzte letzter letztes letztlich lieber liebe links locker lustig mal
    manche manchmal mangelhaft meist meistens menschlich mehrfach mehrmals mitten mittags
    mittlerweile möglich möglichst morgens müde mündlich nachdem nachher nachmittags
    nachträglich nachts nah nahe nämlich natürlich neben nebenan nein nett neu nie
    niemals nirgends nochmal nochmals normal normalerweise nötig nun oben offen offenbar
    offiziell oft ohnehin öfter öffentlich paar parallel persönlich plötzlich privat
    pünktlich quasi rasch rechts rechtzeitig regelmäßig reichlich relativ richtig rot
    ruhig rund sauber schade scharf scheinbar schlecht schlicht schließlich schlimm
    schnell schön schriftlich schwach schwarz schwer selbst selten seltsam seither
    seitdem selbstverständlich sicher sicherheitshalber sichtbar sobald sodass sogar
    solange solch sonst soweit sowie sowieso sowohl spät spätestens ständig stark
    stattdessen statt stets stolz streng stumm süß tatsächlich teilweise telefonisch
    teuer tief tot trotz trotzdem trocken typisch überall überhaupt übrig übrigens
    umgehend unbedingt unbekannt unbemerkt ungefähr ungewöhnlich unklar unten unter
    unterdessen unterwegs unzufrieden verboten vergeblich vermutlich verschieden
    verspätet vielleicht vielen vielmehr völlig voll vorab voraussichtlich vorbei vorerst
    vorher vorhin vorläufig vormittags vorn vorsichtig wach wahr wahrscheinlich wann warm
    wegen weich weit weiter weitere weiterer weiteres weiterhin weiß wenig wenige weniger
    werktags weshalb wichtig wieder wiederum wild wirklich wofür woher wohin wohl womit
    worüber wozu wütend zahlreich zeitgleich zeitnah zeitweise ziemlich zudem zufällig
    zufrieden zugleich zumindest zunächst zurück zusammen zusätzlich zuständig zuvor zwar
    zwecks zwischen zwischendurch zwischenzeitlich elf zwölf habe haben hat hatte hatten
    bin bist ist sind war waren wird werden wurde wurden kann können konnte konnten muss
    müssen musste mussten soll sollen sollte sollten darf dürfen durfte wollen wollte mag
    mögen möchte gibt gab geht ging kommt kam macht machte sagt sagte sagen prüfen melden
    rufen bitten warten sperren informieren testen
    ihrem ihren ihrer ihres ihnen meine meiner meinem meinen mein deine deiner deinen
    dein unserer unserem unseren seiner seinem seinen sich mich dich uns euch euer eure
    dieselbe derselbe dasselbe hast habt hm nix niemandem jemandem jemanden derzeit
    tagsüber hause heim verspricht behalten verbergen nachsehen sehen gehen kommen nehmen
    geben lassen fragen antworten sprechen helfen schließen öffnen legen stellen holen
    bringen tun
    """)

  /// Things, people and qualities that a record in German tells of.
  static let germanThings = words(
    """
    kasse terminal netz netzwerk besucher besucherin kunde kundin gast mitarbeiter
    mitarbeiterin leitung team foto bild liste mail nachricht anruf telefon handy rechner
    server drucker router strom ausfall fehler problem ursache ergebnis hinweis anmerkung
    frage antwort zettel name karte nummer polizei feuerwehr sicherheit empfang laden
    shop bank behörde daten zugang passwort konto system chat gruppe tür schlüssel laptop
    paket uhr tag stunde minute minuten niemand schicht dienst sperre meldung beschwerde
    entschuldigung zahlung wasser licht aufzug ablauf abend abfluss abgabe ablage
    absender absprache abteilung akku akte aktion alarm ampel amt anfrage angebot angriff
    anhang anlage anmeldung anschluss anzeige anwendung arbeit archiv artikel arzt
    aufgabe auftrag aufsicht augenblick ausgang auskunft ausrüstung ausstellung ausweis
    auto automat bahn bahnhof band bargeld batterie bau beamer bedarf befehl beginn beleg
    beleuchtung bereich bericht bescheid besitz bestand bestellung besuch besuchende
    betrag betreff betrieb betriebsrat bildschirm blick boden brand brandmelder brief
    browser buchung büro bus chef code computer dach datei datenschutz datum dauer decke
    defekt detail diagnose diebstahl ding display dokument dritte druck durchsage ehepaar
    eile eingang einlass einsatz eintrag eintritt einweisung eltern empfänger ende
    entwarnung entscheidung ereignis ersatz erste etage fach fahrer fahrstuhl fall
    familie farbe feier feierabend fenster feuer feuerlöscher filiale firma flasche
    fluchtweg flur folge formular freigabe frist führung fuß garderobe garten gas gebäude
    geduld gefahr gehalt geld gepäck gerät geräte geruch gerücht gespräch gewinn glas
    glück grund grüße gäste halle hand handbuch haustechnik heizung hilfe hilfskraft hof
    hotel hunger idee info information internet inventar jahr journal journalist kabel
    kaffee kamera kantine kartenleser kartenzahlung keller kennwort kind kinder kiste
    klage klasse klinik klimaanlage koffer kollegen kommentar kontakt kontrolle kopf
    kopie kosten kraft kreditkarte kreis kundschaft küche lage lager lampe land lärm
    lautsprecher leben leiter lehre lehrer lesegerät leser lieferant lieferung link lob
    los lösung lücke lüftung luft magazin mal mahnung mangel markt maschine maske
    maßnahme material maus meeting mensch menschen menge mittag mitte mittel modem monat
    monitor motor muster nachfrage nachmittag nacht netzteil neustart notausgang notfall
    notiz notstrom nutzer objekt öffnung ordner ordnung ort papier parkplatz partner
    patient pause person personal pfand pforte plan plakat platz plattform post preis
    presse protokoll prozess prüfung publikum qualm quittung rauch rauchmelder raum recht
    rechnung regel regen reihe reinigung reparatur rest restaurant ruhe runde rückfrage
    rückgabe rückmeldung rückruf saal sache sachen sammlung schaden schalter schaufenster
    schild schleuse schloss schluss schrank schreck schreiben schritt schuld schule
    schutz seite sekretariat sender sitzung software sorge speicher sperrung sprache
    stand start stau stecker stelle stellung steuerung stimme stock störung strafe straße
    streit strecke stress stunden stück suche support switch szene tablet tasche tasse
    taste tastatur täter technik teil telefonat termin test text theke ticket tickets
    tipp tisch titel toilette ton tor transport treppe treffen trick umleitung umsatz
    unfall unruhe unterlagen unterschrift update urlaub ursprung verantwortung verbindung
    verdacht verein verfahren verkauf verkehr verlauf verlust vermerk verpackung versand
    versehen versicherung verspätung versuch vertrag vertreter vertretung verwaltung
    video virus viertelstunde vorfall vorgang vorgesetzte vorhang vorrat vorschlag
    vorsicht vorstand wache wagen wahl ware waren warnung warteschlange wartezeit weg
    wechsel weise welt werk werkstatt wert wetter wiederholung wille wlan woche
    wochenende wohnung wort worte wunsch zahl zahlen zeichen zeit zeuge ziel zimmer zone
    zufall zugriff zustand zutritt zweifel überblick übergabe übersicht überweisung
    uhrzeit übung samstagmorgen stichwort sammelstelle sammelplatz evakuierung fehlalarm
    probealarm küchenbrand wachdienst museum theater tresor wechselgeld bon bons
    kassenbon kassen kartenterminal laufwerk adresse anrede absage dank anweisung aushang
    abstimmung erstattung gutschrift gutschein gutscheine rückzahlung bargeldkasse
    führungskraft
    kühlhaus lagerhaus krankenhaus parkhaus rathaus treppenhaus kaufhaus gasthaus
    hochhaus wohnhaus kasten aggregat schacht apparat balken becken behälter block bogen
    brücke deckel dose eimer fläche gang gitter griff heft hebel hülle kabine kanal kette
    klappe klinke knopf kran leine leiste leuchte linie mappe messer pfeil pumpe rahmen
    regal riegel rinne ring rohr rolle rutsche säule scheibe schale schiene schlauch
    schraube schublade seil sitz spiegel stange stapel strahl streifen teppich tonne
    truhe turm ventil wand wanne werkzeug zange zaun zelle zentrale zünder quote rate
    stufe statistik besatzung leute verteiler freund einkauf vertrieb buchhaltung
    personalabteilung geschäftsführung lagerleitung hotline notruf ambulanz werkschutz
    betreiber anbieter hersteller dienstleister mieter vermieter nachbar anwohner
    lehrling bewohner gutachter prüfer gehälter listen ahnung zahlungen kollegin
    leitstelle aufsichtsbehörde gerüst grad kilo prozent euro
    taxi ziffer ziffern kopien konzert tagen tage hausmeister schnee eis matsch lappen
    besen mopp pfütze schimmel rost dampf geschrei rutschgefahr fleck splitter scherben
    verband pflaster trage krücke rollstuhl kinderwagen rucksack geldbeutel portemonnaie
    brieftasche schirm mantel jacke mütze schal brille hörgerät gabelstapler anhänger lkw
    pkw fahrrad roller straßenbahn fähre schranke poller rampe
    portier portierin wächter wächterin helfer helferin meister pfleger pflegerin
    berater beraterin verkäufer verkäuferin fahrerin empfängerin vorsitzende spray direktion rezeption hydrant sirene räumung haarspray
    """)
}
