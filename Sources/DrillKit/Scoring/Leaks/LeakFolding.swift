// SPDX-License-Identifier: GPL-3.0-or-later

/// Folds Unicode scalars into units, and keeps where each unit stood.
///
/// Formatting characters (zero-width spaces, joiners, soft hyphens) are left out, so they cannot
/// hide a number; marks belong to the character before them.
struct LeakFolding {
  /// The units so far.
  private(set) var units: [LeakUnit] = []
  /// Where each unit begins, in scalars.
  private(set) var starts: [Int] = []
  /// Where each unit ends, in scalars.
  private(set) var ends: [Int] = []
  /// How many scalars have been read.
  private(set) var offset = 0

  private let alphabet: LeakAlphabet
  /// The last character if it is a letter, until the next one shows that it has no more marks.
  private var letter: Unicode.Scalar?
  /// That letter with its marks; empty while it has none.
  private var cluster = String.UnicodeScalarView()

  /// A folding that tells the letters of `alphabet` apart.
  init(alphabet: LeakAlphabet) {
    self.alphabet = alphabet
  }

  /// Reads one more scalar.
  mutating func append(_ scalar: Unicode.Scalar) {
    defer { offset += 1 }
    if scalar.value < 0x80 {
      finish()
      let unit = Self.ascii(scalar.value)
      if unit.isASCIILetter { letter = scalar }
      add(unit)
      return
    }
    switch scalar.properties.generalCategory {
    case .format:
      return
    case .nonspacingMark, .enclosingMark:
      guard let last = ends.indices.last else { return }
      ends[last] = offset + 1
      if let base = letter {
        if cluster.isEmpty { cluster.append(base) }
        cluster.append(scalar)
      }
    case .spaceSeparator:
      finish()
      add(" ")
    case .lineSeparator, .paragraphSeparator:
      finish()
      add("\n")
    case .dashPunctuation:
      finish()
      add("-")
    case .currencySymbol:
      finish()
      add(.currency)
    case .decimalNumber:
      finish()
      add(LeakUnit(code: 0x30 + UInt32(scalar.properties.numericValue ?? 0)))
    default:
      finish()
      addOther(scalar)
    }
  }

  /// Settles the last letter: one with marks is not the plain letter that it began as.
  mutating func finish() {
    guard let base = letter else { return }
    letter = nil
    if cluster.isEmpty {
      if base.isASCII { return }
      cluster.append(base)
    }
    units[units.count - 1] = alphabet.unit(forLetter: String(cluster))
    cluster.removeAll(keepingCapacity: true)
  }

  private mutating func addOther(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2212:  // minus sign
      add("-")
    case 0x2018, 0x2019:  // single quotation marks, as word processors set them
      add("'")
    case 0x201C...0x201E:  // double quotation marks
      add("\"")
    case 0xFF01...0xFF5E:  // fullwidth forms of ASCII
      add(Self.ascii(scalar.value - 0xFEE0))
    default:
      if scalar.properties.isAlphabetic {
        letter = scalar
        add(.otherLetter)
      } else {
        add(.otherSymbol)
      }
    }
  }

  private mutating func add(_ unit: LeakUnit) {
    units.append(unit)
    starts.append(offset)
    ends.append(offset + 1)
  }

  private static func ascii(_ value: UInt32) -> LeakUnit {
    switch value {
    case 0x09: " "
    case 0x0A, 0x0B, 0x0C, 0x0D: "\n"
    default: LeakUnit(code: value)
    }
  }
}
