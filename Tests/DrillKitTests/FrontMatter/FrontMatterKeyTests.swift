// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import DrillKit

/// The table of keys says what the readers do: it is what completion and the JSON Schema go by.
@Suite("Keys of the front matter")
struct FrontMatterKeyTests {
  private typealias Values = [String: String]

  /// A value that a key takes.
  private static func value(of key: FrontMatterKey) -> String {
    switch key.form {
    case .text: ["acknowledge": "once", "lang": "pt-BR"][key.name] ?? "some-words"
    case .identifier: "an-id"
    case .word(let words): words[0]
    case .whole(let range): "\(range.lowerBound)"
    case .percent: "80%"
    case .texts: "[one, two]"
    case .date: "2030-01-31"
    case .settings: "\n  points: 2"
    }
  }

  private static func codes(_ keys: [FrontMatterKey], _ values: Values) throws -> [String] {
    let lines = keys.compactMap { key in values[key.name].map { "\(key.name): \($0)" } }
    let rest = values.keys.filter { name in !keys.contains { $0.name == name } }
      .map { "\($0): \(values[$0] ?? "")" }
    let text = (["---"] + lines + rest + ["---", "", "# some-words", ""]).joined(separator: "\n")
    let diagnostics = Diagnostics()
    let source = try #require(
      SourceText(file: "a.md", bytes: Array(text.utf8), diagnostics: diagnostics))
    if keys == FrontMatterKey.drill {
      _ = DrillFront(source, diagnostics: diagnostics)
    } else {
      _ = Policy.read(source, diagnostics: diagnostics)
    }
    return diagnostics.sorted.map(\.rule.code)
  }

  private static func all(_ keys: [FrontMatterKey]) -> Values {
    Dictionary(uniqueKeysWithValues: keys.map { ($0.name, value(of: $0)) })
  }

  @Test("all keys with values that do are read without a finding")
  func sound() throws {
    for keys in [FrontMatterKey.drill, FrontMatterKey.policy] {
      #expect(try Self.codes(keys, Self.all(keys)) == [])
    }
  }

  @Test("a key is missed where it is required, and only there; the table has every key")
  func required() throws {
    for keys in [FrontMatterKey.drill, FrontMatterKey.policy] {
      for key in keys {
        var values = Self.all(keys)
        values[key.name] = nil
        #expect(try Self.codes(keys, values) == (key.isRequired ? ["F008"] : []), "\(key.name)")
      }
      var more = Self.all(keys)
      more["another"] = "x"
      #expect(try Self.codes(keys, more) == ["F007"])
      // The message about an unknown key lists those that the reader asked for.
      let diagnostics = Diagnostics()
      let text = "---\nanother: x\n---\n\n# A\n"
      let source = try #require(
        SourceText(file: "a.md", bytes: Array(text.utf8), diagnostics: diagnostics))
      if keys == FrontMatterKey.drill {
        _ = DrillFront(source, diagnostics: diagnostics)
      } else {
        _ = Policy.read(source, diagnostics: diagnostics)
      }
      let message = try #require(diagnostics.sorted.first { $0.rule.code == "F007" }?.message)
      let listed = try #require(message.split(separator: "Known keys: ").last).dropLast()
      #expect(
        Set(listed.split(separator: ", ").map(String.init)) == Set(keys.map(\.name)), "\(message)")
    }
  }

  @Test("every word of a list and both ends of a range are taken, and what lies beside is not")
  func forms() throws {
    for keys in [FrontMatterKey.drill, FrontMatterKey.policy] {
      for key in keys {
        var good: [String] = []
        var bad: [String] = []
        switch key.form {
        case .word(let words): (good, bad) = (words, ["nonsense"])
        case .whole(let range):
          good = ["\(range.lowerBound)", "\(range.upperBound)"]
          bad = ["\(range.lowerBound - 1)", "\(range.upperBound + 1)", "many"]
        case .percent: (good, bad) = (["0", "100", "80 %"], ["101", "-1", "much"])
        case .identifier(let length):
          let long = String(repeating: "a", count: length)
          (good, bad) = (["a", long, "a-1"], [long + "a", "A", "1a", "a_b"])
        case .texts: (good, bad) = (["one", "[]", "[one]"], ["[[one]]", "\n  a: b"])
        case .date: (good, bad) = (["2024-02-29"], ["2030-02-30", "tomorrow"])
        case .text: bad = ["[a]"]
        case .settings: (good, bad) = (["\n  within: 45 s"], ["\n  id: a", "x"])
        }
        for (values, isGood) in [(good, true), (bad, false)] {
          for value in values {
            var changed = Self.all(keys)
            changed[key.name] = value
            #expect(
              try Self.codes(keys, changed).isEmpty == isGood, "\(key.name): \(value)")
          }
        }
      }
    }
  }

  @Test("the settings that tools offer are those of the language")
  func settings() throws {
    #expect(SettingForm.all.map(\.name) == ItemSettings.names)
    for form in SettingForm.all {
      var settings = ItemSettings()
      #expect(try settings.apply(form.example) == form.name)
    }
    for form in SettingForm.marks {
      var marks = Marks()
      try marks.apply(form.example)
      #expect(!marks.isEmpty && marks.own.isEmpty, "\(form.example)")
    }
    #expect(Set(SettingForm.labels.map(\.name)) == Set(PartReader.labels).subtracting(["Use"]))
  }
}
