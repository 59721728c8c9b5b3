// SPDX-License-Identifier: GPL-3.0-or-later

extension FrontMatterKey {
  /// The keys of a drill, in the order in which authors write them.
  public static let drill = drill(
    duties: Duty.allCases.map(\.rawValue), moments: Moment.allCases.map(\.rawValue))

  /// The keys of a translation, its own first.
  public static let translation = translation(of: drill)
}
