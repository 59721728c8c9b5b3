// SPDX-License-Identifier: GPL-3.0-or-later

/// Breaks paragraphs into lines that fit a terminal.
struct TextWrap {
  /// Columns that a line may take, margin included.
  let columns: Int

  /// The narrowest line that text is fitted to.
  static let narrowest = 20

  /// A character with its style and its width.
  private struct Cell {
    let character: Character
    let style: Style
    let width: Int

    var isBlank: Bool { character == " " }
    /// Between characters of two columns (Chinese, Japanese, Korean) a line may always end.
    var isWide: Bool { width == 2 }
    /// Marks that must not begin a line (the common part of JIS X 4051).
    var staysWithPrevious: Bool { "、。，．：；！？）」』】〉》々ー".contains(character) }
  }

  init(columns: Int) {
    self.columns = max(Self.narrowest, columns)
  }

  /// The lines of a text, each with its margin. The text must be harmless already.
  func lines(of text: StyledText, margin: Margin) -> [StyledText] {
    let first = margin.first.columns
    // On a narrow terminal a deep margin would leave no room for words.
    let rest = margin.rest.columns > columns / 2 ? Margin.blank(2) : margin.rest
    var result: [StyledText] = []
    for hardLine in Self.hardLines(of: text) {
      let isFirst = result.isEmpty
      var pieces: [ArraySlice<Cell>]
      if isFirst && columns - first < columns / 4 && !hardLine.isEmpty {
        result.append(margin.first)
        pieces = wrap(hardLine[...], first: columns - rest.columns, rest: columns - rest.columns)
      } else {
        let room = columns - (isFirst ? first : rest.columns)
        pieces = wrap(hardLine[...], first: room, rest: columns - rest.columns)
      }
      if pieces.isEmpty { pieces = [[]] }
      for piece in pieces {
        result.append((result.isEmpty ? margin.first : rest) + Self.styled(piece))
      }
    }
    return result
  }

  /// Splits at newlines and spreads tabs to the next multiple of eight columns.
  private static func hardLines(of text: StyledText) -> [[Cell]] {
    var lines: [[Cell]] = [[]]
    var column = 0
    for run in text.runs {
      for character in run.text {
        if character.isNewline {
          lines.append([])
          column = 0
        } else if character == "\t" {
          let blanks = 8 - column % 8
          let blank = Cell(character: " ", style: run.style, width: 1)
          lines[lines.count - 1] += Array(repeating: blank, count: blanks)
          column += blanks
        } else {
          let width = TextWidth.columns(of: character)
          lines[lines.count - 1].append(
            Cell(character: character, style: run.style, width: width))
          column += width
        }
      }
    }
    return lines
  }

  private func wrap(_ line: ArraySlice<Cell>, first: Int, rest: Int) -> [ArraySlice<Cell>] {
    var pieces: [ArraySlice<Cell>] = []
    var remaining = line
    var room = first
    while !remaining.isEmpty {
      let end = Self.end(of: remaining, room: room)
      var piece = remaining[..<end]
      remaining = remaining[end...]
      if !remaining.isEmpty {
        while piece.last?.isBlank == true { piece.removeLast() }
        while remaining.first?.isBlank == true { remaining.removeFirst() }
      }
      pieces.append(piece)
      room = rest
    }
    return pieces
  }

  /// Where the first line of these cells ends: at the last place that fits and may be broken, or
  /// in the middle of a word that is longer than the line.
  private static func end(of cells: ArraySlice<Cell>, room: Int) -> Int {
    var width = 0
    var breakable: Int?
    var lastResort: Int?
    var sawWord = false
    var index = cells.startIndex
    while index < cells.endIndex, width + cells[index].width <= room {
      width += cells[index].width
      sawWord = sawWord || !cells[index].isBlank
      let next = index + 1
      if next < cells.endIndex, sawWord {
        let isBetweenWide =
          (cells[index].isWide || cells[next].isWide) && !cells[next].staysWithPrevious
        if isBetweenWide {
          breakable = next
        } else if cells[index].isBlank {
          if isFree(next, in: cells) { breakable = next } else { lastResort = next }
        }
      }
      index = next
    }
    if index == cells.endIndex { return index }
    if cells[index].isBlank {
      if isFree(index, in: cells) { return index }
      lastResort = index
    }
    return breakable ?? lastResort ?? max(index, cells.startIndex + 1)
  }

  /// Whether a line may begin here, after a blank: not with a mark that stands apart from its word,
  /// as in French, nor behind an opening one.
  private static func isFree(_ start: Int, in cells: ArraySlice<Cell>) -> Bool {
    let before = cells[..<start].reversed().drop(while: \.isBlank).prefix(2).map(\.character)
    if let mark = before.first, opening.contains(mark), before.count < 2 || before[1] == " " {
      return false
    }
    // A word of more signs than these is no mark but a picture, such as “:-)”.
    let word = cells[start...].drop(while: \.isBlank).prefix(4).prefix { !$0.isBlank }
    return word.isEmpty || word.count == 4 || !word.allSatisfy { closing.contains($0.character) }
  }

  private static let opening: Set<Character> = ["«", "‹"]
  private static let closing: Set<Character> = [
    "»", "›", "?", "!", ":", ";", "%", ".", ",", "…", ")",
  ]

  private static func styled(_ cells: ArraySlice<Cell>) -> StyledText {
    var runs: [StyledText.Run] = []
    for cell in cells {
      if runs.last?.style == cell.style {
        runs[runs.count - 1].text.append(cell.character)
      } else {
        runs.append(StyledText.Run(String(cell.character), cell.style))
      }
    }
    return StyledText(runs: runs)
  }
}
