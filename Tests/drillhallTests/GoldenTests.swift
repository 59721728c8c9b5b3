// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import TestSupport
import Testing

/// Transcripts that an author can read: what is typed, and everything that is told. Each is run
/// again by the real program. `DRILLHALL_UPDATE_GOLDEN=1 swift test --filter Golden` writes what is
/// found now; then read the difference before you keep it.
@Suite struct GoldenTests {
  static let names = Transcript.names

  @Test("a transcript is told again, word for word", arguments: names)
  func retold(name: String) throws {
    let wanted = try Transcript(name)
    let found = try wanted.played()
    if getenv("DRILLHALL_UPDATE_GOLDEN") != nil {
      try found.write()
      return
    }
    let difference = found.lines.indices.first {
      !wanted.lines.indices.contains($0) || wanted.lines[$0] != found.lines[$0]
    }
    let line = difference ?? (wanted.lines.count > found.lines.count ? found.lines.count : nil)
    if let line {
      let told = found.lines.indices.contains(line) ? found.lines[line] : "(the end)"
      let kept = wanted.lines.indices.contains(line) ? wanted.lines[line] : "(the end)"
      Issue.record(
        "\(name), line \(line + 1): “\(kept)” was kept, and “\(told)” is told. Should it be, run “DRILLHALL_UPDATE_GOLDEN=1 swift test --filter Golden”."
      )
    }
  }

  @Test("no transcript holds a time of day, an id or a path of this run")
  func timeless() throws {
    for name in Self.names {
      for line in try Transcript(name).lines {
        #expect(!line.contains("/tmp/") && !line.contains("drillhall-test"), "\(name): \(line)")
        let hasDate = line.split { !$0.isNumber && $0 != "-" }.contains { word in
          word.count == 10 && word.split(separator: "-").map(\.count) == [4, 2, 2]
        }
        #expect(!hasDate, "\(name): \(line)")
      }
    }
  }

  @Test("time that goes by is told: an inject that comes, a timer that ends, a later clock")
  func timed() throws {
    let lines = try Transcript("night-bell.slow").lines
    let waits = lines.indices.filter { lines[$0] == "> (wait)" }
    try #require(waits.count == 2)
    #expect(lines[waits[0]..<waits[1]].contains("Guest: Will that noise stop?"))
    #expect(lines[waits[1] + 1] == "The time is up.")
    #expect(lines[..<waits[0]].contains { $0.hasPrefix("2 points · 5 seconds") })
    #expect(lines[waits[1]...].contains { $0.hasPrefix("It is Friday 23:00 in the story.") })
  }

  @Test("the drills beside the transcripts pass the check without a warning")
  func check() throws {
    let place = try Workplace()
    let result = try place.run(
      "check", "\(Transcript.root)/Tests/Golden",
      environment: ["DRILLHALL_POLICIES": "\(Transcript.root)/Policies"])
    #expect(result.status == .exited(0))
    #expect(result.output.isEmpty, "\(result.output)")
  }

  @Test(
    "each drill is played by somebody who knows, by somebody in a hurry, and to a critical failure",
    arguments: [
      "card-in-the-chat", "cold-room", "courier-list", "lost-laptop", "the-post", "what-robin-said",
    ])
  func ends(drill: String) throws {
    let expert = try Transcript("\(drill).expert").lines
    #expect(expert.contains { $0.hasPrefix("Passed: 100 %") } && expert.last == "exit status 0")
    #expect(expert.contains("Nothing was missed. You are done with this drill."))
    let hurried = try Transcript("\(drill).hurried").lines
    #expect(hurried.contains { $0.hasPrefix("Not passed: ") } && hurried.last == "exit status 3")
    #expect(!hurried.contains { $0.hasPrefix("Critical failure") })
    let critical = try Transcript("\(drill).critical").lines
    #expect(critical.last == "exit status 3")
    let result = try #require(critical.firstIndex(of: "Result"))
    #expect(critical[result + 1].hasPrefix("Critical failure ("))
    #expect(critical.contains { $0.hasPrefix("Not passed, because of ") })
  }
}

/// A file of Tests/Golden: commands after `$`, typed lines after a prompt, what the program wrote,
/// and its exit status. `(wait)` behind a prompt types nothing until the program goes on by itself.
struct Transcript {
  let name: String
  let lines: [String]

  private static let prompts = ["> ", "sure? ", "flag> "]
  private static let wait = "(wait)"
  static let root = String(
    #filePath.dropLast("/Tests/drillhallTests/GoldenTests.swift".count))

  /// The transcripts there are.
  static let names: [String] = {
    guard let folder = opendir("\(root)/Tests/Golden") else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name.hasSuffix(".txt") { names.append(String(name.dropLast(4))) }
    }
    return names.sorted()
  }()

  /// Reads a transcript.
  init(_ name: String) throws {
    let file = open("\(Self.root)/Tests/Golden/\(name).txt", O_RDONLY | O_CLOEXEC)
    try #require(file >= 0, "there is no transcript \(name)")
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(file, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    self.init(name, text: String(decoding: bytes, as: UTF8.self))
  }

  private init(_ name: String, text: String) {
    self.name = name
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// Runs its commands one after the other on one store, typing what was typed.
  func played() throws -> Transcript {
    let place = try Workplace()
    var told: [String] = []
    for (command, typed) in commands {
      let words = command.split(separator: " ").dropFirst(2).map(String.init)
      let run = try PipedProcess.run(
        place.program, words + (words.first == "run" ? ["--agree"] : []),
        typing: typed.map { $0 == Self.wait ? nil : $0 }, behind: Self.prompts,
        environment: place.environment.merging([
          "DRILLHALL_DRILLS": Self.drills(for: words),
          "DRILLHALL_POLICIES": "\(Self.root)/Policies",
        ]) { $1 })
      #expect(run.errors.isEmpty, "\(name): \(run.errors)")
      told.append(command)
      told += interleaved(run.output, typed)
      if case .exited(let status) = run.status { told.append("exit status \(status)") }
    }
    // What only looks at drills leaves no record behind.
    if commands.contains(where: { $0.command.hasPrefix("$ drillhall run") }) {
      #expect(try place.isSound())
      try expectNothingToRescore(in: place)
    }
    return Transcript(name, text: told.joined(separator: "\n"))
  }

  /// Judging the answers anew with the drills as they were played changes nothing.
  private func expectNothingToRescore(in place: Workplace) throws {
    for (command, _) in commands {
      let words = command.split(separator: " ").dropFirst(2).map(String.init)
      guard words.first == "run", words.count > 1 else { continue }
      let preview = try place.run(
        "rescore", words[1], "--preview",
        environment: [
          "DRILLHALL_DRILLS": Self.drills(for: words),
          "DRILLHALL_POLICIES": "\(Self.root)/Policies",
        ])
      #expect(preview.status == .exited(0), "\(name): \(preview.errors)")
      #expect(preview.output.hasPrefix("This changes no past result.\n"), "\(preview.output)")
      #expect(!preview.output.contains("judged anew"), "\(preview.output)")
    }
  }

  /// The library's drills, or those beside the transcripts where the command names one of them.
  private static func drills(for words: [String]) -> String {
    let isBeside = words.dropFirst().first.map {
      access("\(root)/Tests/Golden/\($0).md", F_OK) == 0
    }
    return "\(root)/\(isBeside == true ? "Tests/Golden" : "Drills")"
  }

  /// Writes it where it was read.
  func write() throws {
    let file = open("\(Self.root)/Tests/Golden/\(name).txt", O_WRONLY | O_TRUNC | O_CLOEXEC)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    try #require(
      bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == bytes.count)
  }

  private var commands: [(command: String, typed: [String])] {
    var commands: [(command: String, typed: [String])] = []
    for line in lines {
      if line.hasPrefix("$ drillhall ") {
        commands.append((line, []))
      } else if !commands.isEmpty, let prompt = Self.prompt(of: line) {
        commands[commands.count - 1].typed.append(String(line.dropFirst(prompt.count)))
      }
    }
    return commands
  }

  private static func prompt(of line: String) -> String? {
    prompts.first { line.hasPrefix($0) || line + " " == $0 }
  }

  /// What was written, with the typed line behind each prompt that waited for one.
  private func interleaved(_ output: String, _ typed: [String]) -> [String] {
    var rest = typed[...]
    var lines: [String] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if Self.prompts.contains(line), let next = rest.popFirst() {
        lines.append(next.isEmpty ? String(line.dropLast()) : line + next)
      } else {
        lines.append(Self.prompts.contains(line) ? String(line.dropLast()) : line)
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    #expect(rest.isEmpty, "\(name): nobody asked any more for \(Array(rest))")
    return lines
  }
}
