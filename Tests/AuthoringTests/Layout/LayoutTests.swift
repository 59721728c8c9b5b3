// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

/// What each part of a drill looks like before and after: `·` is a space at a line's end.
@Suite("The layout")
struct LayoutTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let before: String
    let after: String
    var testDescription: String { name }

    init(_ name: String, _ before: String, _ after: String) {
      self.name = name
      self.before = before.replacing("·", with: " ") + "\n"
      self.after = after.replacing("·", with: " ") + "\n"
    }
  }

  @Test("is written in one way", arguments: blocks + lists + items + words)
  func cases(_ example: Case) throws {
    #expect(try LaidOut(example.before).text == example.after)
  }

  private static let blocks = [
    Case(
      "one empty line between blocks", "One.\n\n\n\nTwo.··\n   Three.\n\n", "One.\n\nTwo.\\\nThree."
    ),
    Case(
      "headings", "# Title #\nText.\n##   Scene  ##\n\n\n### Choose: What?\nText.",
      "# Title\n\nText.\n\n## Scene\n\n### Choose: What?\n\nText."),
    Case(
      "signs that belong to a title", "## C#\n\n## A \\#\n\n## B # #",
      "## C#\n\n## A \\#\n\n## B # #"),
    Case(
      "lines end where their author ended them", "One thing,\nand\tanother.\t\nA third. ",
      "One thing,\nand\tanother.\nA third."),
    Case("a line that is broken by a backslash", "One\\\ntwo\\", "One\\\ntwo\\"),
    Case(
      "spaces at a line's end that are text", "`one··\ntwo` and·\nthree", "`one··\ntwo` and·\nthree"
    ),
    Case(
      "escapes stay", "\\- no list\n\n1\\. no list\n\n\\# no title\n\n\\> no quote\n\n\\(no mark)",
      "\\- no list\n\n1\\. no list\n\n\\# no title\n\n\\> no quote\n\n\\(no mark)"),
    Case(
      "what begins nothing because it is indented", "Text\n      - no list\n     # no title",
      "Text\n    - no list\n    # no title"),
    Case(
      "a number within a paragraph", "They had\n14 of them, or\n15. Or 16.",
      "They had\n14 of them, or\n15. Or 16."),
    Case(
      "inline text is copied", "A *b* __c__ &amp; `` ` `` [d](#e \"f\") &#x2014; \\* a  b",
      "A *b* __c__ &amp; `` ` `` [d](#e \"f\") &#x2014; \\* a  b"),
    Case(
      "quotes", ">**Guest:** One\n>two.\n>\n>\n>   Three.\n\n\n\n>Four.",
      "> **Guest:** One\n> two.\n>\n> Three.\n\n> Four."),
    Case(
      "quotes in quotes, lists in quotes", ">> One.\n>\n> * a\n> * b", "> > One.\n>\n> - a\n> - b"),
    Case(
      "code", "Text.\n```text\n  a··\n\n\n b\n```\nMore.",
      "Text.\n\n```text\n  a··\n\n\n b\n```\n\nMore."),
    Case("code that is indented, and not closed", "  ~~~\n  a\n    b\n  ~~~", "~~~\na\n  b\n~~~"),
    Case("code in a quote", ">```\n>  a\n>\n> b\n>```", "> ```\n>  a\n>\n> b\n> ```"),
    Case(
      "comments stay where they are",
      "<!-- one -->\nText.\n\n\n<!-- two··\n\n\n  lines -->\n\nMore.\n<!-- three -->",
      "<!-- one -->\nText.\n\n<!-- two··\n\n\n  lines -->\n\nMore.\n<!-- three -->"),
    Case("horizontal rules", "One.\n\n* * *\n\nTwo.", "One.\n\n---\n\nTwo."),
    Case(
      "a short table", "|a|long name|\n|:-|-:|\n|`x \\| y`|1|\n| 2 |",
      "| a        | long name |\n|:---------|----------:|\n| `x \\| y` |         1 |\n| 2        |           |"
    ),
    Case(
      "a table without bars at its ends", "a | b\n---|:-:\n1 | 2", "| a | b |\n|---|:-:|\n| 1 | 2 |"
    ),
    Case(
      "wide and joined characters", "| a | b |\n|---|---|\n| 東京 | 1 |\n| e\u{301} | 2 |",
      "| a    | b |\n|------|---|\n| 東京 | 1 |\n| e\u{301}    | 2 |"),
    Case(
      "a table that is too wide to be brought into line",
      "|a|b|\n|:----|-----|\n|\(String(repeating: "x ", count: 60))||\n||1|",
      "| a | b |\n|:--|---|\n| \(String(repeating: "x ", count: 59))x | |\n| | 1 |"),
    Case(
      "a table in a quote", "> |a|b|\n> |-|-|\n> |1|2|", "> | a | b |\n> |---|---|\n> | 1 | 2 |"),
  ]

  private static let lists = [
    Case("markers, one item under the other", "* a\n\n* b\n\n\n* c", "- a\n- b\n- c"),
    Case("numbers", "1) a\n1) b\n1) c", "1. a\n2. b\n3. c"),
    Case("numbers that only go up", "1. a\n3. b\n4. c", "1. a\n2. b\n3. c"),
    Case("a year is no number", "1. a\n2. b\n1986. c", "1. a\n2. b\n1986. c"),
    Case("a list that begins elsewhere", "4. a\n5. b", "4. a\n5. b"),
    Case(
      "the tenth item",
      "1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n   > q\n10. j\n    > q",
      "1. a\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n   > q\n10. j\n    > q"),
    Case(
      "what belongs to an item is indented to its text", "-    a\n     b\n\n     c\n-\td\n\n\t> e",
      "- a\n  b\n\n  c\n- d\n  > e"),
    Case("lines that are not indented", "- a\nb\n- c\n d", "- a\n  b\n- c\n  d"),
    Case(
      "lists in lists", "*   a\n    +   b\n        1) c\n\n    +   d\n*   e",
      "- a\n  - b\n    1. c\n  - d\n- e"),
    Case("an empty item under a line would underline it", "- a\n\n  -\n  - b", "- a\n\n  -\n  - b"),
    Case("text below its marker has no box", "-\n  [X] a", "-\n  [X] a"),
    Case(
      "code and comments in an item", "- a\n    ```\n    b\n\n      c\n    ```\n  <!-- d -->\n- e",
      "- a\n\n  ```\n  b\n\n    c\n  ```\n  <!-- d -->\n- e"),
  ]

  private static let items = [
    Case("boxes", "- [X]  a\n- [ ]   b\n- [x]\tc", "- [x] a\n- [ ] b\n- [x] c"),
    Case(
      "answers, their voices and their feedback",
      "### Choose: What?\n\n*   [x]  Say it. → [Paid](#paid)\n\n    >**Guest:** Oh.\n\n\n    > Right.\n\n\n*   [ ] Wait.\n    >No.",
      "### Choose: What?\n\n- [x] Say it. → [Paid](#paid)\n  > **Guest:** Oh.\n\n  > Right.\n- [ ] Wait.\n  > No."
    ),
    Case(
      "numbered answers", "1) [ ] **Robin:** a\n   > b\n\n2) [x] **Robin:** c",
      "1. [ ] **Robin:** a\n   > b\n2. [x] **Robin:** c"),
    Case(
      "marks", "- [ ] (50%;+10 min)Wait.\n- [x] ( fail ) Go.\n- (timed out )\n  > b",
      "- [ ] (50%; +10 min) Wait.\n- [x] (fail) Go.\n- (timed out)\n  > b"),
    Case(
      "marks apart", "- [ ] (50%;coach ;  +10 min)  Wait.\n- (otherwise)",
      "- [ ] (50%; coach; +10 min) Wait.\n- (otherwise)"),
    Case(
      "parentheses that are text", "- (see below;above)  a\n- \\(50%;coach) b",
      "- (see below;above)  a\n- \\(50%;coach) b"),
    Case(
      "facts, a label right above its list", "Facts:\n- Now: Friday 18:40\n- Data: contact;booking",
      "Facts:\n\n- Now: Friday 18:40\n- Data: contact;booking"),
    Case(
      "injects", "After 20 s:\n> **Guest:** Are you there?",
      "After 20 s:\n\n> **Guest:** Are you there?"),
    Case(
      "the way on", "Next:\n* [Once more](#once-more) when failed\n* Go on otherwise",
      "Next:\n\n- [Once more](#once-more) when failed\n- Go on otherwise"),
    Case(
      "struck parts", "> My number is ~~4111 1111~~ (card; fail) and **me** (keep).",
      "> My number is ~~4111 1111~~ (card; fail) and **me** (keep)."),
    Case(
      "a rubric",
      "- [x] (2)  Sorry: sorry | regret*;not: sorry if\n- [ ] (fail: compliance) Code: send + code",
      "- [x] (2) Sorry: sorry | regret*;not: sorry if\n- [ ] (fail: compliance) Code: send + code"),
  ]

  private static let words = [
    Case(
      "settings", "### Choose: What?\n\n*id:first;2 points ;within 45 s*",
      "### Choose: What?\n\n_id: first; 2 points; within 45 s_"),
    Case(
      "conditions", "*when passed [first](#opening)  and score is at least 80*",
      "_when passed [first](#opening)  and score is at least 80_"),
    Case("a detour", "*detour*", "_detour_"),
    Case(
      "a setting that is missing is for check to say",
      "### Choose: What?\n\n_2 points;; shuffle: no_",
      "### Choose: What?\n\n_2 points;; shuffle: no_"),
    Case("emphasis in a text", "*Both* of them;and *one* more", "*Both* of them;and *one* more"),
    Case("a hint", "Hint (-25%):  Who reads it?", "Hint (-25%):  Who reads it?"),
  ]
}
