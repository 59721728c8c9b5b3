// SPDX-License-Identifier: GPL-3.0-or-later

/// Which variant of a drill somebody asks for: by its name, in whatever case, or by its number from 1.
public struct VariantChoice: Hashable, Sendable {
  /// What was typed.
  public let typed: String

  /// What somebody typed.
  public init(_ typed: String) {
    self.typed = typed
  }

  /// The variant's index among a drill's names; nil where it is none of them.
  public func index(among names: [String]) -> Int? {
    if let index = names.firstIndex(where: { $0.lowercased() == typed.lowercased() }) {
      return index
    }
    guard let number = Int(typed), (1...max(1, names.count)).contains(number) else { return nil }
    return number - 1
  }
}
