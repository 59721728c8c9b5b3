// SPDX-License-Identifier: GPL-3.0-or-later

/// A character of a GIFT text, its escape undone.
struct GIFTSign: Hashable {
  /// The character.
  let scalar: Unicode.Scalar
  /// Whether it was escaped, and so is text whatever it is.
  let isEscaped: Bool
  /// The line that it stands in.
  let line: Int
}

/// A stretch of a GIFT text: signs that are looked at one by one, so that an escaped one is never
/// taken for what it looks like.
struct GIFTSigns {
  /// The signs.
  let signs: ArraySlice<GIFTSign>
  /// The line where the stretch begins.
  let line: Int

  /// A stretch of others.
  init(_ signs: ArraySlice<GIFTSign>, line: Int) {
    self.signs = signs
    self.line = signs.first?.line ?? line
  }

  /// The signs of lines that stand one below the other; a line that is nil was a comment.
  init(_ lines: [(number: Int, text: Substring?)]) {
    var signs: [GIFTSign] = []
    for (number, text) in lines {
      var isOpen = false
      for scalar in (text ?? "").unicodeScalars {
        guard isOpen else {
          if scalar == "\\" {
            isOpen = true
          } else {
            signs.append(GIFTSign(scalar: scalar, isEscaped: false, line: number))
          }
          continue
        }
        isOpen = false
        switch scalar {
        case "n": signs.append(GIFTSign(scalar: "\n", isEscaped: true, line: number))
        case "~", "=", "#", "{", "}", ":", "\\":
          signs.append(GIFTSign(scalar: scalar, isEscaped: true, line: number))
        default:
          // No escape: the backslash is text.
          signs.append(GIFTSign(scalar: "\\", isEscaped: true, line: number))
          signs.append(GIFTSign(scalar: scalar, isEscaped: false, line: number))
        }
      }
      if isOpen { signs.append(GIFTSign(scalar: "\\", isEscaped: true, line: number)) }
      signs.append(GIFTSign(scalar: "\n", isEscaped: false, line: number))
    }
    self.init(signs[...], line: lines.first?.number ?? 1)
  }

  /// Whether nothing but white space stands here.
  var isBlank: Bool { signs.allSatisfy(\.scalar.properties.isWhitespace) }

  /// The same without white space at its ends.
  var trimmed: GIFTSigns {
    let start = signs.drop { $0.scalar.properties.isWhitespace }
    var end = start.endIndex
    while end > start.startIndex, start[end - 1].scalar.properties.isWhitespace { end -= 1 }
    return GIFTSigns(start[..<end], line: line)
  }

  /// The first place of an unescaped character.
  func firstIndex(of scalar: Unicode.Scalar) -> Int? {
    signs.firstIndex { $0.scalar == scalar && !$0.isEscaped }
  }

  /// The first place of some unescaped characters one after the other.
  func firstIndex(of text: String, last: Bool = false) -> Int? {
    let wanted = Array(text.unicodeScalars)
    guard signs.count >= wanted.count else { return nil }
    let places = signs.startIndex...(signs.endIndex - wanted.count)
    let isHere = { (index: Int) in
      wanted.indices.allSatisfy {
        signs[index + $0].scalar == wanted[$0] && !signs[index + $0].isEscaped
      }
    }
    return last ? places.last(where: isHere) : places.first(where: isHere)
  }

  /// Whether it begins with unescaped characters.
  func begins(with text: String) -> Bool {
    signs.count >= text.unicodeScalars.count
      && zip(text.unicodeScalars, signs).allSatisfy { $0 == $1.scalar && !$1.isEscaped }
  }

  /// What stands before a place.
  func upTo(_ index: Int) -> GIFTSigns { GIFTSigns(signs[..<index], line: line) }

  /// What stands from a place on.
  func from(_ index: Int) -> GIFTSigns {
    GIFTSigns(signs[min(index, signs.endIndex)...], line: signs.last?.line ?? line)
  }

  /// Without the first signs.
  func dropping(_ count: Int) -> GIFTSigns {
    GIFTSigns(signs.dropFirst(count), line: signs.last?.line ?? line)
  }

  /// The text, its lines kept.
  var source: String {
    var text = String.UnicodeScalarView()
    for sign in signs { text.append(sign.scalar) }
    return String(text)
  }

  /// The text on the lines that were escaped into it: where the file breaks a line, words go on.
  var text: String {
    var text = String.UnicodeScalarView()
    for sign in signs { text.append(sign.scalar == "\n" && !sign.isEscaped ? " " : sign.scalar) }
    return String(text).settled(lineFeeds: 1)
  }
}
