// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit

/// Any text, searched for personal data and secrets.
enum LeakTarget {
  private static let detector = LeakDetector(planted: [
    PlantedValue(text: "Robin Example", label: "name"),
    PlantedValue(text: "4111 1111 1111 1111", label: "card"),
  ])

  @Sendable static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(8192), as: UTF8.self)
    let count = text.unicodeScalars.count
    var end = 0
    for leak in detector.scan(text) {
      Fuzz.expect(
        leak.range.lowerBound >= end && !leak.range.isEmpty && leak.range.upperBound <= count,
        "a leak stands at \(leak.range) after \(end) in \(count) scalars")
      end = leak.range.upperBound
    }
  }
}
