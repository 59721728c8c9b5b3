// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Finding what may be names.
extension IncidentNames {
  /// Words that may be somebody's name, and how surely they are.
  struct Finding: Hashable {
    let words: String
    let weight: LoneNames.Weight
  }

  /// What may be the name of somebody in a text: words with capitals side by side, initials among
  /// them; one where somebody is told or does something; other forms of names that the record holds;
  /// words of another script; handles, addresses of mail and telephone numbers.
  func found(in text: String) -> [String] { findings(in: text).map(\.words) }

  /// What may be names in a text, and how surely each is one.
  func findings(in text: String) -> [Finding] {
    let words = LoneNames.apart(text)
    var found: [Finding] = []
    var alone: Set<Int> = []
    var run = Run()
    func end() {
      if let finding = weighed(run, in: words) { found.append(finding) }
      run = Run()
    }
    for (index, word) in words.enumerated() {
      let bare = Self.bare(word)
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isTurned = word.hasSuffix(",") && NameForm.initials(next) != nil
      if bare.contains("@"), bare.contains(".") {
        found.append(Finding(words: bare, weight: .take))
      }
      if word.hasPrefix("(") { end() }
      if NameForm.isTitle(word) {
        end()
        run = Run(first: index, words: [word])
      } else if lone.isOfName(word, behind: run.words.last ?? "", leadingTo: words[(index + 1)...]),
        !run.words.isEmpty || !lone.tongue.isOf(word)
      {
        run.add(word, at: index)
      } else if let initials = NameForm.initials(word) {
        run.add(initials, at: index)
        let isAlone =
          run.words.count == 1 && !isCapital(Self.bare(next)) && !isLoud(Self.bare(next))
        if isAlone, isTold(index, in: words) || isActing(index, in: words) {
          found.append(Finding(words: initials, weight: .take))
        }
        if !word.hasSuffix(".") { end() }
      } else if LoneNames.isMonth(bare) {
        end()
        if lone.isSomebody(monthAt: index, in: words) {
          found.append(Finding(words: bare, weight: .mark))
        }
      } else if run.words.isEmpty, !isTurned,
        OrdinaryWords.isSmall(bare.lowercased(), in: lone.tongue),
        !OrdinaryWords.alsoNames.contains(bare.lowercased())
      {
        end()
      } else if isCapital(bare)
        || (isLoud(bare) && (isTurned || run.words.last.map(isInitial) == true))
      {
        run.add(isTurned ? "\(bare)," : bare, at: index)
        if run.words.count == 1, isAlone(index, isTurned: isTurned, in: words),
          let weight = weightAlone(at: index, in: words)
        {
          found.append(Finding(words: bare, weight: weight))
          alone.insert(index)
        }
        if (word.last?.isPunctuation == true && !isTurned) || Self.isOwner(word) { end() }
      } else {
        end()
      }
    }
    end()
    for index in lone.companions(of: { alone.contains($0) }, in: words) {
      let bare = Self.bare(words[index])
      if isCapital(bare) { found.append(Finding(words: bare, weight: .mark)) }
    }
    found += otherForms(in: words, besides: found.map(\.words))
    found += Self.numbers(in: text).map { Finding(words: $0, weight: .take) }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.words).inserted }
  }

  /// Words with capitals side by side.
  private struct Run {
    var first = 0
    var words: [String] = []

    mutating func add(_ word: String, at index: Int) {
      if words.isEmpty { first = index }
      words.append(word)
    }
  }

  private func weighed(_ run: Run, in words: [String]) -> Finding? {
    guard run.words.count > 1, run.words.contains(where: { NameForm.initials($0) == nil }),
      !NameForm.isInstitution(run.words), !lone.areNouns(run.words)
    else { return nil }
    // “Car Park B.” ends a sentence.
    if let last = run.words.last, NameForm.initials(last) != nil,
      run.words.dropLast().allSatisfy({ lone.isKnown($0) && !PersonWords.isRole($0) })
    {
      return nil
    }
    var name = lone.withoutNouns(run.words)
    // “Pinged Mika” begins a sentence with what was done.
    if name.count > 1, name[0] == run.words[0], lone.isFirst(run.first, in: words),
      !FirstNames.hold(name[0]), FirstNames.hold(name[1]),
      lone.isKnown(name[0]) || lone.tongue.isManner(name[0].lowercased())
    {
      name.removeFirst()
    }
    // “Zweites Gerät” begins one.
    if name.count == 1, name[0] == run.words[0], lone.isFirst(run.first, in: words),
      lone.tongue.isQuality(name[0].lowercased()), !FirstNames.hold(name[0])
    {
      name = []
    }
    guard name.count > 1 || name.allSatisfy(lone.mayBeName), !name.isEmpty else { return nil }
    let next = run.first + run.words.count
    let isSure =
      name.contains { word in
        NameForm.isTitle(word) || NameForm.initials(word) != nil || FirstNames.hold(word)
      }
      // Nouns of German have capitals, and so has the first word of a sentence.
      || (lone.tongue != .german && !name.contains(where: lone.isKnown)
        && (!lone.isFirst(run.first, in: words)
          || (next < words.count && lone.tongue.isVerb(words[next]))))
    return Finding(words: name.joined(separator: " "), weight: isSure ? .take : .mark)
  }

  /// Whether a word says whose something is: “Mika's”, behind which no other word of a name follows.
  private static func isOwner(_ word: String) -> Bool {
    word.hasSuffix("'s") || word.hasSuffix("’s")
  }

  /// Whether no other word of a name follows.
  private func isAlone(_ index: Int, isTurned: Bool, in words: [String]) -> Bool {
    let next = index + 1 < words.count ? words[index + 1] : ""
    let isEnd = !isTurned && words[index].last.map { ".,!?:;".contains($0) } == true
    if isEnd || next.hasPrefix("(") || Self.isOwner(words[index]) { return true }
    return !isCapital(Self.bare(next)) && NameForm.initials(next) == nil
      && !lone.isOfName(next, behind: "", leadingTo: words[min(index + 2, words.count)...])
  }

  private func weightAlone(at index: Int, in words: [String]) -> LoneNames.Weight? {
    let bare = Self.bare(words[index])
    guard !PersonWords.isRole(bare) else { return nil }
    var weight = lone.weight(at: index, in: words)
    if weight == .none, isTold(index, in: words) || isActing(index, in: words), lone.mayBeName(bare)
    {
      weight = .mark
    }
    return weight == .none ? nil : weight
  }

  private func isTold(_ index: Int, in words: [String]) -> Bool {
    index > 0 && Self.told.contains(Self.bare(words[index - 1]).lowercased())
  }

  private func isActing(_ index: Int, in words: [String]) -> Bool {
    index + 1 < words.count && Self.acting.contains(Self.bare(words[index + 1]).lowercased())
  }

  /// Handles, names such as “O'Brien”, other forms of names that the record holds, names that are
  /// written small or in capitals, and words of another script.
  private func otherForms(in words: [String], besides found: [String]) -> [Finding] {
    let taken = Set(found.flatMap { $0.split(separator: " ").map { Self.bare(String($0)) } })
    return words.enumerated().compactMap { index, word in
      let bare = Self.bare(word)
      if LoneNames.isMonth(bare), !lone.isMonthAlone(at: index, in: words) { return nil }
      guard !bare.isEmpty, !taken.contains(bare), !vocabulary.contains(bare.lowercased()) else {
        return nil
      }
      let opened = word.drop { !$0.isLetter && $0 != "@" }
      if opened.first == "@", opened.dropFirst().first?.isLetter == true {
        return Finding(words: "@\(bare)", weight: .take)
      }
      let marks = Array(bare)
      let isIrish =
        marks.count > 3 && "OD".contains(marks[0]) && "'’".contains(marks[1])
        && marks[2].isUppercase
      // “Kikelos” looks like a word of German, and is Kikelo's.
      let stem = bare.hasSuffix("s") ? String(bare.dropLast()) : bare
      let forms = known.holdPart(stem.lowercased()) ? [bare, stem] : [bare]
      // A part of a name that is a word too is one where only names have capitals.
      let isPart =
        known.hold(bare)
        && (!forms.allSatisfy(lone.isKnown)
          || (lone.tongue != .german && bare.first?.isUppercase == true
            && !lone.isFirst(index, in: words)))
      let isListed = FirstNames.hold(bare) && (NameForm.isLoud(bare) || NameForm.isWord(bare))
      let isOther =
        lone.alphabet.isForeign(bare) || lone.isSmallName(at: index, in: words) || isPart
        || (known.holdPart(bare) && forms.contains(where: lone.mayBeSmall))
        || (bare.contains("-")
          && bare.split(separator: "-").map(String.init).contains {
            known.holdPart($0.lowercased()) && lone.mayBeSmall($0)
          })
      guard isIrish || isListed || isOther else { return nil }
      return Finding(words: bare, weight: isIrish || FirstNames.hold(bare) ? .take : .mark)
    }
  }

  /// Telephone numbers and addresses of mail.
  private static func numbers(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return LeakDetector().scan(text).filter { $0.kind == .phone || $0.kind == .email }.map { leak in
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[leak.range.clamped(to: scalars.indices)])
      return String(words)
    }
  }

  private func isInitial(_ word: String) -> Bool { NameForm.initials(word) != nil }

  private static let told: Set<String> = [
    "told", "called", "informed", "rang", "phoned", "paged", "asked", "emailed", "alerted",
    "notified", "with", "from", "tell", "ask", "call", "inform", "contact", "contacted", "thank",
    "notify", "remind", "reminded", "warn", "warned", "brief", "briefed", "met", "invited",
  ]
  private static let acting: Set<String> = [
    "told", "called", "rang", "phoned", "said", "says", "noticed", "found", "opened", "sent",
    "reported", "calls", "asked", "wrote", "paged", "forgot", "saw", "clicked", "left", "was",
  ]
  private func isCapital(_ word: String) -> Bool {
    NameForm.isWord(word) && !vocabulary.contains(word.lowercased())
  }

  private func isLoud(_ word: String) -> Bool {
    NameForm.isLoud(word) && !vocabulary.contains(word.lowercased())
  }

  /// A word without signs around it, the ending of whose it is, and a French “d'” before it.
  static func bare(_ word: String) -> String {
    var text = Substring(word).drop { !$0.isLetter && !$0.isNumber }
    if let mark = text.prefix(3).firstIndex(where: { "'’".contains($0) }),
      text[..<mark].allSatisfy(\.isLowercase), text[mark...].dropFirst().first?.isUppercase == true
    {
      text = text[mark...].dropFirst()
    }
    while let last = text.last, !last.isLetter, !last.isNumber { text = text.dropLast() }
    for ending in ["'s", "’s"] where text.hasSuffix(ending) { text = text.dropLast(2) }
    return String(text)
  }
}
