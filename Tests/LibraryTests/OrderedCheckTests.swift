// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Glibc
import TestSupport
import Testing

@testable import Library

@Suite struct OrderedCheckTests {
  /// More than a window of results, so that windows meet.
  private static let count = OrderedWork.window * 2 + 17

  @Test func `results come in order, each once`() throws {
    var taken: [Int] = []
    try OrderedWork.run(Self.count, { $0 * $0 }, take: { taken.append($0) })
    #expect(taken == (0..<Self.count).map { $0 * $0 })
  }

  @Test(arguments: [0, 1, 2])
  func `few things are work as well`(count: Int) throws {
    var taken: [Int] = []
    try OrderedWork.run(count, { $0 }, take: { taken.append($0) })
    #expect(taken == Array(0..<count))
  }

  @Test func `what the taker throws ends the work`() {
    struct Enough: Error {}
    var taken = 0
    #expect(throws: Enough.self) {
      try OrderedWork.run(Self.count, { $0 }) { number in
        taken += 1
        if number == 3 { throw Enough() }
      }
    }
    #expect(taken == 4)
  }

  @Test func `a library's findings are the same each time, file by file`() throws {
    let folder = try TestSupport.temporaryFolder()
    defer { try? TestFiles.remove(folder) }
    for index in 0..<300 {
      // Two of three have errors, among them strikes, which the Markdown parser keeps in a table
      // of the whole process.
      let text =
        index.isMultiple(of: 3)
        ? "---\ndrill: 1\n---\n\n# Title ~~one~~\n\nSome *~text~* and ~~more~~ of it.\n"
        : "---\ndrill: 1\nid: d\(index)\nlevel: 9\n---\n\n# Plain\n\nSome *text* with ~~strikes~~.\n"
      try TestFiles.write(text, to: "\(folder)/\(1000 + index).md")
    }
    let library = DrillLibrary(
      drills: LibraryFolder(folder), policies: LibraryFolder("\(folder)/none"))
    let check = LibraryCheck(library, today: CalendarDate(daysSinceEpoch: 20_500))
    func findings() throws -> [String] {
      var found: [String] = []
      let files = try check.run([]) { found += $0.map(\.description) }
      #expect(files == 300)
      return found
    }
    let first = try findings()
    // The folder of policies is missing on purpose, which is told first.
    let places = first.map { String($0.prefix { $0 != ":" }) }.filter { $0.hasSuffix(".md") }
    let isSorted = places == places.sorted()
    #expect(isSorted)
    #expect(Set(places).count == 300)
    for _ in 0..<3 {
      let isSame = try findings() == first
      #expect(isSame)
    }
  }
}

/// Files of a test.
private enum TestFiles {
  struct Failed: Error {}

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failed() }
    defer { fclose(file) }
    guard fputs(text, file) >= 0 else { throw Failed() }
  }

  static func remove(_ folder: String) throws {
    let silent = Diagnostics()
    for file in LibraryFolder(folder).files(diagnostics: silent) { unlink(file.path) }
    guard rmdir(folder) == 0 else { throw Failed() }
  }
}
