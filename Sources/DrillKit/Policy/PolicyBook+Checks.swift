// SPDX-License-Identifier: GPL-3.0-or-later

extension PolicyBook {
  /// Reports what does not fit between policies, and reviews that are overdue.
  func check(today: CalendarDate?, _ diagnostics: Diagnostics) {
    checkPolicies(diagnostics)
    if let today { checkReviews(today, diagnostics) }
    checkOwners(diagnostics)
    checkRoutes(diagnostics)
    checkBusinessDays(diagnostics)
    checkCurriculum(diagnostics)
    checkNames(.competencies, "Competency", diagnostics)
    checkNames(.audiences, "Audience", diagnostics)
  }

  private func checkPolicies(_ diagnostics: Diagnostics) {
    var seen: [String: Policy] = [:]
    for policy in policies {
      if let first = seen[policy.id] {
        diagnostics.report(
          .duplicatePolicy, at: policy.place,
          "The policy id “\(policy.id)” is that of \(first.file) already. Give this one its own.")
      } else {
        seen[policy.id] = policy
      }
      for link in policy.links { checkLink(link, in: policy, diagnostics) }
    }
  }

  private func checkLink(_ link: PolicyLink, in policy: Policy, _ diagnostics: Diagnostics) {
    let destination = link.destination
    // The web and mail are for people; whether they answer can't be known here.
    guard !destination.contains("://"), !destination.hasPrefix("mailto:") else { return }
    let full = destination.hasPrefix("#") ? policy.fileName + destination : destination
    let path = full.split(separator: "#", maxSplits: 1).first ?? ""
    guard path.hasSuffix(".md") else { return }
    checkLink(full, at: link.place, diagnostics: diagnostics)
  }

  private func checkReviews(_ today: CalendarDate, _ diagnostics: Diagnostics) {
    for policy in policies where policy.reviewBy < today {
      diagnostics.report(
        .reviewOverdue, at: policy.reviewPlace,
        "This policy was to be reviewed by \(policy.reviewBy). Ask \(policy.owner) whether it holds, "
          + "and set a new day.")
    }
    for row in table(.notificationClocks)?.rows ?? [] {
      let cell = row.cell("Review-by")
      guard let date = CalendarDate(cell.plain), date < today else { continue }
      diagnostics.report(
        .reviewOverdue, at: cell.place,
        "The clock “\(row.cell("Regime").plain)” was to be reviewed by \(date). Check its source, and "
          + "set a new day.")
    }
  }

  private func checkOwners(_ diagnostics: Diagnostics) {
    var seen: [String: Owner] = [:]
    for owner in owners {
      for name in owner.names {
        let key = Owner.fold(name)
        guard let first = seen[key] else {
          seen[key] = owner
          continue
        }
        diagnostics.report(
          .ambiguousName, at: owner.place ?? first.place ?? Place(file: "", line: 1),
          "“\(name)” already means the owner “\(first.name)”. A name or alias means one owner only."
        )
      }
    }
  }

  private func checkRoutes(_ diagnostics: Diagnostics) {
    guard let routes = table(.routes) else { return }
    let levels = severityLevels.map(\.name)
    let hours = (officeHours?.names ?? []) + [OfficeHours.outOfHours]
    for row in routes.rows {
      let cell = row.cell("Owner")
      for name in (CellForm.owners(cell.plain) ?? []).joined()
      where table(.owners) != nil && owner(named: name) == nil {
        diagnostics.report(
          .unknownOwner, at: cell.place,
          "“\(name)” is not in the table “Owners”."
            + advice(name, ownerNames, "Add a row for it, or name one of: "))
      }
      if !levels.isEmpty {
        checkWords(
          row, "Severity", levels, .unknownLevel, "a level of the table “Severity”", diagnostics)
      }
      if officeHours != nil {
        checkWords(
          row, "Hours", hours, .unknownHours, "a name of the table “Office hours”", diagnostics)
      } else if !row.words("Hours").isEmpty {
        diagnostics.report(
          .missingTable, at: row.cell("Hours").place,
          "The column “Hours” needs the table “Office hours”. Add it to a policy.")
      }
    }
  }

  private func checkWords(
    _ row: PolicyTable.Row, _ column: String, _ known: [String], _ rule: Rule, _ what: String,
    _ diagnostics: Diagnostics
  ) {
    for word in row.words(column) where !known.contains(where: { folded($0) == folded(word) }) {
      diagnostics.report(
        rule, at: row.cell(column).place,
        "“\(word)” is not \(what)." + advice(word, known, "Write one of: "))
    }
  }

  private func advice(_ word: String, _ known: [String], _ otherwise: String) -> String {
    nearest(to: word, in: known).map { " Did you mean “\($0)”?" }
      ?? " \(otherwise)\(known.joined(separator: ", "))."
  }

  private func checkBusinessDays(_ diagnostics: Diagnostics) {
    guard officeHours?.businessDays.isEmpty ?? true else { return }
    for kind in [TableKind.routes, .notificationClocks] {
      for row in table(kind)?.rows ?? [] {
        let cell = row.cell("Within")
        guard case .period(_, .businessDay) = Within(cell.plain) else { continue }
        diagnostics.report(
          .missingTable, at: cell.place,
          "Business days are those of the table “Office hours”. Add it to a policy.")
      }
    }
  }

  private func checkCurriculum(_ diagnostics: Diagnostics) {
    let known = audiences.map(\.name)
    guard !known.isEmpty else { return }
    for row in table(.curriculum)?.rows ?? [] {
      checkWords(
        row, "Audience", known, .unknownAudience, "an audience of the table “Audiences”",
        diagnostics)
    }
  }

  private func checkNames(_ kind: TableKind, _ column: String, _ diagnostics: Diagnostics) {
    var seen: Set<String> = []
    for row in table(kind)?.rows ?? [] {
      let cell = row.cell(column)
      guard !seen.insert(folded(cell.plain)).inserted else { continue }
      diagnostics.report(
        .ambiguousName, at: cell.place, "“\(cell.plain)” stands twice in the table. Delete one row."
      )
    }
  }
}
