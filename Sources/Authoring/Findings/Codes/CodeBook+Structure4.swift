// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about a drill's structure (D1): D131 to D131.
  static let structure4Entries: [CodeEntry] = [
    CodeEntry(
      "D131",
      """
      “## End” and “## Variants” have a meaning of their own. A title that is nearly one of
      them is a scene like any other: the debrief would be told as a scene, or the table of
      variants shown to people.
      """,
      in: .after,
      wrong: """
        ## Ende

        Help comes first.
        """,
      right: """
        ## End

        Help comes first.
        """,
      remedy: """
        Write “## End” or “## Variants”. If it is a scene, choose another title, or lead to it
        with a link.
        """)
  ]
}
