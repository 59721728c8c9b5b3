// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// One question to an author who begins a drill.
public struct NewDrillQuestion: Sendable {
  /// What is asked.
  public let words: String
  /// What can be picked by number or by word; empty where anything may be typed.
  public let options: [String]
  /// Takes an answer; a sentence where it can't be taken.
  public let take: @Sendable (String, inout NewDrill) -> String?

  /// The questions in order, with the curriculum's words.
  public static func all(competencies: [String], audiences: [String]) -> [NewDrillQuestion] {
    [
      free("What is the drill called?", 60, \.title),
      free("What is it about? One sentence, for the list of drills.", 200, \.summary),
      NewDrillQuestion(
        words: "Which duty does it train?", options: Duty.allCases.map(\.rawValue)
      ) { text, drill in
        guard let duty = Duty(rawValue: text) else {
          return "Type one number or one name."
            + suggestion(for: text, in: Duty.allCases.map(\.rawValue))
        }
        drill.duty = duty
        return nil
      },
      word("Who is it for?", audiences, \.audience),
      word("What do they learn?", competencies, \.competency),
      NewDrillQuestion(
        words: "What is the first scene called? (a few words, letters and digits)", options: []
      ) { text, drill in
        if let flaw = Slug.flaw(of: text) {
          return
            "A scene's title is linked to, and this one \(flaw). Use letters, digits and spaces."
        }
        guard text.count <= 60, !["end", "variants"].contains(text.lowercased()),
          Slug.of(text) != Slug.of(drill.title)
        else { return "Choose another title: that one is taken, or too long." }
        return set(text, 60, in: &drill) { $0.scene = text }
      },
      free("What happens there? One or two sentences.", 400, \.happening),
      free("What do you ask? A question.", 200, \.question),
      free("What is right? Something that one would do.", 200, \.right.answer),
      free("Why is it right?", 400, \.right.why),
      wrong("What do people do wrongly? Make it as likely as the right answer.", at: 0),
      whyWrong("Why is it wrong?", at: 0),
      wrong("And what else do they do wrongly?", at: 1),
      whyWrong("Why is that wrong?", at: 1),
    ]
  }

  private static func free(
    _ words: String, _ longest: Int, _ path: any WritableKeyPath<NewDrill, String> & Sendable
  ) -> NewDrillQuestion {
    NewDrillQuestion(words: words, options: []) { text, drill in
      set(text, longest, in: &drill) { $0[keyPath: path] = text }
    }
  }

  private static func word(
    _ words: String, _ options: [String], _ path: any WritableKeyPath<NewDrill, String> & Sendable
  ) -> NewDrillQuestion {
    NewDrillQuestion(words: words, options: options) { text, drill in
      let isWord =
        options.isEmpty
        ? !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
        : options.contains(text)
      guard isWord else {
        return "Pick one of the words; the curriculum has them."
          + suggestion(for: text, in: options)
      }
      drill[keyPath: path] = text
      return nil
    }
  }

  private static func wrong(_ words: String, at index: Int) -> NewDrillQuestion {
    NewDrillQuestion(words: words, options: []) { text, drill in
      let others = [drill.right.answer] + drill.wrong.prefix(index).map(\.answer)
      guard !others.contains(where: { $0.lowercased() == text.lowercased() }) else {
        return "That answer is there already. Nobody could tell the two apart."
      }
      return set(text, 200, in: &drill) {
        $0.wrong = Array($0.wrong.prefix(index)) + [.init(text)]
      }
    }
  }

  private static func whyWrong(_ words: String, at index: Int) -> NewDrillQuestion {
    NewDrillQuestion(words: words, options: []) { text, drill in
      set(text, 400, in: &drill) { $0.wrong[index].why = text }
    }
  }

  /// Sets what was typed, where the drill can hold it; otherwise a sentence says why not.
  private static func set(
    _ text: String, _ longest: Int, in drill: inout NewDrill, _ apply: (inout NewDrill) -> Void
  ) -> String? {
    if text.isEmpty { return "Type something, or “quit”." }
    if text.count > longest { return "That is longer than \(longest) characters. Say it shorter." }
    var tried = drill
    apply(&tried)
    if let flaw = tried.flaw { return "A drill can't hold that here. \(flaw)" }
    drill = tried
    return nil
  }
}
