// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Links to the folder of the policies")
struct PolicyFolderTests {
  /// A link in a file, and what it should be; nil where it leads to the policy.
  struct Link: CustomTestStringConvertible {
    let file: String
    let path: String
    let right: String?

    init(_ file: String, _ path: String, _ right: String? = nil) {
      self.file = file
      self.path = path
      self.right = right
    }

    var testDescription: String { "\(path) in \(file)" }
  }

  static let links = [
    Link("Drills/post/a.md", "../../Policies/test.md"),
    Link("Drills/post/a.md", "./../../Drills/../Policies//test.md"),
    Link("Drills/post/a.md", "/library/Policies/test.md", "../../Policies/test.md"),
    Link("Drills/post/a.md", "../Policies/test.md", "../../Policies/test.md"),
    Link("Drills/post/a.md", "../../../Policies/test.md", "../../Policies/test.md"),
    Link("Drills/post/a.md", "../../policies/test.md", "../../Policies/test.md"),
    Link("Drills/post/a.md", "test.md", "../../Policies/test.md"),
    Link("Drills/a.md", "../Policies/test.md"),
    Link("Drills/a.md", "../../Policies/test.md", "../Policies/test.md"),
    Link("./Drills/a.md", "../Policies/test.md"),
    Link("/library/Drills/a.md", "../Policies/test.md"),
    Link("/library/Drills/a.md", "../../Policies/test.md", "../Policies/test.md"),
    Link("Policies/drill.md", "test.md"),
    Link("../library/Drills/a.md", "../Policies/test.md"),
    // Drafts elsewhere: the way up can't be known, the rest can.
    Link("/home/ana/draft.md", "../../Policies/test.md"),
    Link("/home/ana/draft.md", "../Policies/test.md"),
    Link("/home/ana/draft.md", "../../library/Policies/test.md"),
    Link("/home/ana/draft.md", "../../wrong/place/test.md", "../../Policies/test.md"),
    Link("/home/ana/draft.md", "Policies/test.md", "../../Policies/test.md"),
    Link("../other/draft.md", "../../Policies/test.md"),
    Link("../../../../draft.md", "test.md", "../../Policies/test.md"),
  ]

  @Test("a link must lead from its file to the policy", arguments: links)
  func leads(_ link: Link) throws {
    let folder = PolicyFolder("Policies", workingFolder: "/library")
    #expect(
      folder.correction(of: link.path, in: link.file, to: try policy("Policies/test.md"))
        == link.right)
  }

  @Test("policies in folders of their own are found there")
  func deeper() throws {
    let folder = PolicyFolder("/library/Policies", workingFolder: "/")
    let policy = try policy("/library/Policies/people/test.md")
    #expect(
      folder.correction(of: "../Policies/test.md", in: "/library/Drills/a.md", to: policy)
        == "../Policies/people/test.md")
    #expect(
      folder.correction(of: "../Policies/people/test.md", in: "/library/Drills/a.md", to: policy)
        == nil)
    #expect(
      folder.correction(of: "../Policies/people/test.md", in: "/draft.md", to: policy) == nil)
    #expect(
      folder.correction(of: "../Policies/test.md", in: "/draft.md", to: policy)
        == "../../Policies/people/test.md")
  }

  private func policy(_ file: String) throws -> Policy {
    try #require(
      PolicyFixture(files: [file: PolicyFixture.policy("## Owners\n\nNone.")]).book.policy("test"))
  }
}
