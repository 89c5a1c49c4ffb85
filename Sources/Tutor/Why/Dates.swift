import PKI
import Time

/// Whether certificates are valid, in words.
enum Dates {
  /// Why one is not valid at a time; nil if it is.
  static func fact(_ certificate: Certificate, at now: UnixTime) -> String? {
    guard let validity = certificate.validity else {
      return "The dates of \(Written.holder(certificate)) cannot be read."
    }
    let clock = "the lab's clock says \(Written.time(now))"
    if now > validity.notAfter {
      return
        "\(Written.holder(certificate)) has expired: it was valid \(span(certificate)); \(clock)."
    }
    if now < validity.notBefore {
      return
        "\(Written.holder(certificate)) is not valid yet: it is \(span(certificate)); \(clock)."
    }
    return nil
  }

  /// From when to when one is valid.
  static func span(_ certificate: Certificate) -> String {
    guard let validity = certificate.validity else { return "nobody can say when" }
    return "from \(Written.time(validity.notBefore)) to \(Written.time(validity.notAfter))"
  }
}
