// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
public import Library

/// Explores drills of a library, on all processors, in the order in which they were given.
public struct Explorer {
  /// A drill and what was found of it.
  public struct Explored: Sendable {
    /// The file.
    public let path: String
    /// The front matter; nil where it can't be read.
    public let header: DrillHeader?
    /// An exploration a variant; empty where the drill has errors.
    public let variants: [Exploration]
    /// What exploring found; the errors of the drill where it has some.
    public let findings: [Diagnostic]

    /// The names of the drill's variants, where it has not the one that was asked for.
    public var othersThanAsked: [String] = []

    /// Whether the drill has errors, so that it could not be explored.
    public var isUnreadable: Bool { variants.isEmpty }
  }

  private let drills: LibraryFolder
  private let policies: PolicyBook
  private let folder: PolicyFolder
  private let today: CalendarDate
  private let bound: Int
  private let variant: VariantChoice?

  /// An explorer of drills that read a library's policies; of all their variants, or of one.
  public init(
    _ library: DrillLibrary, today: CalendarDate, bound: Int = Exploration.bound,
    variant: VariantChoice? = nil
  ) {
    drills = library.drills
    policies = PolicyBook(library.checkedPolicies(), today: nil, diagnostics: Diagnostics())
    folder = PolicyFolder(library.policies.path)
    self.today = today
    self.bound = bound
    self.variant = variant
  }

  /// Explores drills; `report` takes them in order.
  ///
  /// - Throws: what `report` throws; nothing more is explored then.
  public func run(
    _ files: [LibraryFolder.File], report: (Explored) throws -> Void
  ) throws {
    let (drills, policies, folder, today, bound) = (drills, policies, folder, today, bound)
    let variant = variant
    try OrderedWork.run(
      files.count,
      { Self.explore(files[$0].path, drills, policies, folder, today, bound, variant) },
      take: report)
  }

  private static func explore(
    _ path: String, _ folderOfDrills: LibraryFolder, _ policies: PolicyBook,
    _ folder: PolicyFolder, _ today: CalendarDate, _ bound: Int,
    _ variant: VariantChoice?
  ) -> Explored {
    let diagnostics = Diagnostics()
    guard let text = folderOfDrills.text(of: path, diagnostics: diagnostics) else {
      return Explored(path: path, header: nil, variants: [], findings: diagnostics.sorted)
    }
    let checked = DrillReader.examine(
      file: path, bytes: text.bytes, library: policies, in: folder, today: today,
      diagnostics: diagnostics)
    guard let checked, !diagnostics.hasErrors, !text.hasErrors else {
      let errors = text.findings(with: diagnostics.sorted)
        .filter { $0.rule.severity == .error }
      return Explored(path: path, header: checked?.header, variants: [], findings: errors)
    }
    let names = checked.drills.first?.variants ?? []
    let index = variant.map { $0.index(among: names) }
    if case .some(nil) = index {
      return Explored(
        path: path, header: checked.header, variants: [], findings: [], othersThanAsked: names)
    }
    let wanted = index.flatMap { $0 }.map { [checked.drills[$0]] } ?? checked.drills
    let found = Diagnostics()
    // What guessing comes to in one variant it comes to in most others: it is mended in one place.
    var guessed: Set<Int> = []
    let variants = wanted.map { drill in
      let exploration = Exploration(
        Script(drill: drill, policies: checked.policies), bound: bound)
      found.report(
        exploration.findings(in: drill).filter {
          $0.rule != .guessable || guessed.insert($0.place.line).inserted
        })
      return exploration
    }
    return Explored(
      path: path, header: checked.header, variants: variants,
      findings: text.findings(with: found.sorted))
  }
}
