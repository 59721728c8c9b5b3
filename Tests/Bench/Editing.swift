// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Library
import TestSupport

/// `drillhall lsp` on a drill of 2,000 lines, driven over pipes as an editor drives it.
enum Editing {
  /// How often each thing is done.
  private static let rounds = 200
  /// How often a finding is waited for.
  private static let checks = 30
  /// The lines of the drill, at least.
  private static let lines = 2_000

  /// The time of the answers while somebody types, and the time until findings follow a change.
  static func figures(_ sample: Sample) throws -> [Figure] {
    let text = try sample.longDrill(lines: lines)
    let path = try sample.absolutePath("editing.md")
    try sample.write(Array(text.utf8), to: "editing.md")
    let uri = "file://\(path)"
    let client = try LanguageClient(
      sample.drillhall, ["lsp", "--drills", sample.folder, "--policies", "Policies"])
    try client.initialize(
      root: sample.folder,
      capabilities: [
        "textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]
      ])
    try client.open(uri, text)
    let found = try client.findings(uri)
    let errors = found.filter { $0["severity"].number == 1 }
    guard errors.isEmpty else { throw BenchFailure("The long drill has errors: \(errors[0])") }

    let places = Places(text)
    var times: [String: [Double]] = [:]
    for round in 0..<rounds {
      let line = places.typing[round % places.typing.count]
      // A letter is typed, and everything that an editor asks for is asked at once.
      try client.change(uri, [line, 0, line, 0], to: "x")
      for (name, method, place) in places.questions(round, uri) {
        var answer: [UInt8] = []
        times[name, default: []].append(
          try seconds {
            answer = try client.bytes(ofAnswerTo: try client.ask(method, place))
          } * 1000)
        guard try JSON(bytes: answer)["result"] != .null else {
          throw BenchFailure("\(method) has no result.")
        }
      }
      try client.change(uri, [line, 0, line, 1], to: "")
    }
    _ = try client.findings(uri)
    var waits: [Double] = []
    for round in 0..<checks {
      let line = places.typing[round % places.typing.count]
      let isTyped = round % 2 == 0
      waits.append(
        try seconds {
          try client.change(
            uri, isTyped ? [line, 0, line, 0] : [line, 0, line, 1], to: isTyped ? "x" : "")
          _ = try client.findings(uri)
        } * 1000)
      if isTyped {
        try client.change(uri, [line, 0, line, 1], to: "")
        _ = try client.findings(uri)
      }
    }
    guard try client.leave() == .exited(0) else {
      throw BenchFailure("The language server did not end well: \(client.complaints)")
    }
    let count = text.utf8.count { $0 == 0x0A }
    return times.keys.sorted().flatMap { name in
      [
        Figure("\(name) in a drill of \(count) lines, median", written(times[name]?.median)),
        Figure(
          "… 99 % within", (times[name] ?? []).quantile(0.99), atMost: 20, unit: " ms"),
      ]
    } + [
      Figure("from a change to its findings, median", written(waits.median)),
      Figure("… 99 % within", written(waits.quantile(0.99))),
    ]
  }

  private static func written(_ milliseconds: Double?) -> String {
    "\((milliseconds ?? 0).text(places: 1)) ms"
  }

  /// Where in the drill things are asked.
  private struct Places {
    /// Lines of plain text.
    var typing: [Int] = []
    /// Links: their lines and a character of their targets.
    var links: [(Int, Int)] = []
    /// Headings of items.
    var items: [Int] = []
    /// Lines of settings.
    var settings: [Int] = []

    init(_ text: String) {
      var isBody = false
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        if line.hasPrefix("# ") { isBody = true }
        guard isBody else { continue }
        if line.hasPrefix("### ") { items.append(number) }
        if line.hasPrefix("_id:") { settings.append(number) }
        if line.first?.isLetter == true, line.hasSuffix("."), line.utf8.count > 40 {
          typing.append(number)
        }
        if let found = line.firstRange(of: "](#") {
          links.append((number, line[..<found.upperBound].utf16.count + 1))
        }
      }
    }

    /// What is asked in a round: a name, a method, parameters.
    func questions(_ round: Int, _ uri: String) -> [(String, String, JSON)] {
      let link = links[round % links.count]
      return [
        (
          "completion", "textDocument/completion",
          LanguageClient.place(uri, settings[round % settings.count], 1)
        ),
        ("hover", "textDocument/hover", LanguageClient.place(uri, items[round % items.count], 5)),
        ("definition", "textDocument/definition", LanguageClient.place(uri, link.0, link.1)),
        ("symbols", "textDocument/documentSymbol", ["textDocument": ["uri": .text(uri)]]),
      ]
    }
  }
}

extension Sample {
  /// A path from the root in the folder.
  func absolutePath(_ name: String) throws -> String {
    guard path(name).hasPrefix("/") else { throw BenchFailure("\(folder) is no absolute path.") }
    return path(name)
  }

  /// A sound drill of at least so many lines: scenes of the project's drills, again and again.
  func longDrill(lines wanted: Int) throws -> String {
    var text = """
      ---
      drill: 1
      id: long
      version: 1
      title: The long one
      summary: Many scenes.
      duty: escalation
      moment: during
      level: 2
      competencies: [escalation]
      audience: [incident-team]
      minutes: 100
      pass: 80
      policies: [breach-notification, data-handling, escalation, service-recovery]
      review-by: 2099-12-31
      ---

      # The long one

      Facts:

      - Since: Friday 22:40
      - Now: Friday 22:50
      - Incident: lost device
      - Records: 340
      - Data: contact; booking
      - Protection: unprotected

      Somebody has found something, and somebody else has lost it.


      """
    var count = text.utf8.count { $0 == 0x0A }
    var number = 0
    while count < wanted {
      number += 1
      let scene = Self.scene(number)
      text += scene
      count += scene.utf8.count { $0 == 0x0A }
    }
    return text + "## Scene \(number + 1)\n\nThat was the last of them.\n\n## End\n\nAll is told.\n"
  }

  private static func scene(_ number: Int) -> String {
    """
    ## Scene \(number)

    It is late, and the telephone at the desk of hotel number \(number) rings once more.

    > **Guest:** My telephone is gone, and so is the list of the rooms.

    ### Choose: What do you do first?

    _id: first-\(number); competency: escalation; 2 points; within 45 s_

    Hint (-25%): Who can act on it at this hour?

    - [x] Write down the time, and tell the one who can act. → [Scene \(number + 1)](#scene-\(number + 1))
      > **Guest:** Thank you.

      > Early is better than complete: [routes](../../Policies/escalation.md#routes).
    - [ ] (50%; +10 min) Ask the guest to look again in the room.
      > Ten minutes are gone, and nothing is found.
    - [ ] (fail: compliance) Send the list of the rooms to the guest once more.
      > Now it is lost twice.

    ### Reply: Write to the guest.

    _id: reply-\(number); competency: escalation; 2 points; 3-60 words_

    - [x] Says sorry: sorry | apolog*
    - [x] Says who helps: security
    - [ ] (fail: compliance) Asks for the code: send + code

    Model:

    > I am sorry about that. Our security team helps you now, and calls you back within the hour.

    ### Escalate: Tell the one who can act.

    _id: tell-\(number); competency: escalation; 4 points_

    Answers:

    - too late
      > Whoever hears of it on Monday can do nothing about it.
    - (otherwise)
      > The table of routes decides: [routes](../../Policies/escalation.md#routes).


    """
  }
}
