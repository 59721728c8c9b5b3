// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Tables and people of a record.
extension IncidentRecordReader {
  /// Takes the rows of a table as lines.
  mutating func take(_ table: MarkdownTable) {
    let header = table.header.map { $0.lowercased() }
    for row in table.rows {
      let (cells, line) = (row.cells.map(\.plain), row.place.line)
      switch section {
      case .timeline, .told: take(cells, header, at: line)
      case .said where cells.contains { IncidentMoment.read($0)?.rest.isEmpty == true }:
        take(cells, header, at: line)
      case .people:
        if cells.count < 2 || !note(role: cells[1], of: cells[0]) {
          leaveOut(cells.joined(separator: ", "), at: line, Self.noRole)
        } else {
          let others = cells.dropFirst(2).filter { !$0.isEmpty }
          leaveOut(others.joined(separator: ", "), at: line, "only a role was taken from its line")
        }
      default: add(cells.filter { !$0.isEmpty }.joined(separator: ": "), at: line)
      }
    }
  }

  /// Cells with a moment come first, whatever their column; the others tell what happened.
  private mutating func take(_ cells: [String], _ header: [String], at line: Int) {
    var moments: [String] = []
    var rest: [String] = []
    var ways: [String] = []
    var doers: [String] = []
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let name = header.indices.contains(index) ? header[index] : ""
      let isMoment = IncidentMoment.read(cell)?.rest.isEmpty == true
      if isMoment {
        moments.append(cell)
      } else if section == .told, ["how", "channel", "by"].contains(where: name.hasPrefix) {
        ways.append(cell.lowercased().hasPrefix("by ") ? cell : "by \(cell)")
      } else if section == .timeline,
        ["who", "by", "person", "actor"].contains(where: name.hasPrefix)
      {
        // “Sara Lindholm, front desk”
        let parts = cell.split(separator: ",", maxSplits: 1).map { String($0).trimmed() }
        let isRole = parts.count == 2 && note(role: parts[1], of: parts[0])
        doers.append(isRole ? parts[0] : cell)
      } else {
        rest.append(cell)
      }
    }
    var words =
      rest.joined(separator: section == .told ? " " : ": ") + ways.map { ", \($0)" }.joined()
    let done = doers.joined(separator: ", ")
    if !done.isEmpty { words += words.isEmpty ? done : IncidentText.doer + done }
    let whole = piece(moments.joined(separator: " ") + " – " + words, at: line)
    if section == .told { told(whole, at: line) } else { entry(whole, at: line) }
  }

  // MARK: People

  /// `Jonas Meijer – accounts`, `Jonas Meijer (accounts)`, `Accounts: Jonas Meijer`.
  mutating func person(_ words: String, at line: Int) {
    for mark in [" – ", " — ", " - ", ": ", " (", "., ", ", "] {
      guard let found = words.firstRange(of: mark) else { continue }
      let isNoted = note(
        role: String(words[found.upperBound...].drop { $0 == "(" }.prefix { $0 != ")" }),
        of: String(words[..<found.lowerBound]) + (mark.hasPrefix(".") ? "." : ""))
      if !isNoted { leaveOut(words, at: line, Self.noRole) }
      return
    }
    leaveOut(words, at: line, Self.noRole)
  }

  private static let noRole = "no name with a role is read from it"

  /// Whether words are a name: of several words, or of one that is no word for somebody or something.
  private static func isPerson(_ words: String) -> Bool {
    let lower = words.lowercased()
    return NameForm.isName(words)
      || (NameForm.isWord(words) && !PersonWords.isRole(words) && !PersonWords.isPlace(words)
        && !OrdinaryWords.all.contains(lower) && !OrdinaryWords.isCompound(lower))
  }

  private mutating func note(role: String, of name: String) -> Bool {
    var (role, name) = (role.trimmed(), name.trimmed())
    if !Self.isPerson(name), Self.isPerson(role) { swap(&role, &name) }
    guard Self.isPerson(name), !role.isEmpty, role.count <= 60,
      record.roles.count < IncidentRecord.maximumPeople
    else { return false }
    record.roles[name] = role
    return true
  }
}
