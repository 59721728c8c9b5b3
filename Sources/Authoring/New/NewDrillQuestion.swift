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
  /// Whether it is asked, after what was said so far.
  public var isAsked: @Sendable (NewDrill) -> Bool = { _ in true }

  /// The questions in order, with the curriculum's words.
  public static func all(competencies: [String], audiences: [String]) -> [NewDrillQuestion] {
    [
      free("What is the drill called?", 60, \.title),
      free("What is it about? One sentence, for the list of drills.", 200, \.summary),
      NewDrillQuestion(
        words: "Which duty does it train?", options: Duty.allCases.map(\.rawValue)
      ) { text, drill in
        switch meant(by: text, in: Duty.allCases.map(\.rawValue)) {
        case .success(let word): drill.duty = Duty(rawValue: word) ?? drill.duty
        case .failure(let misread): return misread.message
        }
        return nil
      },
      word("Who is it for? Several with commas.", audiences, \.audience),
      word("What do they learn? Several with commas.", competencies, \.competency),
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
      wrong("And what else do they do wrongly? “none” where there is nothing.", at: 1),
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
      var words: [String] = []
      for piece in text.split(separator: ",").map({ $0.trimmed() }) where !piece.isEmpty {
        guard !options.isEmpty else {
          guard piece.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") }) else {
            return "“\(piece.shortened)” is no word of a curriculum: letters and “-” only."
          }
          words.append(piece)
          continue
        }
        switch meant(by: piece, in: options) {
        case .success(let word): if !words.contains(word) { words.append(word) }
        case .failure(let misread): return misread.message
        }
      }
      guard !words.isEmpty else {
        return "Type one of the words, or several with commas between them; “back” or “quit”."
      }
      drill[keyPath: path] = words.joined(separator: ", ")
      return nil
    }
  }

  /// The word that is meant: a number, a beginning, spaces for hyphens; a word that is nearly typed is
  /// named.
  private static func meant(by text: String, in words: [String]) -> Result<String, Misread> {
    let typed = text.trimmed().replacing(" ", with: "-")
    return DrillKit.meant(by: typed, among: words).mapError {
      Misread($0.message + suggestion(for: typed, in: words))
    }
  }

  /// Answers to what else goes wrong that say that nothing does.
  private static let none: Set<String> = ["none", "no", "nothing", "nothing else", "no more", "-"]

  private static func wrong(_ words: String, at index: Int) -> NewDrillQuestion {
    NewDrillQuestion(words: words, options: []) { text, drill in
      if none.contains(text.lowercased().filter { $0 != "." }) {
        guard index > 0 else {
          return "A question needs one wrong answer. Think of what somebody did who meant well."
        }
        drill.wrong = Array(drill.wrong.prefix(index))
        return nil
      }
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
    var question = NewDrillQuestion(words: words, options: []) { text, drill in
      guard drill.wrong.indices.contains(index) else { return nil }
      return set(text, 400, in: &drill) { $0.wrong[index].why = text }
    }
    question.isAsked = { $0.wrong.indices.contains(index) }
    return question
  }

  /// Sets what was typed, where the drill can hold it; otherwise a sentence says why not.
  private static func set(
    _ text: String, _ longest: Int, in drill: inout NewDrill, _ apply: (inout NewDrill) -> Void
  ) -> String? {
    if text.isEmpty { return "Type something, or “back” or “quit”." }
    if text.count > longest { return "That is longer than \(longest) characters. Say it shorter." }
    var tried = drill
    apply(&tried)
    if let flaw = tried.flaw { return "A drill can't hold that here. \(flaw)" }
    drill = tried
    return nil
  }
}
