private import COpenSSL

extension PEMBlock {
  /// Whether OpenSSL 1.0.2 gets past the header: there is none, or it tells how the bytes are
  /// encrypted. Any other line, such as `Subject: cms1`, makes it refuse the block.
  ///
  /// A cipher that is unknown passes here, so that whoever wants to open the key can say so.
  var hasReadableHeader: Bool {
    guard let first = header.first, first != 0, first != 0x0A else { return true }
    // Later releases also take other blanks here than this one.
    guard header.starts(with: "Proc-Type: 4,ENCRYPTED".utf8.map { CChar($0) }) else { return false }
    defer { ERR_clear_error() }
    ERR_clear_error()
    var (header, cipher) = (header, EVP_CIPHER_INFO())
    return PEM_get_EVP_CIPHER_INFO(&header, &cipher) == 1
      || ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_UNSUPPORTED_ENCRYPTION
  }
}
