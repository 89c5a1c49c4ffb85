import PKI
import Time

/// Whether certificates are valid, in words.
enum Dates {
  /// Why one is not valid at a time; nil if it is.
  ///
  /// - Parameter name: what the certificate is called; nil for its common name.
  static func fact(
    _ certificate: Certificate, called name: String? = nil, at now: UnixTime
  ) -> String? {
    let holder = name ?? Written.holder(certificate)
    guard let validity = certificate.validity else {
      return "The dates of \(holder) cannot be read."
    }
    let clock = "the lab's clock says \(Written.time(now))"
    if now > validity.notAfter {
      return
        "\(holder) has expired: it was valid \(span(certificate)); \(clock)."
    }
    if now < validity.notBefore {
      return
        "\(holder) is not valid yet: it is \(span(certificate)); \(clock)."
    }
    return nil
  }

  /// From when to when one is valid.
  static func span(_ certificate: Certificate) -> String {
    guard let validity = certificate.validity else { return "nobody can say when" }
    return "from \(Written.time(validity.notBefore)) to \(Written.time(validity.notAfter))"
  }
}
