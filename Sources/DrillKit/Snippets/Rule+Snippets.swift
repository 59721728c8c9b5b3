// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules about texts that drills share (D4xx).
extension Rule {
  static let badUse = Rule("D401", .error, "use of a snippet that is none")
  static let noSnippet = Rule("D402", .error, "snippet that is not there")
  static let unfitSnippet = Rule("D403", .error, "snippet that does not fit")

  /// Rules about snippets, for the documentation's list.
  public static let snippetRules: [Rule] = [badUse, noSnippet, unfitSnippet]
}
