import Gateway

/// Where host keys are kept, so that clients meet the same machines again.
protocol HostKeyPlace: Sendable {
  /// The key of a machine, made on first use.
  func key(named name: String) throws(Failure) -> HostKeyPair

  /// The RSA key of all machines; nil if none is kept yet.
  func sharedKey() throws(Failure) -> HostKeyPair?

  /// A new RSA key for all machines, which is kept.
  func makeSharedKey() throws(Failure) -> HostKeyPair

  /// The files of the keys of machines, and of the one for all.
  func files(for names: [String]) -> [HostFile]
}
