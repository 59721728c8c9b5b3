// SPDX-License-Identifier: GPL-3.0-or-later

extension Outline {
  /// Reports addresses that stand in a text as they are: forges make links of them. What some kinds
  /// of items show is worked on as it came, a phishing mail with its address.
  func reportAddresses(in source: SourceText, _ diagnostics: Diagnostics) {
    // Most drills have none anywhere.
    guard source.text.hasBytes(of: "://") || source.text.hasBytes(of: "www.") else { return }
    var blocks = opening + (end?.blocks ?? [])
    for scene in scenes {
      blocks += scene.blocks
      for item in scene.items where !item.showsAsItCame {
        blocks += item.seeksAnswers ? Self.shown(item.blocks) : item.blocks
      }
    }
    let occurrences = Occurrences(in: source)
    for heading in headings {
      Self.report(
        heading.text, from: heading.place.line, through: heading.place.line, in: source,
        occurrences, diagnostics)
    }
    for block in blocks {
      block.forEachText { text, inner in
        Self.report(
          text, from: inner.place.line, through: inner.endLine, in: source, occurrences,
          diagnostics)
      }
    }
  }

  /// Blocks without the words of their lists' answers.
  private static func shown(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    blocks.flatMap { block in
      guard case .list(let list) = block.kind, list.items.contains(where: { $0.tick != nil }) else {
        return [block]
      }
      return list.items.flatMap { Array($0.blocks.dropFirst()) }
    }
  }

  private static func report(
    _ text: RichText, from first: Int, through last: Int, in source: SourceText,
    _ occurrences: Occurrences, _ diagnostics: Diagnostics
  ) {
    for run in text.runs
    where run.link == nil && !run.style.contains(.code) && !diagnostics.isFull {
      guard run.text.hasBytes(of: "://") || run.text.hasBytes(of: "www.") else { continue }
      // Of very many the first ones are told.
      for range in LiveAddress.ranges(in: run.text).prefix(100) {
        let address = String(run.text[range])
        let place = occurrences.place(of: address, from: first, through: last) {
          !$0.hasSuffix("`")
        }
        diagnostics.report(
          .liveLink, at: place,
          "“\(address.shortened)” is a live link where the drill is read as Markdown. Put an address "
            + "that people may read in a code span.",
          fix: source.rewriting(place.line, "put the address into a code span") {
            inCode(address, $0)
          })
      }
    }
  }
}

/// A line with an address in code spans; nil where it may stand in one or in a link as well.
private func inCode(_ address: String, _ line: String) -> String? {
  let found = line.ranges(of: address)
  let isSure = found.allSatisfy { range in
    let before = line[..<range.lowerBound].last
    guard before != "`" else { return false }
    // Of several, one may be part of a longer address or a link's target.
    let rest = String(line[range.lowerBound...])
    return found.count == 1
      || before != "(" && before != "<"
        && LiveAddress.ranges(in: rest).first.map { rest[$0] == address } ?? false
  }
  guard isSure, found.count == 1 || !line.contains("`") else { return nil }
  return line.replacing(address, with: "`\(address)`")
}

extension Outline.ItemPart {
  /// Whether its kind shows a text as it came.
  var showsAsItCame: Bool { kind?.showsAsItCame ?? false }

  /// Whether its kind looks for the words of its answers in a text.
  var seeksAnswers: Bool { kind?.seeksAnswers ?? false }

  private var kind: (any ItemKind.Type)? {
    ItemKinds.kind(String(heading.plain.prefix { $0 != ":" }))
  }
}
