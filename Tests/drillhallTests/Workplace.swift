// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// A place of a test's own to run the real program in: drills, policies, a home, a store.
final class Workplace {
  let folder: TemporaryFolder
  let program: String

  /// Makes it with the drills that these tests share.
  init() throws {
    folder = try TemporaryFolder()
    program = try TestSupport.builtProduct("drillhall")
    for name in ["Drills", "Policies", "home", "data", "state"] { try folder.makeFolder(name) }
    try folder.write(SampleLibrary.policy, to: "Policies/escalation.md")
    try folder.write(SampleLibrary.desk, to: "Drills/desk.md")
    try folder.write(SampleLibrary.timed, to: "Drills/timed.md")
    try folder.write(SampleLibrary.long, to: "Drills/long.md")
  }

  /// The store's path.
  var store: String { folder.file("data/drillhall/drillhall.db") }

  /// An environment in which nothing of the machine's user is met.
  var environment: [String: String] {
    [
      "HOME": folder.file("home"), "XDG_DATA_HOME": folder.file("data"),
      "XDG_STATE_HOME": folder.file("state"), "XDG_CONFIG_HOME": folder.file("home"),
      "DRILLHALL_DRILLS": folder.file("Drills"), "DRILLHALL_POLICIES": folder.file("Policies"),
      "DRILLHALL_EMPLOYEE": "ana",
    ]
  }

  /// Runs a command to its end on pipes.
  func run(
    _ arguments: String..., input: String = "", environment extra: [String: String] = [:]
  ) throws -> PipedProcess {
    try PipedProcess.run(
      program, arguments, input: input, environment: environment.merging(extra) { $1 })
  }

  /// Runs a line of the shell to its end; `$0` is the program.
  func shell(
    _ line: String, input: String = "", environment extra: [String: String] = [:]
  ) throws -> PipedProcess {
    try PipedProcess.run(
      "/bin/sh", ["-c", line, program], input: input,
      environment: environment.merging(extra) { $1 })
  }

  /// Starts a command in a terminal of its own.
  func start(
    _ arguments: String..., environment extra: [String: String] = [:], columns: Int = 80,
    rows: Int = 40
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      program, arguments, environment: environment.merging(extra) { $1 }, columns: columns,
      rows: rows)
  }

  /// Begins a drill in a terminal, or goes on with it, agreed to and up to the first prompt.
  func play(
    _ drill: String, _ options: [String] = [], environment extra: [String: String] = [:],
    columns: Int = 80
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      program, ["run", drill, "--agree"] + options,
      environment: environment.merging(extra) { $1 }, columns: columns, rows: 60)
    try terminal.waitForPrompt()
    return terminal
  }

  /// Proves the record; true where nothing is wrong with it.
  func isSound() throws -> Bool {
    let result = try run("verify")
    #expect(result.status == .exited(0), "\(result.output)\(result.errors)")
    return result.status == .exited(0)
  }
}

extension PseudoTerminal {
  /// Waits until the cursor stands behind a prompt and what was typed.
  func waitForPrompt(_ line: String = ">") throws {
    try wait(untilScreen: "the line [\(line)]") { $0.cursorLine == line }
  }

  /// Types a line and ends it.
  func enter(_ line: String) throws { try send(line + "\r") }

  /// Types a line, and waits until these words are shown and the next prompt stands there.
  func enter(_ line: String, toSee words: String) throws {
    try enter(line)
    try waitUntilShown(words)
    try waitForPrompt()
  }

  /// Leaves a drill, which can be taken up again.
  func pause(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try enter("/pause")
    #expect(try end() == .exited(4), sourceLocation: sourceLocation)
  }

  /// All that came out, escapes included.
  var text: String { String(decoding: transcript, as: UTF8.self) }
}

/// The drills and the policy of these tests.
enum SampleLibrary {
  private static func front(_ id: String, title: String, policies: String = "[]") -> String {
    """
    ---
    drill: 1
    id: \(id)
    version: 1
    title: \(title)
    summary: A drill for tests.
    duty: escalation
    moment: during
    level: 1
    competencies: [triage]
    audience: [everyone]
    minutes: 2
    pass: 80
    policies: \(policies)
    review-by: 2099-08-31
    ---

    # \(title)


    """
  }

  static let policy = """
    ---
    policy: escalation
    title: Who is told
    owner: Ines
    version: 1
    effective: 2026-01-01
    review-by: 2099-06-30
    acknowledge: yearly
    ---

    # Who is told

    ## Severity

    | Incident | Level |
    |---|---|
    | lost device | high |
    |  | low |

    ## Office hours

    | Name | Days | From | To | Zone |
    |---|---|---|---|---|
    | office | Monday to Friday | 08:00 | 18:00 | Europe/Brussels |

    ## Owners

    | Owner | Alias | Reach |
    |---|---|---|
    | security | security desk | extension 7001 |
    | service desk | help desk | extension 7000 |

    ## Routes

    | Severity | Hours | Owner | Channel | Within |
    |---|---|---|---|---|
    | high | office | security | phone | 1 h |
    | high | out of hours | security | pager | 1 h |
    | low | | service desk | ticket | 1 business day |
    """

  /// A choice, a reply and an escalation.
  static let desk =
    front("desk", title: "The desk", policies: "[escalation]") + """
      Facts:

      - Now: Friday 09:40
      - Incident: lost device

      You have the desk.

      ## Opening

      > **Caller:** My laptop is gone.

      ### Choose: What do you say first?

      _id: first; 2 points; shuffle: no_

      Hint (-25%): Be kind.

      - [x] Thank you for telling us.
        > **Caller:** Oh. Good.

        > Right, thanks come first.
      - [ ] How could you lose it?
        > Nobody reports twice after this.
      - [ ] Please call back on Monday.
        > Three days are long.

      ### Reply: Write to the caller.

      _id: note; 2 points; 3-60 words_

      - [x] Says sorry: sorry | apolog*
      - [x] Says who helps: security
      - [ ] (fail: compliance) Asks for the password: send + password

      Model:

      > I am sorry about that. The security desk helps you now.

      ### Escalate: Tell the one who can act.

      _id: tell; 4 points_
      """

  /// Lines that pass the drill `desk`.
  static let right = [
    "1", "I am sorry, security will help you.", "escalate security high phone by 10:30",
  ]

  /// A question whose time is short, one that is interrupted, one with a countdown.
  static let timed =
    front("timed", title: "The clock") + """
      ## Opening

      ### Choose: Who is quick?

      _id: quick; 1 point; within 5 s; shuffle: no_

      - [x] I am.
        > Right, you were.
      - [ ] Somebody else.
        > It was yours to say.
      - [ ] (timed out)
        > Nobody said a word.

      ### Choose: Who rings?

      _id: rings; 1 point; shuffle: no_

      After 1 s:

      > **Marcus:** Are you still there?

      - [x] I do.
        > Good, they wait.
      - [ ] They may.
        > They won't.

      ### Choose: Who counts?

      _id: counts; 1 point; within 20 s; shuffle: no_

      - [x] The clock.
        > It does.
      - [ ] Nobody.
        > Somebody always does.
      """

  /// How many questions the drill `long` has.
  static let longCount = 16

  /// Many questions in a drawn order, one after the other.
  static let long =
    front("long", title: "The long one") + "## Opening\n\n"
    + (1...longCount).map { number in
      """
      ### Choose: Question \(padded(number))?

      _id: item-\(padded(number)); 1 point_

      - [x] The right one.
        > Feedback \(padded(number)) to the right one.
      - [ ] A wrong one.
        > Feedback \(padded(number)) to a wrong one.
      - [ ] Another wrong one.
        > Feedback \(padded(number)) to another wrong one.


      """
    }.joined()

  /// A number of two digits, so that no number is part of another.
  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
