// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// A message (SARIF 2.1.0, section 3.11) or a text in two forms (3.12), whose words are meant as they
/// stand.
struct SARIFText: Encodable {
  let text: String
  let markdown: String?

  init(_ words: String, markdown: String? = nil) {
    text = Self.withoutPlaceholders(Self.withoutLinks(words))
    self.markdown = markdown.map(Self.withoutPlaceholders)
  }

  /// A brace alone would begin or end a placeholder (3.11.5), in either form.
  private static func withoutPlaceholders(_ words: String) -> String {
    words.replacing("{", with: "{{").replacing("}", with: "}}")
  }

  /// What looks like a link would be one (3.11.6): brackets with a backslash are brackets.
  private static func withoutLinks(_ words: String) -> String {
    words.replacing(/\[([^\[\]]*)\]\(/) { "\\[\($0.output.1)\\](" }
  }
}

/// The program and all of its rules (3.18, 3.19).
struct SARIFTool: Encodable {
  struct Driver: Encodable {
    let name = "drillhall"
    let version: String
    let semanticVersion: String
    let rules: [Descriptor]
  }

  /// A rule (3.49).
  struct Descriptor: Encodable {
    struct Configuration: Encodable {
      let level: Severity
    }

    let id: String
    let shortDescription: SARIFText
    let fullDescription: SARIFText
    let help: SARIFText
    let defaultConfiguration: Configuration

    init(_ rule: Rule) {
      let entry = CodeBook.entry(rule.code)
      let meaning = entry?.meaning ?? rule.title
      id = rule.code
      shortDescription = SARIFText(
        "\(rule.title.prefix(1).uppercased())\(rule.title.dropFirst()).")
      fullDescription = SARIFText(meaning)
      help = SARIFText(
        "\(meaning) What to do: \(entry?.remedy ?? "")", markdown: CodeBook.section(rule))
      defaultConfiguration = Configuration(level: rule.severity)
    }
  }

  let driver: Driver

  init(version: String) {
    driver = Driver(
      version: version, semanticVersion: version, rules: CodeBook.rules.map(Descriptor.init))
  }
}

/// A finding (3.27).
struct SARIFResult: Encodable {
  struct Location: Encodable {
    let physicalLocation: Physical
  }

  struct Physical: Encodable {
    let artifactLocation: SARIFLocation.Artifact
    let region: SARIFRegion
  }

  let ruleId: String
  let ruleIndex: Int?
  let level: Severity
  let message: SARIFText
  let locations: [Location]
  let partialFingerprints: [String: String]
  let fixes: [SARIFFix]?
}

/// How a run ended (3.20).
struct SARIFInvocation: Encodable {
  /// What went wrong (3.58).
  struct Notification: Encodable {
    let level = Severity.error
    let message: SARIFText
  }

  let exitCode: Int
  let executionSuccessful: Bool
  var toolConfigurationNotifications: [Notification]?
}
