// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import Ledger

/// `drillhall rebuild`: makes the lists anew from the events.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Drop the lists that follow from the record, and make them anew.",
    discussion: """
      Scores and exports are read from lists, which are kept up to date with every event. They hold \
      nothing that the events don't say; where “drillhall verify” finds that they differ, this makes \
      them right. The record itself is not touched.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try reporting(look) { printer in
      try store.open().rebuildProjections()
      try printer.print("The lists were made anew from the record.")
    }
  }
}
