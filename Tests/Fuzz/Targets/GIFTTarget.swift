// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import DrillKit

/// Any bytes as questions in GIFT: what was read is written and read again the same, and what becomes
/// a drill comes back from it.
enum GIFTTarget {
  private static let frame = DrillFrame(
    id: "taken", title: "Taken over", summary: "Questions.", duty: .dataHandling,
    competency: "care", audience: "everyone", reviewBy: CalendarDate(daysSinceEpoch: 30_000))

  @Sendable static func run(_ bytes: [UInt8]) {
    let bank = GIFTReader.read(file: "any.gift", bytes: bytes)
    for note in bank.notes {
      Fuzz.expect(note.place.line >= 1 && !note.message.isEmpty, "a note without a place: \(note)")
    }
    guard !bank.questions.isEmpty else { return }
    let written = GIFTWriter.text(bank.questions)
    // Escapes make lines longer: past their bound they are refused, and that is no find.
    guard written.utf8.count < 1 << 20,
      !written.utf8.split(separator: 0x0A).contains(where: {
        $0.count > SourceText.maximumLineBytes
      })
    else { return }
    let again = GIFTReader.read(file: "any.gift", bytes: Array(written.utf8))
    Fuzz.expect(
      again.questions.map(\.meaning) == bank.questions.map(\.meaning),
      "questions are written as others")
    let made = QuestionImport(bank, frame)
    Fuzz.expect(
      made.text != nil || made.hasErrors, "nothing was made of the questions, and nothing says why")
    _ = AikenReader.read(file: "any.txt", bytes: bytes)
  }
}
