// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds quotes that are read with another voice than their author meant: speech that became a
/// document, and a text of its own that is put into a speaker's mouth.
struct VoiceSlips {
  let source: SourceText
  let diagnostics: Diagnostics
  /// Who speaks somewhere in the drill, in small letters.
  private var speakers = Speakers { [] }

  init(source: SourceText, diagnostics: Diagnostics) {
    self.source = source
    self.diagnostics = diagnostics
  }

  /// Looks through all texts of a drill.
  mutating func check(_ outline: Outline) {
    var sections = [(outline.opening, Self.Setting.told)]
    for scene in outline.scenes {
      sections.append((scene.blocks, .told))
      for item in scene.items {
        let blocks = item.showsAsItCame ? item.blocks.filter { !$0.isQuote } : item.blocks
        sections.append((blocks, .asked))
      }
    }
    sections.append((outline.end?.blocks ?? [], .told))
    // Who speaks is looked for where it matters: few quotes open with what may be a name.
    let said = sections
    speakers = Speakers { said.reduce(into: []) { Self.collect($1.0, into: &$0) } }
    for (blocks, setting) in sections { check(blocks, setting) }
  }

  /// Where a quote stands: what it is shown as depends on it.
  private enum Setting { case told, asked, answered }

  private static func collect(_ blocks: [MarkdownBlock], into speakers: inout Set<String>) {
    for block in blocks {
      block.forEachText { text in
        if let speaker = text.speaker, !Passage.isHead(speaker) {
          speakers.insert(speaker.lowercased())
        }
      }
    }
  }

  private func check(_ blocks: [MarkdownBlock], _ setting: Setting) {
    var isModel = false
    for block in blocks {
      switch block.kind {
      case .quote(let inner) where !isModel: check(quote: inner, block, setting)
      case .list(let list):
        for item in list.items {
          SwallowedLines(source: source, diagnostics: diagnostics).check(item, of: list)
          check(item.blocks, .answered)
        }
      default: break
      }
      // A model answer is the employee's own words, whatever it looks like.
      isModel = setting == .asked && block.paragraph?.says("Model:") == true
    }
  }

  private func check(quote: [MarkdownBlock], _ block: MarkdownBlock, _ setting: Setting) {
    if let speaker = Passage.speaker(ofQuote: quote) {
      reportRunningOn(quote, speaker: speaker, setting)
    } else if let first = quote.first, let text = first.paragraph,
      let meant = MeantSpeaker(text, known: speakers, isAnswered: setting == .answered)
    {
      let name = meant.name
      diagnostics.report(
        .colonOutside, at: block.place,
        "If “\(name)” says this, write the name in bold with the colon inside: “**\(name):** …”. As "
          + "it is, it is shown as \(setting == .answered ? "feedback" : "a document to read").",
        fix: meant.opening.flatMap { fix(opening: $0, name: name, at: first.place) })
    }
  }

  /// Writes the name at a line's start as a speaker's.
  private func fix(opening: [String], name: String, at place: Place) -> Fix? {
    source.rewriting(place.line, "write “**\(name):**”") { line in
      let scalars = Array(line.unicodeScalars)
      let head = String(scalars: scalars.prefix(place.column - 1))
      let rest = String(scalars: scalars.dropFirst(place.column - 1))
      guard let typed = opening.first(where: rest.hasPrefix) else { return nil }
      return head + "**\(name):**" + rest.dropFirst(typed.count)
    }
  }

  /// A line within a speech that is none of its speaker's: another one's, or one with a clause.
  private func reportRunningOn(_ quote: [MarkdownBlock], speaker: String, _ setting: Setting) {
    guard let first = quote.first, let text = first.paragraph, !isForm(text) else { return }
    var line = first.place.line
    var before = ""
    for (index, run) in text.runs.enumerated() {
      if index > 0, before.hasSuffix("\n") {
        let voice = run.speaker
        // Under an answer two voices are told as such.
        if setting != .answered, let voice, !Passage.isHead(voice) {
          return reportLine(
            line, "“\(voice)” speaks here, and “\(speaker)” above in the same quote.", quote)
        }
      }
      if let link = run.link, ClauseReference(link)?.clause != nil, line > first.place.line,
        endsSentence(above: line)
      {
        return reportLine(
          line, "This line names a policy's clause and belongs to what “\(speaker)” says.", quote)
      }
      line += run.text.utf8.count { $0 == 0x0A }
      before = run.text
    }
  }

  /// Whether three lines or more begin with a bold name, each with another one: the fields of a form.
  private func isForm(_ text: RichText) -> Bool {
    var names: [String] = []
    var before = "\n"
    for run in text.runs {
      if before.hasSuffix("\n"), let name = run.speaker { names.append(name) }
      before = run.text
    }
    return names.count > 2 && Set(names).count == names.count
  }

  private func reportLine(_ line: Int, _ what: String, _ quote: [MarkdownBlock]) {
    diagnostics.report(
      .runningOn, at: source.place(line),
      "\(what) Put an empty line between the two, without “>”.",
      fix: Fix("insert an empty line", firstLine: line, lineCount: 0, lines: [""]))
  }

  /// Whether the line above ends a sentence: a long speech may be broken anywhere else.
  private func endsSentence(above line: Int) -> Bool {
    let text = source.line(line - 1).trimmed().trimmingEnd { "”“\"'’»«)*_".contains($0) }
    return text.last.map { ".!?…:。！？".contains($0) } ?? false
  }
}

/// Who speaks in a drill, looked for once and only where that is asked for.
private final class Speakers {
  private let find: () -> Set<String>
  /// The names in small letters.
  private(set) lazy var names = find()

  init(_ find: @escaping () -> Set<String>) { self.find = find }
}

/// Who probably says a text that opens with a name and is not read as speech.
private struct MeantSpeaker {
  /// The name.
  let name: String
  /// How the source may write it, where a fix may put another way in its place.
  var opening: [String]?

  /// Words that open a text of the author's own, or a mail's head.
  private static let notes: Set<String> = [
    "note", "notes", "notice", "important", "warning", "attention", "caution", "tip", "reminder",
    "ps", "p.s", "hint", "hinweis", "achtung", "wichtig", "notiz", "merke", "tipp", "remarque",
    "rappel", "avis", "nota", "aviso", "importante", "atención", "attenzione", "avviso", "let op",
    "betreff", "von", "an", "datum", "gesendet", "objet", "de", "à", "envoyé", "asunto", "para",
    "oggetto", "da", "a", "assunto", "onderwerp", "van", "aan",
  ]

  init?(_ text: RichText, known: Speakers, isAnswered: Bool) {
    guard let first = text.runs.first, first.link == nil, !first.style.contains(.code) else {
      return nil
    }
    let isSet = first.style == .strong || first.style == .emphasis
    guard isSet || Self.mayOpenWithName(first.text) else { return nil }
    if isSet {
      let inside = first.text.trimmed()
      if first.style == .strong, inside.hasSuffix(":") { return nil }
      let rest = RichText(Array(text.runs.dropFirst())).source
      guard inside.hasSuffix(":") || rest.hasPrefix(":") else {
        // `**Dirk** Boss, …`: who speaks elsewhere, and a sentence behind the name.
        name = inside
        guard first.style == .strong, Self.isName(name), isKnown(known), text.runs.count == 2,
          Self.isSaid(rest)
        else { return nil }
        opening = [" –", " —", " -", ""].map { "**\(name)**\($0)" }
        return
      }
      name = inside.hasSuffix(":") ? String(inside.dropLast()) : inside
      guard Self.isName(name) else { return nil }
      // Of a name that never speaks, a document's label may have been meant after all.
      if first.style == .strong, isKnown(known) { opening = ["**\(name)**:", "__\(name)__:"] }
      let said = rest.drop { $0 == ":" }.trimmed()
      guard Self.isWrittenAsName(name) || isKnown(known), !said.isEmpty else { return nil }
      // A form has many such lines, and its values are no sentences.
      let isForm = text.runs.dropFirst().contains { $0.style == first.style }
      guard
        first.style == .emphasis
          ? isKnown(known) : isAnswered || isKnown(known) || !isForm && Self.isSpoken(said)
      else { return nil }
      return
    }
    let plain = text.source
    let marks = "“”„\"«»'‘’"
    let isQuoted = plain.first.map(marks.contains) ?? false
    let words = isQuoted ? plain.dropFirst() : plain[...]
    guard let colon = words.firstIndex(of: ":") else { return nil }
    name = String(words[..<colon].trimmingEnd(where: marks.contains))
    let said = words[words.index(after: colon)...].trimmed()
    guard Self.isName(name), Self.isWrittenAsName(name) || isKnown(known),
      let opener = said.first
    else { return nil }
    if isQuoted {
      // “Robin:” I see. – the name alone stands between the marks.
      guard marks.contains(opener) || words[..<colon].last.map(marks.contains) == true,
        said.dropFirst().first != nil
      else { return nil }
      return
    }
    // A protocol or a chat has many such lines and is shown as it is.
    let isLog = plain.split(separator: "\n").dropFirst().contains { line in
      line.prefix(48).contains(":") && line.first?.isLetter == true
    }
    if isKnown(known), !isLog {
      opening = ["\(name):"]
      return
    }
    // Robin: “I see.”
    guard !plain.contains("\n"), marks.contains(opener), said.last.map(marks.contains) == true
    else { return nil }
  }

  /// Whether a colon stands behind so few words and letters as a name has, seen by the bytes alone:
  /// most quotes have none so early.
  private static func mayOpenWithName(_ text: String) -> Bool {
    var spaces = 0
    for byte in text.utf8.prefix(224) {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: " "): spaces += 1
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return false
      default: break
      }
      // Five words, and spaces around the marks of a quotation.
      if spaces > 7 { return false }
    }
    return false
  }

  private func isKnown(_ known: Speakers) -> Bool { known.names.contains(name.lowercased()) }

  /// Whether somebody may be called so.
  private static func isName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (1...5).contains(words.count) && name.count <= 48
      && name.first?.isLetter == true && name.allSatisfy { $0.isLetter || " .,-'’()".contains($0) }
      && !Passage.isHead(name) && !notes.contains(name.lowercased())
  }

  /// Whether a name that speaks nowhere is written as one: of few words, each with a capital letter,
  /// and none of them what a text of the author's own is called.
  private static func isWrittenAsName(_ name: String) -> Bool {
    let words = name.split { " '’()".contains($0) }
    return words.count <= 3
      && words.allSatisfy { word in
        let low = word.lowercased()
        return !labels.contains(low) && (word.first?.isLowercase != true || particles.contains(low))
      }
  }

  private static let particles: Set<String> = [
    "the", "de", "von", "van", "la", "le", "der", "den", "di", "da", "del", "du", "dos", "al", "d",
    "s",
  ]

  /// Words in what a text of the author's own is called, in English, German, French, Spanish, Italian
  /// and Dutch.
  private static let labels = Set(
    """
    rule rules cause reason reasons summary result results why how what when where who sign label \
    title headline caption inscription motto text quote question answer task goal fact facts \
    background context example definition step steps subject time place status conclusion lesson \
    remember message update deadline decision risk priority recommendation \
    note notes important warning attention caution tip reminder \
    regel regeln ursache grund zusammenfassung ergebnis warum wie was wann wo wer aufschrift schild \
    titel überschrift frage antwort aufgabe ziel hintergrund beispiel schritt merksatz grundsatz \
    fazit inhalt thema ort zeit meldung frist entscheidung folge lösung anlass vorfall hinweis \
    achtung wichtig \
    règle règles raison résumé résultat pourquoi comment quoi quand où qui titre affiche panneau \
    texte réponse tâche objectif contexte exemple définition étape retenir sujet lieu heure statut \
    délai décision remarque rappel \
    regla reglas causa motivo razón resumen resultado qué cómo cuándo dónde quién título letrero \
    cartel texto pregunta respuesta tarea objetivo contexto ejemplo definición paso conclusión tema \
    lugar hora estado plazo decisión mensaje importante atención aviso \
    regola regole riassunto sintesi risultato perché come cosa quando dove chi titolo cartello \
    scritta testo domanda risposta compito obiettivo contesto esempio definizione passo conclusione \
    luogo termine decisione messaggio ricorda attenzione avviso \
    regels oorzaak reden samenvatting resultaat waarom hoe wat wanneer waar opschrift bord tekst \
    vraag antwoord taak doel achtergrond voorbeeld definitie stap conclusie onderwerp plaats tijd \
    termijn besluit bericht onthoud
    """.split(separator: " ").map(String.init))

  /// Whether what stands behind a name is a sentence of its own, behind a dash or with a capital letter,
  /// and does not go on with the name.
  static func isSaid(_ rest: String) -> Bool {
    let words = rest.trimmed()
    let said = words.drop { "–—-".contains($0) }.trimmed()
    guard rest.first?.isWhitespace == true, isSpoken(said), let opener = said.first else {
      return false
    }
    return opener.isUppercase || "“\"„".contains(opener)
  }

  /// Whether these are words that somebody says, and no value of a form.
  private static func isSpoken(_ said: String) -> Bool {
    said.contains { ".!?…。！？".contains($0) } && said.split(separator: " ").count > 1
      && said.first?.isNumber != true
  }
}
