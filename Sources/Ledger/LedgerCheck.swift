// SPDX-License-Identifier: GPL-3.0-or-later

/// One check of one ledger under way.
struct LedgerCheck {
  let connection: Connection
  let ledger: String
  let checkpoint: TreeHead?
  let isErased: (Int) throws -> Bool
  let judge: (Body) throws -> [String]

  private var frontier = MerkleFrontier()
  private var erased = 0
  private var findings: [Finding] = []
  private var unlisted = 0

  init(
    connection: Connection, ledger: String, checkpoint: TreeHead?,
    isErased: @escaping (Int) throws -> Bool, judge: @escaping (Body) throws -> [String]
  ) {
    self.connection = connection
    self.ledger = ledger
    self.checkpoint = checkpoint
    self.isErased = isErased
    self.judge = judge
  }

  /// What has been found so far.
  var result: Verification {
    Verification(
      ledger: ledger, head: frontier.head, erased: erased, findings: findings, unlisted: unlisted)
  }

  /// Adds a finding, or counts it where there are too many already.
  mutating func report(_ problem: Finding.Problem, seq: Int? = nil) {
    if findings.count < Verification.limit {
      findings.append(Finding(seq: seq, problem))
    } else {
      unlisted += 1
    }
  }

  /// Checks everything. Throws where the file can't be read on.
  mutating func run() throws {
    try checkStructure()
    try checkLeavesAndBodies()
    try checkTree()
    try checkStreams()
    try checkContent()
  }

  private mutating func checkStructure() throws {
    let statement = try connection.prepare("PRAGMA integrity_check(20)")
    do {
      while try statement.step() {
        let words = statement.text(at: 0)
        if words != "ok" { report(.structure(words)) }
      }
    } catch {
      // The check itself may stumble over damage; much may be readable all the same.
      report(.structure(error.message))
    }
  }

  /// Walks leaves and bodies side by side, both by place.
  private mutating func checkLeavesAndBodies() throws {
    let leaves = try connection.prepare(
      "SELECT seq, bytes FROM leaf WHERE ledger = ?1 ORDER BY seq")
    try leaves.bind([.text(ledger)])
    let bodies = try connection.prepare(Store.selectBody + " WHERE ledger = ?1 ORDER BY seq")
    try bodies.bind([.text(ledger)])
    var body = try bodies.step() ? Store.body(from: bodies) : nil
    var expected = 0
    checkAgainstCheckpoint()
    while try leaves.step() {
      let seq = leaves.integer(at: 0)
      while let early = body, early.seq < seq {
        report(.bodyWithoutLeaf, seq: early.seq)
        body = try bodies.step() ? Store.body(from: bodies) : nil
      }
      if seq > expected { report(.leavesMissing(expected..<seq)) }
      expected = max(expected, Self.following(seq))
      let bytes = leaves.blob(at: 1)
      let match = body?.seq == seq ? body : nil
      try check(leaf: bytes, at: seq, body: match)
      frontier.append(leaf: bytes)
      checkAgainstCheckpoint()
      if match != nil { body = try bodies.step() ? Store.body(from: bodies) : nil }
    }
    while let late = body {
      report(.bodyWithoutLeaf, seq: late.seq)
      body = try bodies.step() ? Store.body(from: bodies) : nil
    }
  }

  private mutating func check(leaf bytes: [UInt8], at seq: Int, body: Body?) throws {
    let leaf = Leaf(parsing: bytes)
    if let leaf, leaf.ledger != ledger || leaf.seq != seq {
      report(.leafMisplaced(ledger: leaf.ledger, seq: leaf.seq), seq: seq)
    } else if leaf == nil {
      report(.leafUnreadable, seq: seq)
    }
    guard let body else {
      if try isErased(seq) { erased += 1 } else { report(.bodyMissing, seq: seq) }
      return
    }
    guard let leaf else { return }
    if leaf.kind != body.kind {
      report(.kindDiffers(leaf: leaf.kind, body: body.kind), seq: seq)
    }
    // A nonce of another length could never have been the key.
    if body.nonce.count != Sodium.digestLength
      || leaf.commitment != Digest(commitmentTo: body.bytes, nonce: body.nonce)
    {
      report(.bodyDiffers, seq: seq)
    }
  }

  /// Called after each leaf: compares once the tree has the checkpoint's size.
  private mutating func checkAgainstCheckpoint() {
    guard let checkpoint, frontier.size == checkpoint.size else { return }
    if frontier.root != checkpoint.root { report(.rewritten(checkpoint: checkpoint)) }
  }

  private mutating func checkTree() throws {
    let kept = try connection.first(
      "SELECT size, nodes FROM frontier WHERE ledger = ?1", [.text(ledger)]
    ) { MerkleFrontier(size: $0.integer(at: 0), bytes: $0.blob(at: 1)) }
    if kept != frontier { report(.treeDiffers(kept: kept??.head, leaves: frontier.head)) }
    if let checkpoint, frontier.size < checkpoint.size {
      report(.truncated(size: frontier.size, checkpoint: checkpoint.size))
    }
  }

  private mutating func checkStreams() throws {
    let bodies = try connection.prepare(
      Store.selectBody + " WHERE ledger = ?1 ORDER BY stream, number")
    try bodies.bind([.text(ledger)])
    var last: Body?
    while try bodies.step() {
      let body = Store.body(from: bodies)
      let before = last?.stream == body.stream ? last : nil
      let expected = before.map { Self.following($0.number) } ?? 0
      if body.number > expected {
        try checkGap(expected..<body.number, before: body, after: before)
      }
      do {
        for words in try judge(body) { report(.judged(words), seq: body.seq) }
      } catch {
        report(.judged("\(error)"), seq: body.seq)
      }
      last = body
    }
  }

  /// A gap is well where enough events were erased between its two ends to fill it.
  private mutating func checkGap(_ gap: Range<Int>, before body: Body, after: Body?) throws {
    let start = after.map { Self.following($0.seq) } ?? 0
    var explained = 0
    // Bounded by the ledger, since a forged row may claim any place.
    for seq in start..<max(start, min(body.seq, frontier.size)) where try isErased(seq) {
      explained += 1
      if explained == gap.count { return }
    }
    report(.streamGap(stream: body.stream, numbers: gap), seq: body.seq)
  }

  /// The next number; the greatest stays, since a forged row may hold any.
  private static func following(_ number: Int) -> Int {
    number == Int.max ? number : number + 1
  }

  private mutating func checkContent() throws {
    let rows = try connection.prepare("SELECT digest, name, bytes FROM content")
    while try rows.step() {
      let digest = rows.blob(at: 0)
      if Digest(of: rows.blob(at: 2)).bytes != digest {
        report(.contentDiffers(name: rows.text(at: 1), digest: Hexadecimal.text(digest)))
      }
    }
  }
}
