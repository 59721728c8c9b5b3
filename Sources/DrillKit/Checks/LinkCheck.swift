// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks where links lead: to a scene of the drill, or to a policy that it lists.
struct LinkCheck {
  let source: SourceText
  /// The scenes' titles by their link targets.
  let titles: [String: String]
  let listed: PolicyBook
  let library: PolicyBook
  let folder: PolicyFolder
  let diagnostics: Diagnostics
  let occurrences: Occurrences
  /// Destinations that were found to be sound: a drill writes the same few again and again.
  var sound: Set<String> = []
  /// Policies that were told to be missing in the front matter.
  var unlisted: Set<String> = []
  /// What each path should be, where it is wrong.
  var corrections: [Substring: String?] = [:]

  mutating func check(_ outline: Outline) {
    for heading in outline.headings {
      check(heading.text, from: heading.place.line, through: heading.place.line)
    }
    check(outline.opening)
    for scene in outline.scenes {
      check(scene.blocks)
      for item in scene.items { check(item.blocks) }
    }
    check(outline.end?.blocks ?? [])
  }

  private mutating func check(_ blocks: [MarkdownBlock]) {
    var isNext = false
    for block in blocks {
      if case .list(let list) = block.kind {
        for item in list.items { checkName(item, isNext: isNext) }
      }
      block.forEachText { text, inner in
        check(text, from: inner.place.line, through: inner.endLine)
      }
      isNext = block.paragraph?.says("Next:") == true
    }
  }

  /// What leads to a scene carries its title: the link at an answer's end, behind an arrow, and the
  /// one at the start of a line under “Next:”. Where the scene is not there, that is told alone.
  private func checkName(_ item: MarkdownListItem, isNext: Bool) {
    let runs = item.text.trimmingEnd().runs
    guard let run = isNext ? runs.first : runs.last, let link = run.link, link.hasPrefix("#"),
      isNext || runs.dropLast().last?.text.hasSuffix("→ ") == true,
      case let slug = String(link.dropFirst()), Slug.of(run.text) != Slug.of(slug)
    else { return }
    let title = slug == Flow.endSlug ? "End" : titles[slug]
    guard let title else { return }
    let isSlip = titles[Slug.of(run.text)] == nil && nearest(to: run.text, in: [title]) != nil
    let place = source.place(
      of: "[\(run.text)](\(link))", from: item.place.line, through: item.endLine)
    diagnostics.report(
      .misnamedLink, at: place,
      "A link to a scene carries the scene's title, and “\(run.text.shortened)” is not the title of "
        + "“#\(slug)”: that is “\(title.shortened)”. Correct one of the two.",
      fix: isSlip
        ? source.replacing(
          "[\(run.text)](\(link))", with: "[\(title)](\(link))", inLine: place.line,
          at: place.column, "write the scene's title") : nil)
  }

  private mutating func check(_ text: RichText, from first: Int, through last: Int) {
    for run in text.runs {
      guard let destination = run.link, !sound.contains(destination) else { continue }
      // A live link was reported as such.
      guard run.text != destination, destination != "mailto:\(run.text)" else { continue }
      if check(destination, called: run.text, from: first, through: last) {
        sound.insert(destination)
      }
    }
  }

  /// Whether nothing is wrong with a destination that stands in some lines; reports what is.
  private mutating func check(
    _ destination: String, called name: String, from first: Int, through last: Int
  ) -> Bool {
    // Looked for only where something is to be said, and once for all that is.
    var found: Place?
    func place() -> Place {
      let place =
        found ?? occurrences.place(of: "(\(destination))", from: first, through: last)
      found = place
      return place
    }
    if destination.hasPrefix("#") {
      let slug = String(destination.dropFirst())
      guard titles[slug] == nil, slug != Flow.endSlug else { return true }
      // The link's words name the scene that is meant.
      let named = Slug.of(name)
      let meant =
        titles[named] == nil ? nearest(to: slug, in: titles.keys.sorted()) : named
      diagnostics.report(
        .deadScene, at: place(),
        "No scene has the link target “#\(slug)”."
          + (meant.map { " Did you mean “#\($0)”?" } ?? ""),
        fix: titles[named] == nil
          ? nil
          : source.replacing(
            "[\(name)](\(destination))", with: "[\(name)](#\(named))", inLine: place().line,
            at: place().column, "lead to “\(name)”"))
    } else if let link = ClauseReference(destination) {
      let end = destination.firstIndex(ofSign: UInt8(ascii: "#")) ?? destination.endIndex
      let path = destination[..<end]
      var isSound = true
      if let right = correction(of: path) {
        diagnostics.report(
          .misdirectedLink, at: place(),
          "From this drill's folder “\(String(path).shortened)” does not lead to the policy “\(link.file)”. "
            + "Write “\(right)\(destination.dropFirst(path.count))”.",
          fix: source.replacing(
            "(\(destination))", with: "(\(right)\(destination.dropFirst(path.count)))",
            inLine: place().line, at: place().column, "correct the link's folders"))
        isSound = false
      }
      if let (policy, _) = library.target(of: destination) {
        guard listed.target(of: destination) == nil else { return isSound }
        // To list it once mends every link to it.
        guard unlisted.insert(policy.id).inserted else { return false }
        diagnostics.report(
          .unlistedPolicy, at: place(),
          "The policy “\(policy.id)” is not listed in the front matter. Add it to “policies:”, so "
            + "that an attempt is bound to its version.")
      } else if !link.file.isEmpty {
        library.checkLink(destination, at: place(), diagnostics: diagnostics)
      }
    } else {
      diagnostics.report(
        .foreignLink, at: place(),
        "“\(destination.shortened)” leads out of the library. Link to a scene or a policy; put any "
          + "other address in a code span.")
    }
    return false
  }

  /// The program goes by the file's name; a reader's link must go through the right folders.
  private mutating func correction(of path: Substring) -> String? {
    if let known = corrections[path] { return known }
    let right = library.policy(file: path)
      .flatMap { folder.correction(of: path, in: source.file, to: $0) }
    corrections.updateValue(right, forKey: path)
    return right
  }
}
