// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Console

/// What Tab offers.
@Suite struct CompletionTests {
  private static let assets = ["Customer database", "Customer records", "Payroll", "Größe"]
  private static let commands = ["quit", "run café", "run coffee", "scores"]

  @Test(arguments: [
    ("pay", Completion.Outcome.replace(bytes: 3, text: "Payroll")),
    ("cust", .replace(bytes: 4, text: "Customer ")),
    ("Customer ", .show(["Customer database", "Customer records"])),
    ("customer d", .replace(bytes: 10, text: "Customer database")),
    ("Payroll, customer r", .replace(bytes: 10, text: "Customer records")),
    ("Payroll, ", .show(Self.assets)),
    ("", .show(Self.assets)),
    ("grö", .replace(bytes: 4, text: "Größe")),
    ("GRÖ", .replace(bytes: 4, text: "Größe")),
    ("Payroll", .nothing),
    ("zebra", .nothing),
    ("~root", .nothing),
    ("/etc/pas", .nothing),
    ("the customer d", .replace(bytes: 10, text: "Customer database")),
  ])
  func `Words are completed by prefix, whatever the case`(
    text: String, outcome: Completion.Outcome
  ) {
    #expect(Completion(Self.assets).outcome(after: text) == outcome)
  }

  @Test(arguments: [
    ("ru", Completion.Outcome.replace(bytes: 2, text: "run c")),
    ("run cof", .replace(bytes: 7, text: "run coffee")),
    ("RUN CAF", .replace(bytes: 7, text: "run café")),
    ("  q", .replace(bytes: 1, text: "quit")),
    ("x q", .nothing),
    ("run c", .show(["run café", "run coffee"])),
  ])
  func `Commands are completed as a line`(text: String, outcome: Completion.Outcome) {
    #expect(Completion(Self.commands, scope: .line).outcome(after: text) == outcome)
  }

  @Test func `Candidates that mislead are left out`() {
    #expect(Completion(["good", "ba\u{1B}d", "b\nad", ""]).candidates == ["good"])
  }

  @Test func `Candidates stand in columns that fit`() {
    let table = Completion.table(of: ["one", "three", "two", "four"], columns: 14)
    #expect(table == "one    two\nthree  four")
    let many = Completion.table(of: (1...150).map { "item \($0)" }, columns: 80)
    #expect(many.hasSuffix("\nand 50 more: type another letter"))
    #expect(many.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
