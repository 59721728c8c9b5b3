// SPDX-License-Identifier: GPL-3.0-or-later

import Authoring

/// Any bytes as a drill's or a policy's file, laid out: once is enough, and nothing but the layout
/// changes.
enum LayoutTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    switch Layout.of(file: "any.md", bytes: bytes) {
    case .unchanged: break
    case .unreadable(let findings):
      Fuzz.expect(!findings.isEmpty, "a text is left alone, and nothing says why")
    case .unproven(let fault): Fuzz.expect(false, "\(fault)")
    case .changed(let once):
      guard case .unchanged = Layout.of(file: "any.md", bytes: once) else {
        return Fuzz.expect(false, "a second time changes more")
      }
    }
  }
}
