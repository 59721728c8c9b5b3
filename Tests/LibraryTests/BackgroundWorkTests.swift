// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Library
import Testing

/// Work on threads of its own, and the descriptor that tells of results.
@Suite("Background work")
struct BackgroundWorkTests {
  @Test("each result comes once, and the descriptor tells when there are some")
  func results() throws {
    let background = try #require(BackgroundWork<Int>())
    var waiting = pollfd(fd: background.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&waiting, 1, 0) == 0)
    #expect(background.takeResults() == [])
    for number in 0..<40 { background.begin { number } }
    var found: [Int] = []
    while found.count < 40 {
      guard poll(&waiting, 1, 60_000) > 0 else { break }
      found += background.takeResults()
    }
    #expect(found.sorted() == Array(0..<40))
    #expect(background.takeResults() == [])
    #expect(poll(&waiting, 1, 0) == 0)
  }
}
