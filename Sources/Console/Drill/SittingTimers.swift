// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// What comes due while a question is open: injects, a countdown, the end of the answer timer.
/// All moments are fixed when the question is put, on a clock that also runs while the machine
/// sleeps.
struct SittingTimers {
  enum Due: Hashable {
    case inject(Int)
    case warning(seconds: Int)
    case end
  }

  private var pending: [(at: BootInstant, due: Due)]
  private let end: BootInstant?

  /// Timers of an item.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - seconds: The answer timer, after the employee's accommodation; nil for none.
  ///   - came: Injects that came already.
  ///   - start: When the question was put, or taken up again.
  ///   - comes: Whether an inject comes at all.
  init(
    item: Item, seconds: Int?, came: Set<Int>, start: BootInstant, comes: (Inject) -> Bool
  ) {
    var pending: [(at: BootInstant, due: Due)] = []
    for (index, inject) in item.injects.enumerated() {
      guard case .seconds(let after) = inject.moment, !came.contains(index), comes(inject) else {
        continue
      }
      pending.append((start.advanced(byMilliseconds: Int64(after) * 1000), .inject(index)))
    }
    if let seconds {
      let limit = start.advanced(byMilliseconds: Int64(seconds) * 1000)
      end = limit
      pending.append((limit, .end))
      for left in [30, 10] where seconds >= left * 2 {
        pending.append(
          (limit.advanced(byMilliseconds: Int64(-left) * 1000), .warning(seconds: left)))
      }
    } else {
      end = nil
    }
    self.pending = pending.sorted { $0.at < $1.at }
  }

  /// The next moment at which something comes due.
  var next: BootInstant? { pending.first?.at }

  /// Takes what has come due, in order.
  mutating func due(at now: BootInstant) -> [Due] {
    let ready = pending.prefix { $0.at <= now }
    pending.removeFirst(ready.count)
    return ready.map(\.due)
  }

  /// Whether a line that was entered at this moment came too late.
  func isOver(at moment: BootInstant) -> Bool { end.map { $0 < moment } ?? false }
}
