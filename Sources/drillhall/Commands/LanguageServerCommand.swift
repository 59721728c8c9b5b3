// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit
import Glibc
import Library

/// `drillhall lsp`: drills and policies in an editor.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve an editor: findings as you type, completion, right answers, renaming.",
    discussion: """
      The Language Server Protocol 3.17 on standard input and output. An editor starts it; \
      Documentation/editors.md says how, for VS Code, Neovim and Emacs. Drills and policies are those \
      of the editor's folder (Drills, Policies), unless the options name others. Exit status 0 after \
      the editor said “shutdown”, 1 where it is gone without a word.
      """)

  @Flag(
    name: .long,
    help: "Print the JSON Schema of the front matter, for editors without this server, and end.")
  var schema = false

  @Flag(
    name: .long, help: "Does nothing: standard streams are the only way, and many clients say so.")
  var stdio = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try reporting(look) { printer in
      if schema { return try printer.printBytes(FrontMatterSchema.bytes) }
      guard let background = BackgroundWork<LanguageWork.Outcome>() else {
        throw Failure("The system gives no pipe; close some programs.", status: 71)
      }
      if isatty(0) != 0 {
        try printer.tell(
          StyledText("This speaks with an editor, not with a person. ^D ends it.", .dim))
      }
      let server = LanguageServer(try settings(), today: Clock.system.now().date)
      let status = try LanguageServerRun(server: server, printer: printer, background: background)
        .run()
      if status != 0 { throw ExitCode(status) }
    }
  }

  private func settings() throws(Failure) -> LanguageServer.Settings {
    let folders = try library.open()
    var settings = LanguageServer.Settings(
      version: Program.version, drills: Self.absolute(folders.drills.path),
      policies: Self.absolute(folders.policies.path))
    settings.namesDrills = (library.drills ?? Environment["DRILLHALL_DRILLS"]) != nil
    settings.namesPolicies = (library.policies ?? Environment["DRILLHALL_POLICIES"]) != nil
    return settings
  }

  /// A path from the root, so that it can be compared with those of an editor.
  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
    defer { free(here) }
    let folder = String(cString: here)
    let rest = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    return folder == "/" ? "/\(rest)" : "\(folder)/\(rest)"
  }
}
