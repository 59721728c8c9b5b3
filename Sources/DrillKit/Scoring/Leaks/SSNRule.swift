// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds United States Social Security numbers: three, two and four digits between like signs.
///
/// The area is not 000, 666 or 900 and up, the group not 00, the serial not 0000 (Social Security
/// Administration, randomization of 2011). Nine bare digits count only where the text speaks of
/// social security.
struct SSNRule: LeakRule {
  func candidates(in text: inout LeakText) -> [LeakCandidate] {
    let runs = text.digitRuns
    var found: [LeakCandidate] = []
    var index = 0
    while index < runs.count {
      if let end = grouped(from: index, runs: runs, in: &text) {
        let reason = "A US Social Security number: the area, group and serial are ones that exist."
        found.append(
          LeakCandidate(range: runs[index].start..<end, kind: .ssn, reason: reason))
        index += 3
        continue
      }
      if bare(runs[index], in: &text) {
        let reason = "Nine digits that the text calls a Social Security number."
        found.append(
          LeakCandidate(range: runs[index].start..<runs[index].end, kind: .ssn, reason: reason))
      }
      index += 1
    }
    return found
  }

  private func grouped(
    from first: Int, runs: [DigitRun], in text: inout LeakText
  ) -> Int? {
    guard first + 2 < runs.count else { return nil }
    let (area, group, serial) = (runs[first], runs[first + 1], runs[first + 2])
    let joint = area.joint
    guard area.count == 3, group.count == 2, serial.count == 4, group.joint == joint,
      joint == "-" || joint == " " || joint == ".", text[area.end] == text[group.end]
    else { return nil }
    // Between spaces, more groups on either side make it part of a longer number.
    if joint == " ", serial.joint == " " || first > 0 && runs[first - 1].joint == " " {
      return nil
    }
    guard isIssued(area.start, group.start, serial.start, in: &text),
      text.standsAlone(area.start..<serial.end)
    else { return nil }
    return serial.end
  }

  private func bare(_ run: DigitRun, in text: inout LeakText) -> Bool {
    guard run.count == 9, isIssued(run.start, run.start + 3, run.start + 5, in: &text),
      text.standsAlone(run.start..<run.end)
    else { return false }
    let words = text.words(before: run.start)
    return words.contains("ssn") || words.contains("social")
  }

  private func isIssued(_ area: Int, _ group: Int, _ serial: Int, in text: inout LeakText) -> Bool {
    let areaValue = text.number(area, 3)
    return areaValue > 0 && areaValue < 900 && areaValue != 666
      && text.number(group, 2) > 0 && text.number(serial, 4) > 0
  }
}
