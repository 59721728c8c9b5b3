// SPDX-License-Identifier: GPL-3.0-or-later

/// Rules about a drill's structure (D1xx), its story (D2xx) and its items (D3xx).
extension Rule {
  static let missingTitle = Rule("D101", .error, "no title")
  static let misplacedHeading = Rule("D102", .error, "heading out of place")
  static let badTitle = Rule("D103", .error, "title that can't be linked to")
  static let equalSlugs = Rule("D104", .error, "two scenes with one link target", namesLines: true)
  static let misplacedPart = Rule("D105", .error, "part out of order")
  static let labelBindsNothing = Rule("D106", .error, "label without its block")
  static let badLabel = Rule("D107", .error, "label that is none")
  static let buriedLabel = Rule("D108", .error, "label inside a paragraph")
  static let looseDirective = Rule("D109", .error, "directive that is none", namesLines: true)
  static let conditionMisplaced = Rule("D110", .error, "condition where none can stand")
  static let unknownSetting = Rule("D111", .error, "unknown setting")
  static let settingElsewhere = Rule("D112", .error, "setting of another kind")
  static let equalIDs = Rule("D113", .error, "two items with one id", namesLines: true)
  static let unknownMark = Rule("D114", .error, "unknown mark")
  static let unclosedMarks = Rule("D115", .error, "parenthesis not closed")
  static let strayArrow = Rule("D116", .error, "arrow that leads nowhere")
  static let feedbackForm = Rule("D117", .error, "block under an answer")
  static let twoVoices = Rule("D118", .error, "two voices in one quote")
  static let twice = Rule("D119", .error, "said twice", namesLines: true)
  static let badVariants = Rule("D120", .error, "variants table")
  static let unusedPhrase = Rule("D121", .error, "variant phrase never used")
  static let overlappingPhrase = Rule("D122", .error, "variant phrase within another")
  static let newerFormat = Rule("D123", .error, "newer format")
  static let badID = Rule("D124", .error, "id that is none")
  static let wordNotInCurriculum = Rule("D125", .error, "word that the curriculum does not know")
  static let drillReviewOverdue = Rule("D126", .warning, "review date in the past")
  /// Two drills of a library with one id.
  public static let equalDrills = Rule("D127", .error, "two drills with one id")
  static let tooManyParts = Rule(
    "D128", .error, "more scenes, items, answers or variants than are read")
  static let colonOutside = Rule("D129", .warning, "speech that is not read as such")
  static let twoTitles = Rule("D130", .warning, "two titles")
  static let nearlyReserved = Rule(
    "D131", .warning, "scene whose title is nearly one of the format's")
  static let brokenHeading = Rule("D132", .error, "heading that is none")
  static let runningOn = Rule("D133", .warning, "line that runs on in a speech")
  static let badReplacement = Rule(
    "D134", .error, "variant's words that are wrong where they stand", namesLines: true)
  static let ruledOutScene = Rule(
    "D135", .warning, "answer that leads to a scene whose condition it rules out",
    namesLines: true)
  static let distantMoment = Rule("D137", .warning, "moment that is read as last week's")
  static let unfinished = Rule("D140", .warning, "mark of something to be filled in")

  static let badCondition = Rule("D201", .error, "condition that does not parse")
  static let deadScene = Rule("D202", .error, "link to a scene that is not there")
  static let deadItem = Rule("D203", .error, "reference to an item that is not there")
  static let badNext = Rule("D204", .error, "Next line that does not parse")
  static let unreachableNext = Rule("D205", .error, "Next line never taken")
  static let unreachedScene = Rule("D206", .error, "scene never reached")
  static let loopingScenes = Rule("D207", .error, "path that can't end")
  static let unattainablePass = Rule("D208", .error, "pass mark can't be attained")
  static let deadLink = Rule("D209", .error, "link that leads nowhere")
  static let foreignLink = Rule("D210", .error, "link out of the library")
  static let noItems = Rule("D211", .error, "nothing is asked")
  static let deadAnswer = Rule("D212", .error, "“chose” of an answer that is not there")
  static let backwardReference = Rule("D213", .warning, "condition on what comes later")
  static let unlistedPolicy = Rule("D214", .error, "policy that the front matter does not list")
  static let misnamedLink = Rule("D215", .error, "link that does not carry the scene's title")
  static let misdirectedLink = Rule("D216", .error, "link whose folders lead past the policy")
  static let hiddenDebrief = Rule("D217", .warning, "debrief that a condition can hide")

  static let unknownVerb = Rule("D301", .error, "unknown verb")
  static let emptyAnswer = Rule("D302", .error, "answer without words")
  static let wrongForm = Rule("D303", .error, "answers in the wrong form")
  static let tickCount = Rule("D304", .error, "wrong number of ticks")
  static let missingFeedback = Rule("D305", .warning, "answer without feedback")
  static let boxElsewhere = Rule("D306", .error, "box where none is read")
  static let equalAnswers = Rule(
    "D307", .error, "two answers with the same words", namesLines: true)
  static let foreseenIsRight = Rule("D308", .error, "foreseen wrong answer that is right")
  static let noRightAnswer = Rule("D309", .error, "no right answer can be derived")
  static let modelFallsShort = Rule("D310", .error, "model answer below 100 %")
  static let policyDisagrees = Rule("D311", .error, "answer that the policy contradicts")
  static let rubricSyntax = Rule("D312", .error, "rubric line that does not parse")
  static let easyRubric = Rule("D313", .warning, "rubric that is easily met")
  static let missingModel = Rule("D314", .warning, "reply without a model answer")
  static let badAnswerLine = Rule("D315", .error, "“Answer:” that does not parse")
  static let badTable = Rule("D316", .error, "table that does not fit")
  static let strayInject = Rule("D317", .error, "inject that can't come")
  static let foreseenNever = Rule("D318", .error, "foreseen answer that can't be given")
  static let smallWord = Rule("D319", .warning, "struck word that gives nothing away")
  static let idleException = Rule("D320", .warning, "exception that takes nothing away")
  static let fewFineLines = Rule("D321", .warning, "Spot with too few fine lines")

  /// Rules of a drill's language, for the documentation's list.
  public static let languageRules: [Rule] = [
    missingTitle, misplacedHeading, badTitle, equalSlugs, misplacedPart, labelBindsNothing,
    badLabel, buriedLabel, looseDirective, conditionMisplaced, unknownSetting, settingElsewhere,
    equalIDs, unknownMark, unclosedMarks, strayArrow, feedbackForm, twoVoices, twice, badVariants,
    unusedPhrase, overlappingPhrase, newerFormat, badID, wordNotInCurriculum, drillReviewOverdue,
    equalDrills, tooManyParts, colonOutside, twoTitles, nearlyReserved, brokenHeading, runningOn,
    badReplacement, ruledOutScene, distantMoment, unfinished, badCondition, deadScene, deadItem,
    badNext,
    unreachableNext, unreachedScene, loopingScenes, unattainablePass, deadLink, foreignLink,
    noItems, deadAnswer, backwardReference, unlistedPolicy, misnamedLink, misdirectedLink,
    hiddenDebrief, unknownVerb, emptyAnswer, wrongForm, tickCount, missingFeedback, boxElsewhere,
    equalAnswers, foreseenIsRight, noRightAnswer, modelFallsShort, policyDisagrees, rubricSyntax,
    easyRubric, missingModel, badAnswerLine, badTable, strayInject, foreseenNever, smallWord,
    idleException, fewFineLines,
  ]
}
