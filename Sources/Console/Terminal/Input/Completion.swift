// SPDX-License-Identifier: GPL-3.0-or-later

/// What Tab offers at a prompt: candidates by prefix, whatever the case, and nothing else. No file
/// and no user of the machine is ever looked up.
public struct Completion: Sendable, Hashable {
  /// How much of the line a candidate stands for.
  public enum Scope: Sendable, Hashable {
    /// The whole line up to the cursor, as with commands: "run coffee".
    case line
    /// Any word or words before the cursor, as in a list of answers: "b, Customer database".
    case words
  }

  /// What Tab does.
  enum Outcome: Sendable, Hashable {
    /// Nothing fits, or the text is complete.
    case nothing
    /// The last `bytes` bytes of UTF-8 before the cursor become `text`.
    case replace(bytes: Int, text: String)
    /// Several fit: they are shown.
    case show([String])
  }

  /// What may be completed to, in the order of showing; spaces are allowed.
  public var candidates: [String]
  /// How much of the line a candidate stands for.
  public var scope: Scope

  /// Candidates; those that hold newlines or misleading characters are left out.
  public init(_ candidates: [String], scope: Scope = .words) {
    self.candidates = candidates.filter {
      !$0.isEmpty && !$0.contains("\n") && ForeignText.isHarmless($0)
    }
    self.scope = scope
  }

  /// Tab does nothing.
  public static let none = Completion([])

  /// What Tab does after this text. The longest stretch before the cursor that begins a candidate
  /// counts, so that "the customer d" finds "Customer database".
  func outcome(after text: String) -> Outcome {
    guard !candidates.isEmpty else { return .nothing }
    for start in starts(in: text) {
      let fragment = text[start...]
      let folded = fragment.lowercased()
      var seen = Set<String>()
      let matches = candidates.filter {
        $0.lowercased().hasPrefix(folded) && seen.insert($0).inserted
      }
      guard let first = matches.first else { continue }
      let shared = Self.sharedPrefix(of: matches, in: first)
      if matches.count == 1 || shared.count > fragment.count {
        return shared == fragment
          ? .nothing : .replace(bytes: fragment.utf8.count, text: String(shared))
      }
      return .show(matches)
    }
    return .nothing
  }

  /// Where a candidate may begin, the longest stretch first.
  private func starts(in text: String) -> [String.Index] {
    let lineStart = text.firstIndex { $0 != " " } ?? text.endIndex
    guard scope == .words else { return [lineStart] }
    var starts = [lineStart]
    var isBetween = false
    for index in text.indices where index >= lineStart {
      if isBetween && text[index] != " " { starts.append(index) }
      isBetween = " ,;:=/\t".contains(text[index])
    }
    if isBetween { starts.append(text.endIndex) }
    return starts
  }

  private static func sharedPrefix(of matches: [String], in first: String) -> Substring {
    var length = first.count
    for other in matches.dropFirst() {
      let same = zip(first, other).prefix { $0.lowercased() == $1.lowercased() }
      length = min(length, same.count)
    }
    return first.prefix(length)
  }

  /// Candidates in columns, as many side by side as fit; at most a hundred are shown.
  static func table(of candidates: [String], columns: Int) -> String {
    let shown = candidates.prefix(100)
    let widest = shown.map { TextWidth.columns(of: $0) }.max() ?? 0
    let perLine = max(1, columns / (widest + 2))
    let rows = (shown.count + perLine - 1) / perLine
    var lines: [String] = (0..<rows).map { row in
      let cells = stride(from: row, to: shown.count, by: rows).map { shown[$0] }
      var line = ""
      for (index, cell) in cells.enumerated() {
        line += cell
        if index < cells.count - 1 {
          line += String(repeating: " ", count: widest + 2 - TextWidth.columns(of: cell))
        }
      }
      return line
    }
    if candidates.count > shown.count {
      lines.append("and \(candidates.count - shown.count) more: type another letter")
    }
    return lines.joined(separator: "\n")
  }
}
