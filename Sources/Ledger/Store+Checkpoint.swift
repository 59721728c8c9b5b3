// SPDX-License-Identifier: GPL-3.0-or-later

extension Store {
  /// The ledger's head, signed with its key: to be printed on every export, so that copies lie
  /// outside. Whoever holds the store and its key can rewrite all that no such copy speaks for.
  public func signedCheckpoint() throws(StoreError) -> String {
    let key = try signingKey()
    let head = try translating { try snapshot { try leafHead() } }
    return key.note(Checkpoint(origin: key.verifier.name, head: head).text)
  }

  /// The head that the leaves themselves make. Throws `corrupt` where the edge that is kept is not
  /// theirs: a signature would give it weight.
  private func leafHead() throws -> TreeHead {
    var frontier = MerkleFrontier()
    try connection.each(
      "SELECT leaf FROM event WHERE place < \(Schema.ownEnd) ORDER BY place"
    ) { frontier.append(leaf: $0.blob(at: 0)) }
    guard try loadFrontier() == frontier else {
      throw StoreError.corrupt(
        path: path,
        detail: "the edge of its tree is not the one that its leaves make, so nothing was signed. "
          + "“drillhall verify” tells more")
    }
    return frontier.head
  }

  /// The public key by which this ledger's checkpoints are checked.
  public func verifierKey() throws(StoreError) -> VerifierKey { try signingKey().verifier }

  /// Where the secret key of a ledger is kept: beside the store, and named after the ledger, so
  /// that no new store ever meets an older one's key.
  static func keyPath(store path: String, ledger: String) -> String { "\(path).\(ledger).key" }

  /// Makes the key of a new ledger, for this user alone.
  static func createKey(store path: String, ledger: String) throws {
    let key = SigningKey(name: "drillhall/\(ledger)")
    _ = try Platform.createFile(
      keyPath(store: path, ledger: ledger), bytes: Array(key.text.utf8))
  }

  private func signingKey() throws(StoreError) -> SigningKey {
    let keyPath = Self.keyPath(store: file, ledger: ledger)
    let bytes: [UInt8]
    do {
      bytes = try Platform.readFile(keyPath, limit: 4_096)
    } catch {
      if error.isMissing { throw .keyUnusable(path: keyPath, reason: "it is missing") }
      throw StoreError(systemError: error.code, path: keyPath)
    }
    guard let key = SigningKey(parsing: String(decoding: bytes, as: UTF8.self)),
      key.verifier.name == "drillhall/\(ledger)"
    else { throw .keyUnusable(path: keyPath, reason: "it holds no key of this ledger") }
    return key
  }
}
