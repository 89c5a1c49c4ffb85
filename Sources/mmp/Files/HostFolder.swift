import Appliance
import FoundationEssentials
import Glibc
import PKI

/// A folder of the host that files are copied from or to: the only way past the appliance's walls.
struct HostFolder {
  let path: String

  /// Copies of the regular files in the folder. Links and names the appliance could not store are
  /// passed over with a word on standard error, subfolders and hidden files without one.
  ///
  /// They come in order of name, but for those named in a file `.order`, one a line: they come
  /// first, in that order. The appliance lists files in the order of their creation, and a
  /// transcript may depend on it.
  func files(within quota: Quota = Quota()) throws(Failure) -> [FileStore.File] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw Failure(.unreadable, "cannot read folder \(path)")
    }
    var files: [FileStore.File] = []
    var total = 0
    let ordered = order.filter(names.contains)
    for name in ordered + names.sorted().filter({ !ordered.contains($0) && !$0.hasPrefix(".") }) {
      guard let size = regularFileSize(name) else { continue }
      guard FileName.isValid(name) else {
        StandardStream.error.say(
          "left out \(path)/\(name): file names are letters, digits, '.', '-' and '_'")
        continue
      }
      guard size <= quota.fileSize else {
        throw Failure(.unreadable, "\(path)/\(name) is larger than \(quota.fileSize) bytes")
      }
      total += size
      // Before reading on: what does not fit must not fill the memory either.
      guard total <= quota.totalSize, files.count < quota.fileCount else {
        throw Failure(.unreadable, "\(path) holds more than an appliance stores")
      }
      let contents = try HostFile(path: "\(path)/\(name)").read(atMost: quota.fileSize)
      files.append(FileStore.File(name: name, contents: contents))
    }
    return files
  }

  /// Makes sure the folder is there to be written to.
  func create() throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(.unreadable, "cannot use folder \(path)")
    }
    guard access(path, W_OK | X_OK) == 0 else {
      throw Failure(.unreadable, "cannot write to folder \(path)")
    }
  }

  /// Writes `files` into the folder, private keys for the owner's eyes only. Each file appears
  /// whole or not at all; one that cannot be written does not hold up the others.
  func save(_ files: [FileStore.File]) throws(Failure) {
    var failure: Failure?
    for file in files {
      let isSecret = file.name.hasSuffix(".key") || PKIFile.mayHoldSecret(file.contents)
      do throws(Failure) {
        try HostFile(path: "\(path)/\(file.name)").write(
          file.contents, mode: isSecret ? 0o600 : 0o644)
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  private var order: [String] {
    guard let bytes = try? HostFile(path: "\(path)/.order").read(atMost: 1 << 20)
    else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map(String.init).filter { !$0.hasPrefix(".") && !$0.contains("/") }
  }

  private func regularFileSize(_ name: String) -> Int? {
    var status = stat()
    guard lstat("\(path)/\(name)", &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return Int(status.st_size)
    case S_IFDIR: break
    default: StandardStream.error.say("left out \(path)/\(name): not a regular file")
    }
    return nil
  }
}
