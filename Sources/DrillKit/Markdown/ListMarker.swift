// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands before an item's text in the source: its marker, a number, a box.
struct ListMarker {
  /// Where the marker stands, 1-based.
  private(set) var column = 1
  /// Where what belongs to the item is indented to, 1-based.
  private(set) var contentColumn = 1
  /// Where the item's words start, behind a box, 1-based.
  private(set) var textColumn = 1
  /// The number as typed.
  private(set) var number: Int?
  /// What the box says, if there is one.
  private(set) var tick: Tick?
  /// Whether something looks like a box and is none.
  private(set) var isBrokenBox = false
  /// What a broken box was meant to say.
  private(set) var meant: Tick?
  /// How many characters a broken box takes.
  private(set) var boxWidth = 3
  /// Whether the words begin with an unescaped parenthesis.
  private(set) var opensWithParenthesis = false

  /// Reads a line; the hint is the 1-based column at which the parser found the item.
  init(line: Substring, column hint: Int) {
    let scalars = ListMarker.opening(of: line, through: hint)
    var index = ListMarker.start(scalars, hint: hint)
    column = index + 1
    var digits = ""
    while index < scalars.count, ("0"..."9").contains(scalars[index]) {
      digits.unicodeScalars.append(scalars[index])
      index += 1
    }
    number = Int(digits)
    if index < scalars.count { index += 1 }
    let end = index
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    // Below an empty item its text would stand one space behind the marker, whatever is typed there.
    if index == scalars.count { index = end + 1 }
    contentColumn = index + 1
    textColumn = index + 1
    readBox(scalars, at: &index)
    opensWithParenthesis = index < scalars.count && scalars[index] == "("
  }

  /// As much of a line as markers and boxes can take: up to its words, and past the hint.
  private static func opening(of line: Substring, through hint: Int) -> [Unicode.Scalar] {
    var opening: [Unicode.Scalar] = []
    opening.reserveCapacity(hint + 16)
    // What is asked about a box looks at a few scalars beyond the first of the words.
    var left = 8
    for scalar in line.unicodeScalars {
      opening.append(scalar)
      switch scalar {
      case " ", "\t", ">", "-", "*", "+", ".", ")", "(", "[", "]", "x", "X", "#", "0"..."9": break
      default:
        if opening.count > hint { left -= 1 }
        if left == 0 { return opening }
      }
    }
    return opening
  }

  private mutating func readBox(_ scalars: [Unicode.Scalar], at index: inout Int) {
    guard index < scalars.count, scalars[index] == "[" else { return }
    let inside = index + 1 < scalars.count ? scalars[index + 1] : " "
    if inside == "]" {
      isBrokenBox = true
      meant = .unticked
      boxWidth = 2
      return
    }
    guard index + 2 < scalars.count, scalars[index + 2] == "]",
      " xX".unicodeScalars.contains(inside)
    else { return }
    let after = index + 3
    guard after >= scalars.count || scalars[after] == " " || scalars[after] == "\t" else {
      // `[x](#x)` is a link to a scene called “X”; nothing else reads `[x](`.
      let isLink =
        scalars[after] == "(" && inside != " " && after + 1 < scalars.count
        && scalars[after + 1] == "#"
      isBrokenBox = !isLink
      meant = inside == " " ? .unticked : .ticked
      return
    }
    tick = inside == " " ? .unticked : .ticked
    index = after
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    textColumn = index + 1
  }

  /// Where the marker stands: the hint where it fits, else the first that is no indent or quote.
  private static func start(_ scalars: [Unicode.Scalar], hint: Int) -> Int {
    let isMarker: (Int) -> Bool = { index in
      index >= 0 && index < scalars.count && "-*+0123456789".unicodeScalars.contains(scalars[index])
    }
    if isMarker(hint - 1) { return hint - 1 }
    var index = 0
    while index < scalars.count, " \t>".unicodeScalars.contains(scalars[index]) { index += 1 }
    return index
  }
}

extension ListMarker {
  /// Writes a broken box as it was meant; nil where a link may have been meant.
  func boxFix(in source: SourceText, line number: Int) -> Fix? {
    guard let meant else { return nil }
    return source.rewriting(number, "write the box with its spaces") { line in
      let scalars = Array(line.unicodeScalars)
      let end = contentColumn - 1 + boxWidth
      guard end <= scalars.count else { return nil }
      let rest = scalars[end...].drop { $0 == " " || $0 == "\t" }
      // `[x](address)` is a link to somebody who reads fast.
      guard meant == .unticked || rest.first != "(" else { return nil }
      let box = meant == .ticked ? "[x]" : "[ ]"
      return String(scalars: scalars[..<(contentColumn - 1)]) + box
        + (rest.isEmpty ? "" : " " + String(scalars: rest))
    }
  }
}
