private import COpenSSL

/// What happens while a prime is searched.
public enum PrimeSearchEvent: Sendable {
  /// A number was tried and turned out not to be the prime.
  case candidate
  /// A prime was found. An RSA key needs two.
  case found
  /// Time has passed and nothing has happened, so that whoever waits can give up.
  case waiting
}

/// Where new keys come from, and where other work is done that takes as long. Tests hand out
/// prepared keys.
public protocol KeySource: Sendable {
  /// Makes an RSA key.
  ///
  /// - Parameter progress: called while primes are searched; false gives up.
  /// - Returns: the key, or nil if `progress` gave up.
  func rsaKey(bits: Int, progress: (PrimeSearchEvent) -> Bool) throws(OpenSSLError) -> PrivateKey?

  /// Has other work done.
  ///
  /// - Parameters:
  ///   - work: what is to be done, maybe on another thread; it asks now and then whether it is still
  ///     wanted, and returns nil where it stopped because it was not.
  ///   - isWanted: asked on this thread, again and again.
  /// - Returns: what came of it; nil if it was given up.
  func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, while isWanted: () -> Bool
  ) -> Outcome?

  /// The source as somebody is to use it who is not alone: what they ask for has its turn among what
  /// others ask for.
  func serving(_ asker: Asker) -> any KeySource
}

extension KeySource {
  /// Does it on the calling thread.
  public func carryOut<Outcome: Sendable>(
    _ work: @escaping @Sendable (_ isWanted: () -> Bool) -> Outcome?, while isWanted: () -> Bool
  ) -> Outcome? { work(isWanted) }

  /// The same source: nobody waits there.
  public func serving(_ asker: Asker) -> any KeySource { self }
}

/// OpenSSL's own random keys.
public struct OpenSSLKeySource: KeySource {
  /// The one source there is.
  public init() {}

  /// Generates on the calling thread; see ``KeySource``.
  public func rsaKey(
    bits: Int, progress: (PrimeSearchEvent) -> Bool
  ) throws(OpenSSLError) -> PrivateKey? {
    let context = try made(EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nil))
    defer { EVP_PKEY_CTX_free(context) }
    try succeeded(EVP_PKEY_keygen_init(context))
    try succeeded(EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits)))

    return try withoutActuallyEscaping(progress) { (progress) throws(OpenSSLError) in
      var search = PrimeSearch(progress: progress)
      var key: OpaquePointer?
      let result = withUnsafeMutablePointer(to: &search) { search in
        EVP_PKEY_CTX_set_app_data(context, search)
        EVP_PKEY_CTX_set_cb(context, reportPrimeSearch)
        return EVP_PKEY_keygen(context, &key)
      }
      if search.isAbandoned {
        ERR_clear_error()
        EVP_PKEY_free(key)
        return nil
      }
      try succeeded(result)
      return PrivateKey(adopting: try made(key))
    }
  }
}

private struct PrimeSearch {
  let progress: (PrimeSearchEvent) -> Bool
  var isAbandoned = false
}

/// OpenSSL's callback: 0 for a candidate, 3 for a prime found; the codes between are rounds of the
/// primality test. Returning 0 ends the generation with an error.
private func reportPrimeSearch(_ context: OpaquePointer?) -> Int32 {
  guard let data = EVP_PKEY_CTX_get_app_data(context) else { return 1 }
  let search = data.assumingMemoryBound(to: PrimeSearch.self)
  let event: PrimeSearchEvent
  switch EVP_PKEY_CTX_get_keygen_info(context, 0) {
  case 0: event = .candidate
  case 3: event = .found
  default: return 1
  }
  if !search.pointee.progress(event) { search.pointee.isAbandoned = true }
  return search.pointee.isAbandoned ? 0 : 1
}
