// SPDX-License-Identifier: GPL-3.0-or-later

internal import CYaml

/// Reads one YAML mapping through libyaml's events.
///
/// Events carry places, and an alias is an event of its own: it is refused when it is met, so that
/// a text built to expand without end never expands at all.
struct YAMLReader {
  private let name: FileName
  private let yaml: String
  /// Lines of the file before the YAML's first.
  private let lineOffset: Int
  private let diagnostics: Diagnostics
  /// libyaml keeps a pointer to its parser, so the parser must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// What one event says, copied out of libyaml's memory.
  private enum Event {
    case scalar(String, Place)
    case sequenceStart(Place)
    case mappingStart(Place)
    case end
    case documentStart(Place)
    case documentEnd
    case other
    case streamEnd
  }

  /// Reading stops at the first finding that leaves the rest without meaning.
  private struct Stop: Error {}

  /// The top mapping's entries of YAML that starts `lineOffset` lines into a file; nil, with errors
  /// reported, where the text is none.
  static func mapping(
    of yaml: String, file: String, lineOffset: Int, diagnostics: Diagnostics
  ) -> [FrontMatter.Entry]? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else { return nil }
    defer { yaml_parser_delete(parser) }
    let reader = YAMLReader(
      name: FileName(file), yaml: yaml, lineOffset: lineOffset, diagnostics: diagnostics,
      parser: parser)
    return Array(yaml.utf8).withUnsafeBufferPointer { buffer in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      return try? reader.document()
    }
  }

  private func document() throws(Stop) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry]?
    while true {
      switch try next() {
      case .documentStart(let place):
        guard entries == nil else {
          throw stop(.yamlMachinery, place, "The front matter is one document. Delete this line.")
        }
      case .mappingStart:
        entries = try pairs(depth: 1)
      case .scalar(_, let place), .sequenceStart(let place):
        throw stop(
          .noMapping, place, "The front matter holds keys and values, one a line: “key: value”.")
      case .streamEnd:
        guard let entries else {
          throw stop(
            .noMapping, place(line: 0, column: 0),
            "The front matter is empty. Write its keys, one a line: “key: value”.")
        }
        return entries
      case .end, .documentEnd, .other: continue
      }
    }
  }

  private func pairs(depth: Int) throws(Stop) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    var seen: [String: Place] = [:]
    while true {
      switch try next() {
      case .end: return entries
      case .scalar(let key, let place):
        let value = try value(try next(), depth: depth)
        if let first = seen[key] {
          diagnostics.report(
            .duplicateKey, at: place,
            "The key “\(key)” stands in line \(first.line) already. Delete one of the two.")
        } else {
          seen[key] = place
          entries.append(FrontMatter.Entry(key: key, place: place, value: value))
        }
      case .sequenceStart(let place), .mappingStart(let place):
        throw stop(.wrongType, place, "A key is one word. Write “key: value”.")
      default: throw Stop()
      }
    }
  }

  private func value(_ event: Event, depth: Int) throws(Stop) -> FrontMatter.Value {
    switch event {
    case .scalar(let text, let place): return FrontMatter.Value(kind: .scalar(text), place: place)
    case .sequenceStart(let place):
      try checkDepth(depth, at: place)
      var values: [FrontMatter.Value] = []
      while true {
        let event = try next()
        if case .end = event { break }
        values.append(try value(event, depth: depth + 1))
      }
      return FrontMatter.Value(kind: .list(values), place: place)
    case .mappingStart(let place):
      try checkDepth(depth, at: place)
      return FrontMatter.Value(kind: .mapping(try pairs(depth: depth + 1)), place: place)
    default: throw Stop()
    }
  }

  private func checkDepth(_ depth: Int, at place: Place) throws(Stop) {
    guard depth >= SourceText.maximumDepth else { return }
    throw stop(
      .nestedTooDeep, place, "Nested more than \(SourceText.maximumDepth) deep. Write it flatter.")
  }

  // MARK: Events

  private func next() throws(Stop) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    let here = place(line: event.start_mark.line, column: event.start_mark.column)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, at: here)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(try checked(String(decoding: bytes, as: UTF8.self), at: here), here)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try refuse(anchor: start.anchor, tag: start.tag, at: here)
      return .sequenceStart(here)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try refuse(anchor: start.anchor, tag: start.tag, at: here)
      return .mappingStart(here)
    case YAML_ALIAS_EVENT:
      throw stop(
        .yamlMachinery, here, "“*” refers to an anchor here. Write the value out, or in quotes.")
    case YAML_DOCUMENT_START_EVENT:
      let start = event.data.document_start
      guard start.version_directive == nil, start.tag_directives.start == start.tag_directives.end
      else {
        throw stop(.yamlMachinery, here, "Lines that begin with “%” are not used. Delete them.")
      }
      return .documentStart(here)
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_STREAM_END_EVENT: return .streamEnd
    default: return .other
    }
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?,
    at place: Place
  ) throws(Stop) {
    if anchor != nil {
      throw stop(
        .yamlMachinery, place, "“&” makes an anchor here. Write the value out, or in quotes.")
    }
    if tag != nil {
      throw stop(.yamlMachinery, place, "“!” makes a tag here. Delete it, or write quotes.")
    }
  }

  private func checked(_ text: String, at place: Place) throws(Stop) -> String {
    guard let found = ForbiddenScalar.first(in: text) else { return text }
    throw stop(
      .decodedCharacter, place,
      "An escape in this value decodes to \(found.kind.name), which is not allowed. Delete it.")
  }

  private func place(line: Int, column: Int) -> Place {
    Place(name, line: line + 1 + lineOffset, column: column + 1)
  }

  private func stop(_ rule: Rule, _ place: Place, _ message: String) -> Stop {
    diagnostics.report(rule, at: place, message)
    return Stop()
  }

  private func syntaxError() -> Stop {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let mark = parser.pointee.problem_mark
    if let open = YAMLProblem.opening(in: yaml, through: Int(mark.line)) {
      return stop(
        .yamlSyntax, place(line: open.line, column: open.column),
        open.isQuote
          ? "A quotation mark opens here and is not closed in this line. Close it where the value "
            + "ends, or take it away."
          : "A bracket opens here and is not closed before the next key. Close it: “[one, two]”.")
    }
    if let slip = YAMLProblem.unspaced(in: yaml, near: Int(mark.line)) {
      return stop(
        .yamlSyntax, place(line: slip.line, column: slip.key.count + 1),
        "A space is missing behind the colon. Write “\(slip.key): \(slip.value.shortened)”.")
    }
    return stop(
      .yamlSyntax, place(line: Int(mark.line), column: Int(mark.column)),
      YAMLProblem.plainWords(problem))
  }
}
