// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Ledger

/// A ledger's size and root as somebody kept them outside: in an argument, or in a signed file.
struct OutsideHead {
  let root: String?
  let checkpoint: String?
  let key: String?

  /// The head; nil where none was given. Throws where the file is none that the key has signed.
  func read(for store: Store) throws -> TreeHead? {
    if let root { return TreeHead(printed: root) }
    guard let checkpoint else { return nil }
    let note = try Self.text(of: checkpoint)
    let verifier = try key.flatMap { VerifierKey(parsing: $0) } ?? store.verifierKey()
    guard let signed = verifier.checkpoint(inNote: note) else {
      throw Failure(
        "“\(checkpoint)” is no checkpoint that \(verifier.name) has signed. Take the file as the "
          + "export wrote it, and the key that it printed.", status: Failure.badData)
    }
    guard signed.origin == "drillhall/\(store.ledger)" else {
      throw Failure(
        "“\(checkpoint)” speaks for \(signed.origin), and this store's ledger is \(store.ledger).",
        status: Failure.badData)
    }
    return signed.head
  }

  /// A small file's text; a checkpoint has some hundred bytes.
  private static func text(of path: String) throws(Failure) -> String {
    do {
      return String(decoding: try Platform.readFile(path, limit: 1 << 16), as: UTF8.self)
    } catch {
      throw Failure(
        "“\(path)” can't be read: \(String(cString: strerror(error.code))).",
        status: Failure.noInput)
    }
  }
}

extension TreeHead {
  /// Reads `SIZE:ROOT`, as exports print it.
  init?(printed text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let size = Int(parts[0]), size >= 0, let root = Digest(hex: parts[1])
    else { return nil }
    self.init(size: size, root: root)
  }
}
