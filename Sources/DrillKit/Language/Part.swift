// SPDX-License-Identifier: GPL-3.0-or-later

/// A piece of a scene or an item, after labels were bound to the blocks that follow them.
struct Part {
  enum Kind {
    case settings(RichText)
    case detour
    case facts(MarkdownList)
    case answers(MarkdownList)
    case next(MarkdownList)
    case hint(price: Int, RichText)
    case inject(Inject.Moment, evenIfAnswered: Bool, MarkdownBlock)
    case feedback([MarkdownBlock])
    case model([MarkdownBlock])
    case answer(RichText)
    case block(MarkdownBlock)
  }

  let kind: Kind
  let place: Place
  var condition: Condition?
  /// The last line of its blocks; nil where it is not to be moved as a whole.
  var endLine: Int?

  /// What it is, as an author calls it.
  var name: String {
    switch kind {
    case .settings: "setting line"
    case .detour: "“_detour_”"
    case .facts: "“Facts:”"
    case .answers: "“Answers:”"
    case .next: "“Next:”"
    case .hint: "hint"
    case .inject: "inject"
    case .feedback: "“Feedback:”"
    case .model: "“Model:”"
    case .answer: "“Answer:”"
    case .block(let block): block.name
    }
  }
}
