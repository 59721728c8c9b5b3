// SPDX-License-Identifier: GPL-3.0-or-later

/// The list of kinds: a new kind is one new folder and one line here.
enum ItemKinds {
  static let all: [any ItemKind.Type] = [
    AcknowledgeKind.self,
    ChooseAllKind.self,
    ChooseKind.self,
    ClassifyKind.self,
    DecideKind.self,
    EscalateKind.self,
    EstimateKind.self,
    GrantKind.self,
    MatchKind.self,
    NotifyKind.self,
    OrderKind.self,
    RecordKind.self,
    RedactKind.self,
    ReplyKind.self,
    SpotKind.self,
  ]

  /// The verbs in the order of the list.
  static let verbs = all.map { $0.verb }

  /// The kind of a verb, spelt exactly so.
  static func kind(_ verb: String) -> (any ItemKind.Type)? { byVerb[verb] }

  private static let byVerb: [String: any ItemKind.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.verb, $0) })
}
