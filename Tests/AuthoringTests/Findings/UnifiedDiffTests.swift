// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import TestSupport
import Testing

/// The difference that `check --fix --dry-run` shows.
@Suite("Unified differences")
struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    String(
      decoding: UnifiedDiff.bytes(path: "a.md", from: Array(old.utf8), to: Array(new.utf8)),
      as: UTF8.self)
  }

  @Test(
    "the form",
    arguments: [
      ("a\n", "a\n", ""),
      ("a\nb\n", "a\nc\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
      ("a\n", "a\nb\n", "@@ -1 +1,2 @@\n a\n+b\n"),
      ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
      ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n5\n6\n7\n8\n9\n",
        "@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+x\n 5\n 6\n 7\n"
      ),
      (
        "a\n2\n3\n4\n5\n6\n7\n8\n9\nb\n", "x\n2\n3\n4\n5\n6\n7\n8\n9\ny\n",
        "@@ -1,4 +1,4 @@\n-a\n+x\n 2\n 3\n 4\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-b\n+y\n"
      ),
    ])
  func form(old: String, new: String, hunks: String) {
    #expect(diff(old, new) == (hunks.isEmpty ? "" : "--- a.md\n+++ a.md\n" + hunks))
  }

  @Test("git applies it to the old text and gets the new one", arguments: 1...30)
  func applies(seed: UInt64) throws {
    var random = Seeded(seed)
    let folder = try TemporaryFolder()
    let old = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      ["a", "b", "c", ""].randomElement(using: &random) ?? ""
    }
    var new = old
    for _ in 0..<5 {
      let at = Int.random(in: 0...new.count, using: &random)
      if at < new.count, random.chance(40) { new.remove(at: at) } else { new.insert("n", at: at) }
    }
    let texts = [old, new].map { $0.joined(separator: "\n") + (random.chance(50) ? "\n" : "") }
    try folder.write(texts[0], to: "a.md")
    try folder.write(diff(texts[0], texts[1]), to: "diff")
    guard texts[0] != texts[1], !texts[0].isEmpty else { return }
    let result = try PipedProcess.run(
      "/bin/sh", ["-c", "cd '\(folder.path)' && git apply -p0 --unidiff-zero diff"])
    #expect(result.status == .exited(0), "\(result)")
    #expect(folder.text(of: "a.md") == texts[1])
  }

  @Test("a long text that changes everywhere is shown as a whole, and quickly")
  func long() {
    let old = String(repeating: "line\r\n", count: 5_000)
    let found = diff(old, old.replacing("\r\n", with: "\n"))
    #expect(
      found.unicodeScalars.split(separator: "\n").count { $0.starts(with: "+line".unicodeScalars) }
        == 5_000)
  }
}
