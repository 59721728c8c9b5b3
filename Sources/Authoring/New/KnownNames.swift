// SPDX-License-Identifier: GPL-3.0-or-later

/// Names that stand somewhere in a record, known again in their other forms: in capitals, with an
/// ending, as a handle.
struct KnownNames {
  private var parts: Set<String> = []
  private var handles: Set<String> = []

  init(_ names: some Sequence<String>) {
    for name in names { add(name) }
  }

  private mutating func add(_ name: String) {
    let words = name.split(separator: " ").map { String($0.filter { $0 != "," }) }
      .filter { !NameForm.isTitle($0) && NameForm.initials($0) == nil }
      .filter { NameForm.isWord($0) || NameForm.isLoud($0) || LoneNames.isMonth($0) }
      .map { $0.lowercased() }
    parts.formUnion(words.filter { $0.count > 2 })
    guard words.count > 1 else { return }
    let (given, family) = (Self.letters(words[0]), Self.letters(words[words.count - 1]))
    handles.formUnion([
      "\(given.prefix(1))\(family)", "\(given)\(family)", "\(family)\(given.prefix(1))",
      "\(family)\(given)", "\(given)\(family.prefix(1))",
    ])
  }

  /// Whether a word is one of a name: “MEIJER”, “Meijers”, “Meijer’s”, “jmeijer”, “jonas.meijer”.
  func hold(_ word: String) -> Bool {
    let lower = word.lowercased()
    if handles.contains(Self.letters(lower)) { return true }
    return word.first?.isUppercase == true && holdPart(lower)
  }

  /// Whether a word in small letters is one of a name.
  func holdPart(_ lower: String) -> Bool {
    let endings = ["", "s", "'s", "’s", "'", "’"]
    return endings.contains {
      lower.hasSuffix($0) && parts.contains(String(lower.dropLast($0.count)))
    }
  }

  private static func letters(_ word: String) -> String { word.filter(\.isLetter) }
}
