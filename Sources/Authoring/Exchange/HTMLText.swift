// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The words of an HTML text as a drill shows them: paragraphs, lines and lists stay, tags go.
struct HTMLText {
  /// The words, with line feeds where lines end and empty lines between paragraphs.
  private(set) var words = ""
  /// What words can't say, each kind once: pictures, tables, links.
  private(set) var losses: [String] = []
  /// Whether some of it is bold or in italics, which is not kept.
  private(set) var isEmphatic = false

  private var scalars = String.UnicodeScalarView()
  /// Line feeds that come before the next word.
  private var feeds = 0
  private var isSpaced = false
  /// Whether lines end where the source's do.
  private var isPreformatted = false
  /// Numbers of the lists that are open; nil for one with dots.
  private var lists: [Int?] = []
  /// The element whose words are no text.
  private var silent: String?

  /// Lists within lists that are counted.
  private static let maximumDepth = 16
  /// Characters of an attribute's value that are stepped over.
  private static let longestValue = 2000

  /// Reads a text; one without any tag keeps its lines.
  init(_ text: String) {
    let source = Array(text.unicodeScalars)
    guard let end = source.lastIndex(of: ">"), source.contains("<") else {
      words = Self.withoutReferences(text)
      return
    }
    let hasTags = source.indices.contains { Self.tag(source, at: $0, end) != nil }
    guard hasTags else {
      words = Self.withoutReferences(text)
      return
    }
    read(source, end)
    words = String(scalars)
  }

  private mutating func read(_ source: [Unicode.Scalar], _ end: Int) {
    var index = 0
    var plain = String.UnicodeScalarView()
    func flush(_ text: inout Self) {
      text.add(Self.withoutReferences(String(plain)))
      plain.removeAll()
    }
    while index < source.count {
      guard let tag = Self.tag(source, at: index, end) else {
        plain.append(source[index])
        index += 1
        continue
      }
      flush(&self)
      take(tag)
      index = tag.end
    }
    flush(&self)
  }

  // MARK: Tags

  private struct Tag {
    let name: String
    let isClosing: Bool
    let attributes: String
    /// The place behind it.
    let end: Int
  }

  /// The tag or comment at a place; a “<” before anything else is text. It ends at the first “>”
  /// that is in no value, so that hardly a place is looked at twice.
  private static func tag(_ source: [Unicode.Scalar], at start: Int, _ last: Int) -> Tag? {
    guard source[start] == "<", start + 1 < source.count, start < last else { return nil }
    let isClosing = source[start + 1] == "/"
    let first = start + (isClosing ? 2 : 1)
    guard first < source.count else { return nil }
    if source[start...].starts(with: "<!--".unicodeScalars) {
      // Up to its end, or else to the first “>”, as anything else.
      let end = source[start...].firstIndex(of: ">") ?? last
      var index = end
      while index < last, source[index] != ">" || source[index - 1] != "-" { index += 1 }
      let isClosed = source[index] == ">" && source[index - 1] == "-"
      return Tag(
        name: "!--", isClosing: false, attributes: "", end: (isClosed ? index : end) + 1)
    }
    guard source[first].properties.isAlphabetic, source[first].isASCII else { return nil }
    guard let end = Self.end(source[first...last]) else { return nil }
    var inside = String.UnicodeScalarView()
    inside.append(contentsOf: source[first..<end])
    let text = String(inside)
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return Tag(
      name: name.lowercased(), isClosing: isClosing,
      attributes: String(text.dropFirst(name.count)), end: end + 1)
  }

  /// Where a tag ends, values in quotation marks stepped over; one that does not close soon is none.
  private static func end(_ inside: ArraySlice<Unicode.Scalar>) -> Int? {
    var index = inside.startIndex
    while index < inside.endIndex, inside[index] != ">" {
      let sign = inside[index]
      index += 1
      guard sign == "=" else { continue }
      let value = inside[index...].prefix(16).firstIndex { $0 != " " } ?? index
      guard value < inside.endIndex, inside[value] == "\"" || inside[value] == "'" else { continue }
      let rest = inside[value...].dropFirst().prefix(longestValue)
      guard let close = rest.firstIndex(of: inside[value]), close < inside.endIndex - 1 else {
        return inside[index...].firstIndex(of: ">")
      }
      index = close + 1
    }
    return index < inside.endIndex ? index : nil
  }

  private mutating func take(_ tag: Tag) {
    if let silent {
      if tag.isClosing, tag.name == silent { self.silent = nil }
      return
    }
    switch tag.name {
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr": feed(2)
    case "pre":
      isPreformatted = !tag.isClosing
      feed(2)
    case "div", "section", "article": feed(1)
    case "br": feeds = min(feeds + 1, 2)
    case "ul", "ol":
      if tag.isClosing {
        _ = lists.popLast()
        feed(lists.isEmpty ? 2 : 1)
      } else {
        feed(1)
        if lists.count < Self.maximumDepth { lists.append(tag.name == "ol" ? 0 : nil) }
      }
    case "li":
      feed(1)
      guard !tag.isClosing else { return }
      var mark = "- "
      if let number = lists.last ?? nil {
        lists[lists.count - 1] = number + 1
        mark = "\(number + 1). "
      }
      add(mark)
    case "b", "strong", "i", "em", "u": isEmphatic = true
    case "span", "font", "small", "big", "code", "tt", "label", "body", "html", "mark", "wbr",
      "kbd":
      return
    case "a":
      let address = Self.address(in: tag.attributes)
      if let address { lose("a link to \(address)") }
    default: takeOther(tag)
    }
  }

  private mutating func takeOther(_ tag: Tag) {
    switch tag.name {
    case "img", "picture", "svg": lose("a picture")
    case "table", "tr", "td", "th", "tbody", "thead", "caption":
      lose("a table, whose cells stand one after the other")
      if tag.name == "td" || tag.name == "th" { add(" ") } else { feed(1) }
    case "script", "style":
      lose("a \(tag.name)")
      if !tag.isClosing { silent = tag.name }
    case "!--": lose("a comment")
    case "sup", "sub": lose("a small sign above or below the line")
    case "audio", "video", "iframe", "object", "embed", "source": lose("a recording or a frame")
    default: lose("<\(tag.name.prefix(20))>")
    }
  }

  private static func address(in attributes: String) -> String? {
    guard let start = attributes.firstRange(of: /(?i:href=)/) else { return nil }
    let value = attributes[start.upperBound...].drop { "\"'".contains($0) }
    return String(value.prefix { !"\"' ".contains($0) }.prefix(80))
  }

  private mutating func lose(_ what: String) {
    if losses.count < 8, !losses.contains(what) { losses.append(what) }
  }

  // MARK: Words

  private mutating func feed(_ count: Int) { feeds = max(feeds, count) }

  private mutating func add(_ text: String) {
    guard silent == nil else { return }
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpaced = true
        if isPreformatted, scalar == "\n" { feeds = min(feeds + 1, 2) }
        continue
      }
      if !scalars.isEmpty {
        if feeds > 0 {
          for _ in 0..<feeds { scalars.append("\n") }
        } else if isSpaced {
          scalars.append(" ")
        }
      }
      (feeds, isSpaced) = (0, false)
      scalars.append(scalar)
    }
  }

  /// A text with characters for what stands for them: `&amp;`, `&nbsp;`, `&#39;`.
  private static func withoutReferences(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var read = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      read += rest[..<start]
      rest = rest[start...]
      let name = rest.dropFirst().prefix(32).prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#")
      }
      let end = rest.index(start, offsetBy: name.count + 1)
      guard end < rest.endIndex, rest[end] == ";", let sign = character(String(name)) else {
        read += "&"
        rest = rest.dropFirst()
        continue
      }
      read += sign
      rest = rest[end...].dropFirst()
    }
    return read + rest
  }

  private static func character(_ name: String) -> String? {
    switch name {
    case "nbsp": return " "
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    default: break
    }
    // The parser of Markdown knows all of their names.
    guard !name.isEmpty,
      let source = SourceText(
        file: "", bytes: Array("a&\(name);b".utf8), diagnostics: Diagnostics()),
      case .paragraph(let words)? = MarkdownParser.parse(source, diagnostics: Diagnostics()).first?
        .kind
    else { return nil }
    let sign = words.plain.dropFirst().dropLast()
    let isText = sign.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{FFFD}"
    }
    return isText && !sign.isEmpty && sign != "&\(name);" ? String(sign) : nil
  }

  // MARK: Writing

  /// A text as HTML that reads back as the same words.
  static func written(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    let lines = { (text: String) in text.replacing("\n", with: "<br>") }
    guard escaped.contains("\n\n") else { return lines(escaped) }
    return escaped.split(separator: "\n\n").map { "<p>\(lines(String($0)))</p>" }.joined()
  }
}
