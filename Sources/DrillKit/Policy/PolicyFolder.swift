// SPDX-License-Identifier: GPL-3.0-or-later

/// The folder of the policies. The program finds a policy by its file's name; whoever reads a drill
/// on a forge follows the link's folders, so these must lead there too.
public struct PolicyFolder: Sendable {
  private let folder: WrittenPath
  private let workingFolder: WrittenPath

  /// The folder's path, and the folder in which it, and those of files, begin where they are not
  /// absolute.
  public init(_ path: String = "Policies", workingFolder: String = "") {
    self.workingFolder = WrittenPath(workingFolder)
    folder = self.workingFolder.appending(WrittenPath(path))
  }

  /// The path by which a file links to a policy.
  public func link(from file: String, to policy: Policy) -> String {
    correction(of: "", in: file, to: policy) ?? policy.fileName
  }

  /// Follows a link as a forge does.
  ///
  /// - Parameters:
  ///   - path: The link's path, without the clause.
  ///   - file: The file in which it stands.
  ///   - policy: The policy that is meant.
  /// - Returns: the path that the link should have; nil where its own leads to the policy.
  func correction(of path: some StringProtocol, in file: String, to policy: Policy) -> String? {
    let here = workingFolder.appending(WrittenPath(file)).parent
    let goal = workingFolder.appending(WrittenPath(policy.file))
    let written = WrittenPath(path)
    // From the root it may lead there on this machine, and does on no other.
    if !written.isAbsolute, here.appending(written) == goal { return nil }
    if here.parts(below: folder.parent) != nil { return here.link(to: goal) }
    // A drill that lies elsewhere, as a draft does, is taken for one on its way into the library:
    // how many folders up the policies are there can't be known here.
    let within = folder.parts.suffix(1) + (goal.parts(below: folder) ?? goal.parts.suffix(1))
    let climb = written.parts.prefix { $0 == ".." }
    let isFine =
      !written.isAbsolute && !climb.isEmpty && written.parts.dropFirst(climb.count) == within
    return isFine ? nil : "../../" + within.joined(separator: "/")
  }
}
