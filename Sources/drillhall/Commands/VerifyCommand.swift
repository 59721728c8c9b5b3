// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import Ledger

/// `drillhall verify`: proves the record, or says what is wrong with it.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the record from its first byte to its last.",
    discussion: """
      Every event is compared with its leaf, the leaves with the tree's root (RFC 6962), and every \
      attempt is folded anew and compared with its recorded score. Without a root from outside, \
      whoever holds the disk could have cut the record short: give the one that an export printed, \
      with --root SIZE:ROOT. Exit status 1 where anything is wrong.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("An older root, as an export printed it.", valueName: "size:root"))
  var root: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    if let root, Self.head(root) == nil {
      throw ValidationError("“\(root)” is no root: a size, a colon and 64 hexadecimal digits.")
    }
  }

  private static func head(_ text: String) -> TreeHead? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let size = Int(parts[0]), size >= 0, let root = Digest(hex: parts[1])
    else { return nil }
    return TreeHead(size: size, root: root)
  }

  func run() throws {
    try reporting(look) { printer in
      let store = try store.open(.readOnly)
      var audit = AttemptAudit()
      let result = try store.verify(
        against: root.flatMap(Self.head), judge: { audit.take($0) })
      for finding in result.findings { try printer.print(StyledText("\(finding)", .bad)) }
      if result.unlisted > 0 {
        try printer.print(StyledText("And \(result.unlisted) more.", .bad))
      }
      try printer.print(StyledText("Ledger \(result.ledger)"))
      try printer.print(StyledText("Root \(result.head.size):\(result.head.root)"))
      guard result.isSound else {
        try printer.print(
          StyledText("The record is not sound. Keep the file as it is and restore a backup.", .bad))
        throw ExitCode(1)
      }
      try printer.print(
        StyledText(
          "The record is sound: \(result.head.size) events"
            + (root == nil ? "." : ", and it still holds the root that you gave."), .good))
    }
  }
}
