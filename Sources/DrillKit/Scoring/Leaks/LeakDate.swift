// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the dates that people write, in figures and with the month's name.
enum LeakDate {
  /// The months' names and short forms in English, German, French and Spanish; "?" stands for a
  /// letter beyond ASCII.
  private static let months: Set<String> = Set(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    januar februar m?rz mai juni juli oktober dezember
    janvier f?vrier mars avril juin juillet ao?t septembre octobre novembre d?cembre
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// The range of a date that begins with a run of digits, or with the month in front of it.
  static func range(
    from index: Int, runs: [DigitRun], in text: inout LeakText
  ) -> Range<Int>? {
    if let end = numericEnd(from: index, runs: runs, in: &text) { return runs[index].start..<end }
    guard runs[index].count <= 2, 1...31 ~= text.number(runs[index].start, runs[index].count)
    else { return nil }
    return dayFirst(index, runs: runs, in: &text) ?? monthFirst(index, runs: runs, in: &text)
  }

  /// The index after a date in figures: 12/03/1985, 12.3.85, 1985-03-12.
  static func numericEnd(
    from index: Int, runs: [DigitRun], in text: inout LeakText
  ) -> Int? {
    guard index + 2 < runs.count else { return nil }
    let (first, second, third) = (runs[index], runs[index + 1], runs[index + 2])
    let joint = first.joint
    guard joint == "/" || joint == "-" || joint == ".", second.joint == joint,
      second.start - first.end == third.start - second.end, second.count <= 2,
      text.opensWord(first.start), text.closesWord(third.end)
    else { return nil }
    let middle = text.number(second.start, second.count)
    if first.count == 4, third.count <= 2 {
      let day = text.number(third.start, third.count)
      return isYear(first, in: &text) && isDayAndMonth(day, middle) ? third.end : nil
    }
    guard first.count <= 2, third.count == 2 || third.count == 4 && isYear(third, in: &text)
    else { return nil }
    return isDayAndMonth(text.number(first.start, first.count), middle) ? third.end : nil
  }

  private static func isYear(_ run: DigitRun, in text: inout LeakText) -> Bool {
    1900...2099 ~= text.number(run.start, run.count)
  }

  /// Either of the two may be the month: countries differ.
  private static func isDayAndMonth(_ first: Int, _ second: Int) -> Bool {
    min(first, second) >= 1 && min(first, second) <= 12 && max(first, second) <= 31
  }

  /// "12 March 1985", "12th of March, 1985", "12. März 1985", "12-Mar-1985".
  private static func dayFirst(
    _ index: Int, runs: [DigitRun], in text: inout LeakText
  ) -> Range<Int>? {
    guard index + 1 < runs.count, runs[index + 1].count == 4,
      runs[index + 1].start - runs[index].end <= 20, isYear(runs[index + 1], in: &text),
      text.standsAlone(runs[index + 1].start..<runs[index + 1].end)
        || text[runs[index + 1].start - 1] == "-",
      let month = text.words(before: runs[index + 1].start, reach: 16).first,
      months.contains(month)
    else { return nil }
    return runs[index].start..<runs[index + 1].end
  }

  /// "March 12, 1985".
  private static func monthFirst(
    _ index: Int, runs: [DigitRun], in text: inout LeakText
  ) -> Range<Int>? {
    let day = runs[index]
    guard index + 1 < runs.count, runs[index + 1].count == 4,
      runs[index + 1].start - day.end <= 5, isYear(runs[index + 1], in: &text)
    else { return nil }
    var end = day.start
    while day.start - end < 3, text[end - 1] == " " || text[end - 1] == "." || text[end - 1] == "-"
    {
      end -= 1
    }
    var start = end
    while end - start < 12, text[start - 1].isLetter { start -= 1 }
    guard end > start, months.contains(text.word(start..<end)) else { return nil }
    return start..<runs[index + 1].end
  }
}
