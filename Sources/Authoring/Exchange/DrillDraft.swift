// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The text of a drill that questions are added to: a category begins a scene, and so does a text
/// that asks nothing, which the scene then tells.
struct DrillDraft {
  private let frame: DrillFrame
  private var lines: [String] = []
  private var slugs: Set<String>
  private var category: String?
  private var scenes = 0
  private var asked = 0

  /// A drill without questions.
  init(_ frame: DrillFrame) {
    self.frame = frame
    slugs = [Slug.of(frame.title)]
  }

  /// The text so far.
  var text: String {
    """
    ---
    drill: 1
    id: \(frame.id)
    version: 1
    title: \(MarkdownWords.yaml(frame.title))
    summary: \(MarkdownWords.yaml(frame.summary))
    duty: \(frame.duty.rawValue)
    moment: during
    level: 1
    competencies: [\(frame.competency)]
    audience: [\(frame.audience)]
    minutes: \(min(max(asked, 1), 120))
    pass: 80
    review-by: \(frame.reviewBy)
    ---

    # \(MarkdownWords.line(frame.title))

    """ + lines.joined(separator: "\n")
  }

  /// Adds a question; what it loses comes back.
  mutating func add(_ question: Question) throws(GIFTProblem) -> [String] {
    guard question.body == .description else {
      let draft = try ItemDraft(question)
      if scenes == 0 || question.category != category { beginScene(question, tells: false) }
      lines += draft.lines
      asked += 1
      return draft.losses
    }
    beginScene(question, tells: true)
    lines += MarkdownWords.paragraphs(question.text.text) + [""]
    return question.markupLosses.map { "“\(question.name)” \($0)" }
  }

  private mutating func beginScene(_ question: Question, tells: Bool) {
    scenes += 1
    var keepsake = Keepsake()
    keepsake.keep("category", question.category)
    if tells {
      keepsake.keep("kind", question.body.kind)
      keepsake.keep(question)
    }
    category = question.category
    let last = question.category?.split(separator: "/").last.map(String.init)
    let title = title(tells ? question.title ?? last : last)
    lines += ["", "## \(title)", ""]
    if !keepsake.lines.isEmpty { lines += keepsake.comment + [""] }
  }

  /// A title that every forge makes the same link target of, and that no other scene has.
  private mutating func title(_ wanted: String?) -> String {
    let words = (wanted ?? "").split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: " ").prefix(60).split(separator: " ").joined(separator: " ")
    let isReserved = ["End", "Variants"].contains { nearest(to: words, in: [$0]) != nil }
    let base = words.isEmpty || isReserved || Slug.flaw(of: words) != nil ? "Questions" : words
    var title = base
    var number = 2
    while !slugs.insert(Slug.of(title)).inserted {
      title = "\(base) \(number)"
      number += 1
    }
    return title
  }
}
