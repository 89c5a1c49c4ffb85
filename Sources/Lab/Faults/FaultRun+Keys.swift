import PKI
import Words
import YAML

extension FaultRun {
  /// Makes key and request anew, as `pki csr` does: the same names, another key.
  mutating func makeKey(_ basename: String, by action: Fault.Action) throws(WorldError) {
    let (keyFile, csr) = ("\(basename).key", "\(basename).csr")
    // What was one key on several machines is one again.
    var made: [[UInt8]: PrivateKey] = [:]
    var requests: [[UInt8]: CertificateRequest] = [:]
    let (keys, spare) = (keys, unusedSpare())
    try change(keyFile, by: action) { (shelf) throws(WorldError) in
      let old = try shelf.bytes(of: keyFile)
      guard let request = try shelf.file(csr).request else {
        throw WorldError("\(csr) on \(shelf.machine) holds no request")
      }
      let key: PrivateKey
      if let known = made[old] {
        key = known
      } else if made.isEmpty, let spare {
        key = spare
      } else {
        key = try Self.newKey(from: keys)
      }
      made[old] = key
      do throws(OpenSSLError) {
        if requests[old + request.der] == nil {
          requests[old + request.der] = try CertificateRequest(renewing: request, key: key)
        }
        shelf[keyFile] = key.pem
        shelf[csr] = requests[old + request.der]?.pem
      } catch {
        throw WorldError("\(csr): \(error)")
      }
    }
  }

  /// The lab's spare key, which takes no time to make; nil if it lies on a machine already.
  private func unusedSpare() -> PrivateKey? {
    guard let key = ReadyKeys.key(named: "spare") else { return nil }
    let pem = key.pem
    let isUsed = shelves.contains { shelf in
      shelf.bundles.contains { name in
        shelf[name].flatMap { PKIFile.mayHoldSecret($0) ? PKIFile($0).privateKey?.pem : nil } == pem
      }
    }
    return isUsed ? nil : key
  }

  private static func newKey(from keys: any KeySource) throws(WorldError) -> PrivateKey {
    let key: PrivateKey?
    do throws(OpenSSLError) {
      key = try keys.rsaKey(bits: 2048) { _ in true }
    } catch {
      throw WorldError("no key can be made: \(error)")
    }
    guard let key else { throw WorldError("no key can be made") }
    return key
  }
}

extension Shelf {
  /// Puts the key of another file, or one of the lab's own, in a key's place.
  mutating func swapKey(_ name: String, for other: String) throws(WorldError) {
    try checkKey(name)
    if let bytes = self[other] {
      try checkKey(other)
      self[name] = bytes
    } else if let key = ReadyKeys.key(named: other) {
      self[name] = key.pem
    } else {
      let hint = Hint.nearest(to: other, among: presentNames + ReadyKeys.names)
      throw WorldError(
        "\(machine) has no \(Shown.plain(other)), nor is there a key of that name",
        hint: hint, about: .value(.for))
    }
  }

  /// Puts a password on a key. What else is in the file stays.
  mutating func encrypt(_ name: String, password: String) throws(WorldError) {
    guard !password.isEmpty else { throw WorldError("the password is empty") }
    let file = try file(name)
    guard let key = file.privateKey else {
      throw WorldError("\(name) on \(machine) holds no key in the clear")
    }
    let encrypted = key.pem(password: password)
    var parts = PEMParts(try bytes(of: name))
    guard let index = parts.parts.indices.first(where: { parts.holdsKey(at: $0) }) else {
      self[name] = encrypted
      return
    }
    parts.parts[index] = Array(encrypted.dropLast())
    self[name] = parts.bytes
  }

  private func checkKey(_ name: String) throws(WorldError) {
    let file = try file(name)
    guard file.privateKey != nil || file.hasEncryptedPrivateKey else {
      throw WorldError("\(name) on \(machine) holds no key")
    }
  }
}

extension PEMParts {
  fileprivate func holdsKey(at index: Int) -> Bool {
    PKIFile(parts[index] + [0x0A]).privateKey != nil
  }
}
