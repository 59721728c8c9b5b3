// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import FoundationEssentials
import TestSupport
import Testing

@testable import Authoring

/// The JSON Schema in the documentation is the one that the program makes.
@Suite("The schema of the front matter")
struct FrontMatterSchemaTests {
  @Test("the file is what drillhall lsp --schema prints")
  func file() throws {
    let path = "\(SampleDrafts.root)/Documentation/front-matter.schema.json"
    let data = try #require(FileManager.default.contents(atPath: path))
    #expect(
      Array(data) == FrontMatterSchema.bytes,
      "drillhall lsp --schema > Documentation/front-matter.schema.json")
  }

  @Test("its keys are those of the table, with what must be there")
  func keys() throws {
    let schema = try JSON(bytes: FrontMatterSchema.bytes)
    #expect(schema["$schema"].text == "https://json-schema.org/draft/2020-12/schema")
    let all = [FrontMatterKey.drill, FrontMatterKey.policy, FrontMatterKey.translation]
    for (index, keys) in all.enumerated() {
      let object = schema["oneOf"][index]
      #expect(object["properties"].keys == keys.map(\.name).sorted())
      #expect(object["required"].list.compactMap(\.text) == keys.filter(\.isRequired).map(\.name))
      #expect(object["additionalProperties"] == false)
    }
    let drill = schema["oneOf"][0]["properties"]
    #expect(drill["level"]["minimum"].number == 1 && drill["level"]["maximum"].number == 3)
    #expect(drill["duty"]["enum"].list.count == Duty.allCases.count)
  }
}
