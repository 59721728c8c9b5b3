// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// The program's root command.
@main
struct Drillhall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drillhall",
    abstract: "Train people for the moment when something goes wrong.",
    version: "0.1.0")
}
