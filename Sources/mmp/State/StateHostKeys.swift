import Gateway
import Store
import Synchronization

/// Host keys in a state file.
final class StateHostKeys: HostKeyPlace {
  private let file: StateFile
  private let path: String
  /// Keys that were made and are not written yet, as texts by names.
  private let made = Mutex<[String: String]>([:])

  /// The keys in that file, which was opened by that path.
  init(in file: StateFile, at path: String) {
    self.file = file
    self.path = path
  }

  func key(named name: String) throws(Failure) -> HostKeyPair {
    if let key = try kept(.ed25519, as: name) { return key }
    guard let key = HostKeyPair(), let text = key.text else {
      throw Failure(.internalError, "cannot make a host key")
    }
    made.withLock { $0[Self.key(of: name)] = String(decoding: text, as: UTF8.self) }
    return key
  }

  /// Writes the keys that were made, all at once.
  func write() throws(Failure) {
    let keys = made.withLock { made in
      defer { made = [:] }
      return made
    }
    guard !keys.isEmpty else { return }
    try Failure.stating(path) { () throws(StoreFault) in
      try file.write { (writing) throws(StoreFault) in
        for (name, text) in keys { try writing.setMeta(name, text) }
      }
    }
  }

  func sharedKey() throws(Failure) -> HostKeyPair? { try kept(.rsa, as: Self.shared) }

  func makeSharedKey() throws(Failure) -> HostKeyPair {
    guard let key = HostKeyPair(.rsa), let text = key.text else {
      throw Failure(.internalError, "cannot make a host key")
    }
    made.withLock { $0[Self.key(of: Self.shared)] = String(decoding: text, as: UTF8.self) }
    try write()
    return key
  }

  /// The state file is one, which warns of itself.
  func files(for names: [String]) -> [HostFile] { [HostFile(path: path)] }

  private static let shared = "all"

  private static func key(of name: String) -> String { "hostkey \(name)" }

  private func kept(
    _ kind: HostKeyPair.Kind, as name: String
  ) throws(Failure) -> HostKeyPair? {
    let text = try Failure.stating(path) { () throws(StoreFault) in
      try file.read { (reading) throws(StoreFault) in try reading.meta(Self.key(of: name)) }
    }
    guard let text else { return nil }
    guard let key = HostKeyPair(text: Array(text.utf8), kind) else {
      throw Failure(.unreadable, "\(path) has a host key of \(name) that cannot be read")
    }
    return key
  }
}
