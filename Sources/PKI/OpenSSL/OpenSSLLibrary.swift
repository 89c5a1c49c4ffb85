private import COpenSSL

/// The OpenSSL that is loaded, which may be newer than the one the program was built with.
public enum OpenSSLLibrary {
  /// Its version, as in `3.0.17`.
  public static var version: String { String(cString: OpenSSL_version(OPENSSL_VERSION_STRING)) }
}
