// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a section as a translation has it: a block with the label before it, if there is one.
struct TranslationUnit {
  /// What sort of block it is: blocks are paired with those of the same form.
  enum Form: Hashable {
    case paragraph, list, numberedList, quote, table, code
    /// A hint: its price is a key, its words are not.
    case hint
    /// `Feedback:` or `Model:`, and a quote.
    case labelled(String)
    /// `After 20 s:` and a quote.
    case moment
    /// A part that is a key as it stands, such as `Facts:` with its list.
    case key(String)

    /// Whether it is kept as the original has it.
    var isKey: Bool {
      if case .key = self { return true }
      return false
    }
  }

  /// What sort it is.
  let form: Form
  /// The block; that of a label, where nothing else is bound.
  let block: MarkdownBlock
  /// The paragraph that labels it.
  let label: MarkdownBlock?

  /// Where it begins.
  var place: Place { (label ?? block).place }

  /// What it is, as an author calls it.
  var name: String {
    switch form {
    case .hint: "hint"
    case .labelled(let name): "quote under “\(name)”"
    case .moment: "quote under “\(label?.paragraph?.plain ?? "After …")”"
    case .key(let name): "“\(name)”"
    default: block.name
    }
  }

  /// The first words of it, for a message.
  var words: String { block.richTexts.first { !$0.isBlank }?.plain ?? block.plainText }

  /// The pieces of a section; comments are none.
  static func all(in blocks: [MarkdownBlock], of source: SourceText) -> [TranslationUnit] {
    let reader = PartReader(source: source, diagnostics: Diagnostics())
    var units: [TranslationUnit] = []
    var rest = blocks[...]
    while let block = rest.popFirst() {
      guard let form = form(of: block) else { continue }
      guard let text = block.paragraph else {
        units.append(TranslationUnit(form: form, block: block, label: nil))
        continue
      }
      let plain = text.plain
      if reader.isDirective(text) {
        units.append(TranslationUnit(form: .key(Self.directive(plain)), block: block, label: nil))
      } else if ["Facts:", "Next:"].contains(plain), let list = rest.first, list.isList {
        rest.removeFirst()
        units.append(TranslationUnit(form: .key(plain), block: list, label: block))
      } else if plain == "Answers:" || plain.hasPrefix("Answer:") {
        let name = String(plain.prefix { $0 != ":" }) + ":"
        units.append(TranslationUnit(form: .key(name), block: block, label: nil))
      } else if plain.hasPrefix("Hint (") || plain.hasPrefix("Hint:") {
        units.append(TranslationUnit(form: .hint, block: block, label: nil))
      } else if ["Feedback:", "Model:"].contains(plain) || reader.isMoment(plain),
        let quote = rest.first, quote.isQuote
      {
        rest.removeFirst()
        // Its moment is a key, compared once the two are paired.
        let form = reader.isMoment(plain) ? Form.moment : .labelled(plain)
        units.append(TranslationUnit(form: form, block: quote, label: block))
      } else if let quote = rest.first, quote.isQuote,
        let label = reader.misspelt(plain, block, next: quote)
      {
        // It is told when the drill is read.
        rest.removeFirst()
        units.append(TranslationUnit(form: .labelled(label + ":"), block: quote, label: block))
      } else {
        units.append(TranslationUnit(form: form, block: block, label: nil))
      }
    }
    return units
  }

  /// What a directive is called.
  private static func directive(_ plain: String) -> String {
    switch plain.lowercased().prefix(while: { !$0.isWhitespace }) {
    case "when": "_when …_"
    case "detour": "_detour_"
    default: "settings"
    }
  }

  /// What sort a block without a label is; nil for one that says nothing.
  static func form(of block: MarkdownBlock) -> Form? {
    switch block.kind {
    case .paragraph, .heading, .html, .rule: .paragraph
    case .list(let list): list.isOrdered ? .numberedList : .list
    case .quote: .quote
    case .table: .table
    case .code: .code
    case .comment: nil
    }
  }
}
