/// What a certificate of the lab is asked for with.
package struct CertificateHolder: Sendable {
  /// The common name.
  package let commonName: String
  /// The alternative names, in order.
  package let names: [String]
}
