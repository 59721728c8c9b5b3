// SPDX-License-Identifier: GPL-3.0-or-later

/// The console's own arguments, read without the list of commands.
///
/// Every start of the console waits for its arguments, and for the argument parser to learn of every
/// command takes a third of the start. So arguments that are only options of the console, each
/// written in full, are read here; whatever else is typed — a command, an abbreviation, a mistake,
/// a question for help — goes to the parser. Both give the same options: a test compares them.
struct ConsoleStart {
  private var values: [String: String] = [:]
  private var flags: Set<String> = []

  private static let named: Set = [
    "--as", "--timers", "--store", "--drills", "--policies", "--lang",
  ]
  private static let bare: Set = ["--agree", "--plain", "--no-color"]

  /// Every option that is read here.
  static var options: Set<String> { named.union(bare) }

  /// Reads the arguments after the program's name; nil where one is for the parser.
  init?(_ arguments: some Sequence<String>) {
    var option: String?
    for argument in arguments {
      if let name = option {
        // A value that begins like an option is the parser's to judge.
        guard !argument.hasPrefix("-") else { return nil }
        values[name] = argument
        option = nil
      } else if Self.bare.contains(argument) {
        flags.insert(argument)
      } else if Self.named.contains(argument), values[argument] == nil {
        option = argument
      } else {
        return nil
      }
    }
    guard option == nil else { return nil }
  }

  /// Arguments with the command before the options, where some of the console's stand before it: the
  /// parser takes the options of a command behind its name only. As they are where no command's name
  /// follows them.
  static func commandFirst(_ arguments: [String], _ names: [String]) -> [String] {
    var isValue = false
    for (index, argument) in arguments.enumerated() {
      let name = argument.prefix { $0 != "=" }
      if isValue {
        isValue = false
      } else if named.contains(String(name)) {
        isValue = name.count == argument.count
      } else if !bare.contains(argument) {
        guard index > 0, names.contains(argument) else { return arguments }
        return [argument] + arguments[..<index] + arguments[(index + 1)...]
      }
    }
    return arguments
  }

  /// The options, held to the rules of their own; nil where one breaks them, for the parser to say
  /// so.
  var session: SessionOptions? {
    var employee = EmployeeOptions()
    employee.id = values["--as"]
    var timers = TimerOptions()
    timers.timers = values["--timers"]
    guard (try? timers.validate()) != nil else { return nil }
    employee.timers = timers
    employee.agree = flags.contains("--agree")
    guard (try? employee.validate()) != nil else { return nil }
    var store = StoreOptions()
    store.store = values["--store"]
    var library = LibraryOptions()
    library.drills = values["--drills"]
    library.policies = values["--policies"]
    library.lang = values["--lang"]
    guard (try? library.validate()) != nil else { return nil }
    var look = LookOptions()
    look.plain = flags.contains("--plain")
    look.noColor = flags.contains("--no-color")
    var session = SessionOptions()
    session.employee = employee
    session.store = store
    session.library = library
    session.look = look
    return session
  }
}
