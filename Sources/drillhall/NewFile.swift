// SPDX-License-Identifier: GPL-3.0-or-later

import Console
import Glibc
import Library
import Reports

/// A text for a file that is not there yet, or for standard output.
enum NewFile {
  /// Writes a file whole or not at all; one that is there already is left alone.
  static func write(
    _ text: String, to path: String, elsewhere: String = "Name another file with --output."
  ) throws(Failure) {
    try refuse(path, elsewhere: elsewhere)
    try put(text, at: path)
  }

  /// Writes to a file, or to standard output where none is named; a file that is there already is
  /// left alone unless `force` says otherwise.
  static func write(_ text: String, to path: String?, force: Bool, _ printer: Printer) throws {
    guard let path else { return try printer.printBytes(Array(text.utf8)) }
    if !force {
      try refuse(
        path, elsewhere: "Name another file with --output, or write over it with --force.")
    }
    try put(text, at: path)
  }

  /// Throws where a file is there already; the sentence says where else the text could go.
  static func refuse(
    _ path: String, elsewhere: String = "Name another file with --output."
  ) throws(Failure) {
    guard access(path, F_OK) != 0 else {
      throw Failure("“\(path)” is there already. \(elsewhere)", status: Failure.cannotCreate)
    }
  }

  /// Says that a drill will name no policy, where there is none to name.
  static func tellWithoutPolicies(_ library: DrillLibrary, on printer: Printer) throws {
    let folder = library.policies
    guard library.allPolicies().isEmpty else { return }
    let what =
      folder.exists
      ? "There is no policy in “\(folder.path)”" : "There is no folder “\(folder.path)” here"
    try printer.tell(
      StyledText(
        "\(what), so the drill names no policy. Go to the folder in which your policies lie, or name "
          + "them with --policies.", .warning))
  }

  private static func put(_ text: String, at path: String) throws(Failure) {
    do throws(FileProblem) {
      let file = try WholeFile(path)
      try file.write(Array(text.utf8))
      try file.finish()
    } catch {
      throw Failure(error)
    }
  }
}
