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
      Every event is compared with its leaf, the leaves with the tree's root (RFC 6962); every \
      attempt is folded anew, its answers are judged again from the drill that was kept, and both \
      are compared with what was recorded; the lists that scores and exports are read from are \
      compared with the events. Without a root from outside, whoever holds the disk could have cut \
      the record short: give the one that an export printed, with --root SIZE:ROOT, or the file \
      that it wrote, with --checkpoint. Exit status 1 where anything is wrong.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("An older root, as an export printed it.", valueName: "size:root"))
  var root: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A signed checkpoint, as an export wrote it.", valueName: "file"))
  var checkpoint: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The key that the checkpoint must be signed with; otherwise the one beside the store.",
      valueName: "key"))
  var key: String?

  @OptionGroup var store: StoreOptions
  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    if let root, TreeHead(printed: root) == nil {
      throw ValidationError("“\(root)” is no root: a size, a colon and 64 hexadecimal digits.")
    }
    if let key, VerifierKey(parsing: key) == nil {
      throw ValidationError(
        "“\(key)” is no key: a name, a plus sign, eight digits, a plus, Base64.")
    }
    if root != nil, checkpoint != nil {
      throw ValidationError("Give --root or --checkpoint, not both.")
    }
    if key != nil, checkpoint == nil {
      throw ValidationError("--key says who signed a --checkpoint; there is none.")
    }
  }

  func run() throws {
    try reporting(look) { printer in
      let store = try store.open(.readOnly, lists: false)
      let outside = try OutsideHead(root: root, checkpoint: checkpoint, key: key).read(for: store)
      var audit = AttemptAudit(contentIn: store)
      let consents = ConsentAudit()
      var rejudging = Rejudging(store)
      let result = try store.verify(
        against: outside, judge: { audit.take($0) + consents.take($0) + rejudging.take($0) })
      let lists = try store.verifyProjections()
      let others = try store.otherLedgers()
      let owners = EventOwners(store)
      for finding in result.findings + others + lists {
        try printer.print(
          StyledText(finding.description(belongingTo: owners.owner(of: finding)), .bad))
      }
      if result.unlisted > 0 {
        try printer.print(StyledText("And \(result.unlisted) more.", .bad))
      }
      try printer.print(StyledText("Ledger \(result.ledger)"))
      try printer.print(StyledText("Root \(result.head.size):\(result.head.root)"))
      guard result.isSound, others.isEmpty, lists.isEmpty else {
        try printer.print(
          StyledText(
            result.isSound && others.isEmpty
              ? "The record is sound, its lists are not. “drillhall rebuild” makes them anew."
              : "The record is not sound. Keep the file as it is and restore a backup.", .bad))
        throw ExitCode(1)
      }
      let count = "\(result.head.size) \(result.head.size == 1 ? "event" : "events")"
      try printer.print(
        StyledText(
          "The record is sound: \(count)"
            + (outside == nil ? "." : ", and it still holds the root that you gave."), .good))
    }
  }
}
