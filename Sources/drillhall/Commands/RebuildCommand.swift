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
      them right. The record itself is not touched. An event that can't be read is named and left \
      out; then the exit status is 1.
      """)

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  func run() throws {
    try reporting(look) { printer in
      // Lists of another version are made anew as well, so that none need be there before.
      let store = try store.open()
      let missing = try store.rebuildProjections()
      let owners = EventOwners(store)
      for finding in missing {
        try printer.print(
          StyledText(finding.description(belongingTo: owners.owner(of: finding)), .bad))
      }
      guard missing.isEmpty else {
        try printer.print(
          StyledText(
            "The lists were made anew from what can be read. What is named above is missing from "
              + "them; “drillhall verify” checks the record.", .bad))
        throw ExitCode(1)
      }
      try printer.print("The lists were made anew from the record.")
    }
  }
}
