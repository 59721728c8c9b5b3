// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit
public import Ledger
public import Library

extension AttemptLog.BoundContent {
  /// The drill as the attempt was bound to it, ready to be played, or what keeps it from that.
  public func playable() -> Result<DrillLibrary.Playable, Unplayable> {
    var sources: [String: DrillLibrary.SourceFile] = [:]
    for policy in policies {
      sources[policy.name] = .init(path: policy.name, bytes: policy.bytes)
    }
    return DrillLibrary.playable(.init(path: drill.name, bytes: drill.bytes), policies: sources)
  }
}

extension DrillLibrary.Playable {
  /// What an attempt in a variant, counted from 0, is played from; nil where there is none.
  public func script(variant: Int) -> Script? {
    guard variants.indices.contains(variant) else { return nil }
    return Script(drill: variants[variant], policies: policies)
  }

  /// What each variant is played from, in order.
  public var scripts: [Script] { variants.map { Script(drill: $0, policies: policies) } }

  /// The bytes, as a store keeps them.
  public var content: [Content] {
    [Content(kind: "drill", name: source.path, bytes: source.bytes)]
      + policySources.values.sorted { $0.path < $1.path }.map {
        Content(kind: "policy", name: $0.path, bytes: $0.bytes)
      }
  }
}
