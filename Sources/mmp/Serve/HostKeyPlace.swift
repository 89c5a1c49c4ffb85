import Gateway

/// Where host keys are kept, so that clients meet the same appliances again.
protocol HostKeyPlace: Sendable {
  /// The key of an appliance, made on first use.
  func key(named name: String) throws(Failure) -> HostKeyPair

  /// The RSA key of all appliances; nil if none is kept yet.
  func sharedKey() throws(Failure) -> HostKeyPair?

  /// A new RSA key for all appliances, which is kept.
  func makeSharedKey() throws(Failure) -> HostKeyPair

  /// The files of the keys of appliances, and of the one for all.
  func files(for names: [String]) -> [HostFile]
}
