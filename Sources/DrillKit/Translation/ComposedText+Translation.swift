// SPDX-License-Identifier: GPL-3.0-or-later

extension ComposedText {
  /// A translation's text as it is played: its own words, with every key of the original.
  ///
  /// - Parameters:
  ///   - own: The translation.
  ///   - name: What its file's name says; nil where that is no translation's.
  ///   - original: The original; nil where it can't be read.
  /// - Returns: the whole text, and what is wrong with the translation as one.
  public static func translation(
    _ own: ComposedText, name: TranslationName?, original: ComposedText?
  ) -> ComposedText {
    let diagnostics = Diagnostics()
    let top = Place(file: own.file, line: 1)
    guard let name else {
      diagnostics.report(
        .noOriginal, at: top,
        "A translation stands beside its original and is called like it, with the language before "
          + "the ending: “lost-laptop.de.md” beside “lost-laptop.md”. Rename the file.")
      return own.failing(diagnostics)
    }
    // These name the lines in which they were typed already.
    if let original, let problem = original.findings.first(where: { $0.rule.severity == .error }) {
      diagnostics.report(
        .noOriginal, at: top, Self.sentence(onOriginal: problem, in: problem.place))
      return own.failing(diagnostics)
    }
    let problems = Diagnostics()
    guard let original,
      let source = TranslationSide(original, isOriginal: true, diagnostics: problems)
    else {
      diagnostics.report(
        .noOriginal, at: top,
        "The original “\(name.original)” can't be read. Put the translation beside its original, "
          + "and mend that one first.")
      return own.failing(diagnostics)
    }
    if let problem = problems.sorted.first(where: { $0.rule.severity == .error }) {
      diagnostics.report(.noOriginal, at: top, original.sentence(onOriginal: problem))
      return own.failing(diagnostics)
    }
    guard let side = TranslationSide(own, isOriginal: false, diagnostics: diagnostics),
      let front = TranslationFront(side.matter, diagnostics: diagnostics)
    else { return own.failing(diagnostics) }
    var composer = TranslationComposer(
      original: source, translation: side, front: front, name: name, diagnostics: diagnostics)
    guard composer.run() else { return own.failing(diagnostics) }
    if diagnostics.sorted.contains(where: { [.unpairedPart, .changedKey].contains($0.rule) }),
      let broken = original.brokenStructure
    {
      // A part that its original misreads would be told to be deleted here.
      let only = Diagnostics()
      only.report(.noOriginal, at: top, broken)
      return own.failing(only)
    }
    guard composer.isBehind else {
      return own.composed(
        composer.lines, diagnostics, tracing: .inOwnLines(foreign: own.foreign))
    }
    // What differs from another version is what there is to do, and no mistake.
    let changes = Diagnostics()
    for finding in diagnostics.sorted {
      let isChange = [.unpairedPart, .changedKey, .untranslated].contains(finding.rule)
      changes.report(
        isChange ? .staleTranslation : finding.rule, at: finding.place, finding.message)
    }
    // Only its author plays it, until it says the same again.
    return own.composed(composer.lines, changes, tracing: .nowhere)
  }
}

extension ComposedText {
  /// The same text, found to be called like a translation and to say nowhere that it is one.
  public func unmarkedTranslation(_ name: TranslationName, of original: String) -> ComposedText {
    let diagnostics = Diagnostics()
    diagnostics.report(
      .noOriginal, at: Place(file: file, line: 1),
      "This file is called like a translation of “\(name.original)”, and has the keys of a drill. Write "
        + "“translates: \(original)” and “lang: \(name.language.written)” in the place of “id”, and "
        + "translate what follows.")
    return failing(diagnostics)
  }

  /// What is said of an original's error where its translation is checked.
  private func sentence(onOriginal problem: Diagnostic) -> String {
    let origin = origin(of: problem.place.line)
    return Self.sentence(onOriginal: problem, in: Place(file: origin.file, line: origin.line))
  }

  private static func sentence(onOriginal problem: Diagnostic, in place: Place) -> String {
    "The original has an error in line \(place.line) of \(place.file) (\(problem.rule.code)). "
      + "Mend it there first, and the two are compared: \(problem.message)"
  }

  /// What is said of the first part of an original that can't be read as it was meant; nil where all
  /// of its parts can. It is asked where a translation does not fit: its original is read for it.
  private var brokenStructure: String? {
    let found = Diagnostics()
    _ = DrillReader.read(file: file, bytes: bytes, diagnostics: found)
    return found.sorted.first {
      $0.rule.severity == .error && ($0.rule.code.hasPrefix("D1") || $0.rule.code.hasPrefix("M0"))
    }.map(sentence)
  }

  /// The same text, found to be no translation that can be put together.
  private func failing(_ diagnostics: Diagnostics) -> ComposedText {
    var text = ComposedText(file: file, plain: bytes)
    text.isTranslation = true
    text.findings = findings(with: diagnostics.sorted)
    return text
  }

  /// A text of other lines, with what was found in this one's own.
  private func composed(
    _ lines: ComposedLines, _ diagnostics: Diagnostics, tracing: Tracing
  ) -> ComposedText {
    var text = ComposedText(
      file: file, lines: lines, findings: findings(with: diagnostics.sorted))
    text.isTranslation = true
    text.tracing = tracing
    return text
  }

  /// What is wrong in a line that is the original's: a translation's author may have caused it, and
  /// can't mend it there.
  private func foreign(_ finding: Diagnostic) -> Diagnostic {
    Diagnostic(
      .noOriginal, at: Place(file: file, line: 1),
      "Line \(finding.place.line) of \(finding.place.file) does not fit in here "
        + "(\(finding.rule.code)). Where “check” says the same there, mend it there; otherwise it is "
        + "about words of this translation: \(finding.message)")
  }
}
