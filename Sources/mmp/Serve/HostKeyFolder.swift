import Gateway

/// A folder of host keys, so that clients meet the same machines again.
struct HostKeyFolder: HostKeyPlace {
  private let path: String

  /// The folder, made if there is none.
  init(path: String) throws(Failure) {
    self.path = path
    try HostFolder(path: path).create()
  }

  /// The key of a machine, made on first use; for its owner's eyes only.
  func key(named name: String) throws(Failure) -> HostKeyPair {
    let file = file(of: name)
    if let key = try kept(.ed25519, in: file) { return key }
    return try made(.ed25519, into: file)
  }

  /// The RSA key of all machines; nil if none is kept yet.
  func sharedKey() throws(Failure) -> HostKeyPair? { try kept(.rsa, in: sharedFile) }

  /// A new RSA key for all machines, which is kept.
  func makeSharedKey() throws(Failure) -> HostKeyPair { try made(.rsa, into: sharedFile) }

  /// The files of the keys of machines, and of the one for all.
  func files(for names: [String]) -> [HostFile] { names.map(file(of:)) + [sharedFile] }

  private func file(of name: String) -> HostFile { HostFile(path: "\(path)/\(name)_ed25519") }

  private var sharedFile: HostFile { HostFile(path: "\(path)/all_rsa") }

  private func kept(_ kind: HostKeyPair.Kind, in file: HostFile) throws(Failure) -> HostKeyPair? {
    guard file.kind != nil else { return nil }
    guard let key = HostKeyPair(text: try file.read(atMost: 64 << 10), kind) else {
      let name = kind == .rsa ? "RSA" : "Ed25519"
      throw Failure(.unreadable, "\(file.path) holds no \(name) host key")
    }
    return key
  }

  private func made(
    _ kind: HostKeyPair.Kind, into file: HostFile
  ) throws(Failure) -> HostKeyPair {
    guard let key = HostKeyPair(kind), let text = key.text else {
      throw Failure(.internalError, "cannot make a host key")
    }
    try file.write(text, mode: 0o600)
    return key
  }
}
