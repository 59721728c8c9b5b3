// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Ledger

/// What an employee is told before anything is recorded about them; agreed to once.
struct Consent {
  let desk: Desk
  let log: ConsentLog

  private static let notice = [
    "Before you begin: what is recorded.",
    "drillhall records which drills you take and when, what you answer, and how it is scored. "
      + "How fast you answer is not scored.",
    "Your supervisor and the training lead see your scores and what was critical. What you type "
      + "stays in the record and leaves it only where somebody exports answers on purpose.",
    "The record is kept until whoever keeps the store deletes it. You can see yours at any time: "
      + "“scores” and “explain” show it.",
  ]

  /// Asks, unless it was agreed before; throws `notAgreed` where the employee does not want to.
  func ask() throws(ConsoleError) {
    let has = try AttemptPlayer.storing { () throws(StoreError) in
      try log.hasAgreed(desk.employee)
    }
    guard !has else { return }
    for paragraph in Self.notice {
      try desk.say(paragraph, .plain)
      try desk.say("")
    }
    try desk.say("Type “agree” to go on, or “quit” to leave; then nothing is recorded.", .strong)
    while true {
      let prompt = Prompt(
        StyledText("agree? ", .prompt), completion: Completion(["agree", "quit"]))
      switch try desk.read(prompt) {
      case .line(let line):
        switch line.text.trimmed().lowercased() {
        case "agree", "yes", "i agree": return try agree()
        case "quit", "no": throw .notAgreed
        default: try desk.say("Type “agree” or “quit”.")
        }
      case .endOfInput: throw .notAgreed
      case .terminated(let signal): throw .terminated(signal: signal)
      case .interrupted, .deadline: continue
      }
    }
  }

  /// Records the agreement, given on the command line or typed.
  func agree() throws(ConsoleError) {
    try AttemptPlayer.storing { () throws(StoreError) in
      guard try !log.hasAgreed(desk.employee) else { return }
      try log.agree(desk.employee, at: desk.clock.now())
    }
  }
}
