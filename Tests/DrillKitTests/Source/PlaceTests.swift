// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

@Suite("Places in files")
struct PlaceTests {
  @Test("a place keeps its file's name, byte by byte")
  func names() {
    // The two look the same and are the names of two files.
    let (composed, apart) = ("Ü.md", "U\u{308}.md")
    for name in ["", "a.md", "Drills/a.md", composed, apart] {
      let place = Place(file: name, line: 3, column: 2)
      #expect(Array(place.file.utf8) == Array(name.utf8))
      #expect(place == Place(file: name, line: 3, column: 2))
      #expect(place.down(2).file == place.file && place.at(column: 9).file == place.file)
    }
    #expect(Place(file: composed, line: 1) != Place(file: apart, line: 1))
  }

  @Test("places are in the order of file, line and column, whichever file was met first")
  func order() {
    let places = [
      Place(file: "order/b.md", line: 1), Place(file: "order/a.md", line: 2),
      Place(file: "order/a.md", line: 1, column: 7), Place(file: "order/a.md", line: 1),
      Place(file: "", line: 9),
    ]
    #expect(
      places.sorted().map(\.description) == [
        ":9:1", "order/a.md:1:1", "order/a.md:1:7", "order/a.md:2:1", "order/b.md:1:1",
      ])
  }

  @Test("names are told apart while many threads meet them")
  func threads() async {
    let names = (0..<200).map { "threads/\($0 % 50).md" }
    let found = await withTaskGroup(of: Bool.self) { group in
      for name in names { group.addTask { Place(file: name, line: 1).file == name } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found.count == 200 && found.allSatisfy { $0 })
  }
}
