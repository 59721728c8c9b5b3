// SPDX-License-Identifier: GPL-3.0-or-later

/// A reader of RFC 4180 that knows nothing of the writer: bytes in, rows of fields out.
struct PlainCSVReader {
  /// What is no RFC 4180.
  struct Broken: Error, Equatable { let at: Int }

  /// All rows; a line end after the last is optional.
  static func rows(_ bytes: [UInt8]) throws -> [[String]] {
    let (quote, comma, cr, lf) = (UInt8(0x22), UInt8(0x2C), UInt8(0x0D), UInt8(0x0A))
    var rows: [[String]] = []
    var row: [String] = []
    var at = 0
    while at < bytes.count {
      var field: [UInt8] = []
      if bytes[at] == quote {
        at += 1
        while true {
          guard at < bytes.count else { throw Broken(at: at) }
          if bytes[at] == quote {
            at += 1
            guard at < bytes.count, bytes[at] == quote else { break }
          }
          field.append(bytes[at])
          at += 1
        }
      } else {
        while at < bytes.count, bytes[at] != comma, bytes[at] != cr {
          guard bytes[at] != quote, bytes[at] != lf else { throw Broken(at: at) }
          field.append(bytes[at])
          at += 1
        }
      }
      row.append(String(decoding: field, as: UTF8.self))
      if at == bytes.count { break }
      if bytes[at] == comma {
        at += 1
        if at == bytes.count { row.append("") }
        continue
      }
      guard bytes[at] == cr, at + 1 < bytes.count, bytes[at + 1] == lf else {
        throw Broken(at: at)
      }
      at += 2
      rows.append(row)
      row = []
    }
    if !row.isEmpty { rows.append(row) }
    return rows
  }
}
