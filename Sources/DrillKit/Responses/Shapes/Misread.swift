// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a typed line is no answer here, as a sentence that says what is expected. It costs nothing.
public struct Misread: Error, Hashable, Sendable {
  /// The sentence.
  public let message: String

  /// A sentence.
  public init(_ message: String) { self.message = message }
}

/// The one of some words that somebody means who types its number or its unambiguous beginning, as
/// answers in drills are picked.
///
/// - Parameters:
///   - typed: What was typed.
///   - words: The words, in the order on the screen.
/// - Returns: The word that is meant; otherwise why it is none, or more than one.
public func meant(by typed: String, among words: [String]) -> Result<String, Misread> {
  let options = words.map { Option(id: $0, text: RichText($0)) }
  do throws(Misread) {
    return .success(try OptionFinder(options, order: []).find(typed))
  } catch {
    return .failure(error)
  }
}

/// Finds options by what an employee types: the number on the screen, or the words' beginning.
struct OptionFinder {
  /// The options in the order on the screen.
  let shown: [Option]

  init(_ options: [Option], order: [String]) {
    let byID = Dictionary(options.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    shown = order.isEmpty ? options : order.compactMap { byID[$0] }
  }

  /// The letter of the option that a word means.
  func find(_ typed: String) throws(Misread) -> String {
    let text = typed.trimmed()
    let bare = text.hasSuffix(")") || text.hasSuffix(".") ? String(text.dropLast()) : text
    if let number = Int(bare) {
      guard shown.indices.contains(number - 1) else {
        throw Misread("There is no answer \(number); type a number from 1 to \(shown.count).")
      }
      return shown[number - 1].id
    }
    let wanted = text.lowercased()
    guard !wanted.isEmpty else {
      throw Misread("Type a number from 1 to \(shown.count).")
    }
    if let exact = shown.first(where: { $0.text.plain.lowercased() == wanted }) { return exact.id }
    let spoken = Self.spoken(wanted)
    let found = spoken.isEmpty ? [] : shown.filter { Self.spoken($0.text.plain).hasPrefix(spoken) }
    if found.count == 1, let only = found.first { return only.id }
    let same = found.filter { Self.spoken($0.text.plain) == spoken }
    if same.count == 1, let only = same.first { return only.id }
    throw Misread(
      found.isEmpty
        ? "“\(text.shortened)” is none of the answers. Type a number from 1 to \(shown.count), or "
          + "the beginning of an answer."
        : "“\(text.shortened)” begins \(found.count) of the answers. Type the number.")
  }

  /// What is compared of an answer's words: nobody types the quotation marks around what they would
  /// say, nor those of the form that is on the screen.
  private static func spoken(_ text: String) -> String {
    let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]
    return text.lowercased().filter { !marks.contains($0) }.trimmed()
  }

  /// The number on the screen of a letter.
  func number(of letter: String) -> Int? {
    shown.firstIndex { $0.id == letter }.map { $0 + 1 }
  }

  /// The words of a letter.
  func words(of letter: String) -> String? {
    shown.first { $0.id == letter }?.text.plain
  }

  /// What can be typed.
  var candidates: [String] { shown.map(\.text.plain) }
}
