// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Measures what the project promises to reach, and prints it whether or not it does. Ratios are
/// taken in one run, both sides by turns, so that a busy machine slows both.
@main
enum Bench {
  private static let parts: [(name: String, figures: @Sendable (Sample) throws -> [Figure])] = [
    ("start", StartUp.figures), ("memory", StartUp.memory), ("check", Checking.figures),
    ("commit", Commits.figures), ("writers", Commits.writers), ("export", Exporting.figures),
    ("lsp", Editing.figures), ("throughput", Checking.throughput),
  ]

  /// Parts that others need: their drills and attempts.
  private static let always: Set = ["start"]

  static func main() {
    let wanted = Set(CommandLine.arguments.dropFirst())
    do {
      let sample = try Sample()
      defer { try? sample.remove() }
      var figures: [Figure] = []
      for (name, measure) in parts
      where wanted.isEmpty || wanted.contains(name) || always.contains(name) {
        report("measuring \(name) …")
        figures += try measure(sample)
      }
      print(Figure.table(figures))
    } catch {
      report("\(error)")
      exit(1)
    }
  }
}

/// Writes a line on standard error.
private func report(_ text: String) {
  let line = Array((text + "\n").utf8)
  _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
}
