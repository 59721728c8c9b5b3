// SPDX-License-Identifier: GPL-3.0-or-later

/// Setting lines. What is wrong with one is told once, and read as it was meant, so that nothing else
/// is said of what it would have changed.
extension ItemReader {
  /// More settings than there are names stand in no line.
  private static let mostPieces = 32

  /// What an item's setting lines say, over the drill's defaults.
  func settings(_ lines: [(RichText, Place)], kind: any ItemKind.Type) -> ItemSettings {
    var settings = defaults
    settings.id = nil
    var seen: Set<String> = []
    for (text, place) in lines {
      let pieces = text.plain.pieces(at: UInt8(ascii: ";"))
      if pieces.count > Self.mostPieces {
        diagnostics.report(
          .unknownSetting, at: place,
          "More than \(Self.mostPieces) settings stand in this line, and the rest is not read. Delete "
            + "what is said twice.")
      }
      for piece in pieces.prefix(Self.mostPieces) {
        for written in apart(piece.trimmed(), of: text, at: place) {
          guard let name = take(written, at: place, into: &settings) else { continue }
          if !seen.insert(name).inserted {
            diagnostics.report(
              .twice, at: start(of: written, at: place),
              "“\(name)” is set twice, and only one can hold. Delete one.")
          }
          if name == "within", kind.hasOwnPace {
            diagnostics.report(
              .settingElsewhere, at: start(of: written, at: place),
              "The lines of \(kind.verb) go by at their own pace, so no timer ends it. Delete “within”, "
                + "or set “pace: 4 s”.")
          } else if ItemSettings.own.contains(name), !kind.settings.contains(name) {
            diagnostics.report(
              .settingElsewhere, at: start(of: written, at: place),
              "\(kind.verb) has no setting “\(name)”. Delete it.")
          }
        }
      }
    }
    settings.watch = settings.watch.map(variants.replace)
    if kind.hasOwnPace { settings.within = nil }
    return settings
  }

  /// The settings of one piece: several, reported, where a “;” is missing.
  private func apart(_ piece: String, of text: RichText, at place: Place) -> [String] {
    guard let pieces = ItemSettings.apart(piece), pieces.count <= Self.mostPieces else {
      return [piece]
    }
    let whole = pieces.joined(separator: "; ")
    let start = self.start(of: piece, at: place)
    diagnostics.report(
      .unknownSetting, at: start,
      "Settings are separated by “;”. Write “\(whole)”.",
      fix: source.replacing(
        piece, with: whole, inLine: start.line, at: start.column,
        "write “;” between settings"))
    return pieces
  }

  /// Where a setting stands in its line; not looked for where nothing more is told.
  private func start(of written: String, at place: Place) -> Place {
    diagnostics.isFull
      ? place : source.place(of: written, from: place.line, through: place.line)
  }

  /// Takes one setting and gives its name; nil where it is none, which is reported.
  private func take(
    _ written: String, at line: Place, into settings: inout ItemSettings
  ) -> String? {
    do throws(SettingProblem) {
      let name = try settings.apply(written)
      if name == "competency" {
        header.checkCompetency(
          settings.competency ?? "", at: start(of: written, at: line), diagnostics)
      }
      return name
    } catch {
      let meant = ItemSettings.meant(written)
      let place = start(of: written, at: line)
      diagnostics.report(
        .unknownSetting, at: place,
        meant.map { "“\(written)” is no setting. Did you mean “\($0)”?" } ?? error.message,
        fix: meant.flatMap {
          source.replacing(written, with: $0, inLine: place.line, at: place.column, "write “\($0)”")
        })
      // What refers to the name or waits for the timer is right once the setting is.
      if written.lowercased().hasPrefix("id") { settings.isMisnamed = true }
      guard let meant else {
        if written.hasPrefix("within")
          || settings.within == nil && written.contains(where: \.isNumber)
        {
          settings.within = ItemSettings.longestTimer
        }
        return nil
      }
      return try? settings.apply(meant)
    }
  }
}

extension DrillHeader {
  /// Reports a setting's competency that the drill's front matter does not list.
  func checkCompetency(
    _ name: String, at place: @autoclosure () -> Place, _ diagnostics: Diagnostics
  ) {
    guard !competencies.contains(name) else { return }
    diagnostics.report(
      .wordNotInCurriculum, at: place(),
      Self.unlisted(competency: name)
        + "\(suggestion(for: name, in: competencies)) Add it there, or choose one of "
        + "\(competencies.joined(separator: ", ")).")
  }

  /// How a finding begins about a setting's competency that the front matter does not list.
  static func unlisted(competency name: String) -> String {
    "The competency “\(name)” is not in the drill's front matter."
  }
}
