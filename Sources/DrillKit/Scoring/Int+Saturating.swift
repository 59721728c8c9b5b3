// SPDX-License-Identifier: GPL-3.0-or-later

extension Int {
  /// The sum, or the nearest number that there is.
  func saturatingSum(_ other: Int) -> Int {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? (other < 0 ? .min : .max) : sum
  }

  /// The product, or the nearest number that there is.
  func saturatingProduct(_ other: Int) -> Int {
    let (product, isOver) = multipliedReportingOverflow(by: other)
    return isOver ? ((self < 0) != (other < 0) ? .min : .max) : product
  }
}
