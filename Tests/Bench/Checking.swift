// SPDX-License-Identifier: GPL-3.0-or-later

/// `drillhall check` on a large library.
enum Checking {
  /// Time and memory for ten thousand drills, beside the time that cmark-gfm takes to parse them.
  static func figures(_ sample: Sample) throws -> [Figure] {
    let count = 10_000
    let bytes = try sample.makeDrills(count, in: "library")
    let few = try measure(sample, drills: "thirty")
    let run = try measure(sample, drills: "library")
    // One program over all bytes, from one file: what merely parsing Markdown costs.
    _ = try Run(
      "sh", ["-c", "cat '\(sample.path("library"))'/*.md > '\(sample.path("library.md"))'"])
    let cmark = try Run(
      "cmark-gfm", ["-e", "table", "-e", "strikethrough", sample.path("library.md")])
    let megabytes = (Double(bytes) / 1e6).text(places: 0)
    return [
      Figure("check 10,000 drills (\(megabytes) MB)", run.seconds, atMost: 10, unit: " s"),
      Figure("… processor time", "\(run.processorSeconds.text(places: 1)) s"),
      Figure(
        "… of cmark-gfm on the same bytes (\(cmark.seconds.text(places: 1)) s)",
        "\((run.seconds / cmark.seconds).text(places: 1)) ×"),
      // Ids and file names stay in memory, findings and texts don't.
      Figure(
        "… memory above a check of 30", max(0, run.megabytes - few.megabytes), atMost: 20,
        unit: " MB"),
    ]
  }

  /// Drills a second that are checked and explored, by how many there are: a library of one pays for
  /// the start and the policies, a large one keeps all processors busy.
  static func throughput(_ sample: Sample) throws -> [Figure] {
    var figures: [Figure] = []
    for (command, counts) in [("check", [1, 100, 10_000]), ("explore", [1, 100, 10_000])] {
      for count in counts {
        let folder = "by-\(count)"
        _ = try sample.makeDrills(count, in: folder)
        let run = try Run(
          sample.drillhall,
          [command, "--drills", sample.path(folder), "--policies", "Policies"])
        let rate = (Double(count) / run.seconds).text(places: 0)
        figures.append(
          Figure(
            "\(command) of \(count) \(count == 1 ? "drill" : "drills")",
            "\(run.seconds.text(places: 2)) s, \(rate) a second"))
      }
    }
    return figures
  }

  private static func measure(_ sample: Sample, drills: String) throws -> Run {
    try Run(
      sample.drillhall,
      ["check", "--drills", sample.path(drills), "--policies", "Policies"])
  }
}
