// SPDX-License-Identifier: GPL-3.0-or-later

extension CodeBook {
  /// Rules about the bytes of a file (S) and the files of a library (L): S001 to L004.
  static let sourceEntries: [CodeEntry] = [
    CodeEntry(
      "S001",
      """
      A drill is a page or ten, not a book. A file of more than 1 MiB is not even read, so
      that a text that was built to keep the program busy costs nothing.
      """,
      arises: """
        Mostly a picture or a log was pasted into the file, or another file was saved under its
        name.
        """,
      remedy: """
        Look at the file's size. Take out what is no drill, or make several drills of it, each
        with its own id; a story that goes on can be told in two drills that people take one
        after the other.
        """),
    CodeEntry(
      "S002",
      """
      Every program must read the same letters. In another encoding the word “Grüße” becomes
      noise for one reader and is refused by the next, so drills and policies are UTF-8 and
      nothing else.
      """,
      arises: """
        The file was saved as Latin-1, Windows-1252 or UTF-16, often by an old editor or a
        spreadsheet.
        """,
      remedy: """
        Open the file in your editor and save it again with the encoding UTF-8. Then read the
        line that was named: letters with accents may have to be typed again.
        """),
    CodeEntry(
      "S003",
      """
      A byte order mark is an invisible character at the start of a file. It stands before the
      first “---”, so that the front matter would not be found.
      """,
      arises: """
        Some editors write it when they save as “UTF-8 with BOM”, which Windows Notepad once did
        by itself.
        """,
      remedy: """
        Save the file as “UTF-8” without the mark. “drillhall check --fix” takes it away as
        well.
        """),
    CodeEntry(
      "S004",
      """
      Lines end in one way here: with a line feed. With the line ends of Windows every line
      would carry an invisible character at its end, and comparing two versions would show
      every line as changed.
      """,
      arises: """
        The file was written on Windows, or an editor was told to use CR LF.
        """,
      remedy: """
        Save the file with Unix line ends (LF). “drillhall check --fix” changes all of them. If
        they come back, tell git: “*.md text eol=lf” in the file .gitattributes.
        """),
    CodeEntry(
      "S005",
      """
      Control characters don't show, and a terminal obeys them: they can clear the screen,
      move the cursor or hide a line. Nobody who reviews a drill could see them.
      """,
      arises: """
        They come along when text is copied out of a terminal, a log or a PDF file.
        """,
      remedy: """
        Delete the character at the place that is named; the mark under the line points at it.
        Where a story is about such a thing, describe it in words.
        """),
    CodeEntry(
      "S006",
      """
      These invisible characters turn the reading order around: what a person reads is not
      what stands in the file. Attackers use them to make “exe.pdf” out of “fdp.exe”, and a
      reviewer would approve the wrong text.
      """,
      arises: """
        They come along when text is copied from a chat, a web page or a document in Arabic or
        Hebrew.
        """,
      remedy: """
        Delete the character; the letters beside it may have to be typed again. Arabic and
        Hebrew words need none of them.
        """),
    CodeEntry(
      "S007",
      """
      A line of more than 8 KiB is no sentence that anybody wrote. Bounded lines also bound
      what reading a file can cost.
      """,
      arises: """
        Mostly data was pasted: a picture as Base64, a log, a table without line ends.
        """,
      remedy: """
        Break the line in two where a sentence ends, or take the data out.
        """),
    CodeEntry(
      "S008",
      """
      A table with more than 64 columns can't be read by anybody, and Markdown fills up short
      rows, so that a few of them would make a very large table.
      """,
      arises: """
        A whole spreadsheet was pasted, or a line of text holds many bars.
        """,
      remedy: #"""
        Make two tables of it, with the same first column. Write a bar that is text as “\|”.
        """#),
    CodeEntry(
      "S009",
      """
      Quotes and lists may stand in each other, sixteen deep at most. Nobody means more, and
      deeper nesting only serves to exhaust a program that reads it.
      """,
      in: .scene,
      wrong: """
        >>>>>>>>>>>>>>>>> Did you get my mail?
        """,
      right: """
        > Did you get my mail?
        """,
      remedy: """
        Write it flatter. A mail that quotes a mail that quotes a mail is better told: show the
        last one.
        """),
    CodeEntry(
      "S010",
      """
      HTML and YAML can write a character as a number. What looks harmless in the file would
      drive the terminal once it is decoded, so the same characters are refused in both forms.
      """,
      in: .scene,
      wrong: """
        Press &#27; to leave the call.
        """,
      right: """
        Press the Esc key to leave the call.
        """,
      remedy: """
        Delete the escape, and say in words what is meant.
        """),
    CodeEntry(
      "S011",
      """
      A file ending in .md in the library is a drill or a policy. One without a word in it is
      a mistake that would otherwise go unnoticed.
      """,
      arises: """
        The file was only just made, or saving it failed.
        """,
      remedy: """
        Write the drill, beginning with the front matter, or delete the file. Notes for
        colleagues belong into a file called README.md, which is not read as a drill.
        """),
    CodeEntry(
      "S012",
      """
      One slip at the start of a file can make hundreds of findings follow. Five hundred of a
      file are kept; the rest would teach nothing new.
      """,
      arises: """
        Often a bracket or a comment was not closed, or the file is no drill at all.
        """,
      remedy: """
        Mend the first findings and check again: the number falls fast.
        """),
    CodeEntry(
      "S013",
      """
      Markdown fills every short row up to the width of its table. A small text can therefore
      make a table of millions of cells, so that cells are counted before anything is read.
      """,
      arises: """
        A wide table has very many rows, mostly because a spreadsheet was pasted.
        """,
      remedy: """
        Keep the rows that the drill or the policy needs, or make two files of it.
        """),
    CodeEntry(
      "L001",
      """
      What belongs to the library lies in its folder. A symbolic link that leads out of it
      could show any file of the computer to whoever takes a drill, so that it is not
      followed.
      """,
      arises: """
        The file is a symbolic link to a folder, to something outside of the library, or to
        nothing.
        """,
      remedy: """
        Put the file itself into the folder. A link to a file within the same library is fine.
        """),
    CodeEntry(
      "L002",
      """
      The file is there, and the system does not let the program read it, it is a pipe or a
      device, or its name is not UTF-8, so that nothing can name it.
      """,
      arises: """
        Mostly its permissions are missing after it was copied by another user. A name with an
        umlaut comes so out of an old archive; the message shows its bytes as “\\xFC”.
        """,
      remedy: """
        Make it readable: “chmod a+r FILE”. Give it a name in UTF-8, with letters from a to z for
        safety. Delete what is no file.
        """),
    CodeEntry(
      "L003",
      """
      A folder that can't be read, lies deeper than sixteen folders, holds more than 100,000
      files, or has a name that is not UTF-8 is left out, and with it every drill in it. That
      must not happen silently.
      """,
      arises: """
        The program was started where no “Policies” lies, the folder's permissions are missing, or
        the library's path leads to a whole disk.
        """,
      remedy: """
        Start it where the folder lies, or name the right one with --drills or --policies. Make the
        folder readable (“chmod a+rx FOLDER”), move it up, or give it another name.
        """),
    CodeEntry(
      "L004",
      """
      A drill is judged by its policies. Without one of them an item would have no right
      answer, and nobody could pass, so that such a drill is not played.
      """,
      arises: """
        The drill's “policies:” names a policy whose file is not in the policies' folder, or
        that has errors.
        """,
      remedy: """
        Put the policy's file there, mend it, or name the folder with --policies.
        """),
  ]
}
