// SPDX-License-Identifier: GPL-3.0-or-later

/// A value that records hold as the text that it is written as.
public protocol CodedAsText: Codable, LosslessStringConvertible {
  /// What such a text is, as the error names it: `date of the form YYYY-MM-DD`.
  static var textForm: String { get }
}

extension CodedAsText {
  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "“\(text)” is no \(Self.textForm).")
    }
    self = value
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
