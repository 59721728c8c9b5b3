// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// An answer's event as JSON, in the very bytes that `EventEncoder` writes, in a third of its time.
///
/// Somebody waits while an answer is written, and `Encodable` asks a container for each of its
/// hundred values. The other events are rare, and are written by `EventEncoder`. A test compares
/// the two on answers of every shape.
struct AnswerJSON {
  /// The record of an answer. Its fields stand in the order of their names.
  static func bytes(at: Instant, _ answer: AttemptEvent.Answered) -> [UInt8] {
    var json = AnswerJSON()
    json.object {
      $0.field("answered") { $0.object { $0.write(answer) } }
      $0.field("at", at.description)
      $0.field("v", AttemptRecord.version)
    }
    return json.bytes
  }

  private var bytes: [UInt8] = []
  /// Whether a member or element was written, so that a comma comes before the next.
  private var needsComma = false

  private init() { bytes.reserveCapacity(2048) }

  // MARK: The answer

  private mutating func write(_ answer: AttemptEvent.Answered) {
    field("attempt", answer.attempt)
    field("chosen", answer.chosen)
    field("coach", answer.coach)
    field("competency", answer.competency)
    field("confidence", answer.confidence?.rawValue)
    field("credit", answer.credit.rawValue)
    field("critical") {
      $0.array(answer.critical) { json, failure in
        json.object {
          $0.field("kind", failure.kind.rawValue)
          $0.field("what", failure.what)
        }
      }
    }
    field("injects") { $0.array(answer.injects) { $0.append($1) } }
    field("isFinal", answer.isFinal)
    field("item", answer.item)
    field("judge", answer.judge)
    field("minutes", answer.minutes)
    if let next = answer.next {
      field("next") {
        $0.object {
          $0.field("item", next.item)
          $0.field("scene", next.scene)
          $0.field("scenes", next.scenes)
        }
      }
    }
    field("passed", answer.passed)
    field("points", answer.points)
    field("remarks") {
      $0.array(answer.remarks) { json, remark in
        json.object {
          $0.field("clause", remark.clause)
          $0.field("kind", remark.kind.rawValue)
          $0.field("speaker", remark.speaker)
          $0.field("text", remark.text)
        }
      }
    }
    field("response") { $0.write(answer.response) }
    field("scene", answer.scene)
    field("shape", answer.shape)
    field("timedOut", answer.timedOut)
    field("verb", answer.verb)
  }

  /// A response under its shape's name, as the compiler writes an enumeration.
  private mutating func write(_ response: Response) {
    switch response {
    case .choices(let letters): value("choices") { $0.array(letters) { $0.append($1) } }
    case .order(let letters): value("order") { $0.array(letters) { $0.append($1) } }
    case .pairs(let rows):
      value("pairs") { $0.array(rows) { $0.array($1) { $0.append($1) } } }
    case .flags(let flags):
      value("flags") {
        $0.array(flags) { json, flag in
          json.object {
            $0.field("at", flag.at)
            $0.field("line", flag.line)
          }
        }
      }
    case .spans(let spans):
      value("spans") {
        $0.array(spans) { $0.array([$1.lowerBound, $1.upperBound]) { $0.append($1) } }
      }
    case .text(let text): value("text") { $0.append(text) }
    case .fields(let records):
      value("fields") {
        $0.array(records) { json, record in
          json.object {
            for (name, text) in record.sorted(by: { $0.key < $1.key }) {
              $0.field(named: name, text)
            }
          }
        }
      }
    case .number(let text): value("number") { $0.append(text) }
    case .none: object { $0.field("none") { $0.object { _ in } } }
    }
  }

  /// A case with its only value.
  private mutating func value(_ name: StaticString, _ write: (inout Self) -> Void) {
    object { $0.field(name) { $0.object { $0.field("_0", write) } } }
  }

  // MARK: JSON

  private mutating func object(_ write: (inout Self) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    write(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  private mutating func array<Element>(
    _ elements: [Element], _ write: (inout Self, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// A field of a name that needs no escape.
  @inline(__always)
  private mutating func field(_ name: StaticString, _ write: (inout Self) -> Void) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    write(&self)
    needsComma = true
  }

  /// A field of a name that an author gave.
  private mutating func field(named name: String, _ text: String) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    append(name)
    bytes.append(UInt8(ascii: ":"))
    append(text)
    needsComma = true
  }

  private mutating func append(_ text: String) { JSONString.append(text, to: &bytes) }
  private mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  private mutating func field(_ name: StaticString, _ text: String) {
    field(name) { $0.append(text) }
  }
  private mutating func field(_ name: StaticString, _ number: Int) {
    field(name) { $0.append(number) }
  }

  private mutating func field(_ name: StaticString, _ flag: Bool) {
    field(name) { $0.bytes.append(contentsOf: (flag ? "true" : "false").utf8) }
  }

  /// A field that is left out where there is no value.
  private mutating func field(_ name: StaticString, _ text: String?) {
    if let text { field(name, text) }
  }

  private mutating func field(_ name: StaticString, _ texts: [String]) {
    field(name) { $0.array(texts) { $0.append($1) } }
  }
}
