// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import TestSupport
import Testing

@testable import Authoring

@Suite("Questions to drill to questions")
struct RoundTripTests {
  static let table = [
    "Who is told first? {=The owner#Always. ~The press#Never. ~Nobody}",
    "::Title::Who? {=a ~%50%b ~%-25%c ~%33.33333%d}", "All? {~%50%a ~%50%b ~%-100%c}",
    "All? {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-50%d ~%-50%e}",
    "All? {~%66.66667%a ~%33.33333%b ~c}", "All? {~%100%a ~%-100%b}", "So{T}", "So{F#no#yes}",
    "So{TRUE#[html]<b>no</b>####[plain]Done.}", "So{F##yes}", "Tell{}", "Tell{####Read it.}",
    "A text.\n\nAfter it{T}", "::A text::A text\\nin two lines", "Who{=Ann}", "Who{=Ann =Anna}",
    "Who{=Ann#right =%50%Anna#[html]nearly =%0%*#Nobody else}", "Who{=Ann =*ann* =x;y}", "Who{=14}",
    "Who{=any =Ann =3 to 5}", "Join{=a -> b =c -> d}", "Join{=[html]a -> b =c -> d = -> e}",
    "How many{#3}", "How many{#3:0.5}", "How many{#1..5}", "How many{#-3:1####All.}",
    "How many{#12.25:0.5}", "How many{#9.25..10.5}", "How many{#1.234}", "How many{#0.001:0.0005}",
    "How many{#=3:0.5#yes =%50%1..5#near ~#[markdown]no}", "How many{#1234567.5}",
    "How many{#=3 =4 =9.5:0.25}", "The {=card ~key} is in the door.", "a{=b ~c}d",
    "[html]<p>A <b>b</b>.<br></p><ul><li>c</li><li>d &lt;</li></ul>{=<p>e</p>#<p>f</p> ~g<br>h}",
    "[html]<p>The {=<b>card</b> ~key} is in the door.</p>", "[html]<p>It is the {=a ~b}</p>",
    "[html]<p>a</p>{=<p>b</p>#<p></p> ~c#<p><br></p>####<p>&nbsp;</p>}",
    "[html]<p>a</p>{TRUE#<p></p>#<p>b</p>}", "[html]<p>a</p>{=<p>b</p> -> c =<i>d</i> -> e}",
    "[html]<p>How many</p>{#3:0.5#<p>c</p>}", "[html]<p>Tell &amp\\; say</p>{}",
    "[html]a &amp;lt; b -&gt; c < d{=Ann#<i>yes</i> =&amp;}", "[markdown]*Who* `is` {=a ~b}",
    "[html]<p>Who &amp; what</p>{T}",
    "$CATEGORY: top/a\n\nOne{T}\n\n$CATEGORY: top/b\n\nTwo{T}\n\n$CATEGORY: top/a\n\nThree{T}",
    "// [id:7] [tag:a b] [tag:c\\]] a note --> with | signs\n// second\nWho{T}",
    "First line\nsecond line\\n\\nthird {=a ~b}", "Two {=a\\nb#c\\nd ~e####f\\ng}",
    "Code \\{x\\} {=\\{y\\} ~\\=z}", "// c\nFirst.\n\n::End::Second.\n\nQ{T}", "C# or C #{T}",
    "Is 1. this a list{=1) yes ~- no ~+ maybe ~> perhaps ~(50%) half ~[x] tick}",
    "Next? {=Stop (now) ~Wait (fail) ~Wait. (50%) ~Ring (-25%). ~Go (+5 min) ~Act. (coach) ~Fail: no}",
    "Next? {=FAIL Stop ~Wait (fail\\: customer) ~fail\\: business – Go ~a\\n(fail)}",
    "\\:\\:no title\\:\\: {T}", "::::// no comment {T}", "[plain][html] twice {T}",
    "~~struck~~ {T}".replacing("~", with: "\\~\u{200B}"),
    "See [words](there) and [x](y)[z](w) {=a](b ~c}", "x_y *a* <b> & `c` | d \\\\ e{=x|y ~x\\\\y}",
    "|a|b|{=|c| ~|}", "\"quoted\" 'text' {=\"a\" ~'b'}", "Ümläut 中文 🙂 {=é ~e\u{301}x}",
  ]

  @Test("each comes back the same, and what it becomes passes the check", arguments: table.indices)
  func same(index: Int) throws {
    let text = Self.table[index] + "\n\nAnd{T}"
    let before = RoundTrip.questions(text)
    let made = RoundTrip.drill(text)
    let errors = made.notes.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors)")
    let drill = try #require(made.text, "\(text)")
    #expect(
      RoundTrip.findings(drill).allSatisfy { $0.rule.severity == .warning },
      "\(RoundTrip.findings(drill))\n\(drill)")
    let after = try RoundTrip.export(drill)
    #expect(after.questions.map(\.unplaced) == before, "\(drill)")
    let written = GIFTWriter.text(after.questions)
    #expect(RoundTrip.questions(written) == before, "\(written)")
  }

  @Test("questions made at random come back the same, or are refused by name")
  func generated() throws {
    var taken = 0
    for seed in UInt64(1)...300 {
      var maker = QuestionMaker(seed)
      let question = maker.question()
      let written = GIFTWriter.text([question])
      let read = RoundTrip.questions(written)
      #expect(read == [question.unplaced], "seed \(seed)\n\(written)")
      let made = RoundTrip.drill(written + "\n\nAnd{T}")
      let errors = made.notes.filter { $0.severity == .error }
      guard errors.isEmpty else {
        #expect(errors.allSatisfy { $0.message.contains("“") }, "seed \(seed): \(errors)")
        continue
      }
      taken += 1
      let drill = try #require(made.text)
      let export = try RoundTrip.export(drill)
      let back = GIFTWriter.text(export.questions)
      #expect(RoundTrip.questions(back).first == question.unplaced, "seed \(seed)\n\(back)")
    }
    #expect(taken > 150, "only \(taken) were taken")
  }

  @Test(
    "a text that looks like a weight or a format keeps its meaning, and its question's format",
    arguments: [
      ("[html]Who{=A#yes ~%50##All.}", "~[html]%50"), ("Who{=A ~%50#x}", "~[moodle]%50"),
      ("[markdown]Who{=%50 =b}", "=[markdown]%50"),
    ])
  func lookalikes(gift: String, sign: String) throws {
    let questions = GIFTReader.read(file: "a.gift", bytes: Array(gift.utf8)).questions
    try #require(questions.count == 1)
    let written = GIFTWriter.text(questions)
    let again = GIFTReader.read(file: "a.gift", bytes: Array(written.utf8)).questions
    #expect(again.map(\.meaning) == questions.map(\.meaning), "\(written)")
    #expect(written.contains(sign), "\(written)")
  }

  @Test(
    "what a drill can't say is told with its line, and kept",
    arguments: [
      ("\nWho{=a ~%-25%b}", "the weight -25 %"), ("\nWho{=a ~%33.333%b}", "the weight 33.333 %"),
      ("\n[html]<b>Who</b>{T}", "in bold"), ("\n[html]<img src=x>Who{T}", "a picture"),
      ("\nWho{=Ann =A*}", "“A*”"), ("\nTell{}", "0 points"),
      ("\nWho{=Ann =%50%Anna}", "“Anna”"), ("\nWho{=Ann#yes}", "“yes”"),
      ("\nHow{#=3 =%50%4}", "50 %"), ("\n[html]<i>A text.</i>\n\nAnd{T}", "in bold"),
      ("\n<b>Who</b>{T}", "HTML"),
      ("\n[html]<a href\\=\"x.org\">W</a>{T}", "a link to x.org"),
    ])
  func losses(text: String, words: String) {
    let made = RoundTrip.drill(text)
    #expect(made.text != nil)
    #expect(
      made.notes.map(\.place.line) == [2] && made.notes[0].severity == .warning, "\(made.notes)")
    #expect(made.notes.first?.message.contains(words) == true, "\(made.notes)")
  }

  @Test(
    "what would be another question in a drill is an error",
    arguments: [
      ("Who{=a =b ~c}", "each earn all"), ("Who{~%50%a ~%20%b}", "70 %"),
      ("Who{=a ~a}", "same words"),
      ("Who{=*}", "no right answer that Record can say"), ("Join{=a -> b;c =d -> e}", "“;”"),
      ("Join{=a -> b}", "nothing to match"), ("Just text.", "No question is left"),
      ("\\~\\~Who{T}", "can't be said"),
      ("[html]<p><img src\\=x></p>{T}", "This question has a part without any words"),
    ])
  func refused(text: String, words: String) {
    let made = RoundTrip.drill(text)
    #expect(
      made.notes.contains { $0.severity == .error && $0.message.contains(words) },
      "\(made.notes)")
  }

  @Test("an author's changes count, not what was kept")
  func changed() throws {
    let made = RoundTrip.drill("::T::The {=card ~%-25%key ~%50%tag} sticks.")
    let text = try #require(made.text)
      .replacing("The \\_\\_\\_\\_\\_ sticks.", with: "What sticks?")
      .replacing("(50%)", with: "(40%)").replacing("- [ ] key", with: "- [ ] (10%) key")
    let question = try #require(try RoundTrip.export(text).questions.first)
    #expect(question.text.text == "What sticks?" && question.blank == nil)
    guard case .choice(let choices, false) = question.body else {
      Issue.record("no choice")
      return
    }
    #expect(choices.map(\.weight) == [.full, Weight(percent: 10), Weight(percent: 40)])
  }
}
