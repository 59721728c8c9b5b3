// SPDX-License-Identifier: GPL-3.0-or-later

extension FieldAccept {
  /// Reads a cell `Accept`; throws a sentence where it can't be read. `isText` says whether a
  /// parenthesis, by its words, is escaped in the source and so is no mark.
  init(
    _ cell: String, duty: Duty, isText: (String) -> Bool
  ) throws(SettingProblem) {
    let pieces = cell.listed
    if pieces.map({ folded($0) }) == ["optional"] {
      self.init(isOptional: true, right: [], failures: [])
      return
    }
    var variants: [Variant] = []
    for piece in pieces { variants.append(try Self.variant(piece, duty, isText)) }
    let right = variants.filter { $0.critical == nil }
    let failures = variants.filter { $0.critical != nil }
    guard !right.isEmpty else {
      throw SettingProblem(
        message: "Nothing here is right, only wrong. Add what is right, or “any”.")
    }
    self.init(isOptional: false, right: right, failures: failures)
    if let twin = twin(variants) {
      throw SettingProblem(message: "“\(twin)” stands here as right and as a failure. Keep one.")
    }
  }

  /// What one and the same cell calls both right and a failure.
  private func twin(_ variants: [Variant]) -> String? {
    failures.first { failure in
      right.contains { $0.form != .any && fits($0, failure.text, clock: nil) }
    }?.text
  }

  private static func variant(
    _ piece: String, _ duty: Duty, _ isText: (String) -> Bool
  ) throws(SettingProblem) -> Variant {
    guard !piece.isEmpty else {
      throw SettingProblem(
        message: "Nothing stands beside a “;” here. Delete it, or add a variant.")
    }
    var text = piece
    var critical: CriticalClass?
    if piece.hasPrefix("("), let close = piece.firstIndex(of: ")") {
      let mark = piece[..<close].dropFirst().trimmed()
      if !isText(mark) {
        var marks = Marks()
        try marks.apply(mark)
        var known = Marks()
        known.isCritical = true
        known.criticalClass = marks.criticalClass
        guard marks == known else {
          throw SettingProblem(
            message: "“(\(mark))” is no mark of Record.\(suggestion(for: mark, in: ["fail"])) "
              + "There is “(fail)” before one variant. If it is text, write “\\(”.")
        }
        critical = marks.critical(in: duty)
        text = piece[piece.index(after: close)...].trimmed()
      }
    }
    guard !text.isEmpty else {
      throw SettingProblem(message: "Nothing stands after “\(piece)”. Write “(fail) yes”.")
    }
    let form = try form(text)
    if critical != nil, case .derived = form {
      throw SettingProblem(
        message:
          "“\(text)” is right by the policy, so it can't be a failure. Write words after “(fail)”.")
    }
    if critical != nil, form == .any {
      throw SettingProblem(message: "“(fail) any” would make every answer a failure. Name words.")
    }
    return Variant(form: form, text: text, critical: critical)
  }

  /// What of a variant is the same in every language: a time, a number, a policy's word, a mark.
  static func key(of variant: String) -> String? {
    if variant.hasPrefix("("), let close = variant.firstIndex(of: ")") {
      var marks = Marks()
      let mark = variant[..<close].dropFirst().trimmed()
      if (try? marks.apply(mark)) != nil, marks.isCritical {
        let rest = variant[variant.index(after: close)...].trimmed()
        return "(\(mark)) " + (key(of: rest) ?? "")
      }
    }
    if folded(variant) == "optional" || !variant.contains(where: \.isLetter) { return variant }
    guard let form = try? form(variant) else { return nil }
    if case .words = form { return nil }
    return variant
  }

  private static func form(_ text: String) throws(SettingProblem) -> Form {
    if text.hasPrefix("=") {
      let name = text.dropFirst().trimmed().lowercased()
      let words = PolicyWord.allCases.map(\.rawValue)
      guard let word = PolicyWord(rawValue: name) else {
        throw SettingProblem(
          message:
            "“= \(name)” is nothing that a policy says here.\(suggestion(for: name, in: words)) "
            + "There are " + words.map { "“= \($0)”" }.joined(separator: ", ") + ".")
      }
      return .derived(word)
    }
    if folded(text) == "any" { return .any }
    if folded(text) == "optional" {
      throw SettingProblem(
        message: "“optional” stands alone: such a field counts nowhere. Delete it, or the rest.")
    }
    for sign in ["±", "+/-", "+-"] where text.hasBytes(of: sign) {
      let halves = text.split(separator: sign, maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmed() }
      return try tolerance(halves[0], halves[1], text)
    }
    return range(text) ?? .words(text)
  }

  private static func tolerance(
    _ center: String, _ reach: String, _ text: String
  ) throws(SettingProblem) -> Form {
    if WrittenMoment(center) != nil {
      if let minutes = minutes(reach), let window = MomentWindow(center, tolerance: minutes) {
        return .moment(window)
      }
      throw SettingProblem(
        message:
          "“\(text)” can't be read. Write a time as “19:42 ± 3 min” or “19:42 ± 1 h”, at most "
          + "12 hours.")
    }
    guard let window = NumberWindow(center, tolerance: reach) else {
      throw SettingProblem(
        message: "“\(text)” can't be read. Write “19:42 ± 3 min”, “14 ± 1”, “340 ± 5 %” or "
          + "“25 ± 2 EUR”.")
    }
    return .number(window)
  }

  private static func minutes(_ text: String) -> Int? {
    switch Within(text) {
    case .period(let count, .minute): count
    case .period(let count, .hour): count <= 12 ? count * 60 : nil
    default: nil
    }
  }

  /// `09:50 to 10:00`, `10 to 20 guests`; nil for words that only hold a “to”.
  private static func range(_ text: String) -> Form? {
    guard text.hasBytes(of: " to ") else { return nil }
    let ends = text.split(separator: " to ", omittingEmptySubsequences: false).map { $0.trimmed() }
    guard ends.count == 2 else { return nil }
    if let window = MomentWindow(from: ends[0], to: ends[1]) { return .moment(window) }
    return NumberWindow(from: ends[0], to: ends[1]).map(Form.number)
  }
}
