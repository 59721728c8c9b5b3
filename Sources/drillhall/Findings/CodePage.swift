// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring
import Console
import DrillKit

/// An entry of the book of codes as a person reads it.
struct CodePage {
  private let printer: Printer

  init(_ printer: Printer) { self.printer = printer }

  /// Prints what a code means.
  func print(_ code: String) throws(OutputError) {
    guard let rule = CodeBook.rule(code), let entry = CodeBook.entry(code) else { return }
    try printer.print(StyledText("\(rule.code): \(rule.title)", .heading))
    try printer.print()
    try printer.print(StyledText("This is \(CodeBook.weight(rule)). \(entry.meaning)"))
    try printer.print()
    if let origin = entry.origin {
      try printer.print(StyledText("How it comes about: ", .strong) + StyledText(origin))
      try printer.print()
    }
    if let example = entry.example {
      try printer.print(
        StyledText("Wrong", .bad) + StyledText(", \(example.frame.words):"))
      try printLines(example.wrong)
      try printer.print(StyledText("Right", .good) + ":")
      try printLines(example.right)
    }
    try printer.print(StyledText("What to do: ", .strong) + StyledText(entry.remedy))
  }

  private func printLines(_ text: String) throws(OutputError) {
    try printer.print()
    try printer.print(StyledText(text, .code), margin: .bar(StyledText("  | ", .dim)))
    try printer.print()
  }

  /// Prints every code with its title.
  func printList() throws(OutputError) {
    for rule in CodeBook.rules {
      let isError = rule.severity == .error
      var label = StyledText(rule.code, .strong)
      label.append(isError ? " error   " : " warning ", isError ? .bad : .warning)
      try printer.print(StyledText(rule.title), margin: .label(label))
    }
  }
}
