// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// The drills and policies of a company, read from two folders when they are needed.
public final class DrillLibrary {
  /// A drill's file and front matter, for lists: its text is not read further.
  public struct Entry: Sendable {
    /// The front matter.
    public let header: DrillHeader
    /// The file.
    public let path: String
    /// Whether a translation in the wanted language is there, and is of another version.
    public let isTranslationBehind: Bool

    /// A drill by its front matter and file.
    public init(header: DrillHeader, path: String, isTranslationBehind: Bool = false) {
      self.header = header
      self.path = path
      self.isTranslationBehind = isTranslationBehind
    }
  }

  /// A file's name and exact bytes.
  public struct SourceFile: Sendable {
    /// The path.
    public let path: String
    /// The bytes.
    public let bytes: [UInt8]

    /// A file that was read.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// A drill ready to be played: all its variants, the policies that it reads, and their bytes.
  public struct Playable: Sendable {
    /// The drill in each variant.
    public let variants: [Drill]
    /// The policies that it reads.
    public let policies: PolicyBook
    /// The drill's bytes.
    public let source: SourceFile
    /// The policies' bytes, by policy id.
    public let policySources: [String: SourceFile]
  }

  /// The folder of drills.
  public let drills: LibraryFolder
  /// The folder of policies.
  public let policies: LibraryFolder

  /// The language in which drills are shown and played where they are translated; their own
  /// without one.
  public var language: LanguageTag?

  /// The language that is wanted of drills that are named by their file as well; without one a file
  /// is what it is.
  public var languageOfFiles: LanguageTag?

  private var listing: DrillListing?
  private var policyCache: [String: (policy: Policy, source: SourceFile)]?

  /// A library in two folders, in a language or in those that its drills are written in.
  public init(drills: LibraryFolder, policies: LibraryFolder, language: LanguageTag? = nil) {
    self.drills = drills
    self.policies = policies
    self.language = language
  }

  /// The drills with readable front matter, by duty, level and id, in the language that is wanted.
  /// What is wrong with the others is for `check` to say.
  public func entries() -> [Entry] { entries(in: language) }

  /// The drills in a language; as they were written without one.
  public func entries(in language: LanguageTag?) -> [Entry] { read().entries(in: language) }

  /// The languages that drills are translated into, each translation of its drill's version.
  public func languages() -> [LanguageTag] { read().languages }

  private func read() -> DrillListing {
    if let listing { return listing }
    let read = DrillListing(of: drills)
    listing = read
    return read
  }

  /// Drills that a name means: the one of this id, else those whose id or title begins so.
  public func entries(named name: String) -> [Entry] {
    let wanted = name.lowercased()
    guard !wanted.isEmpty else { return [] }
    if let exact = entries().first(where: { $0.header.id == wanted }) { return [exact] }
    return entries().filter {
      $0.header.id.hasPrefix(wanted) || $0.header.title.lowercased().hasPrefix(wanted)
    }
  }

  /// The policies, by id; what is wrong with them is for `check` to say.
  public func allPolicies() -> [String: (policy: Policy, source: SourceFile)] {
    if let policyCache { return policyCache }
    let silent = Diagnostics()
    var found: [String: (policy: Policy, source: SourceFile)] = [:]
    for file in policies.files(diagnostics: silent) {
      guard let bytes = LibraryFolder.bytes(of: file.path, diagnostics: silent),
        let source = SourceText(file: file.path, bytes: bytes, diagnostics: silent),
        let policy = Policy.read(source, diagnostics: silent), found[policy.id] == nil
      else { continue }
      found[policy.id] = (policy, SourceFile(path: file.path, bytes: bytes))
    }
    policyCache = found
    return found
  }

  /// The policies by file, also those whose front matter has mistakes: for looking at drills, not for
  /// playing them.
  public func checkedPolicies() -> [Policy] {
    let silent = Diagnostics()
    return policies.files(diagnostics: silent).compactMap { file in
      LibraryFolder.bytes(of: file.path, diagnostics: silent)
        .flatMap { SourceText(file: file.path, bytes: $0, diagnostics: silent) }
        .flatMap { Policy.read($0, isChecked: true, diagnostics: silent) }
    }.sorted { $0.file < $1.file }
  }

  /// What keeps policies from being read: a drill that needs one of them has no other mistake.
  public func policyErrors() -> [Diagnostic] {
    policies.files(diagnostics: Diagnostics()).flatMap { file -> [Diagnostic] in
      let found = Diagnostics()
      let policy = LibraryFolder.bytes(of: file.path, diagnostics: found)
        .flatMap { SourceText(file: file.path, bytes: $0, diagnostics: found) }
        .flatMap { Policy.read($0, diagnostics: found) }
      return policy == nil ? found.sorted.filter { $0.rule.severity == .error } : []
    }
  }

  /// The policies' names, from their files alone.
  public func policyNames() -> [String] {
    policies.files(diagnostics: Diagnostics()).map(\.name)
  }

  /// A drill to be played, or what keeps it from being played.
  public func playable(_ entry: Entry) -> Result<Playable, Unplayable> {
    let diagnostics = Diagnostics()
    guard let text = drills.text(of: entry.path, diagnostics: diagnostics) else {
      return .failure(Unplayable(path: entry.path, diagnostics: diagnostics.sorted))
    }
    let sources = allPolicies().filter { entry.header.policies.contains($0.key) }
    // Bound to the attempt is the whole text: it needs no snippet to be told again.
    guard !text.hasErrors else {
      return .failure(Unplayable(path: entry.path, diagnostics: text.findings))
    }
    return Self.playable(
      SourceFile(path: entry.path, bytes: text.bytes), policies: sources.mapValues(\.source)
    ).mapError {
      Unplayable(path: $0.path, diagnostics: text.findings(with: $0.diagnostics))
    }
  }

  /// A drill to be played from bytes: those of a file, or those that an attempt is bound to.
  public static func playable(
    _ source: SourceFile, policies: [String: SourceFile], diagnostics: Diagnostics = Diagnostics()
  ) -> Result<Playable, Unplayable> {
    let variants = DrillReader.read(
      file: source.path, bytes: source.bytes, diagnostics: diagnostics)
    let read = policies.values.sorted { $0.path < $1.path }.compactMap { file -> Policy? in
      SourceText(file: file.path, bytes: file.bytes, diagnostics: diagnostics)
        .flatMap { Policy.read($0, diagnostics: diagnostics) }
    }
    let between = Diagnostics()
    let book = PolicyBook(read, today: nil, diagnostics: between)
    // A policy may link to one that this drill does not read, and that is not here.
    diagnostics.report(between.sorted.filter { $0.rule != .deadClauseLink })
    // Without its policy an item would have no right answer, and nobody could pass.
    for id in variants.first?.header.policies ?? [] where !read.contains(where: { $0.id == id }) {
      diagnostics.report(
        .missingPolicy, at: Place(file: source.path, line: 1),
        "The drill is judged by the policy “\(id)”, which is not in the policies' folder. Put it "
          + "there, or name the folder with --policies.")
    }
    guard !variants.isEmpty, !diagnostics.hasErrors else {
      return .failure(Unplayable(path: source.path, diagnostics: diagnostics.sorted))
    }
    return .success(
      Playable(variants: variants, policies: book, source: source, policySources: policies))
  }
}

/// A drill that has errors, and which.
public struct Unplayable: Error, Sendable {
  /// The drill's file.
  public let path: String
  /// What is wrong with it.
  public let diagnostics: [Diagnostic]

  /// A drill and what is wrong with it.
  public init(path: String, diagnostics: [Diagnostic]) {
    self.path = path
    self.diagnostics = diagnostics
  }
}
