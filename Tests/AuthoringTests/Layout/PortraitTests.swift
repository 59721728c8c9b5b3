// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import Testing

@testable import Authoring

/// The comparison that guards every change must not pass by accident: it sees each small one.
@Suite("The proof of a layout")
struct PortraitTests {
  private static let root = String(
    String(#filePath).dropLast("/Tests/AuthoringTests/Layout/PortraitTests.swift".count))

  private static func text(_ file: String) throws -> LayoutText {
    let data = try #require(FileManager.default.contents(atPath: "\(root)/\(file)"))
    return try #require(
      LayoutText(file: file, bytes: Array(data), diagnostics: Diagnostics()))
  }

  private static func holds(_ text: LayoutText, _ bytes: [UInt8]) -> Bool {
    do throws(LayoutFault) {
      try text.prove(bytes)
      return true
    } catch {
      return false
    }
  }

  @Test("a text is the same as itself, also further down")
  func same() throws {
    for file in ["Drills/escalation/the-post.md", "Policies/service-recovery.md"] {
      let text = try Self.text(file)
      try text.prove(Array(text.source.text.utf8))
      try text.prove(Array(text.source.text.replacing("\n\n## ", with: "\n\n\n\n## ").utf8))
    }
  }

  @Test(
    "each letter and each sign counts",
    arguments: [
      "Drills/data-handling/card-in-the-chat.md", "Drills/service-failure/what-robin-said.md",
      "Policies/escalation.md",
    ])
  func letters(file: String) throws {
    let text = try Self.text(file)
    let bytes = Array(text.source.text.utf8)
    let isRoom: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A }
    // A step that meets every kind of line, and not each of forty thousand letters.
    for index in stride(from: 4, to: bytes.count, by: 41) {
      let byte = bytes[index]
      guard !isRoom(byte), byte < 0x80, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "|") else {
        continue
      }
      var changed = bytes
      changed[index] = byte == UInt8(ascii: "q") ? UInt8(ascii: "k") : UInt8(ascii: "q")
      #expect(!Self.holds(text, changed), "byte \(index) of \(file) was changed unseen")
      changed = bytes
      changed.remove(at: index)
      #expect(!Self.holds(text, changed), "byte \(index) of \(file) was lost unseen")
    }
  }

  @Test("each line counts, and the first difference is named")
  func lines() throws {
    let text = try Self.text("Drills/data-handling/courier-list.md")
    let lines = text.source.text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices where !lines[index].isEmpty {
      var others = lines
      others.remove(at: index)
      let bytes = Array(others.joined(separator: "\n").utf8)
      #expect(!Self.holds(text, bytes), "line \(index + 1) was lost unseen: \(lines[index])")
    }
    let changed = text.source.text.replacing("## End\n", with: "## Fin\n")
    do throws(LayoutFault) {
      try text.prove(Array(changed.utf8))
      Issue.record("“## Fin” is not “## End”")
    } catch {
      #expect(error.place.line == lines.firstIndex(of: "## End").map { $0 + 1 })
      #expect(error.description.contains("“text 0 End” would be “text 0 Fin”"))
    }
  }

  @Test("what a drill means is compared beyond its Markdown")
  func meaning() throws {
    let top = Place(file: "", line: 1)
    let one = try Sketch(
      "## A\n\n### Choose: B?\n\n_2 points_\n\nAfter 20 s:\n\n> c\n\n- [x] d\n- [ ] e")
    let two = try Sketch(
      "## A\n\n### Choose: B?\n\n_3 points_\n\nAfter 20 s:\n\n> c\n\n- [x] d\n- [ ] e")
    let three = try Sketch(
      "## A\n\n### Choose: B?\n\n_2 points_\n\nAfter 21 s:\n\n> c\n\n- [x] d\n- [ ] e")
    let again = try Sketch(
      "## A\n\n\n\n### Choose: B?\n\n_2 points_\n\nAfter 20 s:\n\n> c\n\n- [x] d\n- [ ] e")
    let portrait = Portrait(of: one.drills, at: top)
    #expect(portrait.lines.count > 100 && portrait.words.contains { $0.hasSuffix("String B?") })
    #expect(portrait.isSame(as: Portrait(of: again.drills, at: top)))
    #expect(!portrait.isSame(as: Portrait(of: two.drills, at: top)))
    #expect(!portrait.isSame(as: Portrait(of: three.drills, at: top)))
    #expect(!portrait.isSame(as: Portrait(of: [Drill](), at: top)))
  }
}
