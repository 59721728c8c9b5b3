// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

extension Platform {
  /// Where a path leads to through every symbolic link, whether or not a file is there yet; nil
  /// where its links lead round in circles.
  package static func resolved(_ path: String) -> String? {
    resolved(path, links: 0)
  }

  private static func resolved(_ path: String, links: Int) -> String? {
    // As many links as the kernel itself follows (path_resolution(7)).
    guard links <= 40 else { return nil }
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    // What is no loop may lead to something that is yet to be made.
    if errno == ELOOP { return nil }
    if let target = linkTarget(path) {
      let joined = target.hasPrefix("/") ? target : "\(parent(of: path))/\(target)"
      return resolved(joined, links: links + 1)
    }
    let folder = parent(of: path)
    let name = path.split(separator: "/").last ?? ""
    guard folder != path, !name.isEmpty, name != "..", !path.hasSuffix("/"),
      let parent = resolved(folder, links: links)
    else { return path }
    return parent == "/" ? "/\(name)" : "\(parent)/\(name)"
  }

  private static func linkTarget(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    // A target that fills the buffer may have been cut off.
    guard count > 0, count < buffer.count else { return nil }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Reads to the end, at most `limit` bytes, whatever signals come meanwhile.
  package static func readBytes(of file: Int32, limit: Int) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    var filled = 0
    while filled < limit {
      let count = bytes[filled...].withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(code: errno) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(limit - filled)
    return bytes
  }

  /// Writes all of the bytes, whatever signals come meanwhile.
  package static func writeBytes(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // A file that takes nothing and gives no reason would be asked for ever.
      guard count > 0 else { throw Failure(code: count < 0 ? errno : EIO) }
      written += count
    }
  }
}
