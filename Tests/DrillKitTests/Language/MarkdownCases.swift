// SPDX-License-Identifier: GPL-3.0-or-later

extension LanguageCase {
  /// What Markdown reads without a word and not as it was meant.
  static let markdown: [LanguageCase] = [
    .told(
      "a cell beyond the header's columns",
      """
      | Field | Value |
      |---|---|
      | Name | Robin | Lee | ⟨M001⟩
      | Place | Ghent \\| Antwerp |
      """),
    .told(
      "a paragraph right under a table",
      """
      | Field | Value |
      |---|---|
      | Name | Robin |
      You read it twice. ⟨M002⟩
      """),
    .told(
      "a head with fewer cells than its row of dashes",
      """
      | Field | Value |
      |---|---|---| ⟨M020⟩
      | Name | Robin |
      """),
    .told(
      "a quote that swallows the next line",
      """
      > **Customer:** Hello?
      You look up. ⟨M003⟩
      """),
    .told(
      "a nested quote that swallows the outer one's next line",
      """
      > Robin wrote:
      >
      > > Send it now.
      > And I did. ⟨M003⟩
      """),
    .told(
      "a quote's line that is indented too far",
      "> **Customer:** Hello?\n    > Is anybody there? ⟨M003⟩\n\n  > Yes.\n   > Who?"),
    .asked(
      "feedback whose second line is indented too far",
      """
      - [x] Help.
        > Right.
            > More right. ⟨M003⟩
      - [ ] Wait.
         > Nobody
        > is helped.
      """),
    .asked(
      "feedback that is not indented under its answer",
      """
      - [x] Help.
      > Right. ⟨M004⟩
      - [ ] Wait.
        > Nobody is helped.
      """),
    .asked(
      "feedback that is not indented under the last answer",
      """
      - [x] Help.
        > Right.
      - [ ] Wait.
      > Nobody is helped. ⟨M004⟩
      """),
    .asked(
      "a comment at the line's start between two answers",
      """
      - [x] Help. ⟨D305⟩

      <!-- Ask Robin about this one. --> ⟨M004⟩

      - [ ] Wait.
        > Nobody is helped.
      """),
    .told(
      "two markers in one list",
      """
      - One
      - Two
      * Three ⟨M004⟩
      """),
    .told(
      "an underlined heading",
      """
      The chat ⟨M005⟩
      ---
      """),
    .told(
      "an underlined heading that begins with its signs",
      """
      ##The chat ⟨M005⟩⟨D103⟩
      ---
      """),
    LanguageCase(
      "an attribute on a heading",
      """
      # A test

      ## Opening {#start} ⟨M006⟩⟨D103⟩

      \(DrillText.item())
      """),
    .told("a heading in a quote", "> ## Not a scene ⟨M007⟩"),
    .told(
      "a heading in a list",
      """
      - ### Not an item ⟨M007⟩
      """),
    .told("HTML within a line", "Press <b>now</b>. ⟨M008⟩"),
    .told("an HTML block", "<div>Now</div> ⟨M008⟩"),
    .told("a picture", "![A screen](screen.png) ⟨M009⟩"),
    .told("a link definition", "[policy]: ../Policies/rules.md ⟨M010⟩"),
    .told("a live link", "Somebody sends <https://pay.example/now>. ⟨M011⟩"),
    .told("a live address", "Somebody writes from <robin@example.com>. ⟨M011⟩"),
    .told(
      "a live link in a cell",
      """
      | Link |
      |---|
      | <https://pay.example> | ⟨M011⟩
      """),
    .told(
      "an address in a code span is bait and fine", "Somebody sends `https://pay.example/now`."),
    .told("strikes that are left open", "The number ~~4111 is long. ⟨M012⟩"),
    .told("strikes beside a space", "The number ~~ 4111 ~~ is long. ⟨M012⟩"),
    .told(
      "strikes across two paragraphs",
      """
      The number ~~4111 ⟨M012⟩

      1111~~ is long. ⟨M012⟩
      """),
    .told("strikes in a code span", "The number `~~4111~~` is long. ⟨M012⟩"),
    .told(
      "strikes in fenced code",
      """
      ``` ⟨M012⟩
      ~~4111~~
      ```
      """),
    .asked(
      "a box without a space after it",
      """
      - [x] Help.
        > Right.
      - [ ]Wait. ⟨M013⟩
        > Nobody is helped.
      - [ ] Go.
        > Nobody is there.
      """),
    .asked(
      "a box right before marks",
      """
      - [x] Help.
        > Right.
      - [ ](50%) Wait. ⟨M013⟩⟨D303⟩⟨D210⟩
        > Nobody is helped.
      - [ ] Go.
        > Nobody is there.
      """),
    .asked(
      "an empty pair of brackets",
      """
      - [x] Help.
        > Right.
      - [] Wait. ⟨M013⟩
        > Nobody is helped.
      - [ ] Go.
        > Nobody is there.
      """),
    .told("a year at a line's start", "1986. That was the year. ⟨M014⟩"),
    .told("a German date at a line's start", "1. Juni, abends: das Telefon klingelt. ⟨M014⟩"),
    .told(
      "two years at the line's start",
      """
      1986\\. That was the year.

      1987. That was the next one. ⟨M015⟩

      1988. And so on.
      """),
    .told(
      "a number out of order",
      """
      1. One
      2. Two
      4. Three ⟨M015⟩
      """),
    .told("a list numbered 1, 1, 1 is fine", "1. One\n1. Two\n1. Three"),
    .told("an indented paragraph", "Before.\n\n    Four spaces make this code. ⟨M016⟩"),
    .told("a horizontal rule", "Before.\n\n*** ⟨M017⟩\n\nAfter."),
    .told("a bare address", "See https://pay.example. ⟨M011⟩"),
    .told("a bare address without a scheme", "> Pay at www.pay.example/now, please. ⟨M011⟩"),
    LanguageCase(
      "an address that a rubric looks for",
      "# A test\n\n## Opening\n\n### Reply: Write back.\n\n- [x] Link: www.aldermere.example\n"
        + "  > It is at www.aldermere.example/b. ⟨M011⟩\n\nModel:\n\n> "
        + String(repeating: "Look at `www.aldermere.example`, it is there. ", count: 3)),
    .told("an address in a code span", "See `https://pay.example`."),
    .told("the beginning of an address", "It begins with https:// or www. and a name."),
    .told("a link without a bracket", "See [Opening(#opening). ⟨M018⟩"),
    .told("a policy's link without a bracket", "See [it(../../Policies/rules.md#severity). ⟨M018⟩"),
    .ruled(
      "a space before a policy's link",
      DrillText.told("See [it] (../../Policies/rules.md#severity). ⟨M018⟩")),
    .ruled(
      "a link with a space as code, and one",
      DrillText.told(
        "Not `[it] (../../Policies/rules.md)`, but\n[it] (../../Policies/rules.md#severity). ⟨M018⟩"
      )),
    .told("a link with its brackets changed", "See (it)[../../Policies/rules.md#severity]. ⟨M018⟩"),
    .told("brackets that are text", "See [sic] (so) and (#12), [x] (or [not]), (a)[b]."),
    .told("a link with a space in its target", "See [Opening](#the opening). ⟨M018⟩"),
    .told("a link with a space between its brackets", "See [Opening] (#opening). ⟨M018⟩"),
    .told("text behind a comment", "<!-- a note --> And this would vanish. ⟨M019⟩"),
    LanguageCase(
      "a comment that is not closed",
      DrillText.sound("\n<!-- To be written ⟨M019⟩\n\n## Never seen\n\nGone.")),
    .told(
      "a comment on lines of its own is fine",
      """
      Before.

      <!-- Ask Robin
      about this. -->

      After.
      """),
  ]
}
