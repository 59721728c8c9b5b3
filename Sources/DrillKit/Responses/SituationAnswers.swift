// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// What the policies answer in one situation, each looked up once: an item is asked for its right
/// answer, its checks, its shape and a judgement in turn, and all of them need it.
final class SituationAnswers: Sendable {
  typealias Severity = Result<Ruling<SeverityLevel>, PolicyFailure>
  typealias Notifications = Result<[Ruling<NotificationDuty>], PolicyFailure>

  private struct Known {
    var severity: Severity?
    var escalation: Result<Escalation, PolicyFailure>?
    var notifications: Notifications?
  }

  private let known = Mutex(Known())

  /// How severe the incident is.
  func severity(_ look: () -> Severity) -> Severity {
    if let answer = known.withLock({ $0.severity }) { return answer }
    let answer = look()
    known.withLock { $0.severity = answer }
    return answer
  }

  /// Who is told, how, by when.
  func escalation(
    _ look: () -> Result<Escalation, PolicyFailure>
  ) -> Result<Escalation, PolicyFailure> {
    if let answer = known.withLock({ $0.escalation }) { return answer }
    let answer = look()
    known.withLock { $0.escalation = answer }
    return answer
  }

  /// The notifications that are due.
  func notifications(_ look: () -> Notifications) -> Notifications {
    if let answer = known.withLock({ $0.notifications }) { return answer }
    let answer = look()
    known.withLock { $0.notifications = answer }
    return answer
  }
}
