// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit

/// Words for people by what they do, and for the places where they work.
enum PersonWords {
  private static let roles: Set<String> = [
    "porter", "manager", "lead", "leader", "officer", "clerk", "agent", "nurse", "doctor", "guard",
    "supervisor", "engineer", "technician", "operator", "receptionist", "assistant", "director",
    "head", "chief", "driver", "cleaner", "intern", "trainee", "student", "colleague", "analyst",
    "developer", "administrator", "admin", "dpo", "ciso", "cto", "ceo", "cfo", "courier", "guest",
    "tenant", "customer", "client", "patient", "passenger", "visitor", "vendor", "supplier",
    "contractor", "journalist", "reporter", "caller", "lawyer", "accountant", "secretary",
    "warden", "janitor", "caretaker", "cook", "chef", "waiter", "teacher", "consultant",
    "coordinator", "planner", "buyer", "seller", "owner", "resident", "neighbour", "neighbor",
    "auditor", "regulator", "employee", "worker", "somebody", "security", "management",
    "temp", "helper", "cashier", "steward", "volunteer", "usher", "apprentice", "boss", "founder",
    "locksmith", "electrician", "plumber", "firefighter", "paramedic", "commander", "installer",
    "mechanic", "builder", "tutor", "trainer", "mentor", "handyman",
    "expert", "specialist", "host", "hostess", "staff", "seller", "partner",
    "aushilfe", "kassierer", "kassiererin", "leiter", "leiterin", "praktikant", "praktikantin",
    "elektriker", "elektrikerin", "fahrer", "fahrerin", "kunde", "kundin", "gast", "besucher",
    "besucherin", "mitarbeiter", "mitarbeiterin", "vertretung", "leitung", "schichtleitung",
    "rezeptionist", "rezeptionistin", "empfangsdame", "chef", "assistent", "assistentin",
    "techniker", "technikerin", "pförtner", "hausmeister", "kollege", "kollegin", "chefin",
    "verkäufer", "verkäuferin", "wachmann", "azubi",
    "caissier", "caissière", "stagiaire", "responsable", "intérimaire", "technicien",
    "technicienne", "collègue", "vendeur", "vendeuse", "gardien", "gardienne", "vigile",
    "directeur", "directrice", "réceptionniste", "prestataire", "employé", "employée", "client",
    "cliente", "visiteur", "visiteuse", "chauffeur", "livreur", "comptable", "assistante",
  ]
  private static let places: Set<String> = [
    "operations", "accounts", "accounting", "reservations", "it", "hr", "finance", "legal", "sales",
    "marketing", "support", "housekeeping", "team", "department", "kitchen", "reception",
    "communications", "privacy", "procurement", "engineering", "security", "desk", "facilities",
    "maintenance", "logistics", "billing", "payroll", "office", "helpdesk", "compliance",
  ]
  /// With these no role begins.
  private static let others: Set<String> = [
    "a", "an", "the", "our", "by", "to", "from", "of", "and", "or", "was", "is", "with", "for",
    "one", "another", "their", "his", "her", "told", "informed", "called", "asked", "paged", "rang",
    "when", "then", "at", "in", "on",
  ]

  /// Whether a word is somebody by what they do.
  static func isRole(_ word: String) -> Bool {
    let lower = word.lowercased()
    return roles.contains(lower)
      || (lower.hasSuffix("s") && roles.contains(String(lower.dropLast())))
  }

  /// Whether a word is a place or a team, and no name.
  static func isPlace(_ word: String) -> Bool { places.contains(word.lowercased()) }

  private static let firms: Set<String> = [
    "company", "agency", "firm", "firma", "agence", "société",
  ]
  private static let bodies: Set<String> = [
    "bank", "police", "hotel", "school", "council", "hospital", "provider", "museum", "shop",
    "store",
    "court", "press", "ministry", "authority", "public", "crew", "board", "committee", "family",
    "group", "people", "child", "children", "user", "users", "member", "members", "person",
    "system",
    "ambulance", "helpline", "hotline", "callcentre", "headquarters", "everyone", "reviewer",
  ]

  /// Whether a word, in small letters, is a firm, or others who speak as people do.
  static func isFirm(_ word: String) -> Bool { firms.contains(word) || bodies.contains(word) }

  private static let determiners: Set<String> = [
    "our", "the", "a", "an", "der", "die", "das", "eine", "ein", "unsere", "unser", "le", "la",
    "un", "une", "notre",
  ]

  /// Whether words, as those in brackets behind a name, say what somebody is.
  static func holdsRole(_ words: String) -> Bool {
    guard !words.contains(where: \.isNumber) else { return false }
    return words.split { !$0.isLetter && $0 != "-" }.prefix(4).contains { word in
      isRole(String(word)) || isPlace(String(word)) || firms.contains(word.lowercased())
    }
  }

  /// Somebody of a role: “the accounts” tells nothing, “the accounts colleague” does.
  static func person(of role: String) -> String {
    var role = role
    if let first = role.split(separator: " ").first, first.count < role.count,
      determiners.contains(first.lowercased())
    {
      role = role.dropFirst(first.count).trimmed()
    }
    let last = role.split(separator: " ").last?.lowercased() ?? ""
    return places.contains(last) ? "\(role) colleague" : role
  }

  /// A text without names in brackets behind their roles: “the night porter (Dieter)”.
  static func withoutNames(_ names: [(name: String, role: String)], in text: String) -> String {
    var text = text
    for (name, role) in names {
      let last = role.split(separator: " ").last?.lowercased() ?? ""
      while let found = text.firstRange(of: " (\(name))") {
        let before = text[..<found.lowerBound].split(separator: " ").suffix(2)
        guard before.contains(where: { $0.lowercased() == last }) else { break }
        text.removeSubrange(found)
      }
    }
    return text
  }

  /// `night porter (Dieter)`, `DPO told (Margit Osei)`: a role, and a name in brackets.
  static func namesBehindRoles(in text: String) -> [(name: String, role: String)] {
    var found: [(String, String)] = []
    for line in text.split(separator: "\n") {
      let pieces = line.split(separator: "(", omittingEmptySubsequences: false)
      for (before, after) in zip(pieces, pieces.dropFirst()) {
        let name = String(after.prefix { $0 != ")" })
        guard before.hasSuffix(" "), after.contains(")"),
          NameForm.isName(name) || NameForm.isWord(name), !isRole(name)
        else { continue }
        var words = before.split(separator: " ").suffix(4)
        if let last = words.last, others.contains(last.lowercased()) { words = words.dropLast() }
        let role = words.reversed().prefix { word in
          word.allSatisfy { $0.isLetter || $0 == "-" } && !others.contains(word.lowercased())
            && (!NameForm.isWord(String(word)) || isRole(String(word)))
        }.prefix(3).reversed()
        guard let last = role.last, isRole(String(last)) || places.contains(last.lowercased())
        else { continue }
        // “Receptionist (Ida Falk)” begins a line; “DPO” is written so everywhere.
        let plain = role.map { NameForm.isWord(String($0)) ? $0.lowercased() : String($0) }
        found.append((name, plain.joined(separator: " ")))
      }
    }
    return found
  }
}
