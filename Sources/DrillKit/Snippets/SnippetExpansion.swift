// SPDX-License-Identifier: GPL-3.0-or-later

/// Drills with the snippets that they use.
///
/// What is played and recorded is the whole text: a record needs no snippet to be told again.
extension ComposedText {
  /// At most so many uses are followed in a drill.
  public static let maximumUses = 64

  /// Puts snippets in their places.
  ///
  /// - Parameters:
  ///   - file: The drill's name, in which the snippets' paths begin.
  ///   - bytes: Its own bytes; a text that can't be read is given back as it is.
  ///   - snippet: The bytes of a snippet's file; nil where it is not there or must not be read.
  /// - Returns: the whole text, and what is wrong with the uses in it.
  public static func expanding(
    file: String, bytes: [UInt8], snippet: (String) -> [UInt8]?
  ) -> ComposedText {
    let isUsing = ["\nUse: [", SnippetUse.folder].contains { sign in
      bytes.withUnsafeBufferPointer { text in
        Array(sign.utf8).withUnsafeBufferPointer { text.firstOffset(of: $0) != nil }
      }
    }
    // What is wrong with the drill as a text is said when it is read.
    guard isUsing, let source = SourceText(file: file, bytes: bytes, diagnostics: Diagnostics()),
      source.lines.contains(where: { SnippetUse.isMeant($0) || SnippetUse.meant(by: $0) != nil })
    else { return ComposedText(file: file, plain: bytes) }
    return withoutActuallyEscaping(snippet) {
      var expansion = Expansion(source: source, snippet: $0)
      expansion.run()
      return ComposedText(
        file: file, lines: expansion.lines, findings: expansion.diagnostics.sorted)
    }
  }
}

/// The work of putting snippets in their places.
private struct Expansion {
  let source: SourceText
  let snippet: (String) -> [UInt8]?
  let diagnostics = Diagnostics()
  var lines = ComposedLines()
  private var texts: [String: SourceText?] = [:]
  private var uses = 0
  /// How many lines the front matter has.
  private var matter = 0

  init(source: SourceText, snippet: @escaping (String) -> [UInt8]?) {
    self.source = source
    self.snippet = snippet
  }

  mutating func run() {
    var fence = Fence()
    // Without front matter nothing is a drill yet, and nothing is put into it.
    matter = FrontMatter.lines(of: Array(source.text.utf8)).count { $0 == 0x0A }
    for (index, line) in source.lines.enumerated() {
      guard index >= matter, !fence.takes(line), let line = use(in: line, at: index + 1) else {
        append(String(line), source.file, index + 1)
        continue
      }
      guard let (file, part) = part(of: line, at: index + 1) else {
        // It was said what is wrong with the line.
        append("", source.file, index + 1)
        continue
      }
      var code = Fence()
      for (offset, line) in part.lines.enumerated() {
        let text =
          code.takes(line)
          ? String(line) : SnippetLinks.rewritten(line, from: file, to: source.file)
        append(text, file, part.firstLine + offset, isExact: text == line)
      }
    }
  }

  private mutating func append(
    _ text: String, _ file: String, _ line: Int, isExact: Bool = true
  ) {
    lines.append(text, from: .init(file: file, line: line, isOwn: true, isExact: isExact))
  }

  /// A line that takes in a part of a snippet, as it was meant; nil for any other.
  private func use(in line: Substring, at number: Int) -> Substring? {
    if SnippetUse.isMeant(line) { return line }
    guard let meant = SnippetUse.meant(by: line) else { return nil }
    diagnostics.report(
      .badUse, at: source.place(number),
      "This line takes in no snippet. Did you mean “Use: …”, at the line's start?",
      fix: line.trimmed().lowercased().hasPrefix("use:")
        ? source.rewriting(number, "write “Use: …”") { _ in meant } : nil)
    return meant[...]
  }

  /// The part that a line uses; nil, reported, where it can't be used.
  private mutating func part(of line: Substring, at number: Int) -> (
    file: String, part: SnippetPart
  )? {
    let place = source.place(number)
    guard let use = SnippetUse(line), let file = use.file(from: source.file) else {
      diagnostics.report(
        .badUse, at: place,
        "A part of a snippet is taken in by \(SnippetUse.form), whose file lies in a folder "
          + "“snippets”.")
      return nil
    }
    let isFirst = number - 1 == matter
    guard isFirst || source.line(number - 1).isBlank, source.line(number + 1).isBlank else {
      diagnostics.report(
        .badUse, at: place,
        "“Use:” stands alone in its paragraph: put an empty line before it and after it.")
      return nil
    }
    uses += 1
    guard uses <= ComposedText.maximumUses else {
      diagnostics.report(
        .badUse, at: place,
        "A drill takes in at most \(ComposedText.maximumUses) snippets. Copy some texts here.")
      return nil
    }
    guard let text = text(of: file) else {
      diagnostics.report(
        .noSnippet, at: place,
        "There is no snippet “\(use.path.shortened)” that can be read, as seen from this drill, in "
          + "the drills' folder.")
      return nil
    }
    do throws(SnippetPart.Missing) {
      return (file, try SnippetPart(use.slug, in: text))
    } catch {
      report(error, use, text, at: place)
      return nil
    }
  }

  private func report(
    _ missing: SnippetPart.Missing, _ use: SnippetUse, _ text: SourceText, at place: Place
  ) {
    switch missing {
    case .noHeading(let targets):
      diagnostics.report(
        .noSnippet, at: place,
        "No heading of the snippet has the link target “#\(use.slug.shortened)”."
          + suggestion(for: use.slug, in: targets))
    case .headingInside(let line):
      diagnostics.report(
        .unfitSnippet, at: text.place(line),
        "A part of a snippet has no headings within it: scenes and items stand in the drill.")
    case .useInside(let line):
      diagnostics.report(
        .unfitSnippet, at: text.place(line),
        "A snippet can't use another one. Copy that one's text here.")
    case .noText(let line):
      diagnostics.report(
        .unfitSnippet, at: text.place(line), "No text stands below this heading.")
    }
  }

  private mutating func text(of file: String) -> SourceText? {
    if let known = texts[file] { return known }
    let text = snippet(file).flatMap {
      SourceText(file: file, bytes: $0, diagnostics: diagnostics)
    }
    texts[file] = .some(text)
    return text
  }
}

/// Links of a snippet, which lead on from the drill's folder once its text stands there.
private enum SnippetLinks {
  /// A line with its links to files as they are seen from another file's folder.
  static func rewritten(_ line: Substring, from file: String, to other: String) -> String {
    let (here, there) = (WrittenPath(file).parent, WrittenPath(other).parent)
    guard here != there, line.contains("](") else { return String(line) }
    var result = ""
    var rest = line
    while let opening = rest.ranges(of: "](").first {
      result += rest[..<opening.upperBound]
      rest = rest[opening.upperBound...]
      let path = rest.prefix { $0 != ")" && $0 != "#" }
      rest = rest[path.endIndex...]
      let isLocal = path.hasSuffix(".md") && !path.hasPrefix("/") && !path.contains(":")
      result += isLocal ? there.link(to: here.appending(WrittenPath(path))) : String(path)
    }
    return result + rest
  }
}
