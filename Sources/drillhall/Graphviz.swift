// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The program `dot` of Graphviz, where it is installed.
enum Graphviz {
  /// A graph drawn as SVG.
  static func svg(_ graph: [UInt8]) throws(Failure) -> [UInt8] {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else {
      throw Failure("No pipe to Graphviz: \(String(cString: strerror(errno))).", status: 71)
    }
    // The child has its ends by other numbers, and would wait for itself with these open.
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    var words: [UnsafeMutablePointer<CChar>?] = [strdup("dot"), strdup("-Tsvg"), nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, "dot", &actions, nil, &words, environ)
    close(toChild[0])
    close(fromChild[1])
    guard code == 0 else {
      close(toChild[1])
      close(fromChild[0])
      throw Failure(
        "SVG is drawn by Graphviz, and there is no program “dot” here. Install graphviz, or use "
          + "--format mermaid or --format dot.", status: 69)
    }
    // A program that ends early must not end this one.
    let before = signal(SIGPIPE, SIG_IGN)
    write(graph, to: toChild[1])
    close(toChild[1])
    let picture = read(fromChild[0])
    close(fromChild[0])
    signal(SIGPIPE, before)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0, !picture.isEmpty else {
      throw Failure("Graphviz could not draw the map.", status: 70)
    }
    return picture
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
