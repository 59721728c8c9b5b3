// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Names with their roles in brackets.
extension IncidentNames {
  /// The last two words, and what stands before them of a name with initials.
  private static func name(endingWith words: [String]) -> String {
    var count = 2
    while count < 4, count < words.count {
      let (first, before) = (words[words.count - count], words[words.count - count - 1])
      let goesOn =
        NameForm.initials(before) != nil
        || (NameForm.initials(first) != nil && NameForm.isWord(before))
      guard goesOn else { break }
      count += 1
    }
    return words.suffix(count).joined(separator: " ")
  }

  /// `Jonas Meijer (accounts)`: a name and, in brackets, a role.
  static func inBrackets(_ text: String) -> [(name: String, role: String)] {
    var found: [(String, String)] = []
    for line in text.split(separator: "\n") {
      let pieces = line.split(separator: "(", omittingEmptySubsequences: false)
      for (before, after) in zip(pieces, pieces.dropFirst()) {
        let words = before.split(separator: " ").map(String.init)
        let name = Self.name(endingWith: words)
        let role = String(after.prefix { $0 != ")" }).trimmed()
        guard before.hasSuffix(" "), NameForm.isName(name),
          !NameForm.isInstitution(words.suffix(4)), after.contains(")"), !role.isEmpty,
          role.count <= 40, !NameForm.isName(role), !role.contains(where: \.isNumber)
        else { continue }
        found.append((name, role))
      }
    }
    return found
  }

  /// `Joey (temp)`: a name that stands alone and, in brackets, words that are surely a role.
  static func loneInBrackets(
    _ text: String, _ lone: LoneNames
  ) -> [(name: String, role: String)] {
    var found: [(String, String)] = []
    for line in text.split(separator: "\n") where line.contains("(") {
      let words = line.split(separator: " ").map(String.init)
      for (index, word) in words.enumerated().dropFirst() where word.hasPrefix("(") {
        let before = index > 1 ? bare(words[index - 2]) : ""
        let isPart =
          index > 1 && !".!?:;".contains(words[index - 2].last ?? " ")
          && (NameForm.isWord(before) || NameForm.isParticle(words[index - 2])
            || NameForm.initials(words[index - 2]) != nil)
        let role = LoneNames.remark(index, in: words).trimmed()
        guard !isPart, role.count <= 40, PersonWords.holdsRole(role),
          lone.weight(at: index - 1, in: words) != .none
            || lone.isSmallName(at: index - 1, in: words)
        else { continue }
        found.append((bare(words[index - 1]).capitalisedFirst, role))
      }
    }
    return found
  }
}
