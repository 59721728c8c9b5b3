// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// Why a text was left as it is: laid out, it would not have been the same. The program's own fault.
public struct LayoutFault: Error, Hashable, Sendable {
  /// The first place that would have been another.
  public let place: Place
  /// What would have been another.
  public let what: String
}

extension LayoutFault: CustomStringConvertible {
  /// One line: the place, and what would have happened.
  public var description: String {
    "\(place): laid out, this would not mean the same: \(what). The file was left as it is. This is "
      + "a fault of drillhall; please report it with the file."
  }
}
