// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the list under “Next:”.
struct NextReader {
  let source: SourceText
  let diagnostics: Diagnostics

  /// The lines in order; what stands after “otherwise” is never taken and is reported.
  func read(_ list: MarkdownList) -> [NextRule] {
    var rules: [NextRule] = []
    var isClosed = false
    for item in list.items.prefix(AnswerReader.maximumCount) {
      if !item.rest.isEmpty {
        diagnostics.report(
          .badNext, at: item.rest.first?.place ?? item.place,
          "Nothing can stand under a line of “Next:”. Delete it, or move it into a scene.")
      }
      if isClosed {
        diagnostics.report(
          .unreachableNext, at: item.place,
          "This line is never taken: “otherwise” stands before it. Put it above.")
        continue
      }
      guard let rule = rule(item) else { continue }
      if rule.condition == nil { isClosed = true }
      rules.append(rule)
    }
    if !isClosed, let last = list.items.last, rules.count == list.items.count {
      diagnostics.report(
        .badNext, at: last.place,
        "The list has no last line for all other cases. Add “- [Scene](#scene) otherwise” or "
          + "“- Go on otherwise”.")
    }
    return rules
  }

  private func rule(_ item: MarkdownListItem) -> NextRule? {
    let text = item.text
    let plain = text.plain
    if plain == "Go on otherwise" {
      return NextRule(target: .goOn, condition: nil, place: item.place)
    }
    guard let first = text.runs.first, let link = first.link, link.hasPrefix("#") else {
      diagnostics.report(
        .badNext, at: item.place,
        "Write “- [Scene](#scene) when …”, “- [Scene](#scene) otherwise” or “- Go on otherwise”.")
      return nil
    }
    let slug = String(link.dropFirst())
    let target = NextRule.Target.scene(slug)
    let rest = RichText(Array(text.runs.dropFirst())).trimmingStart()
    if rest.plain == "otherwise" {
      return NextRule(target: target, condition: nil, place: item.place)
    }
    guard rest.plain.hasPrefix("when ") else {
      diagnostics.report(
        .badNext, at: item.place, "After the scene, “when …” or “otherwise” is needed.")
      return nil
    }
    do throws(SettingProblem) {
      let condition = try ConditionParser.parse(rest.dropping(5), place: item.place)
      return NextRule(target: target, condition: condition, place: item.place)
    } catch {
      diagnostics.report(.badCondition, at: item.place, error.message)
      return nil
    }
  }
}
