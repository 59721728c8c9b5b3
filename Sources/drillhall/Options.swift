// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit
import Glibc
import Ledger
import Library

// Names that the argument parser and the core both have mean the parser's in this target.
typealias Option = ArgumentParser.Option
typealias Flag = ArgumentParser.Flag

/// Where records are kept.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The store's file.",
      discussion: "Otherwise $DRILLHALL_STORE, otherwise $XDG_DATA_HOME/drillhall/drillhall.db.",
      valueName: "path"))
  var store: String?

  /// The store's path.
  var path: String {
    if let path = store ?? Environment["DRILLHALL_STORE"] { return path }
    return "\(Environment.dataFolder)/drillhall/drillhall.db"
  }

  /// Opens the store; made on first use unless it is only to be read.
  ///
  /// With `lists` the tables that follow from the record must be there: `verify` and `rebuild` do
  /// without them.
  func open(_ mode: Store.Mode = .readWrite, lists: Bool = true) throws(Failure) -> Store {
    let store: Store
    let isStale: Bool
    do throws(StoreError) {
      store = try Store.open(
        at: path, mode: mode == .readOnly ? Store.readingMode(at: path) : mode,
        now: Int(Clock.system.now().milliseconds), projections: [AttemptProjection()])
      let stale = try store.staleProjections()
      isStale = lists && !stale.isEmpty
    } catch {
      throw Failure(error)
    }
    guard !isStale else {
      throw Failure(
        "The lists in \(path) were made by another version of drillhall. “drillhall rebuild” makes "
          + "them anew from the record; whoever owns the store may run it.", status: 69)
    }
    return store
  }
}

/// Where drills and policies lie.
struct LibraryOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The drills' folder.",
      discussion: "Otherwise $DRILLHALL_DRILLS, ./Drills, or the drills that came with drillhall.",
      valueName: "dir"))
  var drills: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The policies' folder.",
      discussion:
        "Otherwise $DRILLHALL_POLICIES, ./Policies, or the policies that came with drillhall.",
      valueName: "dir"))
  var policies: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The language of drills that are translated into it: “de”, “pt-BR”.",
      discussion: "Otherwise $DRILLHALL_LANG, or the language that each drill was written in.",
      valueName: "tag"))
  var lang: String?

  mutating func validate() throws {
    // What is set in the environment is held to the same rules as what is typed.
    for (name, value) in [("--lang", lang), ("$DRILLHALL_LANG", Environment["DRILLHALL_LANG"])] {
      guard let value, LanguageTag(value) == nil else { continue }
      throw ValidationError(
        "\(name): “\(ForeignText.harmless(value))” is no tag of a language, such as “de” or “pt-BR”."
      )
    }
  }

  /// The library in these folders. Throws where a folder was named that is not there.
  func open() throws(Failure) -> DrillLibrary {
    let library = DrillLibrary(
      drills: try Self.folder(
        drills, option: "--drills", variable: "DRILLHALL_DRILLS", name: "Drills"),
      policies: try Self.folder(
        policies, option: "--policies", variable: "DRILLHALL_POLICIES", name: "Policies"),
      language: (lang ?? Environment["DRILLHALL_LANG"]).flatMap { LanguageTag($0) })
    // Who names a file means that one, unless the same command asks for a language.
    library.languageOfFiles = lang.flatMap { LanguageTag($0) }
    return library
  }

  private static func folder(
    _ named: String?, option: String, variable: String, name: String
  ) throws(Failure) -> LibraryFolder {
    if let path = named ?? Environment[variable] {
      let folder = LibraryFolder(path)
      guard folder.exists else {
        throw Failure(
          "There is no folder “\(path)”, which \(named == nil ? "$\(variable)" : option) names.",
          status: Failure.noInput)
      }
      return folder
    }
    let here = LibraryFolder(name)
    guard !here.exists, let shared = Environment.sharedFolder else { return here }
    let installed = LibraryFolder("\(shared)/\(name)")
    return installed.exists ? installed : here
  }
}

/// How output looks.
struct LookOptions: ParsableArguments {
  @Flag(name: .long, help: "Plain text, nothing redrawn: for a screen reader, a script, a test.")
  var plain = false

  @Flag(name: .customLong("no-color"), help: "No colours. The variable NO_COLOR does the same.")
  var noColor = false

  /// A printer for commands that ask nothing.
  var printer: Printer { Printer.standard(plain: plain, noColour: noColor) }
}

/// How long answers may take.
struct TimerOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Answer timers: “as written”, “off”, or 2 to 20 times as long, such as “10x”.",
      valueName: "how"))
  var timers: String?

  mutating func validate() throws {
    // What is set in the environment is held to the same rules as what is typed.
    let how = [("--timers", timers), ("$DRILLHALL_TIMERS", Environment["DRILLHALL_TIMERS"])]
    for (name, value) in how {
      guard let value, Timers(value) == nil else { continue }
      throw ValidationError(
        "\(name): “\(ForeignText.harmless(value))” is none of “as written”, “off”, “2x” to “20x”.")
    }
  }

  /// The accommodation.
  var accommodation: Timers {
    (timers ?? Environment["DRILLHALL_TIMERS"]).flatMap(Timers.init) ?? .asWritten
  }
}

/// Which variant of a drill a command is about.
struct VariantOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Which variant, by its name or from 1.", valueName: "variant"))
  var variant: String?

  /// What was asked for; nil where nothing was.
  var choice: VariantChoice? { variant.map { VariantChoice($0) } }

  /// What the variant is played from: the first one where none is named.
  func script(of draft: DraftDrill) throws(Failure) -> Script {
    let names = draft.variants.first?.variants ?? []
    let index = choice.map { $0.index(among: names) } ?? 0
    guard let index, draft.variants.indices.contains(index) else {
      throw Failure(ConsoleError.noVariant(variant ?? "1", names: names))
    }
    return Script(drill: draft.variants[index], policies: draft.policies)
  }
}

/// Who sits at the console.
struct EmployeeOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The employee's id; otherwise your login name.", valueName: "id"))
  var id: String?

  @OptionGroup var timers: TimerOptions

  @Flag(
    name: .long,
    help: "You were told what is recorded, and agree. Otherwise the console tells and asks once.")
  var agree = false

  mutating func validate() throws {
    if let problem = Self.problem(with: employee) {
      throw ValidationError(
        "\(id != nil ? "--as" : "$DRILLHALL_EMPLOYEE, or your login name"): \(problem)")
    }
  }

  /// Why a text is no employee id; nil where it is one.
  static func problem(with id: String) -> String? {
    let isPlain = !id.isEmpty && id.utf8.count <= 128 && ForbiddenScalar.first(in: id) == nil
    guard isPlain, !id.contains(where: { $0.isNewline || $0 == "/" }) else {
      return "An employee's id has 1 to 128 bytes and no “/” or control characters."
    }
    return nil
  }

  /// The employee's id.
  var employee: String { id ?? Environment["DRILLHALL_EMPLOYEE"] ?? Environment.loginName }
}

/// What the process was started with.
enum Environment {
  /// A variable that is set and not empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// `$XDG_DATA_HOME`, an absolute path, or its default (XDG Base Directory Specification 0.8).
  static var dataFolder: String {
    if let folder = self["XDG_DATA_HOME"], folder.hasPrefix("/") { return folder }
    return "\(home)/.local/share"
  }

  /// `../share/drillhall` as seen from the program's own file, where `make install` puts the
  /// library; nil where the program can't tell where it is.
  static var sharedFolder: String? {
    guard let program = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(program) }
    let parts = String(cString: program).split(separator: "/").dropLast(2)
    return (parts.isEmpty ? "" : "/") + parts.joined(separator: "/") + "/share/drillhall"
  }

  private static var home: String {
    if let home = self["HOME"] { return home }
    return getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "."
  }

  /// The login name of the user that the process runs as.
  static var loginName: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "user-\(getuid())"
  }
}
