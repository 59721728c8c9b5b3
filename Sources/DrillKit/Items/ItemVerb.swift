// SPDX-License-Identifier: GPL-3.0-or-later

/// A verb that begins an item's heading, as tools for authors know it.
public struct ItemVerb: Sendable {
  private let kind: any ItemKind.Type

  /// The verb, as it is written.
  public var name: String { kind.verb }
  /// What it asks, in a sentence.
  public var meaning: String { kind.meaning }

  /// Every verb, by its letters.
  public static let all = ItemKinds.all.map(ItemVerb.init(kind:)).sorted { $0.name < $1.name }

  /// The verb of a name, spelt exactly so.
  public static func named(_ name: String) -> ItemVerb? {
    ItemKinds.kind(name).map(ItemVerb.init(kind:))
  }

  /// The settings that an item of this kind takes: the common ones and its own.
  public var settings: [SettingForm] {
    SettingForm.all.filter { form in
      if form.name == "within" { return !kind.hasOwnPace }
      return !ItemSettings.own.contains(form.name) || kind.settings.contains(form.name)
    }
  }

  /// The words that its list of foreseen answers may hold; empty where authors write answers of
  /// their own.
  public func foreseenWords(in book: PolicyBook) -> [String] { kind.foreseenWords(in: book) }
}
