// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// The one layout of drills and policies: text in, text out, the same meaning.
public enum Layout {
  /// What became of a text.
  public enum Outcome: Sendable {
    /// It stands as it should.
    case unchanged
    /// It should stand so.
    case changed([UInt8])
    /// Markdown does not read it as it was meant, so that laying it out would make a mistake look
    /// right: the findings say what to mend first.
    case unreadable([Diagnostic])
    /// Laid out, it would not be the same: it is left as it is.
    case unproven(LayoutFault)
  }

  /// Lays a text out. Whatever comes back changed was parsed again and compared.
  public static func of(file: String, bytes: [UInt8]) -> Outcome {
    let diagnostics = Diagnostics()
    guard let text = LayoutText(file: file, bytes: bytes, diagnostics: diagnostics) else {
      return .unreadable(diagnostics.sorted)
    }
    var fault: LayoutFault?
    for liberties in text.isDrill ? Liberties.ofDrills : Liberties.ofPolicies {
      do throws(LayoutFault) {
        let written = try text.laidOut(liberties)
        guard written != bytes else { return .unchanged }
        try text.prove(written)
        return .changed(written)
      } catch {
        fault = fault ?? error
      }
    }
    return fault.map(Outcome.unproven) ?? .unchanged
  }
}

/// What may be changed within lines, as far as it is proved to change nothing: a sentence that only
/// looks like a mark stays as it is, and so do numbers where one too many or too few is a mistake.
struct Liberties: OptionSet {
  let rawValue: Int
  /// Marks before answers, settings and conditions.
  static let marks = Liberties(rawValue: 1)
  /// The numbers of lists.
  static let numbers = Liberties(rawValue: 2)

  /// From the most to the least.
  static let ofDrills: [Liberties] = [[.marks, .numbers], .marks, .numbers, []]
  /// A policy has no marks.
  static let ofPolicies: [Liberties] = [.numbers, []]
}

/// A drill's or a policy's text that was read, and may be laid out.
struct LayoutText {
  let source: SourceText
  let matter: FrontMatter
  let blocks: [MarkdownBlock]

  /// Rules whose breach means that blocks are other than their author meant them, or are missing.
  private static let misreadings: Set<String> = [
    "F001", "F002", "S009", "S010", "M001", "M002", "M003", "M004", "M005", "M007", "M010", "M016",
    "M019",
  ]

  /// Reads a text; nil, with the findings, where it is none that may be laid out.
  init?(file: String, bytes: [UInt8], diagnostics: Diagnostics) {
    guard let source = SourceText(file: file, bytes: bytes, diagnostics: diagnostics) else {
      return nil
    }
    let found = Diagnostics()
    matter = FrontMatter.read(source, diagnostics: found)
    blocks = MarkdownParser.parse(source, fromLine: matter.markdownLine, diagnostics: found)
    let misread = found.sorted.filter { Self.misreadings.contains($0.rule.code) }
    diagnostics.report(misread)
    guard misread.isEmpty else { return nil }
    self.source = source
  }

  /// Whether it is a drill, not a policy.
  var isDrill: Bool { !matter.entries.contains { $0.key == "policy" } }

  /// The text as it should stand.
  func laidOut(_ liberties: Liberties) throws(LayoutFault) -> [UInt8] {
    let layout = BlockLayout(source: source, liberties: liberties)
    var lines = FrontMatterLayout.lines(of: source, matter)
    let body = try layout.lines(of: blocks, at: BlockLayout.Position())
    if !body.isEmpty { lines += [""] + body }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  // MARK: Proof

  /// Reads what was written, and compares: Markdown, front matter, findings, and the drill in each
  /// of its variants, or the policy.
  func prove(_ written: [UInt8]) throws(LayoutFault) {
    let file = source.file
    let found = Diagnostics()
    guard let other = LayoutText(file: file, bytes: written, diagnostics: found) else {
      let first = found.sorted.first
      throw LayoutFault(
        place: source.place(1), what: first.map { "it would break \($0.rule.code)" } ?? "no text")
    }
    try compare(
      Portrait(of: blocks, tidied: isDrill), Portrait(of: other.blocks, tidied: isDrill))
    if matter.isComplete || other.matter.isComplete {
      try compare(Portrait(of: matter), Portrait(of: other.matter))
    } else if lines(of: matter) != other.lines(of: other.matter) {
      throw LayoutFault(place: source.place(1), what: "the front matter would be another")
    }
    let (mine, findings) = meaning
    let (theirs, otherFindings) = other.meaning
    try compare(mine, theirs)
    for code in Set(findings + otherFindings).sorted() {
      let (before, after) = (findings.count { $0 == code }, otherFindings.count { $0 == code })
      guard before != after else { continue }
      throw LayoutFault(
        place: source.place(1), what: "check would report \(code) \(after) times, not \(before)")
    }
  }

  private func compare(_ mine: Portrait, _ theirs: Portrait) throws(LayoutFault) {
    guard let difference = mine.firstDifference(from: theirs) else { return }
    throw LayoutFault(place: difference.place ?? source.place(1), what: difference.words)
  }

  private func lines(of matter: FrontMatter) -> [Substring] {
    Array(source.lines.prefix(matter.markdownLine - 1))
  }

  /// What the text means once the language is read, and the codes of what is wrong with it.
  private var meaning: (portrait: Portrait, findings: [String]) {
    let diagnostics = Diagnostics()
    let top = source.place(1)
    let portrait: Portrait
    if isDrill {
      let drills = DrillReader.read(
        file: source.file, bytes: Array(source.text.utf8), diagnostics: diagnostics)
      portrait = Portrait(of: drills, at: top)
    } else {
      portrait = Portrait(of: Policy.read(source, diagnostics: diagnostics) as Any, at: top)
    }
    // A list that is numbered anew, or indented less, is asked about no more or again.
    let codes = diagnostics.sorted.map(\.rule.code).filter { !["M014", "M015"].contains($0) }
    // Findings of Markdown in one line count as one, and where a line is broken in another way some
    // of them stand in another line; the blocks were compared already.
    let ofMarkdown = Set(codes.filter { $0.hasPrefix("M") })
    return (portrait, (codes.filter { !$0.hasPrefix("M") } + ofMarkdown).sorted())
  }
}
