import Gateway

/// The RSA key that all machines of a process have besides their own, for clients that know no
/// Ed25519: one that is kept, or a new one, which nobody waits for.
struct SharedHostKey: Sendable {
  private let place: (any HostKeyPlace)?
  /// The one that is kept; nil if there is none yet.
  let kept: HostKeyPair?

  /// The key in a place, if it has one.
  ///
  /// - Throws: what is there instead of a key.
  init(in place: (any HostKeyPlace)?) throws(Failure) {
    self.place = place
    kept = try place?.sharedKey()
  }

  /// A new one, which takes up to half a second. One that cannot be kept is used all the same, which
  /// is said.
  func made() -> HostKeyPair? {
    guard let place else { return HostKeyPair(.rsa) }
    do throws(Failure) {
      return try place.makeSharedKey()
    } catch {
      StandardStream.error.say(error.description)
      return HostKeyPair(.rsa)
    }
  }
}
