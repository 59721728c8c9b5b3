// SPDX-License-Identifier: GPL-3.0-or-later

/// Collects a response from typed lines: one line for most shapes, a line a cell or a field for
/// others. Console, plain mode, golden answers and tests all read answers through it.
public struct ResponseEntry: Sendable {
  /// What a line led to.
  public enum Outcome: Hashable, Sendable {
    /// More lines are needed.
    case more
    /// The response is complete.
    case done(Response)
    /// The line is no answer here; the sentence says what is expected.
    case misread(String)
  }

  private let shape: ResponseShape
  private let order: [String]
  private var values: [String] = []
  private var commands: [[String: String]] = []

  /// What to tell about the line taken last, though it was understood: words that stand several
  /// times and are hidden everywhere. Nil where there is nothing to tell.
  public private(set) var notice: String?

  /// An entry for an item as it was shown.
  public init(_ shape: ResponseShape, order: [String]) {
    self.shape = shape
    self.order = order
  }

  /// Whether a line was taken already.
  public var hasBegun: Bool { !values.isEmpty || !commands.isEmpty }

  /// What is asked now, where an answer has several lines.
  public var label: String? {
    switch shape {
    case .pairs(let pairs):
      guard let (row, column) = pairs.cell(values.count, order: order) else { return nil }
      return "\(values.count + 1) of \(pairs.cellCount): \(row.text.plain) — \(column.name)"
    case .fields(let fields):
      guard case .form = fields.form, fields.fields.indices.contains(values.count) else {
        return commands.isEmpty ? nil : "\(commands.count) noted; another, or “done”"
      }
      let field = fields.fields[values.count]
      return "\(values.count + 1) of \(fields.fields.count): \(field.name)"
        + (field.isOptional ? " (may stay empty)" : "")
    default: return nil
    }
  }

  /// What Tab offers now.
  public var candidates: [String] {
    switch shape {
    case .choices(let choices):
      if case .confirm(let phrase) = choices.selection { return [phrase] }
      return OptionFinder(choices.options, order: order).candidates
    case .order(let steps): return OptionFinder(steps.options, order: order).candidates
    case .pairs(let pairs):
      return pairs.cell(values.count, order: order)?.column.candidates ?? []
    case .fields(let fields):
      if case .form = fields.form {
        guard fields.fields.indices.contains(values.count) else { return [] }
        return fields.fields[values.count].candidates
      }
      return [fields.verb] + fields.fields.flatMap(\.candidates)
        + fields.fields.compactMap(\.keyword)
        + (fields.fields.contains(where: \.isMoment) ? Fields.momentWords : [])
    case .spans, .text, .number: return []
    }
  }

  /// Takes a typed line.
  public mutating func take(_ line: String) -> Outcome {
    notice = nil
    do throws(Misread) {
      return try read(line)
    } catch {
      return .misread(error.message)
    }
  }

  /// What was answered when the time was up: lines taken before, and the line that was being typed
  /// where it is an answer; nil where there is nothing.
  public func answered(typing line: String) -> Response? {
    var entry = self
    if !line.trimmed().isEmpty {
      if case .text = shape { return .text(line.trimmed()) }
      if case .done(let response) = entry.take(line) { return response }
    }
    guard entry.hasBegun else { return nil }
    switch shape {
    case .pairs(let pairs):
      let missing = max(0, pairs.cellCount - entry.values.count)
      return pairs.response(
        entry.values + Array(repeating: "", count: missing), order: order)
    case .fields(let fields):
      guard case .form = fields.form else { return .fields(entry.commands) }
      let named = zip(fields.fields.map(\.name), entry.values)
      return .fields([Dictionary(named, uniquingKeysWith: { first, _ in first })])
    case .choices, .order, .spans, .text, .number: return nil
    }
  }

  private mutating func read(_ line: String) throws(Misread) -> Outcome {
    switch shape {
    case .choices(let choices): return .done(try choices.read(line, order: order))
    case .order(let steps): return .done(try steps.read(line, order: order))
    case .pairs(let pairs):
      if values.isEmpty, let response = try pairs.readNamed(line) { return .done(response) }
      return try take(line, pairs)
    case .spans(.turns(let turns)): return .done(try turns.read(line))
    case .spans(.characters(let text)):
      let selection = try Spans.read(line, in: text)
      notice = selection.notice
      return .done(.spans(selection.ranges))
    case .text(let length): return .done(try length.read(line))
    case .fields(let fields): return try take(line, fields)
    case .number(let form): return .done(try form.read(line))
    }
  }

  private mutating func take(_ line: String, _ pairs: Pairs) throws(Misread) -> Outcome {
    // Every cell may come at once, separated by “;”.
    // Nothing is kept of a line of which a piece can't be read: it is typed once more.
    var read = values
    for piece in pieces(of: line, wanted: pairs.cellCount) {
      guard let (_, column) = pairs.cell(read.count, order: order) else { break }
      read.append(try pairs.read(piece, column: column))
    }
    values = read
    guard values.count >= pairs.cellCount else { return .more }
    return .done(pairs.response(values, order: order))
  }

  private mutating func take(_ line: String, _ fields: Fields) throws(Misread) -> Outcome {
    switch fields.form {
    case .command: return .done(.fields([try fields.readCommand(line)]))
    case .commands:
      let text = line.trimmed()
      let isEnd = text.isEmpty || ["done", "none"].contains(text.lowercased())
      // An empty line by mistake must not count as “none”.
      guard !isEnd || !commands.isEmpty || text.lowercased() == "none" else {
        throw Misread("Nothing is noted yet. Write a line as: \(fields.usage); or “none”.")
      }
      if isEnd { return .done(.fields(commands)) }
      var read: [[String: String]] = []
      for piece in text.split(separator: ";") { read.append(try fields.readCommand(String(piece))) }
      guard !read.isEmpty else { throw Misread("Write a line as: \(fields.usage)") }
      commands += read
      return text.contains(";") || commands.count >= 20 ? .done(.fields(commands)) : .more
    case .form:
      let read = pieces(of: line, wanted: fields.fields.count)
      let next = fields.fields.dropFirst(values.count)
      let count = line.split(separator: ";", omittingEmptySubsequences: false).count
      if read.count == 1, count > 1, let field = next.first {
        let counts = fields.miscount(count, in: line, left: next)
        // It may be one value that holds “;”.
        guard let value = try? fields.readValue(line, of: field) else { throw Misread(counts) }
        values.append(value)
        if next.count > 1 { notice = "All of it was taken for “\(field.name)”. \(counts)" }
      } else {
        values += try fields.readValues(read, of: next)
      }
      guard values.count >= fields.fields.count else { return .more }
      let named = zip(fields.fields.map(\.name), values)
      return .done(.fields([Dictionary(named, uniquingKeysWith: { first, _ in first })]))
    }
  }

  private func pieces(of line: String, wanted: Int) -> [String] {
    guard line.contains(";") else { return [line] }
    let pieces = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed() }
    // All that is still asked may come at once.
    return pieces.count == wanted - values.count ? pieces : [line]
  }
}

extension TextLength {
  /// Reads a reply; refuses one that is too short or too long.
  func read(_ line: String) throws(Misread) -> Response {
    let text = line.trimmed()
    guard text.utf8.count <= Rubric.maximumBytes else {
      throw Misread(
        "Your reply has \(text.utf8.count) bytes; at most \(Rubric.maximumBytes) are read. "
          + "Shorten it.")
    }
    // A dash on its own is no word, here as in the judge.
    let count = ReadableText(text).wordCount
    guard words.contains(count) else {
      throw Misread(
        "Your reply has \(count) \(count == 1 ? "word" : "words"); it needs \(words.lowerBound) to "
          + "\(words.upperBound).")
    }
    return .text(text)
  }
}

extension NumberAnswer {
  /// Reads a number, its unit left out or written after it.
  func read(_ line: String) throws(Misread) -> Response {
    guard let number = number(line) else {
      throw Misread(
        "“\(line.trimmed().shortened)” is no number. Type it in digits"
          + "\(unit.isEmpty ? "" : ", in \(unit)").")
    }
    return .number(number.description)
  }

  /// The number of a text, its unit left out or written after it.
  func number(_ line: String) -> DecimalNumber? {
    let text = line.trimmed()
    let lowered = text.lowercased()
    let name = names.first { !$0.isEmpty && lowered.hasSuffix($0) }
    return DecimalNumber(String(text.dropLast(name?.count ?? 0)))
  }

  /// The unit and what else it is called, the longest first.
  private var names: [String] {
    let own = unit.lowercased()
    let synonyms = [
      ["hours", "hour", "hrs", "h"], ["minutes", "minute", "mins", "min"], ["days", "day", "d"],
      ["seconds", "second", "sec", "s"], ["people", "persons", "person"],
    ]
    return synonyms.first { $0.contains(own) } ?? [own]
  }
}
