// SPDX-License-Identifier: GPL-3.0-or-later

import CFuzzer
import Glibc

/// Feeds bytes made at random to one reader: `drillhall-fuzz TARGET [libFuzzer's arguments]`.
/// Only built by `make fuzz`.
@main
enum Fuzz {
  /// The readers by name. Each takes any bytes; a trap, a broken promise or a long wait is a find.
  private static let targets: [String: @Sendable ([UInt8]) -> Void] = [
    "drill": DrillTarget.run, "policy": PolicyTarget.run, "entry": EntryTarget.run,
    "leaks": LeakTarget.run, "rubric": RubricTarget.run, "ledger": LedgerTarget.run,
    "layout": LayoutTarget.run, "gift": GIFTTarget.run,
    "translation": TranslationTarget.run,
  ]

  /// The reader that the command line names.
  fileprivate static let chosen: @Sendable ([UInt8]) -> Void = {
    guard CommandLine.arguments.count > 1, let target = targets[CommandLine.arguments[1]] else {
      let names = targets.keys.sorted().joined(separator: ", ")
      let line = Array("Name a target: \(names).\n".utf8)
      _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
      exit(64)
    }
    return target
  }()

  static func main() {
    _ = chosen
    // libFuzzer reads the arguments after the program's name; the target is not its business.
    let kept = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    var count = Int32(kept.count)
    var arguments: [UnsafeMutablePointer<CChar>?] = kept.map { strdup($0) } + [nil]
    let status = arguments.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return LLVMFuzzerRunDriver(&count, &start) { data, size in
        Fuzz.chosen(data.map { Array(UnsafeBufferPointer(start: $0, count: size)) } ?? [])
        return 0
      }
    }
    exit(status)
  }

  /// Ends the run as a find where something that must hold does not.
  static func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
    precondition(holds, words())
  }
}
