import Gateway

/// A folder of host keys, so that clients meet the same appliances again.
struct HostKeyFolder {
  private let path: String

  /// The folder, made if there is none.
  init(path: String) throws(Failure) {
    self.path = path
    try HostFolder(path: path).create()
  }

  /// The key of an appliance, made on first use; for its owner's eyes only.
  func key(named name: String) throws(Failure) -> HostKeyPair {
    let file = HostFile(path: "\(path)/\(name)_ed25519")
    if file.kind != nil {
      guard let key = HostKeyPair(text: try file.read(atMost: 64 << 10)) else {
        throw Failure(.unreadable, "\(file.path) holds no Ed25519 host key")
      }
      return key
    }
    guard let key = HostKeyPair(), let text = key.text else {
      throw Failure(.internalError, "cannot make a host key")
    }
    try file.write(text, mode: 0o600)
    return key
  }
}
