// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import Ledger

/// `drillhall rebuild`: makes the lists anew from the events.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Drop the lists that follow from the record, and make them anew.")

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try reporting(look) { printer in
      try store.open().rebuildProjections()
      try printer.print("The lists were made anew from the record.")
    }
  }
}
