// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Ledger

/// Takes a row's cells one after the other. What a cell holds is said once, in
/// `Completion.write(to:)`; an export of a million rows turns it into bytes without a text between.
protocol CompletionCells {
  mutating func text(_ text: String)
  mutating func number(_ number: Int)
  /// A whole number of parts; `scale` is a power of ten.
  mutating func decimal(_ parts: Int, scale: Int)
  /// A moment to the second, in UTC.
  mutating func moment(_ instant: Instant)
  mutating func truth(_ value: Bool)
  mutating func empty()
}

extension Completion {
  /// Writes the cells, in the columns' order.
  func write(to cells: inout some CompletionCells) {
    cells.text(attempt.attempt)
    cells.text(attempt.employee)
    // Name, job title, unit, supervisor and curriculum have no source yet.
    for _ in 0..<5 { cells.empty() }
    cells.text(attempt.drill)
    cells.text(attempt.title)
    cells.number(attempt.version)
    cells.text(attempt.attempt)
    cells.number(attempt.number)
    cells.text(attempt.status.rawValue)
    if let score = attempt.score {
      // To the hundredth of a point: finer parts come from rounding each answer only.
      cells.decimal(roundedHalfToEven(attempt.earned, over: 100), scale: 100)
      cells.number(0)
      cells.number(attempt.points)
      cells.decimal(score.rawValue, scale: 100)
      cells.decimal(attempt.pass.rawValue, scale: 100)
      cells.truth(attempt.status == .passed)
      cells.text(
        attempt.critical.isEmpty ? "" : attempt.critical.map(\.rawValue).joined(separator: ";"))
    } else {
      for _ in 0..<4 { cells.empty() }
      cells.decimal(attempt.pass.rawValue, scale: 100)
      for _ in 0..<2 { cells.empty() }
    }
    for _ in 0..<2 { cells.empty() }
    cells.moment(attempt.startedAt)
    if attempt.score != nil { cells.moment(attempt.lastAt) } else { cells.empty() }
    cells.number(attempt.seconds)
    for _ in 0..<3 { cells.empty() }
    cells.text(attempt.ledger)
    cells.number(attempt.seq)
    if let correction = attempt.correction {
      cells.moment(correction.at)
      cells.text(correction.by)
      cells.text(correction.reason)
      cells.decimal(correction.score.rawValue, scale: 100)
      cells.truth(correction.status == .passed)
    } else {
      for _ in 0..<5 { cells.empty() }
    }
  }
}

/// The cells as values.
struct CompletionValues: CompletionCells {
  private(set) var values: [Completion.Value] = []

  mutating func text(_ text: String) { values.append(.text(text)) }
  mutating func number(_ number: Int) { values.append(.number("\(number)")) }
  mutating func truth(_ value: Bool) { values.append(.truth(value)) }
  mutating func empty() { values.append(.empty) }

  mutating func decimal(_ parts: Int, scale: Int) {
    var bytes: [UInt8] = []
    bytes.appendDecimal(parts, scale: scale)
    values.append(.number(String(decoding: bytes, as: UTF8.self)))
  }

  mutating func moment(_ instant: Instant) {
    var bytes: [UInt8] = []
    bytes.appendMoment(instant)
    values.append(.text(String(decoding: bytes, as: UTF8.self)))
  }
}

extension [UInt8] {
  /// Appends a whole number in decimal digits.
  mutating func appendNumber(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var divisor: UInt = 1
    while rest / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Appends a whole number of parts as a decimal without trailing zeros; `scale` is a power of
  /// ten.
  mutating func appendDecimal(_ parts: Int, scale: Int) {
    if parts < 0 { append(UInt8(ascii: "-")) }
    let parts = Int(clamping: parts.magnitude)
    appendNumber(parts / scale)
    var rest = parts % scale
    if rest == 0 { return }
    append(UInt8(ascii: "."))
    var divisor = scale / 10
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Appends a moment as ISO 8601 to the second, in UTC.
  mutating func appendMoment(_ instant: Instant) {
    let (year, month, day) = instant.date.components
    let midnight = instant.date.daysSinceEpoch * 86_400_000
    let second = (Int(instant.milliseconds) - midnight) / 1000
    appendTwo(year / 100)
    appendTwo(year % 100)
    append(UInt8(ascii: "-"))
    appendTwo(month)
    append(UInt8(ascii: "-"))
    appendTwo(day)
    append(UInt8(ascii: "T"))
    appendTwo(second / 3600)
    append(UInt8(ascii: ":"))
    appendTwo(second / 60 % 60)
    append(UInt8(ascii: ":"))
    appendTwo(second % 60)
    append(UInt8(ascii: "Z"))
  }

  private mutating func appendTwo(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
