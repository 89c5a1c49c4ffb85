private import COpenSSL

/// One attribute of the subject a request asks for.
public struct SubjectAttribute: Sendable, Equatable {
  /// Its type as numbers between dots: `2.5.4.3` is the common name.
  public let type: String
  /// Its value; nil if that is no text, or not in the encoding it claims to have.
  public let value: String?

  /// An attribute.
  public init(type: String, value: String?) {
    self.type = type
    self.value = value
  }

  /// - Parameter entry: `X509_NAME_ENTRY *`
  fileprivate init(_ entry: OpaquePointer?) {
    var dotted = [CChar](repeating: 0, count: 128)
    OBJ_obj2txt(&dotted, Int32(dotted.count), X509_NAME_ENTRY_get_object(entry), 1)
    type = String(decoding: dotted.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    value = Self.text(of: X509_NAME_ENTRY_get_data(entry))
  }

  /// - Parameter string: `ASN1_STRING *`
  private static func text(of string: UnsafePointer<ASN1_STRING>?) -> String? {
    var start: UnsafeMutablePointer<UInt8>?
    let count = ASN1_STRING_to_UTF8(&start, string)
    defer {
      copenssl_free(start)
      ERR_clear_error()
    }
    guard count >= 0 else { return nil }
    let bytes = UnsafeBufferPointer(start: start, count: Int(count))
    // OpenSSL hands on a UTF8String without looking into it.
    return String(validating: bytes, as: UTF8.self)
  }
}

extension CertificateRequest {
  /// The attributes of the subject it asks for, in order, whichever relative names they are part of.
  /// A subject that cannot be read is one attribute without type and value.
  public var subjectAttributes: [SubjectAttribute] {
    guard hasReadableSubject else { return [SubjectAttribute(type: "", value: nil)] }
    let name = X509_REQ_get_subject_name(pointer)
    return (0..<max(0, X509_NAME_entry_count(name))).map {
      SubjectAttribute(X509_NAME_get_entry(name, $0))
    }
  }

  /// Whether it asks for a subject alternative name, with an entry at least.
  public var hasAlternativeNames: Bool {
    guard let entry = alternativeNames() else { return false }
    defer {
      X509_EXTENSION_free(entry)
      ERR_clear_error()
    }
    guard let names = try? GeneralNames(entry) else { return false }
    return !names.isEmpty
  }

  /// Whether it asks for the subject that `certificate` has, upper and lower case and runs of blanks
  /// not counted.
  public func hasSubject(of certificate: Certificate) -> Bool {
    X509_NAME_cmp(
      X509_REQ_get_subject_name(pointer), X509_get_subject_name(certificate.pointer)) == 0
  }

  /// What kind of key it has, by OpenSSL's name: `RSA`, `EC`, `DSA`, `ED25519`; empty for one that
  /// OpenSSL does not read.
  public var keyKind: String {
    guard let key = publicKey else {
      ERR_clear_error()
      return ""
    }
    return EVP_PKEY_get0_type_name(key).map { String(cString: $0) } ?? ""
  }

  /// The size of its key in bits: an RSA or DSA modulus, an EC field; 0 for one that OpenSSL does
  /// not read.
  public var keyBits: Int {
    defer { ERR_clear_error() }
    return publicKey.map { max(0, Int(EVP_PKEY_get_bits($0))) } ?? 0
  }

  /// The name of its key's curve, as OpenSSL has it: `prime256v1`, `secp384r1`; nil for a key of
  /// another kind and for a curve that has no name.
  public var keyCurve: String? {
    defer { ERR_clear_error() }
    var name = [CChar](repeating: 0, count: 64)
    guard keyKind == "EC", let key = publicKey,
      EVP_PKEY_get_group_name(key, &name, name.count, nil) == 1
    else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
