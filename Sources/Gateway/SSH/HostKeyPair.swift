import CSSH

/// A key an SSH server proves itself with.
public final class HostKeyPair: @unchecked Sendable {
  /// What a key is made for.
  public enum Kind: Sendable {
    /// Made in no time; clients know it since 2014 (OpenSSH 6.5) or 2017 (PuTTY 0.68).
    case ed25519
    /// Of 2,048 bits, which all clients know. Making one takes up to half a second.
    case rsa
  }

  /// libssh's key. It never changes, so threads may share it.
  let pointer: OpaquePointer

  /// A new key; nil if libssh could make none.
  public init?(_ kind: Kind = .ed25519) {
    var key: OpaquePointer?
    guard ssh_pki_generate(kind.type, kind == .rsa ? 2048 : 0, &key) == SSH_OK, let key else {
      return nil
    }
    pointer = key
  }

  /// Reads a private key file; nil if it holds no private key without a password, or none of that
  /// kind.
  public init?(text: [UInt8], _ kind: Kind = .ed25519) {
    var key: OpaquePointer?
    let text = String(decoding: text, as: UTF8.self)
    guard ssh_pki_import_privkey_base64(text, nil, nil, nil, &key) == SSH_OK, let key else {
      return nil
    }
    guard ssh_key_type(key) == kind.type else {
      ssh_key_free(key)
      return nil
    }
    pointer = key
  }

  deinit { ssh_key_free(pointer) }

  /// The private key as a file that OpenSSH reads too; nil if libssh could not write it.
  public var text: [UInt8]? {
    var text: UnsafeMutablePointer<CChar>?
    guard ssh_pki_export_privkey_base64(pointer, nil, nil, nil, &text) == SSH_OK, let text else {
      return nil
    }
    defer { ssh_string_free_char(text) }
    return Array(String(cString: text).utf8)
  }

  /// The public key as a file of known hosts has it: its kind, and the key in base 64; empty if
  /// libssh could not write it.
  public var publicKey: String {
    var text: UnsafeMutablePointer<CChar>?
    guard ssh_pki_export_pubkey_base64(pointer, &text) == SSH_OK, let text,
      let kind = ssh_key_type_to_char(ssh_key_type(pointer))
    else { return "" }
    defer { ssh_string_free_char(text) }
    return "\(String(cString: kind)) \(String(cString: text))"
  }

  /// The public key's fingerprint as clients show it, such as `SHA256:` and 43 characters.
  public var fingerprint: String {
    var hash: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard ssh_get_publickey_hash(pointer, SSH_PUBLICKEY_HASH_SHA256, &hash, &count) == SSH_OK else {
      return ""
    }
    defer { ssh_clean_pubkey_hash(&hash) }
    guard let text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, count) else {
      return ""
    }
    defer { ssh_string_free_char(text) }
    return String(cString: text)
  }
}

extension HostKeyPair.Kind {
  /// libssh's word for it.
  fileprivate var type: ssh_keytypes_e {
    switch self {
    case .ed25519: SSH_KEYTYPE_ED25519
    case .rsa: SSH_KEYTYPE_RSA
    }
  }
}
