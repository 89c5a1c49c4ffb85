public import PKI

/// Why a stored file does not serve.
public enum FileFault: Error, Sendable, Equatable {
  /// There is no file of that name.
  case notFound
  /// There is nothing in it.
  case empty
  /// It holds no certificate.
  case noCertificate
  /// It holds no private key.
  case noPrivateKey
  /// It holds no certificate signing request.
  case noRequest
  /// A block begins in it that cannot be read.
  case damaged
  /// Its private key has a password on.
  case keyEncrypted
  /// It has more of something than is read.
  case excessive(Excess)
}

/// Why two files are no pair of private key and certificate.
public enum PairFault: Error, Sendable, Equatable {
  /// The file of the key does not serve.
  case privateKey(FileFault)
  /// The file of the certificate does not serve.
  case certificate(FileFault)
  /// The certificate was issued for another key.
  case notMatching
}

/// Why a certificate in a file is not trusted.
public enum ChainFault: Error, Sendable, Equatable {
  /// The certificate's file does not serve.
  case certificate(FileFault)
  /// The bundle of that name does not serve.
  case bundle(String, FileFault)
  /// The certificate leads to none that is trusted, or not at this time.
  case untrusted(VerificationFailure)
}
