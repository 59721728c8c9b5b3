// SPDX-License-Identifier: GPL-3.0-or-later

internal import DrillKit
internal import Glibc

/// When the files of a library were changed last: two such lists tell what was saved in between.
public struct LibraryStamps: Hashable, Sendable {
  /// What became of a file.
  public enum Change: Hashable, Sendable {
    case appeared, changed, vanished
  }

  private struct Stamp: Hashable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let node: UInt
  }

  private let stamps: [String: Stamp]

  /// How many files there are.
  public var count: Int { stamps.count }

  /// The files of a library as they are now: all of them, or the named ones and the policies.
  public init(of library: DrillLibrary, _ paths: [String]) {
    let silent = Diagnostics()
    let named = paths.flatMap { path -> [String] in
      let folder = LibraryFolder(path)
      return folder.exists ? folder.files(diagnostics: silent).map(\.path) : [path]
    }
    // A snippet's change is a change of each drill that uses it, and an original's one of its
    // translation, wherever the drill lies.
    let drills =
      paths.isEmpty
      ? library.drills.files(withSnippets: true, diagnostics: silent).map(\.path)
      : named.flatMap(library.drills.sources)
    let policies = library.policies.files(diagnostics: silent).map(\.path)
    var stamps: [String: Stamp] = [:]
    for path in drills + policies { stamps[path] = Self.stamp(path) }
    self.stamps = stamps
  }

  private static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    // The time of the last change of any kind: a file that replaces another may be older than it.
    return Stamp(
      seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec,
      size: Int(status.st_size), node: UInt(status.st_ino))
  }

  /// What became of files since an earlier list, by path.
  public func changes(since earlier: LibraryStamps) -> [(path: String, change: Change)] {
    Set(stamps.keys).union(earlier.stamps.keys).sorted().compactMap { path in
      switch (earlier.stamps[path], stamps[path]) {
      case (nil, _?): (path, .appeared)
      case (_?, nil): (path, .vanished)
      case (let before?, let now?) where before != now: (path, .changed)
      default: nil
      }
    }
  }
}
