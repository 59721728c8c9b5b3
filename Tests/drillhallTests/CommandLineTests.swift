// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import TestSupport
import Testing

@testable import drillhall

/// The command line itself: help, versions, mistakes in it, drills and policies that are missing.
@Suite struct CommandLineTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// Every command, by its words.
  private static let commands: [[String]] = {
    var found: [[String]] = [[]]
    func walk(_ path: [String], _ type: any ParsableCommand.Type) {
      for sub in type.configuration.subcommands {
        let name = sub.configuration.commandName ?? ""
        found.append(path + [name])
        walk(path + [name], sub)
      }
    }
    walk([], Drillhall.self)
    return found
  }()

  @Test(arguments: commands) func `every command has help that is worth reading`(
    command: [String]
  ) throws {
    let result = try PipedProcess.run(
      place.program, command + ["--help"], environment: place.environment)
    #expect(result.status == .exited(0))
    #expect(result.errors == "")
    let paragraphs = result.output.split(separator: "\n\n")
    #expect(paragraphs.first?.hasPrefix("OVERVIEW: ") == true)
    #expect((paragraphs.first?.count ?? 0) > 30)
    // An explanation stands between the overview and the usage.
    #expect(
      paragraphs.dropFirst().first?.hasPrefix("USAGE") == false, "\(command) explains nothing")
    #expect(result.output.contains("USAGE: drillhall"))
    // Each option is explained: none stands alone on its line.
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.hasPrefix("  -") {
      let hasWords = line.count > 26 || lines[index + 1].hasPrefix("                  ")
      #expect(hasWords, "\(line)")
    }
  }

  @Test func `there are commands to look at`() {
    #expect(Self.commands.count >= 12)
    #expect(Self.commands.contains(["export", "csv"]))
  }

  @Test(arguments: ["--version"]) func `the version is a line of its own`(option: String) throws {
    let result = try place.run(option)
    #expect(result.status == .exited(0))
    #expect(result.output == "\(Program.version)\n")
  }

  @Test(arguments: [
    ["frobnicate"], ["scors"], ["run"], ["run", "desk", "--seed", "x"], ["run", "desk", "more"],
    ["--nosuch"], ["export"], ["export", "csv", "--profile", "word"], ["verify", "--root", "7"],
    ["verify", "--root", "1:zz"], ["verify", "--key", "x"],
    ["verify", "--key", "a+b+c", "--checkpoint", "f"], ["run", "desk", "--timers", "1x"],
    ["run", "desk", "--as", ""], ["run", "desk", "--as", "a/b"],
    ["explore", "--variant", "1"], ["scores", "--store"],
  ]) func `a mistake in the command line is 64, with a word about it`(arguments: [String]) throws {
    let result = try PipedProcess.run(
      place.program, arguments, environment: place.environment)
    if arguments == ["export"] {
      // A command that only has subcommands shows what there are.
      #expect(result.output.contains("SUBCOMMANDS") || result.errors.contains("SUBCOMMANDS"))
      return
    }
    #expect(result.status == .exited(64), "\(result)")
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    #expect(place.folder.names(in: "data") == [])
  }

  @Test func `a command that is nearly right is suggested`() throws {
    #expect(
      try place.run("scors").errors.contains(
        "There is no command “scors”. Did you mean “scores”?"))
    #expect(
      try place.run("--short", "check", "x").errors.contains("Write “drillhall check x --short”."))
    #expect(
      try place.run("--format", "json", "check", "x").errors.contains(
        "Write “drillhall check x --format json”."))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func `completions for a shell are made`(
    shell: String
  ) throws {
    let result = try place.run("--generate-completion-script", shell)
    #expect(result.status == .exited(0))
    #expect(result.output.count > 2_000)
    for word in ["drillhall", "scores", "verify", "timers"] {
      #expect(result.output.contains(word))
    }
  }

  @Test func `the man page holds every command, and nothing that troff would obey`() throws {
    let page = try place.run("manual")
    #expect(page.status == .exited(0))
    let lines = page.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix(".TH DRILLHALL 1 ") })
    for command in Self.commands where !command.isEmpty && command != ["manual"] {
      let title = (["drillhall"] + command).joined(separator: " ").uppercased()
      #expect(lines.contains(".SH \(title)"))
    }
    let requests = Set(lines.filter { $0.hasPrefix(".") }.map { $0.prefix(3) })
    #expect(requests == [".\\\"", ".TH", ".SH", ".nf", ".fi"])
    #expect(lines.allSatisfy { !$0.hasPrefix("'") })
    #expect(page.output.contains("\\-\\-timers"))
  }

  @Test func `installed, the library beside the program is found, and one here goes first`() throws
  {
    try place.folder.makeFolder("usr/bin")
    try place.folder.makeFolder("usr/share/drillhall")
    try place.folder.makeFolder("elsewhere")
    // The test's own copies of folder names, and a program that is a file and no link.
    let line = """
      cp "$0" usr/bin/drillhall && cp -R Drills Policies usr/share/drillhall/ && cd elsewhere && \
      unset DRILLHALL_DRILLS DRILLHALL_POLICIES && ../usr/bin/drillhall check && \
      mkdir Drills && ../usr/bin/drillhall check
      """
    let result = try place.shell("cd '\(place.folder.path)' && \(line)")
    #expect(result.status == .exited(0), "\(result)")
    #expect(result.errors == "4 files, 0 errors, 0 warnings.\n1 file, 0 errors, 0 warnings.\n")
  }

  // MARK: Drills and policies

  @Test(arguments: ["99", "0", "-9223372036854775808", "9223372036854775807", "nigth"])
  func `a variant that the drill does not have is 64, and those that it has are named`(
    typed: String
  ) throws {
    for arguments in [["run", "desk", "--agree"], ["explore", "desk"], ["map", "desk"]] {
      let result = try PipedProcess.run(
        place.program, arguments + ["--variant=\(typed)"], environment: place.environment)
      #expect(result.status == .exited(64), "\(result)")
      #expect(
        result.errors.contains("This drill has no variant “\(typed)”. There are: 1 "), "\(result)")
    }
  }

  @Test(arguments: [
    (["DRILLHALL_TIMERS": "offf"], "$DRILLHALL_TIMERS"),
    (["DRILLHALL_EMPLOYEE": "a/b\u{1B}[2Jx"], "$DRILLHALL_EMPLOYEE"),
  ]) func `the environment is held to the rules of the options`(
    environment: [String: String], name: String
  ) throws {
    let result = try place.run("run", "desk", "--agree", environment: environment)
    #expect(result.status == .exited(64), "\(result)")
    #expect(result.errors.contains(name) && !result.errors.contains("\u{1B}"))
    #expect(place.folder.names(in: "data") == [])
  }

  @Test func `an unknown drill is 66, and one that is near is suggested`() throws {
    let result = try place.run("run", "dexk", "--agree")
    #expect(result.status == .exited(66))
    #expect(result.errors.contains("is called “dexk”. Did you mean “desk”?"))
    let beginning = try place.run("run", "des", "--agree", input: "1\n")
    #expect(beginning.status == .exited(4))
  }

  @Test func `folders that are not there are 66, and named`() throws {
    for (option, arguments) in [
      ("--drills", ["run", "desk", "--agree"]), ("--policies", ["run", "desk", "--agree"]),
      ("--drills", ["check"]), ("--drills", []),
    ] {
      let result = try PipedProcess.run(
        place.program, arguments + [option, "/nowhere"], environment: place.environment)
      #expect(result.status == .exited(66), "\(result)")
      #expect(
        result.errors == "drillhall: There is no folder “/nowhere”, which \(option) names.\n")
    }
    let variable = try place.run("check", environment: ["DRILLHALL_POLICIES": "/nowhere"])
    #expect(variable.status == .exited(66))
    #expect(variable.errors.contains("which $DRILLHALL_POLICIES names"))
    #expect(try place.run("check", "/nowhere/a.md").status == .exited(66))
  }

  @Test func `a drill without its policy can't be played: 65, and it says which`() throws {
    try place.folder.makeFolder("none")
    let result = try place.run(
      "run", "desk", "--agree", "--policies", place.folder.file("none"), input: "1\n")
    #expect(result.status == .exited(65))
    #expect(result.errors.contains("The drill is judged by the policy “escalation”, which is not"))
    #expect(!result.output.contains("What do you say first?"))
    #expect(try place.run("scores").output.contains("is on record in this store."))
  }

  @Test func `check is 0 where all is well and 65 where it is not, at the place`() throws {
    let well = try place.run("check")
    #expect(well.status == .exited(0), "\(well.output)")
    #expect(well.errors.contains("4 files, 0 errors"))
    let broken = SampleLibrary.desk.replacing("- [x] Thank", with: "- [ ] Thank")
    try place.folder.write(broken, to: "Drills/desk.md")
    let ill = try place.run("check")
    #expect(ill.status == .exited(65))
    #expect(ill.output.contains("Drills/desk.md:"))
    #expect(ill.output.contains(": error D"))
    #expect(ill.errors.contains("1 error"))
    #expect(!ill.output.utf8.contains(0x1B))
    let run = try place.run("run", "desk", "--agree")
    #expect(run.status == .exited(65))
    #expect(run.errors.contains("has errors and can't be played."))
  }

  @Test func `an attempt goes on by the drill it began with, whatever was edited since`() throws {
    #expect(try place.run("run", "desk", "--agree", input: "1\n").status == .exited(4))
    try place.folder.write(
      SampleLibrary.desk.replacing("Write to the caller.", with: "Write to nobody."),
      to: "Drills/desk.md")
    try place.folder.write("gone", to: "Policies/escalation.md")
    let rest = try place.run(
      "run", "desk", input: SampleLibrary.right.dropFirst().map { $0 + "\n" }.joined())
    #expect(rest.status == .exited(0), "\(rest)")
    #expect(rest.output.contains("Write to the caller."))
    #expect(try place.isSound())
  }

  @Test func `explain and replay find an attempt by its letters, its drill, or as the last`() throws
  {
    _ = try place.run(
      "run", "desk", "--agree", input: SampleLibrary.right.map { $0 + "\n" }.joined())
    let line = try place.run("scores").output.split(separator: "\n").first ?? ""
    let letters = String(line.suffix(8))
    for name in [letters, "desk", "last", letters.uppercased()] {
      let explained = try place.run("explain", name)
      #expect(explained.status == .exited(0))
      #expect(explained.output.contains("100 % of 8 points; 80 % needed."))
      #expect(try place.run("replay", name).output.contains("Passed: 100 %"))
    }
    let unknown = try place.run("explain", "nosuch")
    #expect(unknown.status == .exited(66))
    #expect(unknown.errors.contains("Nothing is called “nosuch”."))
  }
}
