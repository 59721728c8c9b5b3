// SPDX-License-Identifier: GPL-3.0-or-later

import DrillKit
import Library

/// Typed lines as answers to the questions of the project's drills: the first byte chooses the
/// question, each further line is typed.
enum EntryTarget {
  /// A question of a drill, and what judges its answers.
  private struct Question: Sendable {
    let content: any ItemContent
    let situation: Situation
  }

  private static let questions: [Question] = {
    let silent = Diagnostics()
    let drills = LibraryFolder("Drills").files(diagnostics: silent).flatMap { file -> [Drill] in
      let bytes = LibraryFolder.bytes(of: file.path, diagnostics: silent) ?? []
      return DrillReader.read(file: file.path, bytes: bytes, diagnostics: silent)
    }
    return drills.flatMap { drill -> [Question] in
      let script = Script(
        drill: drill, policies: DrillTarget.policies.selecting(drill.header.policies))
      return drill.scenes.flatMap { scene in
        scene.items.compactMap { item in
          script.situation(
            at: AttemptState.Position(scene: scene.slug, item: item.id), passed: 0
          ).map { Question(content: item.content, situation: $0) }
        }
      }
    }
  }()

  @Sendable static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first, !questions.isEmpty else { return }
    let question = questions[Int(first) % questions.count]
    let shape = question.content.shape(in: question.situation)
    var entry = ResponseEntry(shape, order: [])
    let typed = String(decoding: bytes.dropFirst(), as: UTF8.self)
    for line in typed.split(separator: "\n", omittingEmptySubsequences: false).prefix(64) {
      _ = entry.label
      _ = entry.candidates
      switch entry.take(String(line)) {
      case .done(let response):
        _ = shape.words(for: response)
        let judgement = question.content.judge(response, in: question.situation)
        Fuzz.expect(
          judgement.credit == question.content.judge(response, in: question.situation).credit,
          "one answer is judged in two ways")
        entry = ResponseEntry(shape, order: [])
      case .misread(let message): Fuzz.expect(!message.isEmpty, "a refusal says nothing")
      default: continue
      }
    }
  }
}
