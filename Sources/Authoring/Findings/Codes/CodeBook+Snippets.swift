// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about texts that drills share (D4): D401 to D403.
  static let snippetEntries: [CodeEntry] = [
    CodeEntry(
      "D401",
      """
      A line that takes in a part of a snippet has one form, so that nobody mistakes it for
      text, and its file lies in a folder “snippets” of the drills' folder. At most 64 are
      followed in a drill.
      """,
      arises: """
        “Use:” has no link to a heading of a Markdown file in a folder “snippets”, or stands in
        a paragraph with other text; or the line begins with “Uses:” or the like.
        """,
      remedy: """
        Write “Use: [Facts sheet](snippets/facts.md#version-3)”, with an empty line before it
        and after it.
        """),
    CodeEntry(
      "D402",
      """
      The snippet's file is not there, lies outside the drills' folder, or has no heading with
      this link target. The drill would be told with a hole in it.
      """,
      arises: """
        The file was moved, or the heading renamed; or a symbolic link leads out of the drills'
        folder.
        """,
      remedy: """
        Correct the link as seen from the drill's own folder. The link target of “## Version 3”
        is “#version-3”.
        """),
    CodeEntry(
      "D403",
      """
      A part of a snippet is text for one place: paragraphs, quotes, lists, facts. Scenes and
      items stand in the drill, where whoever reads it sees its story, and a snippet does not
      use another one.
      """,
      arises: """
        Below the snippet's heading stands a deeper heading, a line “Use:”, or nothing at all.
        """,
      remedy: """
        Take the heading away or make it one of the same level, and copy the other snippet's
        text.
        """),
  ]
}
