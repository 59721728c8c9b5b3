// SPDX-License-Identifier: GPL-3.0-or-later

/// Reading a policy or a clause, and confirming it; the record keeps which version it was.
enum AcknowledgeKind: ItemKind {
  static let verb = "Acknowledge"
  static let meaning =
    "Reading a policy or a clause and confirming it; no credit."

  static let hasAnswerList = false

  static func read(_ section: inout ItemSection) -> (any ItemContent)? {
    var found: (destination: String, place: Place)?
    for part in section.blocks {
      guard case .block(let block) = part.kind else { continue }
      for (_, destination) in block.richTexts.flatMap(\.links)
      where ClauseReference(destination) != nil && destination != found?.destination {
        let place = section.source.place(
          of: destination, from: block.place.line, through: block.endLine)
        guard found == nil else {
          section.report(
            .wrongForm, at: place,
            "A second policy is linked here, and one is acknowledged at a time. Ask “Acknowledge” "
              + "once for each.")
          return nil
        }
        found = (destination, place)
      }
    }
    guard let found else {
      section.report(
        .wrongForm, at: section.place,
        "Acknowledge needs a link to what is read: “Read the "
          + "[promises](../../Policies/service-recovery.md#promises).”")
      return nil
    }
    return AcknowledgeContent(
      destination: found.destination, place: found.place, question: section.question)
  }
}
