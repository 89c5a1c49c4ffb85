private import COpenSSL

/// Ciphers and digests, also those of the past that trainees' files still use (DES, RC2, MD4): the
/// appliance's OpenSSL 1.0 has them, OpenSSL 3.0 keeps them in a module of their own.
enum Algorithms {
  /// Loads them all, for the whole program. Whatever depends on an algorithm's being there calls
  /// this first, so that no answer depends on what was asked before.
  static func load() { _ = providers }

  /// Loaded once and never given back: keys made with them may outlive any owner.
  nonisolated(unsafe) private static let providers: [OpaquePointer?] = {
    defer { ERR_clear_error() }
    // Naming any provider ends the automatic loading of the default one.
    return ["default", "legacy"].map { (name: String) in OSSL_PROVIDER_load(nil, name) }
  }()
}
