// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Authoring

@Suite("HTML as words")
struct HTMLTextTests {
  @Test(
    "tags go, lines and paragraphs stay",
    arguments: [
      (
        "<p>A visitor reads out the <b>card number</b>.<br></p>",
        "A visitor reads out the card number."
      ),
      ("<p>a</p><p>b<br>c<br/>d</p>", "a\n\nb\nc\nd"), ("<div>a</div><div>b</div>", "a\nb"),
      ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
      ("x<ol>\n<li>a</li>\n<li>b</li>\n</ol>y", "x\n1. a\n2. b\n\ny"),
      ("<span lang=\"de\">a</span>&nbsp;<em>b</em>\n c", "a b c"),
      ("<P CLASS='x'>A</P>", "A"), ("a < b && c > d", "a < b && c > d"),
      ("&eacute;&#39;&#x41;&amp;lt;&hellip;", "é'A&lt;…"),
      ("&nosuch; &; &#0; &#1;", "&nosuch; &; &#0; &#1;"),
      ("<b>a", "a"), ("a</b></p>b", "a\n\nb"), ("a <b", "a <b"), ("two\nlines", "two\nlines"),
      ("<script>x<b>y</b></script>a", "a"), ("<!-- x -->a", "a"),
      ("<img alt=\"a > b\" src=\"x.png\">c", "c"), ("<img alt='a > b>c", "b>c"),
      ("a<pre>b\n  c\r\nd</pre>e\nf", "a\n\nb\nc\nd\n\ne f"),
      ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    ])
  func words(html: String, words: String) {
    #expect(HTMLText(html).words.settled(lineFeeds: 2) == words)
  }

  @Test(
    "what words can't say is named",
    arguments: [
      ("<img src=\"x\" alt='y'>a", ["a picture"]), ("<a name=x>a</a>", []),
      (
        "<p><a class=\"x\" href=\"https://example.org/a\">a</a></p>",
        ["a link to https://example.org/a"]
      ),
      ("<blink>a</blink>", ["<blink>"]),
      ("10<sup>2</sup>", ["a small sign above or below the line"]),
      ("<style>p {}</style>a", ["a style"]),
    ] as [(String, [String])])
  func losses(html: String, losses: [String]) {
    #expect(HTMLText(html).losses == losses)
  }

  @Test(
    "words that are written as HTML read back the same",
    arguments: [
      "a < b & c > d", "&lt;b&gt;", "<b>x</b>", "a\nb", "a\n\nb\nc\n\n- d", "&amp;amp;", "</p>",
    ])
  func back(words: String) {
    #expect(HTMLText(HTMLText.written(words)).words == words)
  }

  @Test("much of it, and much within it, is read in good time")
  func hostile() {
    let start = ContinuousClock.now
    for piece in ["<ul>", "<b", "<!--", "</", "<a href=", "&amp", "<li>", "<", "<script>"] {
      let text = String(repeating: piece, count: 15_000 / piece.count) + ">"
      #expect(HTMLText(text).words.utf8.count <= 60_000)
    }
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
