// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Console
import DrillKit
import Ledger
import Library
import Reports

/// Why a command could not do its work: a sentence for a person and an exit status (sysexits.h).
struct Failure: Error {
  let message: String
  let status: Int32

  init(_ message: String, status: Int32) {
    self.message = message
    self.status = status
  }

  /// The store's own words.
  init(_ error: StoreError) {
    self.init("\(error)", status: error.exitStatus)
  }

  /// What ended the console.
  init(_ error: ConsoleError) {
    switch error {
    case .store(let error): self.init(error)
    case .output(let error): self.init(error.message, status: Self.cannotWrite)
    case .input: self.init("Standard input can't be read.", status: Self.noInput)
    case .unplayable(let problem):
      let first = problem.diagnostics.first { $0.rule.severity == .error }
      self.init(
        "\(problem.path) has errors and can't be played. \(first.map { "\($0)" } ?? "") "
          + "“drillhall check” shows all of them.",
        status: Self.badData)
    case .noDrill(let name, let meant):
      self.init(Home.sentence(forDrill: name, meant: meant, all: []), status: Self.noInput)
    case .unknown(let name):
      self.init(
        "Nothing is called “\(name)”. “drillhall scores” lists attempts, “drillhall” the drills.",
        status: Self.noInput)
    case .noVariant(let typed, let names):
      let list = names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
      self.init(
        "This drill has no variant “\(ForeignText.harmless(typed))”."
          + "\(suggestion(for: typed, in: names)) There are: \(list).",
        status: Failure.badUse)
    case .attempt(let problem):
      self.init(
        "The attempt can't go on (\(problem)). “drillhall verify” checks the record.", status: 70)
    case .terminated(let signal): self.init("", status: 128 + signal)
    case .notAgreed:
      self.init("You did not agree, so nothing was recorded and no drill was begun.", status: 77)
    }
  }

  /// A file that could not be written.
  init(_ problem: FileProblem) {
    self.init(
      problem.message, status: problem.step == .writing ? Self.cannotWrite : Self.cannotCreate)
  }

  /// A drill that is not in the library.
  init(unknown name: String, meant: [String], in library: DrillLibrary) {
    let ids = library.entries().map(\.header.id)
    let folder = library.drills
    if !folder.exists {
      self.init(
        "There is no folder “\(folder.path)” here, so there is no drill “\(name)”. Name the drills' "
          + "folder with --drills.", status: Self.noInput)
    } else if ids.isEmpty {
      self.init("There are no drills in “\(folder.path)”.", status: Self.noInput)
    } else if !meant.isEmpty {
      self.init(
        Home.sentence(forDrill: name, meant: meant, all: ids), status: Self.noInput)
    } else {
      self.init(
        "No drill in “\(folder.path)” is called “\(name)”.\(suggestion(for: name, in: ids)) "
          + "“drillhall” lists them.", status: Self.noInput)
    }
  }

  static let badUse: Int32 = 64
  static let badData: Int32 = 65
  static let noInput: Int32 = 66
  static let cannotCreate: Int32 = 73
  static let cannotWrite: Int32 = 74

  /// Says it on standard error and gives the exit status.
  func exit(_ printer: Printer) -> ExitCode {
    // Nobody may be there to read it; the status says it all the same.
    if !message.isEmpty { try? printer.tell(StyledText("drillhall: \(message)")) }
    return ExitCode(status)
  }
}

/// Runs a command's work; a failure is said on standard error and becomes the exit status.
func reporting(_ look: LookOptions, _ work: (Printer) throws -> Void) throws {
  let printer = look.printer
  do {
    try work(printer)
  } catch let failure as Failure {
    throw failure.exit(printer)
  } catch let error as ConsoleError {
    throw Failure(error).exit(printer)
  } catch let error as StoreError {
    throw Failure(error).exit(printer)
  } catch let error as OutputError {
    throw Failure(error.message, status: Failure.cannotWrite).exit(printer)
  }
}
