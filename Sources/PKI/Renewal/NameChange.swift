private import COpenSSL

/// A change of whom a request asks for, or a certificate is for.
public enum NameChange: Sendable, Equatable {
  /// Another common name, also among the alternative names that repeat it.
  case commonName(String)
  /// One alternative name less.
  case without(AlternativeName)
}

/// What names the holder of a key: a request or a certificate.
protocol NamesHolder {
  /// `X509_NAME *`, borrowed.
  var subjectName: OpaquePointer? { get }
  /// `EVP_PKEY *`, borrowed.
  var publicKey: OpaquePointer? { get }
  /// The subject alternative name as an `X509_EXTENSION *` of the caller's own; nil if there is none.
  func alternativeNames() -> OpaquePointer?
}

extension NamesHolder {
  /// Whether `name` is among the alternative names.
  func hasAlternativeName(_ name: AlternativeName) -> Bool {
    guard let entry = alternativeNames() else { return false }
    defer { X509_EXTENSION_free(entry) }
    guard let list = try? GeneralNames(entry) else { return false }
    return list.firstIndex(of: name) != nil
  }

  /// The subject as an `X509_NAME *` of the caller's own.
  func subject(changedBy change: NameChange?) throws(OpenSSLError) -> OpaquePointer {
    let name = try made(X509_NAME_dup(subjectName))
    guard case .commonName(let text) = change else { return name }
    let position = X509_NAME_get_index_by_NID(name, NID_commonName, -1)
    X509_NAME_ENTRY_free(X509_NAME_delete_entry(name, position))
    let utf8 = Array(text.utf8)
    guard
      X509_NAME_add_entry_by_NID(
        name, NID_commonName, MBSTRING_UTF8, utf8, Int32(clamping: utf8.count), position, 0) == 1
    else {
      X509_NAME_free(name)
      throw OpenSSLError.drain()
    }
    return name
  }

  /// The subject alternative name as an `X509_EXTENSION *` of the caller's own; nil if none is left.
  func alternativeNames(changedBy change: NameChange?) throws(OpenSSLError) -> OpaquePointer? {
    guard let entry = alternativeNames() else { return nil }
    guard let change else { return entry }
    defer { X509_EXTENSION_free(entry) }
    let names = try GeneralNames(entry)
    switch change {
    case .without(let name):
      while let index = names.firstIndex(of: name) { names.remove(at: index) }
    case .commonName(let new):
      guard let old = holderName else { break }
      while old != new, let index = names.firstIndex(of: .dns(old)) {
        names.remove(at: index)
        if AlternativeName.isHostName(new) { try names.insert(.dns(new), at: index) }
      }
    }
    return names.isEmpty ? nil : try names.entry(isCritical: X509_EXTENSION_get_critical(entry))
  }

  /// The first common name of the subject; nil if it has none.
  var holderName: String? { firstCommonName(in: subjectName) }
}
