private import COpenSSL

/// A `SubjectPublicKeyInfo`, borrowed.
struct PublicKeyInfo {
  /// Which kind of key this is, with the numbers its owner shares with others.
  let algorithm: Algorithm
  /// The content of the bit string.
  let key: Bytes
  /// `EVP_PKEY *`, when OpenSSL 3.0 could load the key.
  let loaded: OpaquePointer?

  /// - Parameter pointer: `X509_PUBKEY *`
  init?(_ pointer: OpaquePointer?) {
    var bytes: UnsafePointer<UInt8>?
    var count: Int32 = 0
    var algorithm: UnsafeMutablePointer<X509_ALGOR>?
    guard let pointer, X509_PUBKEY_get0_param(nil, &bytes, &count, &algorithm, pointer) == 1,
      let algorithm = Algorithm(algorithm)
    else { return nil }
    self.algorithm = algorithm
    key = Bytes(start: bytes, count: bytes == nil ? 0 : max(0, Int(count)))
    loaded = X509_PUBKEY_get0(pointer)
  }
}

extension TextBuffer {
  /// The section of a certificate or request that shows its public key.
  ///
  /// - Parameter key: `X509_PUBKEY *`
  mutating func write(publicKey key: OpaquePointer?) {
    guard let info = PublicKeyInfo(key) else { return }
    write("        Subject Public Key Info:\n            Public Key Algorithm: ")
    write(object: info.algorithm.object)
    write("\n")
    if !write(publicKey: info, indent: 16) {
      // 1.0.2 goes on with its error queue, whose lines name the thread that printed them. They
      // differ from run to run, so none are made up here.
      write("            Unable to load Public Key\n")
    }
  }

  /// The numbers of a public key.
  ///
  /// - Returns: false, with nothing written, for a key 1.0.2 could not load.
  mutating func write(publicKey info: PublicKeyInfo, indent margin: Int) -> Bool {
    switch info.algorithm.object.nid {
    case NID_rsaEncryption, NID_rsa:
      write(rsa: info, indent: margin)
    case NID_dsa, NID_dsa_2, NID_dsaWithSHA, NID_dsaWithSHA1, NID_dsaWithSHA1_2:
      write(dsa: info, indent: margin)
    case NID_X9_62_id_ecPublicKey:
      write(ellipticCurve: info, indent: margin)
    case NID_dhKeyAgreement, NID_dhpublicnumber:
      write(diffieHellman: info, indent: margin)
    default:
      false
    }
  }
}
