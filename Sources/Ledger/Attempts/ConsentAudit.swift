// SPDX-License-Identifier: GPL-3.0-or-later

/// Judges, while a ledger is verified, that every agreement stands under the name of whoever
/// agreed, and names events that this program does not know.
///
/// Subject, actor and stream are not covered by a body's commitment: with them an agreement could
/// be moved to somebody who never gave it.
public struct ConsentAudit {
  /// An audit that has seen nothing yet.
  public init() {}

  /// Takes the next body; returns what is wrong with it, in plain sentences.
  public func take(_ body: Body) -> [String] {
    if body.kind == ConsentLog.kind { return Self.problems(with: body) }
    // What stands among an attempt's events is the attempts' audit's to judge.
    guard !body.kind.hasPrefix(AttemptLog.kindPrefix),
      !body.stream.hasPrefix(AttemptLog.streamPrefix)
    else { return [] }
    return ["It is a “\(body.kind)”, which this program does not know."]
  }

  private static func problems(with body: Body) -> [String] {
    let agreement: ConsentLog.Agreement
    do throws(UnreadableRecord) {
      agreement = try RecordCoding.value(ConsentLog.Agreement.self, from: body.bytes)
    } catch {
      return ["Its body is no agreement: \(error.detail)."]
    }
    let employee = agreement.employee
    var found: [String] = []
    if body.subject != employee {
      found.append("It says that “\(employee)” agreed, and is filed under “\(body.subject)”.")
    }
    if body.actor != employee {
      found.append("It says that “\(employee)” agreed, and was recorded by “\(body.actor)”.")
    }
    if body.stream != ConsentLog.streamPrefix + employee {
      found.append("It says that “\(employee)” agreed, and stands in \(body.stream).")
    }
    return found
  }
}
