// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about front matter (F): F001 to F012.
  static let frontMatterEntries: [CodeEntry] = [
    CodeEntry(
      "F001",
      """
      The lines between the two “---” at the start of the file say which drill it is: its id,
      its version, what it is about. Without them nothing else can be known of it. Nothing may
      stand before them, not even an empty line.
      """,
      in: .head,
      wrong: """
        # A test
        """,
      right: """
        ---
        drill: 1
        id: desk
        version: 1
        title: A test
        summary: A caller is angry. Help first.
        duty: service-failure
        moment: during
        level: 1
        competencies: [habits]
        audience: [everyone]
        minutes: 5
        pass: 80
        review-by: 2027-01-01
        ---

        # A test
        """,
      remedy: """
        Copy the front matter of another drill, and give it an id of its own.
        """),
    CodeEntry(
      "F002",
      """
      The front matter goes on until a line that holds nothing but “---”. Without that line
      the whole drill is taken for keys and values.
      """,
      in: .head,
      wrong: """
        ---
        drill: 1
        id: desk

        # A test
        """,
      right: """
        ---
        drill: 1
        id: desk
        version: 1
        title: A test
        summary: A caller is angry. Help first.
        duty: service-failure
        moment: during
        level: 1
        competencies: [habits]
        audience: [everyone]
        minutes: 5
        pass: 80
        review-by: 2027-01-01
        ---

        # A test
        """,
      remedy: """
        Write a line “---” after the last key, before the title.
        """),
    CodeEntry(
      "F003",
      """
      Keys and values are YAML, in which a colon with a space, “#” and quotation marks mean
      something. A value that holds them is put into quotes; otherwise the rest of the front
      matter can't be understood.
      """,
      in: .front,
      wrong: """
        summary: The call: what to say first
        """,
      right: """
        summary: "The call: what to say first"
        """,
      remedy: """
        Put the value into quotation marks. Use single ones where the value holds double ones.
        """),
    CodeEntry(
      "F004",
      """
      A key that stands twice has two values, and nobody could say which of them holds.
      """,
      in: .front,
      wrong: """
        level: 1
        level: 2
        """,
      right: """
        level: 2
        """,
      remedy: """
        Delete one of the two lines. Several values of one key are a list: “audience:
        [front-desk, chat]”.
        """),
    CodeEntry(
      "F005",
      """
      YAML can name a value with “&” and repeat it with “*”, give it a type with “!”, and
      switch its own version with “%”. A drill needs none of that, and a small file can unfold
      into gigabytes with it.
      """,
      in: .front,
      wrong: """
        audience: &all [everyone]
        """,
      right: """
        audience: [everyone]
        """,
      remedy: """
        Write the value out. A text that begins with one of these signs is put into quotes.
        """),
    CodeEntry(
      "F006",
      """
      Between the two “---” stands nothing, or something that is no “key: value”. A drill
      without keys has no id, and no result of it could be recorded.
      """,
      in: .head,
      wrong: """
        ---
        ---

        # A test
        """,
      right: """
        ---
        drill: 1
        id: desk
        version: 1
        title: A test
        summary: A caller is angry. Help first.
        duty: service-failure
        moment: during
        level: 1
        competencies: [habits]
        audience: [everyone]
        minutes: 5
        pass: 80
        review-by: 2027-01-01
        ---

        # A test
        """,
      remedy: """
        Write the keys, one a line. The drill format lists them all.
        """),
    CodeEntry(
      "F007",
      """
      Only keys that the format knows are read. An unknown one would be ignored, and what its
      author wanted would not happen, so it is an error. Mostly a letter is wrong.
      """,
      in: .front,
      wrong: """
        source: [PCI DSS 4.0.1]
        """,
      right: """
        sources: [PCI DSS 4.0.1]
        """,
      remedy: """
        Correct the spelling, or delete the line. A note for colleagues is a comment: “# ask
        Robin”.
        """),
    CodeEntry(
      "F008",
      """
      Some keys every drill and every policy must have, because the list of drills, the record
      or the judgement need them.
      """,
      in: .head,
      wrong: """
        ---
        drill: 1
        id: desk
        version: 1
        title: A test
        summary: A caller is angry. Help first.
        moment: during
        level: 1
        competencies: [habits]
        audience: [everyone]
        minutes: 5
        pass: 80
        review-by: 2027-01-01
        ---

        # A test
        """,
      right: """
        ---
        drill: 1
        id: desk
        version: 1
        title: A test
        summary: A caller is angry. Help first.
        duty: service-failure
        moment: during
        level: 1
        competencies: [habits]
        audience: [everyone]
        minutes: 5
        pass: 80
        review-by: 2027-01-01
        ---

        # A test
        """,
      remedy: """
        Add the key that is named. In the example it was “duty”.
        """),
    CodeEntry(
      "F009",
      """
      Each key takes a value of one kind: a number, a date, a text, a list. Another kind can't
      be guessed at: “two” could be a level or a mistake.
      """,
      in: .front,
      wrong: """
        level: two
        """,
      right: """
        level: 2
        """,
      remedy: """
        Write the value as the message shows it. Numbers are digits, dates 2027-01-31, lists
        [one, two].
        """),
    CodeEntry(
      "F010",
      """
      The date is written in the right form, and the calendar has no such day. A review that
      is due on it would never come.
      """,
      in: .front,
      wrong: """
        review-by: 2027-02-30
        """,
      right: """
        review-by: 2027-02-28
        """,
      remedy: """
        Write a day that exists: year, month, day.
        """),
    CodeEntry(
      "F011",
      """
      Some keys take a word of a short list. Drills are sorted, found and judged by these
      words, so that a word of one's own would leave the drill out.
      """,
      in: .front,
      wrong: """
        duty: data-handlin
        """,
      right: """
        duty: data-handling
        """,
      remedy: """
        Choose one of the words that the message names.
        """),
    CodeEntry(
      "F012",
      """
      The number is none that the key may have: levels go from 1 to 3, a pass mark from 0 to
      100.
      """,
      in: .front,
      wrong: """
        level: 9
        """,
      right: """
        level: 3
        """,
      remedy: """
        Write a number within the limits that the message names.
        """),
  ]
}
