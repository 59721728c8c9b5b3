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
  func open(_ mode: Store.Mode = .readWrite) throws(Failure) -> Store {
    do throws(StoreError) {
      return try Store.open(
        at: path, mode: mode, now: Int(Clock.system.now().milliseconds),
        projections: [AttemptProjection()])
    } catch {
      throw Failure(error)
    }
  }
}

/// Where drills and policies lie.
struct LibraryOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The drills' folder.", valueName: "dir"))
  var drills: String?

  @Option(name: .long, help: ArgumentHelp("The policies' folder.", valueName: "dir"))
  var policies: String?

  /// The library in these folders.
  var library: DrillLibrary {
    DrillLibrary(
      drills: LibraryFolder(drills ?? Environment["DRILLHALL_DRILLS"] ?? "Drills"),
      policies: LibraryFolder(policies ?? Environment["DRILLHALL_POLICIES"] ?? "Policies"))
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

/// Who sits at the console.
struct EmployeeOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The employee's id; otherwise your login name.", valueName: "id"))
  var id: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Answer timers: “as written”, “off”, or times as long, such as “10x”.", valueName: "how"))
  var timers: String?

  @Flag(
    name: .long,
    help: "You were told what is recorded, and agree. Otherwise the console tells and asks once.")
  var agree = false

  mutating func validate() throws {
    if let timers, Timers(timers) == nil {
      throw ValidationError("“\(timers)” is none of “as written”, “off”, “2x” to “20x”.")
    }
    if let id, let problem = Self.problem(with: id) { throw ValidationError(problem) }
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

  /// The employee's accommodation.
  var accommodation: Timers {
    (timers ?? Environment["DRILLHALL_TIMERS"]).flatMap(Timers.init) ?? .asWritten
  }
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

  private static var home: String {
    if let home = self["HOME"] { return home }
    return getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "."
  }

  /// The login name of the user that the process runs as.
  static var loginName: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "user-\(getuid())"
  }
}
