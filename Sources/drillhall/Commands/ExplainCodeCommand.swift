// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Authoring
import Console
import DrillKit

/// `drillhall explain-code`: what a code of `check` means.
struct ExplainCodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-code",
    abstract: "Tell what a code of “check” means, with an example and what to do.",
    discussion: """
      A code is a letter and three digits, as “check” prints it: D101. Small letters do, and zeros \
      before the number can be left out: s1 is S001. Without a code, all of them are listed. Exit \
      status 66 where there is no such code.
      """)

  @Argument(help: ArgumentHelp("Codes to tell about.", valueName: "code"))
  var codes: [String] = []

  @Flag(name: .long, help: "The whole book as Markdown, as in Documentation/codes.md.")
  var markdown = false

  @OptionGroup var look: LookOptions

  mutating func validate() throws {
    if markdown, !codes.isEmpty {
      throw ValidationError("--markdown is the whole book. Leave the codes out.")
    }
  }

  func run() throws {
    try reporting(look) { printer in
      guard !markdown else { return try printer.printData(CodeBook.markdown) }
      let page = CodePage(printer)
      guard !codes.isEmpty else { return try page.printList() }
      for (index, code) in codes.compactMap(CodeBook.code(typed:)).enumerated() {
        if index > 0 { try printer.print() }
        try page.print(code)
      }
      if let unknown = codes.first(where: { CodeBook.code(typed: $0) == nil }) {
        throw Self.unknown(unknown)
      }
    }
  }

  private static func unknown(_ typed: String) -> Failure {
    let typed = String(typed.prefix(40))
    return Failure(
      "There is no code “\(typed)”.\(suggestion(for: typed, in: CodeBook.rules.map(\.code))) "
        + "“drillhall explain-code” lists them.", status: Failure.noInput)
  }
}
