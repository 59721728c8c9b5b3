// SPDX-License-Identifier: GPL-3.0-or-later

extension StoreError: CustomStringConvertible {
  /// The exit status of a command that ends on this error (the numbers of sysexits.h).
  public var exitStatus: Int32 {
    switch self {
    case .noSuchStore, .noSuchEvent, .keyUnusable: 66
    case .cannotOpen, .corrupt, .notMigrated: 69
    case .projectionFailed, .invalidRecord, .unexpected: 70
    case .diskFull, .io: 74
    case .locked, .conflict, .attemptBegun: 75
    case .notPermitted, .readOnly: 77
    case .newerVersion, .olderVersion, .notADrillhallStore: 78
    }
  }

  /// What happened, where, and what to do now.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "The store \(path) can't be opened: \(reason). Check the path, or name another with --store."
    case .noSuchStore(let path):
      "There is no store at \(path). Check the path, or run a drill first, which makes one."
    case .notPermitted(let path):
      "You have no permission to use the store \(path). Ask its owner, or name another with --store."
    case .readOnly(let path):
      "The store \(path) can be read but not written, so nothing was recorded. Ask its owner for "
        + "write permission, or name another with --store."
    case .diskFull(let path):
      "There is no room left for the store \(path). The last step was not recorded, everything "
        + "before it was. Free some space and try again."
    case .corrupt(let path, let detail):
      "The store \(path) is damaged: \(detail). Leave the file as it is, run `drillhall verify`, "
        + "and go back to a backup."
    case .newerVersion(let path, let found, let known):
      "The store \(path) has version \(found), and this drillhall knows versions up to \(known). "
        + "Install the newer drillhall that made it."
    case .olderVersion(let path, let known):
      "The store \(path) was made by an older drillhall, and this one reads version \(known). "
        + "“drillhall rebuild” brings it over without changing what was recorded; whoever may write "
        + "to it can run it."
    case .notMigrated(let path, let detail):
      "The store \(path) was made by an older drillhall and can't be brought over, because its "
        + "record is not sound: \(detail) It was left as it is. Go back to a backup, or look at it "
        + "with the drillhall that made it."
    case .locked(let path, let seconds):
      "Another program has kept the store \(path) busy for \(Self.seconds(seconds)). Nothing was "
        + "recorded. Close the other program, or wait, and try again."
    case .notADrillhallStore(let path):
      "The file \(path) is not a drillhall store, and it was left as it is. Name another with "
        + "--store."
    case .conflict(let stream, let expected, let found):
      "Another console has gone on with this in the meantime (\(stream), event \(found) instead of "
        + "\(expected)). What you did last was not recorded here; nothing else is lost. Close one of "
        + "the two and resume."
    case .attemptBegun(let number):
      "Other consoles have begun attempts at this drill in the meantime, the latest of them attempt "
        + "\(number). Nothing was recorded here. Begin again."
    case .io(let path, let detail):
      "Reading or writing the store \(path) failed: \(detail). Check the disk and try again."
    case .noSuchEvent(let seq, let size):
      "Event \(seq) was asked for, but the ledger has \(size) events, numbered from 0. Check the "
        + "number."
    case .projectionFailed(let name, let seq, let detail):
      "The table \(name) can't take in event \(seq): \(detail). Nothing was recorded. This is a "
        + "mistake in drillhall: please report it."
    case .keyUnusable(let path, let reason):
      "The signing key \(path) can't be used: \(reason). What was recorded is safe, but no "
        + "checkpoint can be signed. Put the file back from a backup."
    case .invalidRecord(let reason):
      "An event can't be recorded: \(reason). This is a mistake in drillhall: please report it."
    case .unexpected(let path, let detail):
      "The store \(path) refused a step: \(detail). This is a mistake in drillhall: please report "
        + "it."
    }
  }

  private static func seconds(_ count: Int) -> String {
    count == 1 ? "1 second" : "\(count) seconds"
  }
}
