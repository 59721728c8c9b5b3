// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Testing

/// Keeps the plan of the house that CONTRIBUTING draws: arrows run one way, between targets and
/// between DrillKit's folders, and each room does only what belongs in it.
@Suite("The house")
struct HouseTests {
  private struct Source {
    let path: String
    let target: String
    let folder: String
    let text: String

    /// The text without comments.
    var code: String {
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in
          line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line)
        }
        .joined(separator: "\n")
    }

    /// The modules that it imports.
    var imports: [String] {
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index <= 1, words.count == index + 2
        else {
          return nil
        }
        return String(words[index + 1])
      }
    }

    /// The types that it declares at the outermost level and that others can name.
    var declaredTypes: [String] {
      text.split(separator: "\n").compactMap { line in
        guard line.first?.isWhitespace == false, !line.hasPrefix("private "),
          !line.hasPrefix("fileprivate ")
        else { return nil }
        let words = line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") })
          .map(String.init)
        let kinds: Set<String> = ["struct", "enum", "class", "protocol"]
        guard let index = words.firstIndex(where: kinds.contains), index < 3,
          index + 1 < words.count
        else { return nil }
        return words[index + 1]
      }
    }

    /// The types that it declares within others.
    var nestedTypes: [String] {
      text.split(separator: "\n").compactMap { line in
        guard line.first?.isWhitespace == true else { return nil }
        let words = line.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") })
          .map(String.init)
        let kinds: Set<String> = ["struct", "enum", "class", "case"]
        guard let index = words.firstIndex(where: kinds.contains), index < 3,
          index + 1 < words.count
        else { return nil }
        return words[index + 1]
      }
    }

    /// The code with the contents of string literals taken out.
    private var codeWithoutLiterals: String {
      code.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
          .filter { $0.offset % 2 == 0 }.map { String($0.element) }.joined()
      }.joined(separator: "\n")
    }

    /// Words in its code that could be names of types.
    var usedNames: Set<String> {
      Set(
        codeWithoutLiterals.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") })
          .map(String.init).filter { $0.first?.isUppercase == true })
    }
  }

  private static let root = String(
    String(#filePath).dropLast("/Tests/DrillKitTests/HouseTests.swift".count))

  private static let sources: [Source] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: root + "/Sources")) ?? []
    return names.sorted().compactMap { name -> Source? in
      guard name.hasSuffix(".swift"),
        let data = FileManager.default.contents(atPath: root + "/Sources/" + name)
      else { return nil }
      let parts = name.split(separator: "/").map(String.init)
      return Source(
        path: name, target: parts[0], folder: parts.count > 2 ? parts[1] : "",
        text: String(decoding: data, as: UTF8.self))
    }
  }()

  /// Each target and the targets of ours that it may import.
  private static let mayImport: [String: Set<String>] = [
    "DrillKit": [],
    "Ledger": ["DrillKit"],
    "Library": ["DrillKit"],
    "Authoring": ["DrillKit", "Library"],
    "Reports": ["DrillKit", "Ledger"],
    "Console": ["DrillKit", "Ledger", "Library"],
    "drillhall": ["DrillKit", "Ledger", "Library", "Authoring", "Reports", "Console"],
  ]

  /// What each target may import from the system.
  private static let system: [String: Set<String>] = [
    "DrillKit": ["CCmarkGFM", "CYaml", "CStemmer", "Synchronization"],
    "Ledger": ["CSQLite", "CSodium", "Glibc", "FoundationEssentials", "Synchronization"],
    "Library": ["Glibc", "Synchronization"],
    "Authoring": ["FoundationEssentials"],
    "Reports": ["Glibc"],
    "Console": ["CReadline", "Glibc"],
    "drillhall": ["ArgumentParser", "Glibc"],
  ]

  /// DrillKit's folders from the ground up: each may use those before it.
  private static let folders = [
    "Source", "Markdown", "ScenarioTime", "FrontMatter", "Policy", "Composition", "Snippets",
    "Scoring",
    "Responses", "Language", "Items", "Reading", "Translation", "Attempt", "Checks",
  ]

  @Test("targets import only what lies below them")
  func imports() {
    #expect(Self.sources.count > 100)
    for source in Self.sources {
      let allowed = (Self.mayImport[source.target] ?? []).union(Self.system[source.target] ?? [])
      for name in source.imports {
        #expect(allowed.contains(name), "\(source.path) imports \(name)")
      }
    }
  }

  @Test("every folder of DrillKit is in the plan")
  func plan() {
    let found = Set(Self.sources.filter { $0.target == "DrillKit" }.map(\.folder))
    #expect(found == Set(Self.folders))
  }

  @Test("DrillKit's folders use only those below them")
  func arrows() {
    let kit = Self.sources.filter { $0.target == "DrillKit" }
    var home: [String: Set<Int>] = [:]
    for source in kit {
      guard let level = Self.folders.firstIndex(of: source.folder) else { continue }
      for name in source.declaredTypes { home[name, default: []].insert(level) }
    }
    for source in kit {
      guard let level = Self.folders.firstIndex(of: source.folder) else { continue }
      let nested = Set(kit.filter { $0.folder == source.folder }.flatMap(\.nestedTypes))
      for name in source.usedNames.subtracting(nested) {
        guard let levels = home[name], let lowest = levels.min() else { continue }
        #expect(
          lowest <= level,
          "\(source.path) uses \(name) of \(Self.folders[lowest]), which lies above")
      }
    }
  }

  @Test("only the terminal layer knows escapes")
  func escapes() {
    for source in Self.sources where !source.path.hasPrefix("Console/Terminal/") {
      for escape in ["\\u{1B}", "\\u{1b}", "\\e["] {
        #expect(!source.text.contains(escape), "\(source.path) has an escape")
      }
    }
  }

  @Test("nothing outside Items switches on kinds")
  func kinds() {
    let verbs = ["\"Choose\"", "\"Reply\"", "\"Escalate\"", "\"Spot\"", "\"Redact\"", "\"Order\""]
    for source in Self.sources where !(source.target == "DrillKit" && source.folder == "Items") {
      for verb in verbs { #expect(!source.text.contains(verb), "\(source.path) knows \(verb)") }
    }
  }

  @Test("every file has its licence, and none is too long to read")
  func files() {
    for source in Self.sources {
      #expect(
        source.text.hasPrefix("// SPDX-License-Identifier: GPL-3.0-or-later\n"), "\(source.path)")
      let lines = source.text.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(lines <= 400, "\(source.path) has \(lines) lines")
    }
  }

  @Test("nothing that input can reach ends the program")
  func traps() {
    for source in Self.sources {
      for word in ["try!", "as!", "fatalError(", "preconditionFailure("] {
        #expect(!source.code.contains(word), "\(source.path) has \(word)")
      }
    }
  }
}
