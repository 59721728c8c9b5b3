// SPDX-License-Identifier: GPL-3.0-or-later

/// A heading as a link target. Forges differ in how they make anchors, so a heading that is linked
/// to holds letters, digits and single spaces only, of which all of them make the same.
public enum Slug {
  /// Small letters, a hyphen for each space; anything else is dropped.
  public static func of(_ heading: String) -> String {
    var slug = ""
    for character in heading.trimmed().lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if character == " " || character == "-" {
        slug.append("-")
      }
    }
    return slug
  }

  /// Whether every forge makes the same anchor of a heading.
  public static func isPortable(_ heading: String) -> Bool {
    var previous: Character = " "
    for character in heading {
      if character == " " {
        if previous == " " { return false }
      } else if !(character.isLetter || character.isNumber) {
        return false
      }
      previous = character
    }
    return !heading.isEmpty && previous != " "
  }
}
