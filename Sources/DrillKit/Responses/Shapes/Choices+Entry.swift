// SPDX-License-Identifier: GPL-3.0-or-later

extension Choices {
  /// Reads one typed line as the letters picked.
  func read(_ line: String, order: [String]) throws(Misread) -> Response {
    let finder = OptionFinder(options, order: order)
    switch selection {
    case .one: return .choices([try finder.find(line)])
    case .confirm(let phrase):
      guard Self.letters(line) == Self.letters(phrase) else {
        throw Misread("Type “\(phrase)” when you did.")
      }
      return .choices(options.map(\.id))
    case .any:
      let text = line.trimmed()
      if ["none", "nothing"].contains(text.lowercased()) { return .choices([]) }
      var picked: [String] = []
      for piece in Self.pieces(text) {
        let letter = try finder.find(piece)
        if !picked.contains(letter) { picked.append(letter) }
      }
      guard !picked.isEmpty else {
        throw Misread("Type the numbers of all that are right, such as “1, 3”, or “none”.")
      }
      return .choices(picked.sorted { ($0.count, $0) < ($1.count, $1) })
    }
  }

  /// A phrase as it is compared: a full stop or a second space is no other answer.
  private static func letters(_ text: String) -> String {
    folded(text).filter { $0.isLetter || $0.isNumber }
  }

  /// Numbers may be apart by commas or spaces, words by semicolons only: they hold commas.
  static func pieces(_ text: String) -> [String] {
    let isNumbers = text.allSatisfy { $0.isNumber || $0 == "," || $0 == ";" || $0.isWhitespace }
    let separators: Set<Character> = isNumbers ? [",", ";", " ", "\t"] : [";"]
    return text.split(whereSeparator: separators.contains).map { $0.trimmed() }
      .filter { !$0.isEmpty }
  }
}

extension Steps {
  /// Reads one typed line as the steps in order.
  func read(_ line: String, order: [String]) throws(Misread) -> Response {
    let finder = OptionFinder(options, order: order)
    var letters: [String] = []
    for piece in Choices.pieces(line.trimmed()) {
      let letter = try finder.find(piece)
      guard !letters.contains(letter) else {
        throw Misread("Step “\(piece.shortened)” stands twice. Give each step once.")
      }
      letters.append(letter)
    }
    guard !letters.isEmpty else {
      throw Misread("Type the numbers of the steps in the right order, such as “3 1 2”.")
    }
    return .order(letters)
  }
}
