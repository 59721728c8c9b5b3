// SPDX-License-Identifier: GPL-3.0-or-later

public import Ledger

/// Writes completions, a row an attempt, to a sink: one row at a time in memory.
public struct CompletionExport {
  /// In which form.
  public enum Form: Hashable, Sendable {
    case csv(CSVProfile)
    /// One object: `{"format": "drillhall-completions", "version": 1, …, "completions": […]}`.
    case json
  }

  private let form: Form

  /// An export in a form.
  public init(_ form: Form) { self.form = form }

  /// Writes all attempts of a store; `sink` gets pieces of about 64 KiB.
  ///
  /// Throws a `StoreError`, or what `sink` throws.
  ///
  /// - Returns: Size and root of the ledger that the rows were read from: one view of the store,
  ///   whoever writes meanwhile.
  @discardableResult
  public func write(_ store: Store, to sink: ([UInt8]) throws -> Void) throws -> TreeHead {
    var head = TreeHead(size: 0, root: Digest(of: []))
    try store.read { _ in
      head = try store.head()
      try write(store, head: head, to: sink)
    }
    return head
  }

  private func write(
    _ store: Store, head: TreeHead, to sink: ([UInt8]) throws -> Void
  ) throws {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(72 << 10)
    open(head, ledger: store.ledger, into: &bytes)
    switch form {
    case .csv(let profile):
      var cells = CSVCells(profile, bytes: bytes)
      bytes = []
      try AttemptLog(store).eachAttempt { attempt in
        Completion(attempt).write(to: &cells)
        cells.endRow()
        try empty(&cells.bytes, into: sink)
      }
      bytes = cells.bytes
    case .json:
      var isFirst = true
      try AttemptLog(store).eachAttempt { attempt in
        append(Completion(attempt), isFirst: isFirst, to: &bytes)
        isFirst = false
        try empty(&bytes, into: sink)
      }
      bytes.append(contentsOf: "\n]}\n".utf8)
    }
    try sink(bytes)
  }

  /// Hands the bytes on once there are enough of them.
  private func empty(_ bytes: inout [UInt8], into sink: ([UInt8]) throws -> Void) throws {
    guard bytes.count >= 64 << 10 else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private func open(_ head: TreeHead, ledger: String, into bytes: inout [UInt8]) {
    switch form {
    case .csv(let profile):
      let writer = CSVWriter(profile)
      bytes += writer.opening
      writer.append(Completion.columns, to: &bytes)
    case .json:
      bytes.append(
        contentsOf: "{\"format\":\"drillhall-completions\",\"version\":1,\"ledger\":".utf8)
      JSONText.append(ledger, to: &bytes)
      bytes.append(contentsOf: ",\"root\":".utf8)
      JSONText.append("\(head.size):\(head.root)", to: &bytes)
      bytes.append(contentsOf: ",\"completions\":[".utf8)
    }
  }

  private func append(_ row: Completion, isFirst: Bool, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (isFirst ? "\n{" : ",\n{").utf8)
    for (index, (name, value)) in zip(Completion.columns, row.values).enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONText.append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
