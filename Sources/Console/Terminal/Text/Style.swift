// SPDX-License-Identifier: GPL-3.0-or-later

/// How a run of text is shown. A style never carries a meaning alone: where colour is off, the
/// words must say the same, so callers write "right" or "wrong" and style it as well.
public enum Style: String, Sendable, Hashable, CaseIterable {
  /// Ordinary text.
  case plain
  /// Text that must not be missed.
  case strong
  /// Text beside the point.
  case dim
  /// The title of a drill or a scene.
  case heading
  /// Something done well.
  case good
  /// Something done badly.
  case bad
  /// Something to look out for.
  case warning
  /// The name of somebody who speaks.
  case speaker
  /// Text to be typed or read letter by letter.
  case code
  /// The prompt of the console.
  case prompt

  /// The parameters of the "select graphic rendition" sequence (ECMA-48, 8.3.117), or nil.
  var rendition: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .dim: "2"
    case .heading: "1;4"
    case .good: "32"
    case .bad: "31"
    case .warning: "33"
    case .speaker: "1;36"
    case .code: "36"
    case .prompt: "1"
    }
  }
}
