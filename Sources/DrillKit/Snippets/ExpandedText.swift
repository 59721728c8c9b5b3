// SPDX-License-Identifier: GPL-3.0-or-later

/// A drill's text with the snippets that it uses put in their places, and where each line is from.
///
/// What is played and recorded is this text: a record needs no snippet to be told again. What is
/// found wrong in it is traced back to the file in which an author mends it.
public struct ExpandedText: Sendable {
  /// Lines that stand one after the other in a file of their own.
  private struct Stretch {
    /// The first of them in the whole text, 1-based.
    let first: Int
    let file: String
    /// The first of them in their file, 1-based.
    let line: Int
    /// Whether it is for this text's author to mend them: in a translation, the original's are not.
    var isOwn = true
    /// Whether they stand there letter for letter.
    var isExact = true
  }

  /// At most so many uses are followed in a drill.
  public static let maximumUses = 64

  /// The drill's name.
  let file: String
  /// The whole text.
  public private(set) var bytes: [UInt8]
  /// Whether it is a translation of a drill, and none of its own.
  public private(set) var isTranslation = false
  /// Whether it is a translation of another version, which only its author plays.
  private var isBehind = false
  /// What is wrong with the uses, and with the snippets as texts.
  public private(set) var findings: [Diagnostic] = []
  private var stretches: [Stretch] = []

  /// A text that uses none.
  private init(file: String, plain bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// Puts snippets in their places.
  ///
  /// - Parameters:
  ///   - file: The drill's name, in which the snippets' paths begin.
  ///   - bytes: Its own bytes; a text that can't be read is given back as it is.
  ///   - snippet: The bytes of a snippet's file; nil where it is not there or must not be read.
  /// - Returns: the whole text, and what is wrong with the uses in it.
  public static func of(
    file: String, bytes: [UInt8], snippet: (String) -> [UInt8]?
  ) -> ExpandedText {
    let isUsing = bytes.withUnsafeBufferPointer { text in
      Array("\nUse: [".utf8).withUnsafeBufferPointer { text.firstOffset(of: $0) != nil }
    }
    // What is wrong with the drill as a text is said when it is read.
    guard isUsing, let source = SourceText(file: file, bytes: bytes, diagnostics: Diagnostics())
    else { return ExpandedText(file: file, plain: bytes) }
    let expansion = withoutActuallyEscaping(snippet) {
      var expansion = Expansion(source: source, snippet: $0)
      expansion.run()
      return (
        lines: expansion.lines, stretches: expansion.stretches,
        findings: expansion.diagnostics.sorted
      )
    }
    var text = ExpandedText(
      file: file, plain: Array(expansion.lines.joined(separator: "\n").utf8))
    text.stretches = expansion.stretches.map { Stretch(first: $0, file: $1, line: $2) }
    text.findings = expansion.findings
    return text
  }

  /// Whether a snippet is missing or does not fit, so that the text is not whole.
  public var hasErrors: Bool { findings.contains { $0.rule.severity == .error } }

  /// All findings, where findings in the whole text are told in the files that their lines are
  /// from.
  public func findings(with others: [Diagnostic]) -> [Diagnostic] {
    guard !stretches.isEmpty || !findings.isEmpty else { return others }
    guard !isBehind else { return findings }
    // Where a part is missing, what the drill and the policies make of the rest is no help; of a
    // translation without its original, nor is what its front matter lacks.
    let withheld = stretches.isEmpty ? "DPF" : "DP"
    let others = hasErrors ? others.filter { !withheld.contains($0.rule.code.prefix(1)) } : others
    let all = Diagnostics()
    all.report(findings)
    var isTold = false
    for other in others {
      guard let stretch = stretch(of: other.place.line), isTranslation else {
        all.report([traced(other)])
        continue
      }
      if !stretch.isOwn {
        // One is enough to look there: the others may follow from it.
        if !isTold, other.rule.severity == .error {
          isTold = true
          reportForeign(other, to: all)
        }
      } else if !other.rule.code.hasPrefix("M") {
        // Of its Markdown all was said when it was read by itself.
        all.report([traced(other)])
      }
    }
    return all.sorted
  }

  /// What is wrong in a line that is the original's: a translation's author may have caused it, and
  /// can't mend it there.
  private func reportForeign(_ finding: Diagnostic, to all: Diagnostics) {
    let place = origin(of: finding.place.line)
    all.report(
      .noOriginal, at: Place(file: file, line: 1),
      "Line \(place.line) of \(place.file) does not fit in here (\(finding.rule.code)). Where “check” "
        + "says the same there, mend it there; otherwise it is about words of this translation: "
        + finding.message)
  }

  private func traced(_ finding: Diagnostic) -> Diagnostic {
    guard let stretch = stretch(of: finding.place.line) else { return finding }
    let place = origin(of: finding.place.line)
    return Diagnostic(
      finding.rule,
      at: Place(
        file: place.file, line: place.line, column: stretch.isExact ? finding.place.column : 1),
      finding.rule.namesLines ? traced(finding.message) : finding.message,
      fix: finding.fix.flatMap(traced))
  }

  /// A message with the lines that it names as they are in their files.
  private func traced(_ message: String) -> String {
    var message = message
    for found in message.ranges(of: "line ").reversed() {
      let digits = message[found.upperBound...].prefix { $0.isASCII && $0.isNumber }
      guard let line = Int(digits) else { continue }
      let place = origin(of: line)
      let name = place.file == file ? "" : " of \(place.file)"
      message.replaceSubrange(digits.startIndex..<digits.endIndex, with: "\(place.line)\(name)")
    }
    return message
  }

  /// A fix that touches lines of one file alone, as they are typed there; nil for any other.
  private func traced(_ fix: Fix) -> Fix? {
    let lines = fix.firstLine...(fix.firstLine + max(fix.lineCount - 1, 0))
    let origins = lines.map(origin)
    guard let first = origins.first, let last = origins.last, last.file == first.file,
      last.line == first.line + lines.count - 1,
      lines.allSatisfy({ stretch(of: $0)?.isExact ?? true })
    else { return nil }
    return Fix(fix.title, firstLine: first.line, lineCount: fix.lineCount, lines: fix.lines)
  }

  /// The last stretch that begins at a line or before it, by halves: a translation has many.
  private func stretch(of line: Int) -> Stretch? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].first <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : stretches[low - 1]
  }

  /// A place in the whole text as one in the file that its line is from.
  public func typed(_ place: Place) -> Place {
    let origin = origin(of: place.line)
    return Place(file: origin.file, line: origin.line, column: place.column)
  }

  /// The file that a line of the whole text is from, and its number there.
  func origin(of line: Int) -> (file: String, line: Int) {
    guard let stretch = stretch(of: line) else { return (file, line) }
    return (stretch.file, stretch.line + line - stretch.first)
  }
}

/// Texts that are put together from a translation and its original.
extension ExpandedText {
  /// The same text, found to be no translation that can be put together.
  func failing(_ diagnostics: Diagnostics) -> ExpandedText {
    var text = self
    text.isTranslation = true
    text.findings = findings(with: diagnostics.sorted)
    text.stretches = []
    return text
  }

  /// A text of other lines, with what was found in this one's own.
  func composed(
    _ lines: ComposedLines, _ diagnostics: Diagnostics, isBehind: Bool = false
  ) -> ExpandedText {
    var text = ExpandedText(file: file, plain: Array(lines.lines.joined(separator: "\n").utf8))
    text.isTranslation = true
    text.isBehind = isBehind
    text.findings = findings(with: diagnostics.sorted)
    for (index, origin) in lines.origins.enumerated() {
      if let last = text.stretches.last, last.file == origin.file, last.isOwn == origin.isOwn,
        last.isExact == origin.isExact, last.line + index + 1 - last.first == origin.line
      {
        continue
      }
      text.stretches.append(
        Stretch(
          first: index + 1, file: origin.file, line: origin.line, isOwn: origin.isOwn,
          isExact: origin.isExact))
    }
    return text
  }
}

/// The work of putting snippets in their places.
private struct Expansion {
  let source: SourceText
  let snippet: (String) -> [UInt8]?
  let diagnostics = Diagnostics()
  var lines: [String] = []
  var stretches: [(first: Int, file: String, line: Int)] = []
  private var texts: [String: SourceText?] = [:]
  private var uses = 0
  /// How many lines the front matter has.
  private var matter = 0

  init(source: SourceText, snippet: @escaping (String) -> [UInt8]?) {
    self.source = source
    self.snippet = snippet
  }

  mutating func run() {
    begin(source.file, at: 1)
    var fence = Fence()
    // Without front matter nothing is a drill yet, and nothing is put into it.
    matter = FrontMatter.lines(of: Array(source.text.utf8)).count { $0 == 0x0A }
    for (index, line) in source.lines.enumerated() {
      guard index >= matter, !fence.takes(line), SnippetUse.isMeant(line) else {
        lines.append(String(line))
        continue
      }
      guard let (file, part) = part(of: line, at: index + 1) else {
        // It was said what is wrong with the line.
        lines.append("")
        continue
      }
      begin(file, at: part.firstLine)
      var code = Fence()
      lines += part.lines.map { line in
        code.takes(line)
          ? String(line) : SnippetLinks.rewritten(line, from: file, to: source.file)
      }
      begin(source.file, at: index + 2)
    }
  }

  private mutating func begin(_ file: String, at line: Int) {
    stretches.append((lines.count + 1, file, line))
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
    guard uses <= ExpandedText.maximumUses else {
      diagnostics.report(
        .badUse, at: place,
        "A drill takes in at most \(ExpandedText.maximumUses) snippets. Copy some texts here.")
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
