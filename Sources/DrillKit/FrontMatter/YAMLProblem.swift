// SPDX-License-Identifier: GPL-3.0-or-later

/// What libyaml complains about, in words that say what to do.
enum YAMLProblem {
  /// A sentence for one of libyaml's problems; a general one for a problem that is not listed.
  static func plainWords(_ problem: String) -> String {
    for (fragment, words) in known where problem.contains(fragment) { return words }
    return "The front matter can't be read from here on. Write “key: value”, one a line, and put "
      + "values with “:”, “#” or quotes into quotes."
  }

  private static let known: [(fragment: String, words: String)] = [
    (
      "mapping values are not allowed",
      "A second “: ” stands in this line. Put the value into quotes: “title: \"Data: the basics\"”."
    ),
    (
      "cannot start any token",
      "A value can't begin with this character, and a tab can't indent. Use quotes, or spaces."
    ),
    (
      "could not find expected ':'",
      "A key needs a colon and a space: “key: value”."
    ),
    (
      "did not find expected ',' or",
      "A bracket is not closed, or a comma is missing: “[one, two]”."
    ),
    (
      "did not find expected key",
      "This line does not begin with a key. Check its indentation, and quotes that end too early."
    ),
    (
      "did not find expected '-' indicator",
      "This line does not go on with the list. Check its indentation."
    ),
    (
      "block sequence entries are not allowed",
      "A list can't begin here. Write “key: [one, two]”, or “-” lines under the key."
    ),
    (
      "found unexpected end of stream",
      "Quotes that were opened are not closed. Close them in the same line."
    ),
    (
      "found unknown escape character",
      "No such escape. Use single quotes, where a backslash is a backslash."
    ),
    (
      "did not find expected alphabetic or numeric character",
      "“&” and “*” mean something else at a value's start. Put the value into quotes."
    ),
    (
      "found undefined tag handle",
      "“!” means something else at a value's start. Put the value into quotes."
    ),
    (
      "control characters are not allowed",
      "A character stands here that YAML does not allow. Delete it."
    ),
  ]
}
