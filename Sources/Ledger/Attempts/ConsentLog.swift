// SPDX-License-Identifier: GPL-3.0-or-later

public import DrillKit

/// Who agreed to what is recorded, and when: a stream an employee, named `employee/ID`.
public struct ConsentLog {
  private let store: Store

  static let kind = "employee.agreed"
  static let streamPrefix = "employee/"
  /// Raised when what is told before agreeing changes; then it is asked anew.
  public static let noticeVersion = 1

  /// An agreement as it is written.
  struct Agreement: Codable {
    let v: Int
    let at: Instant
    let employee: String
    let notice: Int
  }

  /// Agreements in a store.
  public init(_ store: Store) { self.store = store }

  /// Whether an employee agreed to what is told today.
  public func hasAgreed(_ employee: String) throws(StoreError) -> Bool {
    for body in try store.bodies(ofStream: Self.streamPrefix + employee)
    where body.kind == Self.kind && body.subject == employee && body.actor == employee {
      if let agreement = try? RecordCoding.value(Agreement.self, from: body.bytes),
        agreement.employee == employee, agreement.notice >= Self.noticeVersion
      {
        return true
      }
    }
    return false
  }

  /// Records that an employee agreed.
  public func agree(_ employee: String, at: Instant) throws(StoreError) {
    let agreement = Agreement(v: 1, at: at, employee: employee, notice: Self.noticeVersion)
    _ = try store.append(
      [
        NewRecord(
          kind: Self.kind, subject: employee, actor: employee,
          bytes: try RecordCoding.bytes(of: agreement))
      ], stream: Self.streamPrefix + employee, expecting: nil)
  }
}
