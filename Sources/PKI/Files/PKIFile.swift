private import COpenSSL

/// What a file holds, as far as a public key infrastructure is concerned.
public struct PKIFile: Sendable {
  /// How the bytes are written down.
  public enum Encoding: Sendable {
    case pem, der
  }

  /// One thing in a file. A bundle has several.
  public enum Element: Sendable {
    case certificate(Certificate)
    case request(CertificateRequest)
    case privateKey(PrivateKey)
    /// A private key that needs its password before it can be used.
    case encryptedPrivateKey
    /// A key pair's public half, in PEM or DER.
    case publicKey
    /// A public key in the one-line form of an SSH client.
    case sshPublicKey(SSHPublicKey)
    /// A PKCS #12 container; its password opens it.
    case pkcs12
    /// A PEM block with a label that means nothing here, such as `X509 CRL`.
    case other(label: String)
    /// A PEM block, or the DER inside one, that cannot be read.
    case damaged
    /// Something that asks for more than is done for it; it is not read.
    case excessive(Excess)
  }

  /// How the elements are encoded.
  public let encoding: Encoding
  /// The elements in file order; empty if nothing is recognized.
  public let elements: [Element]

  /// Looks at a whole file. Any bytes may be given.
  public init(_ bytes: [UInt8]) {
    // Who always wants it gets it.
    self = Self(bytes, while: { true }) ?? Self(encoding: .der, elements: [])
  }

  private init(encoding: Encoding, elements: [Element]) {
    self.encoding = encoding
    self.elements = elements
  }

  /// Looks at a whole file as long as `isWanted`, which is asked before each element; nil if it is
  /// wanted no more.
  public init?(_ bytes: [UInt8], while isWanted: () -> Bool) {
    guard bytes.count <= Excess.mostBytes else {
      self = Self(encoding: .der, elements: [.excessive(.size)])
      return
    }
    let blocks = PEMBlock.blocks(in: bytes, upTo: Excess.mostElements + 1)
    if blocks.count > Excess.mostElements {
      encoding = .pem
      elements = [.excessive(.elements)]
    } else if !blocks.isEmpty {
      var elements: [Element] = []
      for block in blocks {
        guard isWanted() else { return nil }
        elements.append(block.map(Element.init) ?? .damaged)
      }
      encoding = .pem
      self.elements = elements
    } else if let key = SSHPublicKey(text: bytes) {
      encoding = .pem
      elements = [.sshPublicKey(key)]
    } else {
      encoding = .der
      elements = Element(der: bytes).map { [$0] } ?? []
    }
  }

  /// The certificates in file order.
  public var certificates: [Certificate] {
    elements.compactMap { if case .certificate(let certificate) = $0 { certificate } else { nil } }
  }

  /// The first private key that is not encrypted, as long as all before it can be read.
  public var privateKey: PrivateKey? {
    for case .privateKey(let key) in readable { return key }
    return nil
  }

  /// The first request, as long as all before it can be read.
  public var request: CertificateRequest? {
    for case .request(let request) in readable { return request }
    return nil
  }

  /// The elements in front of the first that is damaged: OpenSSL, looking for a kind, stops there.
  private var readable: ArraySlice<Element> {
    elements.prefix { if case .damaged = $0 { false } else { true } }
  }

  /// Whether there is a private key behind a password.
  public var hasEncryptedPrivateKey: Bool {
    elements.contains { if case .encryptedPrivateKey = $0 { true } else { false } }
  }

  /// Whether a block begins in the file that cannot be read.
  public var isDamaged: Bool {
    elements.contains { if case .damaged = $0 { true } else { false } }
  }

  /// What the file has too much of; nil if all of it was read.
  public var excess: Excess? {
    for case .excessive(let excess) in elements { return excess }
    return nil
  }
}

extension PKIFile.Element {
  /// What a PEM block holds.
  init(_ block: PEMBlock) {
    let element: Self? =
      switch block.label {
      case _ where !block.hasReadableHeader:
        block.hasKnownLabel ? nil : .other(label: block.label)
      case "CERTIFICATE", "X509 CERTIFICATE":
        (try? Certificate(der: block.der)).map(Self.certificate)
      case "TRUSTED CERTIFICATE":
        (try? Certificate(trustedDER: block.der)).map(Self.certificate)
      case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST":
        (try? CertificateRequest(der: block.der)).map(Self.request)
      case _ where block.isLockedKey:
        .encryptedPrivateKey
      case "ENCRYPTED PRIVATE KEY":
        block.der.withUnsafeBufferPointer(KeyDerivation.isExcessive) ? .excessive(.rounds) : nil
      case "PUBLIC KEY", "RSA PUBLIC KEY":
        .publicKey
      default:
        block.isPrivateKey ? Self(key: block.der) : .other(label: block.label)
      }
    self = element ?? .damaged
  }

  /// A private key without a password; nil if it cannot be read.
  private init?(key der: [UInt8]) {
    do throws(OpenSSLError) {
      self = .privateKey(try PrivateKey(der: der))
    } catch {
      guard let excess = error.excess else { return nil }
      self = .excessive(excess)
    }
  }

  /// What a file without PEM blocks holds; nil if nothing known.
  init?(der: [UInt8]) {
    // Every DER form here is a SEQUENCE: spare OpenSSL six attempts at anything else.
    guard der.first == 0x30 else { return nil }
    if let certificate = try? Certificate(der: der) {
      self = .certificate(certificate)
    } else if let request = try? CertificateRequest(der: der) {
      self = .request(request)
    } else if let key = Self(key: der) {
      self = key
    } else if let form = Self.opaqueForm(of: der) {
      self = form
    } else {
      return nil
    }
  }

  /// The DER forms of which only the kind is of interest.
  private static func opaqueForm(of der: [UInt8]) -> Self? {
    defer { ERR_clear_error() }
    return der.withUnsafeBufferPointer { buffer in
      var next = buffer.baseAddress
      if let container = d2i_PKCS12(nil, &next, buffer.count) {
        PKCS12_free(container)
        return .pkcs12
      }
      next = buffer.baseAddress
      if let container = d2i_PKCS7(nil, &next, buffer.count) {
        PKCS7_free(container)
        return .other(label: "PKCS7")
      }
      next = buffer.baseAddress
      if let key = d2i_PUBKEY(nil, &next, buffer.count) {
        EVP_PKEY_free(key)
        return .publicKey
      }
      next = buffer.baseAddress
      if let key = d2i_X509_SIG(nil, &next, buffer.count) {
        X509_SIG_free(key)
        if KeyDerivation.canOpen(buffer) { return .encryptedPrivateKey }
        return KeyDerivation.isExcessive(buffer) ? .excessive(.rounds) : nil
      }
      return nil
    }
  }
}
