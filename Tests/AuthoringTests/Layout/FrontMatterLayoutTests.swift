// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// Front matter before and after.
@Suite("The layout of front matter")
struct FrontMatterLayoutTests {
  private func laidOut(_ matter: String) throws -> String {
    let text = try LaidOut(file: "---\n\(matter)\n---\n\n# Title\n").text
    let end = try #require(text.ranges(of: "\n---\n\n# Title\n").last)
    return String(text[..<end.lowerBound].dropFirst(4))
  }

  @Test("keys keep their order and their comments; spaces and empty lines go")
  func lines() throws {
    #expect(
      try laidOut("\n# what it is  \nid:   sketch \n\n\ndrill: 1 # the format\nminutes: 5\n\n")
        == "# what it is\nid: sketch\n\ndrill: 1 # the format\nminutes: 5")
  }

  @Test("lists in a line")
  func lists() throws {
    #expect(
      try laidOut("audience: [ one,two ,three]\nsources:  [\"a,  b\", c]\nlist:\n  -   a")
        == "audience: [one, two, three]\nsources: [\"a,  b\", c]\nlist:\n  -   a")
  }

  @Test("a text whose white space counts is left alone")
  func literal() throws {
    let text = "summary: |\n  One  \n\n\n  key:   value\ntitle:   x"
    #expect(try laidOut(text) == text)
  }

  @Test("front matter that can't be read is left alone, the rest is laid out")
  func broken() throws {
    let before = "---\ntitle: a: b  \n---\n* a\n"
    #expect(try LaidOut(file: before).text == "---\ntitle: a: b  \n---\n\n- a\n")
  }

  @Test("fences, and a text that ends with them")
  func fences() throws {
    #expect(try LaidOut(file: "---  \nid: a\n---\t\n\n\n").text == "---\nid: a\n---\n")
    #expect(try LaidOut(file: "---\nid: a\n---").text == "---\nid: a\n---\n")
  }
}
