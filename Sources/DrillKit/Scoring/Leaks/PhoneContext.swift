// SPDX-License-Identifier: GPL-3.0-or-later

/// What the words in front of a number say that it is.
enum PhoneContext {
  /// A telephone number.
  case phone
  /// Another number: an order, an account, a ticket.
  case other
  /// A number of a kind that is not said.
  case number
  /// Nothing.
  case silent

  private static let phoneWords: Set<String> = [
    "phone", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "whatsapp", "call",
    "calls", "called", "calling", "ring", "rang", "dial", "dialled", "text", "sms", "telefon",
    "telefonnummer", "handy", "handynummer", "rufnummer", "m?vil", "portable", "hotline",
    "landline", "callback", "voicemail",
  ]

  private static let otherWords: Set<String> = [
    "order", "orders", "invoice", "ticket", "ref", "reference", "case", "account", "acct", "sku",
    "part", "serial", "tracking", "parcel", "policy", "claim", "id", "isbn", "version", "receipt",
    "transaction", "po", "article", "batch", "sort", "incident", "request", "item", "model",
    "contract", "nhs", "card", "ssn", "vat", "tax", "imei", "meter", "reading", "booking",
    "confirmation", "shipment", "bestellung", "bestellnummer", "rechnung", "konto", "kontonummer",
    "commit", "build", "row", "line", "byte", "bytes", "code", "iban", "amount",
    "total", "price", "cost", "date", "timestamp", "epoch", "hash",
  ]

  /// People whose number need not be a telephone's when it follows at once.
  private static let owners: Set<String> = ["customer", "member", "patient", "employee", "user"]

  /// The meaning that the nearest telling word gives, of words with the nearest first.
  static func mentions(_ words: [String]) -> PhoneContext {
    var number = false
    for (distance, word) in words.prefix(6).enumerated() {
      if phoneWords.contains(word) { return .phone }
      if otherWords.contains(word), distance < 3 { return .other }
      if owners.contains(word), distance == 0 || distance == 1 && number { return .other }
      number = number || word == "number" || word == "nummer" || word == "contact"
    }
    return number ? .number : .silent
  }
}
