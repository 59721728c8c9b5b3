// SPDX-License-Identifier: GPL-3.0-or-later

extension Store {
  /// Findings about ledgers in the file that are not the store's own. Nothing collects ledgers of
  /// other stores yet, so that each of them was put there by hand.
  public func otherLedgers() throws(StoreError) -> [Finding] {
    try translating {
      var findings: [Finding] = []
      try connection.each(
        """
        SELECT id, (SELECT count(*) FROM event WHERE place >> 40 = ledger.number) FROM ledger
        WHERE number <> 0 ORDER BY number
        """
      ) { findings.append(Finding(.otherLedger(id: $0.text(at: 0), events: $0.integer(at: 1)))) }
      return findings
    }
  }

  /// Checks a ledger from its first byte to its last, reading one row at a time.
  ///
  /// Damage is a finding; only a store that can't be read at all throws.
  ///
  /// - Parameters:
  ///   - other: The ledger to check; this store's own if nil.
  ///   - checkpoint: Size and root as they were once, from a copy that lies elsewhere. Without
  ///     one, a tail that was cut off together with the kept tree goes unseen.
  ///   - judge: Called with each event that has a body, stream by stream in order, so that the
  ///     caller can fold one stream at a time. What it returns, or throws, becomes findings.
  ///   - erased: Whether an erasure says that this event has no body any more.
  /// - Returns: What was found, and size and root computed anew.
  /// - Throws: A `StoreError` where not even a transaction can be begun.
  public func verify(
    ledger other: String? = nil, against checkpoint: TreeHead? = nil,
    judge: (Body) throws -> [String] = { _ in [] },
    erased: (_ seq: Int) throws -> Bool = { _ in false }
  ) throws(StoreError) -> Verification {
    try translating {
      try snapshot {
        try withoutActuallyEscaping(erased) { erased in
          try withoutActuallyEscaping(judge) { judge in
            var check = LedgerCheck(
              connection: connection, ledger: other ?? ledger, checkpoint: checkpoint,
              isErased: erased, judge: judge)
            do {
              try check.run()
            } catch let error as SQLiteError {
              // Half an answer about a damaged file is worth more than none.
              check.report(.unreadable(error.message))
            }
            return check.result
          }
        }
      }
    }
  }
}
