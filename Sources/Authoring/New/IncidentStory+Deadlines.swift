// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Deadlines that were over before their question.
extension IncidentStory {
  /// A moment from which a deadline counts, and the deadline, as clocks of the story say them.
  struct Lateness {
    let start: String
    let deadline: String
  }

  /// The deadline of whom to tell, counted from the story's start, where it is over by a scene's
  /// Now: nobody could keep it, so it is counted from the scene.
  func lateness(of scene: Scene) -> Lateness? {
    guard scene.decisions.contains(.escalate), let now = scene.now, let start else { return nil }
    var known = Facts()
    let place = Place(file: file, line: 1)
    for (key, value) in facts + [("Now", now), ("Since", start)] {
      known.set(key, value, at: place)
    }
    guard let clock = ScenarioClock(parsing: now),
      case .success(let escalation) = policies.escalation(known, clock: clock),
      let end = escalation.route.value.deadline.time, end < clock.now
    else { return nil }
    return Lateness(start: clock.text(escalation.route.value.start), deadline: clock.text(end))
  }

  /// The moment of the first line with a time.
  var start: String? { record.entries.first { $0.minute != nil }.flatMap(now) }
}
