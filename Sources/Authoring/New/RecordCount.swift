// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// How many people or records a text says data was lost of: not how many saw it, nor how long it was.
struct RecordCount {
  /// The largest number of those whose data it is; nil where the text gives none surely.
  private(set) var number: Int?
  /// A sentence whose number may count something else, where no other number is sure.
  private(set) var doubt: String?

  /// What some texts count; a number alone counts the data only where they say which data it was.
  init(_ texts: [String], isData: Bool) {
    var bare: [Int] = []
    for sentence in texts.flatMap(Self.sentences) {
      let found = Self.numbers(in: sentence, isData: isData)
      number = ([number] + found.map { $0.sort == .subject ? $0.value : nil }).compactMap(\.self)
        .max()
      bare += found.filter { $0.sort == .bare }.map(\.value)
      // Many see what happens; only where data is spoken of is it asked whose.
      let isDoubtful = found.contains {
        $0.sort == .reader || $0.sort == .apart || ($0.sort == .other && isData)
      }
      if doubt == nil, isDoubtful, isData || IncidentWords.isOfData(sentence) { doubt = sentence }
    }
    if number == nil, isData, doubt == nil { number = bare.max() }
    if number != nil { doubt = nil }
  }

  /// What a number counts.
  private enum Sort {
    case subject, reader, measure, bare, other
    /// It stands in one clause with those whose data it is, and not before them.
    case apart
  }

  private static func sentences(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { line in
      line.replacing(". ", with: ".\n").replacing("; ", with: ";\n").split(separator: "\n")
        .map { $0.trimmed() }
    }
  }

  private static func numbers(in sentence: String, isData: Bool) -> [(value: Int, sort: Sort)] {
    let words = sentence.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.indices.compactMap { index in
      let before = index > 0 ? bare(words[index - 1]) : ""
      // “Room 12” and “line 4” count nothing, and neither does “no one”.
      guard !labels.contains(before), let value = value(of: words[index], isData: isData),
        !RecordMoments.holds(words, index)
      else { return nil }
      let isWord = !words[index].contains(where: \.isNumber)
      let sort = sort(of: words, behind: index)
      let isArticle = ["a", "an"].contains(bare(words[index]))
      if isArticle, sort != .subject || !isWhole(words, index + 1) { return nil }
      return isWord && sort != .subject ? nil : (value, sort)
    }
  }

  private static func value(of word: String, isData: Bool) -> Int? {
    if let number = IncidentWords.count(in: word) { return number }
    guard isData, word.last?.isLetter == true else { return nil }
    return small[bare(word)]
  }

  /// Whether nothing else is told of a word: “a guest”, but not “a guest list”.
  private static func isWhole(_ words: [String], _ index: Int) -> Bool {
    guard index + 1 < words.count, words[index].last?.isLetter == true else { return true }
    return ["and", "who", "was", "is", "with", "in", "on", "at"].contains(words[index + 1])
  }

  private static func sort(of words: [String], behind index: Int) -> Sort {
    guard words[index].last.map({ $0.isLetter || $0.isNumber }) == true, index + 1 < words.count,
      words[index + 1].first?.isLetter == true
    else { return .bare }
    var clause: [String] = []
    for word in words[(index + 1)...] {
      clause.append(bare(word))
      if let last = word.last, ",;:.()".contains(last) { break }
    }
    // “For 3 hours guests could read it.”
    if holds(measures, clause[0]), !holds(places, clause[0]) { return .measure }
    // “312 of our guests”, but not “at 9 our guests”.
    let isShare = shares.contains(clause[0])
    var isApart = false
    for (offset, word) in clause.prefix(4).enumerated() {
      if !isShare || !owning.contains(word) { isApart = isApart || opening.contains(word) }
      if holds(readers, word) { return .reader }
      guard holds(subjects, word) else { continue }
      if isApart { return .apart }
      // “11 guests in the chat” saw it.
      return clause[offset...].contains { holds(reading, $0) } ? .reader : .subject
    }
    return holds(measures, clause[0]) ? .measure : .other
  }

  private static let shares: Set<String> = ["of", "von", "de", "d'", "der", "des", "aus"]
  /// Words that may stand between “312 of” and what is counted.
  private static let owning: Set<String> = [
    "the", "our", "their", "its", "his", "her", "der", "des", "den", "unseren", "unserer", "ihrer",
    "les", "nos", "leurs", "ses",
  ]
  /// Words behind which something else is spoken of than what a number counts.
  private static let opening: Set<String> = [
    "a", "an", "the", "our", "their", "its", "his", "her", "this", "that", "which", "who", "when",
    "while", "after", "before", "because", "and", "or", "but", "was", "were", "is", "are", "had",
    "has", "have", "did", "it", "we", "he", "she", "they", "in", "on", "at", "from", "to", "by",
    "with", "for", "about", "without", "into", "der", "die", "das", "den", "dem", "ein", "eine",
    "einer", "einem", "einen", "und", "oder", "aber", "als", "war", "waren", "ist", "sind", "hat",
    "hatte", "haben", "wurde", "wurden", "im", "mit", "für", "zu", "auf", "bei", "wir", "le", "la",
    "les", "un", "une", "nos", "et", "ou", "mais", "qui", "que", "était", "étaient", "est", "sont",
    "avait", "ont", "dans", "sur", "pour", "avec", "par",
  ]
  /// Measures that are also where those counted are: “12 room bookings”.
  private static let places = ["room", "floor", "zimmer", "chambre"]

  private static func holds(_ stems: [String], _ word: String) -> Bool {
    stems.contains(where: word.hasPrefix)
  }

  private static func bare(_ word: String) -> String {
    IncidentNames.bare(word).lowercased()
  }

  private static let small: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "single": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "einem": 1,
    "eines": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7,
    "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "deux": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
  ]
  private static let labels: Set<String> = [
    "room", "rooms", "line", "page", "version", "number", "nr", "no", "floor", "ticket", "zimmer",
    "seite", "zeile", "nummer", "chambre", "page", "ligne", "numéro", "every", "any",
  ]
  private static let subjects = [
    "customer", "guest", "client", "caller", "passenger", "patient", "tenant", "subscriber", "user",
    "visitor", "resident", "member", "student", "pupil", "parent", "citizen", "people", "person",
    "record", "employee", "account", "contact", "row", "booking", "reservation", "name", "address",
    "entries", "entry", "card", "passport", "applicant", "candidate", "colleague", "child",
    "donor", "supplier", "file", "household", "e-mail", "email", "order", "invoice", "profile",
    "data", "individual", "staff", "worker", "kund", "gäste", "gast", "mitarbeit", "datens",
    "einträge", "mieter", "buchung", "konten", "bewerb", "schüler", "besucher", "adresse", "karten",
    "ausweis", "dossier", "enregistrement", "compte", "réservation", "salarié", "locataire",
    "visiteu", "élève", "adresses", "carte",
  ]
  /// Words for those who saw it.
  private static let readers = [
    "reader", "viewer", "recipient", "leser", "empfänger", "lecteur", "destinataire",
  ]
  private static let reading = [
    "saw", "see", "read", "view", "opened", "download", "received", "chat", "channel", "clicked",
    "forward", "gelesen", "gesehen", "sahen", "lasen", "lu", "vu", "gruppe", "group", "replied",
  ]
  private static let measures = [
    "minute", "hour", "day", "week", "month", "year", "room", "floor", "time", "euro", "percent",
    "stunde", "tag", "woche", "zimmer", "heure", "jour", "chambre", "am", "pm", "o'clock", "uhr",
  ]
}
