// SPDX-License-Identifier: GPL-3.0-or-later

extension DrillReader {
  /// Reads a drill and checks it as a whole.
  ///
  /// - Parameters:
  ///   - file: The name that diagnostics carry.
  ///   - bytes: The file's bytes.
  ///   - library: All policies.
  ///   - folder: Where they lie.
  ///   - today: For review dates.
  ///   - diagnostics: Where findings go.
  /// - Returns: the drill's front matter, where it could be read.
  @discardableResult
  public static func check(
    file: String, bytes: [UInt8], library: PolicyBook, in folder: PolicyFolder = PolicyFolder(),
    today: CalendarDate, diagnostics: Diagnostics
  ) -> DrillHeader? {
    guard let source = SourceText(file: file, bytes: bytes, diagnostics: diagnostics) else {
      return nil
    }
    let reader = DrillReader(source: source, diagnostics: diagnostics)
    guard let (front, outline, drills) = reader.readWhole() else { return nil }
    front.check(library: library, today: today, diagnostics: diagnostics)
    let listed = library.selecting(front.header.policies)
    var links = LinkCheck(
      source: source, slugs: Set(outline.scenes.map { Slug.of($0.title) }), listed: listed,
      library: library, folder: folder, diagnostics: diagnostics)
    links.check(outline)
    outline.reportSlips(diagnostics)
    let idle = IdleLines()
    let seen = SeenSituations()
    for drill in drills {
      let unread = zip(outline.scenes, drill.scenes)
        .filter { $0.items.count > $1.items.count }.map(\.1.slug)
      DrillCheck(
        script: Script(drill: drill, policies: listed), library: library, diagnostics: diagnostics,
        idle: idle, seen: seen, unread: Set(unread)
      ).run()
    }
    diagnostics.report(idle.always)
    return front.header
  }
}

extension DrillFront {
  /// Checks words against the curriculum's lists, policies against the library, the review date.
  func check(library: PolicyBook, today: CalendarDate, diagnostics: Diagnostics) {
    check("competencies", header.competencies, library.competencies.map(\.name), diagnostics)
    check("audience", header.audience, library.audiences.map(\.name), diagnostics)
    let ids = library.policies.map(\.id)
    for id in header.policies where !ids.contains(id) {
      diagnostics.report(
        .deadLink, at: headerPlaces["policies"]?[id] ?? reviewPlace,
        "No policy has the id “\(id)”.\(suggestion(for: id, in: ids))")
    }
    if let date = header.reviewBy, date < today {
      diagnostics.report(
        .drillReviewOverdue, at: reviewPlace,
        "The drill was to be looked at again by \(date). Check its facts and set a new date.")
    }
  }

  /// Without a curriculum any word will do.
  private func check(
    _ key: String, _ words: [String], _ known: [String], _ diagnostics: Diagnostics
  ) {
    guard !known.isEmpty else { return }
    for word in words where !known.contains(word) {
      diagnostics.report(
        .wordNotInCurriculum, at: headerPlaces[key]?[word] ?? reviewPlace,
        "The curriculum does not know “\(word)”.\(suggestion(for: word, in: known)) "
          + "It knows \(known.joined(separator: ", ")).")
    }
  }
}

/// Checks where links lead: to a scene of the drill, or to a policy that it lists.
struct LinkCheck {
  let source: SourceText
  let slugs: Set<String>
  let listed: PolicyBook
  let library: PolicyBook
  let folder: PolicyFolder
  let diagnostics: Diagnostics
  /// What each path should be, where it is wrong: a drill writes the same few again and again.
  var corrections: [Substring: String?] = [:]

  mutating func check(_ outline: Outline) {
    check(outline.opening)
    for scene in outline.scenes {
      check(scene.blocks)
      for item in scene.items { check(item.blocks) }
    }
    check(outline.end?.blocks ?? [])
  }

  private mutating func check(_ blocks: [MarkdownBlock]) {
    for block in blocks {
      for (words, destination) in block.richTexts.flatMap(\.links) {
        // A live link was reported as such.
        guard words != destination, destination != "mailto:\(words)" else { continue }
        check(destination, in: block)
      }
    }
  }

  private mutating func check(_ destination: String, in block: MarkdownBlock) {
    // Looked for only where something is to be said.
    func place() -> Place {
      source.place(of: "(\(destination))", from: block.place.line, through: block.endLine)
    }
    if destination.hasPrefix("#") {
      let slug = String(destination.dropFirst())
      guard !slugs.contains(slug), slug != Flow.endSlug else { return }
      diagnostics.report(
        .deadScene, at: place(),
        "No scene has the link target “#\(slug)”.\(suggestion(for: slug, in: slugs.sorted()))")
    } else if let link = ClauseReference(destination) {
      let path = destination.prefix { $0 != "#" }
      if let right = correction(of: path) {
        diagnostics.report(
          .misdirectedLink, at: place(),
          "From this drill's folder “\(String(path).shortened)” does not lead to the policy “\(link.file)”. "
            + "Write “\(right)\(destination.dropFirst(path.count))”.")
      }
      if let (policy, _) = library.target(of: destination) {
        guard listed.target(of: destination) == nil else { return }
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
