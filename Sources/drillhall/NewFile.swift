// SPDX-License-Identifier: GPL-3.0-or-later

import Console
import Glibc
import Reports

/// A text for a file that is not there yet, or for standard output.
enum NewFile {
  /// Writes it whole or not at all; a file that is there already is left alone unless `force` says
  /// otherwise.
  static func write(_ text: String, to path: String?, force: Bool, _ printer: Printer) throws {
    guard let path else { return try printer.printBytes(Array(text.utf8)) }
    guard force || access(path, F_OK) != 0 else {
      throw Failure(
        "“\(path)” is there already. Name another file with --output, or write over it with --force.",
        status: Failure.cannotCreate)
    }
    do throws(FileProblem) {
      let file = try WholeFile(path)
      try file.write(Array(text.utf8))
      try file.finish()
    } catch {
      throw Failure(error)
    }
  }
}
