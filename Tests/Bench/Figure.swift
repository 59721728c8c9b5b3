// SPDX-License-Identifier: GPL-3.0-or-later

/// One figure of the table: what was measured, and what is to be reached.
struct Figure {
  /// What it is about.
  let name: String
  /// What was measured, with its unit.
  let measured: String
  /// The limit, with its unit; empty where a figure is only for comparing.
  let limit: String
  /// Whether the limit is kept; nil where there is none.
  let isReached: Bool?

  /// A figure that is only for comparing.
  init(_ name: String, _ measured: String) {
    self.name = name
    self.measured = measured
    limit = ""
    isReached = nil
  }

  /// A figure that is to stay at or below a limit.
  init(_ name: String, _ value: Double, atMost limit: Double, places: Int = 1, unit: String) {
    self.name = name
    measured = value.text(places: places) + unit
    self.limit = "≤ " + limit.text(places: limit == limit.rounded() ? 0 : places) + unit
    isReached = value <= limit
  }

  /// The figures as a Markdown table, which is also easy to read in a terminal.
  static func table(_ figures: [Figure]) -> String {
    let rows =
      [["Figure", "Measured", "Limit", "Reached"]]
      + figures.map {
        [$0.name, $0.measured, $0.limit, $0.isReached.map { $0 ? "yes" : "no" } ?? ""]
      }
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = rows.map { row in
      "| "
        + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        .joined(separator: " | ") + " |"
    }
    lines.insert(
      "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|", at: 1
    )
    return lines.joined(separator: "\n")
  }
}

extension Double {
  /// The number with so many decimal places.
  func text(places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let parts = Int((self * Double(scale)).rounded())
    guard places > 0 else { return "\(parts)" }
    let rest = String(abs(parts) % scale)
    return "\(parts < 0 ? "-" : "")\(abs(parts) / scale)."
      + String(repeating: "0", count: places - rest.count) + rest
  }
}

extension [Double] {
  /// The value in the middle; 0 of none.
  var median: Double { quantile(0.5) }

  /// The value below which so large a share of the values lies; 0 of none.
  func quantile(_ share: Double) -> Double {
    guard !isEmpty else { return 0 }
    return sorted()[Int((Double(count - 1) * share).rounded())]
  }
}
