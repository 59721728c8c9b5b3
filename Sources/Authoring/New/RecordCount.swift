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
        $0.sort == .reader || ($0.sort == .other && isData)
      }
      if doubt == nil, isDoubtful, isData || IncidentWords.isOfData(sentence) { doubt = sentence }
    }
    if number == nil, isData, doubt == nil { number = bare.max() }
    if number != nil { doubt = nil }
  }

  /// What a number counts.
  private enum Sort { case subject, reader, measure, bare, other }

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
      guard !labels.contains(before), let value = value(of: words[index], isData: isData) else {
        return nil
      }
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
    for (offset, word) in clause.prefix(4).enumerated() {
      if holds(readers, word) { return .reader }
      guard holds(subjects, word) else { continue }
      // “11 guests in the chat” saw it.
      return clause[offset...].contains { holds(reading, $0) } ? .reader : .subject
    }
    return holds(measures, clause[0]) ? .measure : .other
  }

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
