// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@testable import Ledger

/// A company's whole record leaves through a small door.
@Suite struct StreamingTests {
  private static let attempts = 50_000

  /// 24 MiB for everything that the process writes to in memory, in KiB as `ulimit -d` takes them.
  private static let memory = 24 * 1024

  @Test func `50,000 attempts are exported within 24 MiB`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("s.db")
    do {
      let store = try Store.open(
        at: path, now: 1_767_225_600_000, projections: [AttemptProjection()])
      try store.connection.execute(
        """
        BEGIN;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Self.attempts))
        INSERT INTO attempt SELECT printf('%08d-0000-4000-8000-000000000000', i), '\(store.ledger)',
          i, printf('E-%05d', i % 5000), 'desk', 'The desk', 1, i / 5000 + 1, 'passed', 9375, 8000,
          8, 75000, '', 3, 1767225600000 + i, 1767225660000 + i, 60000, NULL,
          NULL, NULL, NULL, NULL FROM n;
        COMMIT
        """)
    }
    let program = try TestSupport.builtProduct("drillhall")
    for (form, least) in [("csv", 8_000_000), ("json", 30_000_000)] {
      let out = folder.file("out.\(form)")
      let result = try PipedProcess.run(
        "/bin/sh",
        [
          "-c", "ulimit -d \(Self.memory) && exec \"$0\" export \(form) --store \"$1\" -o \"$2\"",
          program, path, out,
        ])
      #expect(result.status == .exited(0), "\(result.errors)")
      let bytes = try #require(folder.bytes(of: "out.\(form)"))
      // The JSON is more than it had memory for.
      #expect(bytes.count > least, "\(bytes.count)")
      #expect(bytes.count { $0 == 0x0A } == Self.attempts + (form == "csv" ? 1 : 2))
    }
  }
}
