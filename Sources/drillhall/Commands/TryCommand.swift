// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit
import Glibc
import Library

/// `drillhall try DRILL`: an author plays a draft.
struct TryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Play a draft from any scene; nothing is recorded.",
    discussion: """
      Within the drill, /key shows what is right and why, /score what was earned so far, /state \
      what the story remembers, and /scene NAME goes to another scene. When the file is saved it is \
      read again, and the question at hand is asked as it says now; where it has errors, the trial \
      goes on as it was.
      """)

  @Argument(help: ArgumentHelp("The drill's id or file.", valueName: "drill"))
  var drill: String

  @Option(name: .long, help: "The scene to begin at, by its link target or its title.")
  var scene: String?

  @OptionGroup var variant: VariantOptions

  @Option(name: .long, help: "Where draws begin, so that the same order is seen again.")
  var seed: UInt64 = 1

  @OptionGroup var timers: TimerOptions

  @OptionGroup var library: LibraryOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try atTerminal(look) { terminal in
      let library = try library.open()
      let draft = try DraftDrill(drill, in: library)
      let script = try variant.script(of: draft)
      let first = try scene.map { name throws(Failure) -> Scene in
        guard let scene = script.scene(named: name) else {
          throw Failure(Trial.unknown(name, in: script), status: Failure.badUse)
        }
        return scene
      }
      let desk = Desk(
        terminal: terminal, library: library, clock: .system, employee: "author",
        timers: timers.accommodation,
        program: Program.version, isPlain: look.plain || !terminal.isDrawn)
      // A draft changes with its snippets, a translation with its original.
      var paths = library.drills.sources(of: draft.path)
      var saved = paths.map(FileState.init)
      let trial = try Trial(script, at: desk, from: first, seed: seed) {
        let now = paths.map(FileState.init)
        // An editor may take a file away for a moment before it puts the new one in its place.
        guard now != saved, zip(now, saved).allSatisfy({ $0.exists || !$1.exists }) else {
          return .same
        }
        let sources = library.drills.sources(of: draft.path)
        saved = sources == paths ? now : sources.map(FileState.init)
        paths = sources
        do throws(Failure) {
          return .readable(try variant.script(of: DraftDrill(draft.path, in: library)))
        } catch {
          return .broken(error.message)
        }
      }
      try trial.run()
    }
  }
}

/// Which bytes a file holds, as far as the system tells without reading them.
struct FileState: Equatable {
  private let device: dev_t
  private let number: ino_t
  private let size: off_t
  private let seconds: Int
  private let nanoseconds: Int
  /// Whether it is there.
  let exists: Bool

  init(_ path: String) {
    var status = stat()
    exists = stat(path, &status) == 0
    device = status.st_dev
    number = status.st_ino
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
