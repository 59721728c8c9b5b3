// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a program under test could not be run or did not do what was expected.
public enum ProcessFailure: Error, CustomStringConvertible {
  /// No program of this name was built.
  case notFound(String)
  /// A call of the system failed with this error number.
  case system(String, Int32)
  /// Something did not happen in time.
  case timeout(waitingFor: String, screen: String, transcript: String)
  /// The program ended or closed its terminal first.
  case ended(waitingFor: String, screen: String, transcript: String)

  /// What a person needs to see why the test failed.
  public var description: String {
    switch self {
    case .notFound(let name): "no built program \(name) beside the tests"
    case .system(let call, let code): "\(call) failed with error \(code)"
    case .timeout(let what, let screen, let transcript):
      "waited in vain for \(what)\n\(screen)\n--- bytes ---\n\(transcript)"
    case .ended(let what, let screen, let transcript):
      "the program ended before \(what)\n\(screen)\n--- bytes ---\n\(transcript)"
    }
  }
}
