// SPDX-License-Identifier: GPL-3.0-or-later

/// A drill's front matter, read.
struct DrillFront {
  /// What the drill is.
  let header: DrillHeader
  /// Settings that hold where an item says nothing else.
  let defaults: ItemSettings
  /// The 1-based line at which the Markdown starts.
  let markdownLine: Int

  /// The version of the language that this program reads.
  static let format = 1

  /// Reads it; nil where it can't be known what the file is.
  init?(_ source: SourceText, diagnostics: Diagnostics) {
    let matter = FrontMatter.read(source, diagnostics: diagnostics)
    markdownLine = matter.markdownLine
    let reader = FrontMatterReader(matter, diagnostics: diagnostics)
    let format = reader.wholeNumber("drill", in: 1...1000, required: true)
    if let format, format > Self.format {
      diagnostics.report(
        .newerFormat, at: reader.place(of: "drill"),
        "The drill is written in format \(format); this program reads format \(Self.format). "
          + "Update drillhall.")
      return nil
    }
    let id = reader.text("id", required: true)
    if let id, !Self.isIdentifier(id) {
      diagnostics.report(
        .badID, at: reader.place(of: "id"),
        "“\(id.shortened)” is no id: use small letters, digits and “-”, a letter first, at most 60."
      )
    }
    let lists = ["competencies", "audience", "policies"].map {
      reader.words($0, required: $0 != "policies")
    }
    header = DrillHeader(
      id: id ?? "", version: reader.wholeNumber("version", in: 1...100_000, required: true) ?? 1,
      title: reader.text("title", required: true) ?? "",
      summary: reader.text("summary", required: true) ?? "",
      duty: reader.word("duty", of: Duty.self, required: true) ?? .serviceFailure,
      moment: reader.word("moment", of: Moment.self, required: true) ?? .during,
      level: reader.wholeNumber("level", in: 1...3, required: true) ?? 1,
      competencies: lists[0].map(\.text), audience: lists[1].map(\.text),
      minutes: reader.wholeNumber("minutes", in: 1...120, required: true) ?? 10,
      pass: Credit(clamping: (reader.percent("pass", required: true) ?? 80) * 100),
      policies: lists[2].map(\.text), sources: reader.texts("sources").map(\.text),
      reviewBy: reader.date("review-by", required: true),
      language: Self.language(reader, diagnostics))
    defaults = Self.defaults(reader, header, diagnostics)
    headerPlaces = [
      "competencies": lists[0], "audience": lists[1], "policies": lists[2],
    ].mapValues { list in Dictionary(list.map { ($0.text, $0.place) }) { first, _ in first } }
    reviewPlace = reader.place(of: "review-by")
    sceneTitles = reader.texts(FrontMatterKey.sceneTitles).map(\.text)
    sceneTitlesPlace = reader.place(of: FrontMatterKey.sceneTitles)
    reader.reportUnknownKeys()
    guard matter.isComplete, !header.id.isEmpty else { return nil }
  }

  /// Where each word of a list stands, by key.
  let headerPlaces: [String: [String: Place]]
  /// The titles that the scenes are shown with, in order; empty where their headings say them.
  let sceneTitles: [String]
  /// Where they stand.
  let sceneTitlesPlace: Place
  /// Where the review date stands.
  let reviewPlace: Place

  static func isIdentifier(_ text: String) -> Bool {
    text.count <= 60 && text.first?.isLetter == true
      && text.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }

  /// The language of the drill's texts; English where the key is not there, or names none.
  private static func language(
    _ reader: FrontMatterReader, _ diagnostics: Diagnostics
  ) -> String {
    guard let text = reader.text("lang") else { return "en" }
    if LanguageTag(text) == nil {
      diagnostics.report(
        .unknownWord, at: reader.place(of: "lang"),
        "“\(text.shortened)” is no language. Write its tag, such as “en”, “de” or “pt-BR”.")
    }
    return text
  }

  private static func defaults(
    _ reader: FrontMatterReader, _ header: DrillHeader, _ diagnostics: Diagnostics
  ) -> ItemSettings {
    var settings = ItemSettings()
    guard let mapping = reader.mapping("defaults") else { return settings }
    for key in mapping.keys {
      guard let value = mapping.text(key) else { continue }
      do throws(SettingProblem) {
        try settings.applyDefault(key, value)
        if key == "competency" {
          header.checkCompetency(value, at: mapping.place(of: key), diagnostics)
        }
      } catch {
        diagnostics.report(.unknownSetting, at: mapping.place(of: key), error.message)
      }
    }
    return settings
  }
}
