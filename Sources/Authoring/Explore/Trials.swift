// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// The answers that are tried at an item: the right one, what guessers say, and for each part of the
/// right one something else. All answers would be too many; these meet what an answer can come to.
struct Trials {
  /// At most so many answers are tried at an item.
  static let most = 240
  /// At most so many values are tried in one field or cell.
  private static let mostValues = 12

  private let item: Item
  private let situation: Situation
  private let shape: ResponseShape

  /// Answers to an item in a situation.
  init(_ item: Item, in situation: Situation) {
    self.item = item
    self.situation = situation
    shape = item.content.shape(in: situation)
  }

  /// What can be done at the item: answers, and letting the time run out.
  var inputs: [AttemptInput] {
    let timeOut: [AttemptInput] = item.settings.within == nil ? [] : [.timeOut(nil)]
    return responses.map { .answer($0, nil) } + timeOut
  }

  /// The answers, each once, the right one first.
  private var responses: [Response] {
    let solution = item.content.solution(in: situation)
    let content = item.content
    let all =
      [solution].compactMap { $0 } + content.guesses(in: situation).map(\.response)
      + content.probes(in: situation) + others(than: solution)
    var seen: Set<Response> = []
    let distinct = all.filter { $0 != .none && shape.fits($0) && seen.insert($0).inserted }
    return Array(distinct.prefix(Self.most))
  }

  /// Other answers of the same shape, each with one part of the right one changed.
  private func others(than solution: Response?) -> [Response] {
    switch (shape, solution) {
    case (.choices(let choices), let right): return Self.choices(choices, right)
    case (.order(let steps), let right): return Self.orders(steps, right)
    case (.pairs(let pairs), .pairs(let rows)?): return Self.pairs(pairs, rows)
    case (.spans(.turns(let turns)), .flags(let flags)?): return Self.flags(turns, flags)
    case (.spans(.characters(let text)), .spans(let ranges)?):
      let whole = 0..<text.unicodeScalars.count
      return [.spans([]), .spans([whole])] + Self.without(ranges).map { .spans($0) }
    case (.fields(let fields), .fields(let rows)?): return self.fields(fields, rows)
    default: return []
    }
  }

  private static func choices(_ choices: Choices, _ right: Response?) -> [Response] {
    let letters = choices.options.map(\.id)
    let single = letters.map { Response.choices([$0]) }
    guard case .any = choices.selection else { return single }
    var lists: [[String]] = [[], letters]
    if case .choices(let solution)? = right {
      lists += without(solution)
      lists += letters.filter { !solution.contains($0) }.map { solution + [$0] }
      lists += solution.indices.map { Array(solution.prefix($0)) }
    }
    return single + lists.map { .choices($0) }
  }

  private static func orders(_ steps: Steps, _ right: Response?) -> [Response] {
    guard case .order(let solution)? = right else { return [.order(steps.options.map(\.id))] }
    var orders = [Array(solution.reversed())]
    for index in solution.indices.dropFirst() {
      var swapped = solution
      swapped.swapAt(index - 1, index)
      orders.append(swapped)
      orders.append(Array(solution[index...] + solution[..<index]))
      orders.append(Array(solution.prefix(index)))
    }
    return (orders + without(solution)).map { .order($0) }
  }

  private static func pairs(_ pairs: Pairs, _ rows: [[String]]) -> [Response] {
    var tables: [[[String]]] = []
    for (column, asked) in pairs.columns.enumerated() {
      for value in asked.candidates.prefix(mostValues) {
        for row in rows.indices where rows[row].indices.contains(column) {
          var table = rows
          table[row][column] = value
          tables.append(table)
        }
      }
    }
    return tables.map { .pairs($0) }
  }

  private static func flags(_ turns: Turns, _ flags: [Flag]) -> [Response] {
    let every = turns.lines.indices.map { Flag(line: $0 + 1, at: $0 + 1) }
    let more = every.filter { flag in !flags.contains { $0.line == flag.line } }
      .map { flags + [$0] }
    // Each line flagged as late as can be.
    let late = flags.map { [Flag(line: $0.line, at: turns.lines.count)] }
    return ([[], every] + without(flags) + more + late).map { .flags($0) }
  }

  private func fields(_ fields: Fields, _ rows: [[String: String]]) -> [Response] {
    var lists = Self.without(rows)
    if case .commands = fields.form { lists.append([]) }
    for (index, row) in rows.enumerated() {
      for field in fields.fields {
        for value in values(of: field) where row[field.name] != value {
          var changed = rows
          changed[index][field.name] = value
          lists.append(changed)
        }
      }
      guard case .commands = fields.form, index == 0, let named = fields.fields.first else {
        continue
      }
      for value in named.candidates.prefix(Self.mostValues) {
        var extra = row
        extra[named.name] = value
        if !rows.contains(where: { $0[named.name] == value }) { lists.append(rows + [extra]) }
      }
    }
    return lists.map { .fields($0) }
  }

  /// What may stand in a field: what is offered, a moment that is late, a word that fits nothing.
  private func values(of field: Fields.Field) -> [String] {
    var values = Array(field.candidates.prefix(Self.mostValues))
    if field.isMoment, let clock = situation.clock {
      values += [0, 6 * 24 * 60].map { clock.text(clock.now.adding(minutes: $0)) }
    }
    return values + (field.candidates.isEmpty ? ["unknown"] : [])
  }

  /// A list without each of its elements in turn.
  private static func without<Element>(_ list: [Element]) -> [[Element]] {
    list.indices.map { index in
      list.enumerated().filter { $0.offset != index }.map(\.element)
    }
  }
}
