// SPDX-License-Identifier: GPL-3.0-or-later

/// Labels that a translation has in its own language, such as `Muster:` for `Model:`. What stands in
/// their place in the original tells which are meant; each is told once and read so.
struct TranslatedLabels {
  let translation: TranslationSide
  let diagnostics: Diagnostics

  /// Sections with more parts are compared as they are, and so many labels of one are tried.
  private static let most = (parts: 40, labels: 6)

  /// A way to read a paragraph as a label.
  private struct Reading {
    let label: String
    /// What it stands for; nil for a key, which is the original's.
    let unit: TranslationUnit?
    /// How many parts it takes up.
    let count: Int
    /// Whether the label stands in the line of what it labels, and not above it.
    var isInLine = false
  }

  /// The parts of a section as they were meant, where they fit the original's better so.
  func mended(_ own: [TranslationUnit], for units: [TranslationUnit]) -> [TranslationUnit] {
    let wanted = units.map(\.form).filter { !$0.isKey }
    var own = own
    var unpaired = Self.unpaired(wanted, own)
    guard unpaired > 0, !diagnostics.isFull, max(units.count, own.count) <= Self.most.parts else {
      return own
    }
    var missing = units.map(\.form)
    let ownMoments = own.compactMap(\.moment)
    let moment = units.compactMap(\.moment).first { !ownMoments.contains($0) }
    for form in own.map(\.form) {
      if let found = missing.firstIndex(of: form) { missing.remove(at: found) }
    }
    var index = 0
    var tried = 0
    while index < own.count, unpaired > 0, tried < Self.most.labels {
      defer { index += 1 }
      guard let (word, readings) = readings(at: index, of: own, missing, moment) else { continue }
      tried += 1
      var best: (reading: Reading, own: [TranslationUnit], left: Int)?
      for reading in readings {
        var changed = own
        changed.replaceSubrange(
          index..<(index + reading.count), with: reading.unit.map { [$0] } ?? [])
        let left = Self.unpaired(wanted, changed)
        if left < best?.left ?? unpaired { best = (reading, changed, left) }
      }
      guard let best else { continue }
      report(word, best.reading, own[index].block)
      (own, unpaired) = (best.own, best.left)
      let form = best.reading.unit?.form ?? .key(best.reading.label + ":")
      if let found = missing.firstIndex(of: form) { missing.remove(at: found) }
      if best.reading.unit == nil { index -= 1 }
    }
    return own
  }

  private func report(_ word: String, _ reading: Reading, _ block: MarkdownBlock) {
    let label = reading.label + ":"
    let source = translation.source
    let reason =
      word == reading.label
      ? "" : "“\(word):” is no label: labels stay in English in every language. "
    diagnostics.report(
      .badLabel, at: block.place,
      reason + "Write “\(label)”"
        + (reading.isInLine ? " alone in its line, and its text as a quote below." : "."),
      fix: reading.isInLine
        ? Self.apart(word, label, source, block)
        : source.replacing(
          word + ":", with: label, inLine: block.place.line, "write “\(label)”"))
  }

  /// Sets a label apart from its text, which becomes a quote; nil where the line begins otherwise.
  private static func apart(
    _ word: String, _ label: String, _ source: SourceText, _ block: MarkdownBlock
  ) -> Fix? {
    let range = block.place.line...max(block.place.line, block.endLine)
    var lines = range.map { String(source.line($0)) }
    guard lines[0].hasPrefix(word + ":") else { return nil }
    lines[0] = lines[0].dropFirst(word.count + 1).trimmed()
    return Fix(
      "write “\(label)” and a quote", firstLine: range.lowerBound, lineCount: range.count,
      lines: [label, ""] + lines.drop(while: \.isEmpty).map { "> " + $0 })
  }

  private static func unpaired(_ wanted: [TranslationUnit.Form], _ own: [TranslationUnit]) -> Int {
    let told = own.map(\.form).filter { !$0.isKey }
    guard wanted != told else { return 0 }
    return Pairing(wanted, told).pairs.count { $0.0 == nil || $0.1 == nil }
  }

  /// What stands before a paragraph's colon, and what it could be meant as, of all that is missing.
  private func readings(
    at index: Int, of own: [TranslationUnit], _ missing: [TranslationUnit.Form], _ moment: String?
  ) -> (word: String, readings: [Reading])? {
    let unit = own[index]
    guard unit.form == .paragraph, let text = unit.block.paragraph, case let plain = text.plain,
      let colon = plain.utf8.prefix(48).firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let word = String(plain[..<colon])
    var readings: [Reading] = []
    guard plain.index(after: colon) == plain.endIndex else {
      guard word.split(separator: " ").count < 4 else { return nil }
      if missing.contains(.hint) {
        let label = "Hint" + word.drop { $0 != "(" }.description.leadingSpace
        let hint = TranslationUnit(form: .hint, block: unit.block, label: nil)
        readings.append(Reading(label: label, unit: hint, count: 1))
      }
      if missing.contains(.key("Answer:")) {
        readings.append(Reading(label: "Answer", unit: nil, count: 1))
      }
      // An English label means itself, whatever else is missing.
      for label in word == "Feedback" || word == "Model" ? [word] : ["Feedback", "Model"]
      where missing.contains(.labelled(label + ":")) {
        let said = MarkdownBlock(
          .paragraph(text.dropping(word.count + 1)), at: unit.place, endLine: unit.block.endLine)
        let quote = MarkdownBlock(.quote([said]), at: unit.place, endLine: unit.block.endLine)
        let labelled = TranslationUnit(form: .labelled(label + ":"), block: quote, label: nil)
        readings.append(Reading(label: label, unit: labelled, count: 1, isInLine: true))
      }
      return (word, readings)
    }
    guard own.indices.contains(index + 1) else { return nil }
    let next = own[index + 1]
    switch next.form {
    case .quote:
      for case .labelled(let label) in missing where label.hasSuffix(":") {
        let quote = TranslationUnit(form: .labelled(label), block: next.block, label: unit.block)
        readings.append(Reading(label: String(label.dropLast()), unit: quote, count: 2))
      }
      if let moment, missing.contains(.moment) {
        let quote = TranslationUnit(form: .moment, block: next.block, label: unit.block)
        readings.append(Reading(label: String(moment.dropLast()), unit: quote, count: 2))
      }
    case .list, .numberedList:
      for label in ["Facts", "Next"] where missing.contains(.key(label + ":")) {
        readings.append(Reading(label: label, unit: nil, count: 2))
      }
      if missing.contains(.key("Answers:")) {
        readings.append(Reading(label: "Answers", unit: nil, count: 1))
      }
    default: return nil
    }
    return (word, readings)
  }
}

extension TranslationUnit {
  /// The label of an inject, `After 20 s:`; nil of anything else.
  fileprivate var moment: String? { form == .moment ? label?.paragraph?.plain : nil }
}

extension String {
  /// The text behind a space; nothing of an empty one.
  fileprivate var leadingSpace: String { isEmpty ? "" : " " + self }
}
