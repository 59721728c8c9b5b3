// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What several test targets share.
public enum TestSupport {
  /// How long a test waits for something that must happen, in seconds. Long, because a loaded
  /// machine is slow and a test that passes never waits so long.
  public static let patience: Double = 60

  /// The path of a program that was built together with the tests: beside the running test
  /// program.
  public static func builtProduct(_ name: String) throws -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { bytes in
      bytes.baseAddress.map {
        readlink("/proc/self/exe", $0.assumingMemoryBound(to: CChar.self), bytes.count)
      } ?? -1
    }
    guard count > 0 else { throw ProcessFailure.notFound(name) }
    var folder = String(decoding: buffer[..<count], as: UTF8.self)[...]
    // Beside the test program, or above it where that is packed into a folder of its own.
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let candidate = "\(folder)/\(name)"
      if access(candidate, X_OK) == 0 { return candidate }
    }
    throw ProcessFailure.notFound(name)
  }

  /// A new empty folder for one test, which the test removes.
  public static func temporaryFolder() throws -> String {
    var template = Array("/tmp/drillhall-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw ProcessFailure.system("mkdtemp", errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Seconds on the clock that tests wait by.
  static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
