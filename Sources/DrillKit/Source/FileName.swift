// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// The name of a file, known by a number: every block, fact and answer of a drill carries its place,
/// and a number is copied and compared at no cost. Names are kept as long as the program runs, one for
/// each file that was read.
struct FileName: Hashable, Sendable {
  private let number: Int32

  private struct Known {
    var texts = [""]
    /// By the bytes: names that look the same may be those of two files.
    var numbers: [[UInt8]: Int32] = [:]
  }

  private static let known = Mutex(Known())

  /// A file's name, as the caller has it.
  init(_ text: String) {
    number =
      text.isEmpty
      ? 0
      : Self.known.withLock { known in
        let bytes = Array(text.utf8)
        if let number = known.numbers[bytes] { return number }
        let number = Int32(known.texts.count)
        known.texts.append(text)
        known.numbers[bytes] = number
        return number
      }
  }

  /// The name.
  var text: String {
    number == 0 ? "" : Self.known.withLock { $0.texts[Int(number)] }
  }
}
