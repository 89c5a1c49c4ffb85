private import COpenSSL

extension TextBuffer {
  /// An extension: its name, and below it what 1.0.2 makes of its content.
  ///
  /// - Parameter extension: `X509_EXTENSION *`
  mutating func write(extension pointer: OpaquePointer) {
    let object = ObjectName(X509_EXTENSION_get_object(pointer))
    guard let value = StringView(X509_EXTENSION_get_data(pointer)) else { return }
    indent(12)
    write(object: object)
    write(X509_EXTENSION_get_critical(pointer) > 0 ? ": critical\n" : ": \n")
    let start = bytes.count
    metUnparsable = false
    let isComplete = write(content: value.bytes, of: object.nid, indent: 16)
    if metUnparsable { truncate(to: start) }
    // A printer that only gives up half-way leaves what it has written so far.
    if !isComplete || metUnparsable {
      indent(16)
      write(printable: value.bytes)
    }
    write("\n")
  }

  /// Octets with a dot for each that is neither printable nor a line break.
  mutating func write(printable octets: Bytes) {
    for octet in octets {
      switch octet {
      case 0x20...0x7e, UInt8(ascii: "\n"), UInt8(ascii: "\r"): write(byte: octet)
      default: write(byte: UInt8(ascii: "."))
      }
    }
  }

  /// - Returns: false for an extension 1.0.2 has no printer for, or one whose printer gives up.
  private mutating func write(content: Bytes, of nid: Int32, indent margin: Int) -> Bool {
    switch nid {
    case NID_subject_alt_name, NID_issuer_alt_name, NID_certificate_issuer:
      write(alternativeNames: content, indent: margin)
    case NID_authority_key_identifier:
      write(authorityKeyIdentifier: content, indent: margin)
    case NID_subject_key_identifier:
      write(subjectKeyIdentifier: content, indent: margin)
    case NID_key_usage:
      write(keyUsage: content, indent: margin)
    case NID_netscape_cert_type:
      write(netscapeCertificateType: content, indent: margin)
    case NID_ext_key_usage:
      write(extendedKeyUsage: content, indent: margin)
    case NID_basic_constraints:
      write(basicConstraints: content, indent: margin)
    case NID_info_access, NID_sinfo_access:
      write(informationAccess: content, indent: margin)
    case NID_crl_distribution_points, NID_freshest_crl:
      write(distributionPoints: content, indent: margin)
    case NID_issuing_distribution_point:
      write(issuingDistributionPoint: content, indent: margin)
    case NID_certificate_policies:
      write(certificatePolicies: content, indent: margin)
    case NID_name_constraints:
      write(nameConstraints: content, indent: margin)
    default:
      write(rareContent: content, of: nid, indent: margin)
    }
  }

  private mutating func write(rareContent content: Bytes, of nid: Int32, indent margin: Int) -> Bool
  {
    switch nid {
    case NID_policy_constraints:
      write(policyConstraints: content, indent: margin)
    case NID_policy_mappings:
      write(policyMappings: content, indent: margin)
    case NID_inhibit_any_policy, NID_crl_number, NID_delta_crl:
      write(number: content, indent: margin)
    case NID_crl_reason:
      write(revocationReason: content, indent: margin)
    case NID_private_key_usage_period:
      write(privateKeyUsagePeriod: content, indent: margin)
    case NID_netscape_base_url, NID_netscape_revocation_url, NID_netscape_ca_revocation_url,
      NID_netscape_renewal_url, NID_netscape_ca_policy_url, NID_netscape_ssl_server_name,
      NID_netscape_comment:
      write(netscapeString: content, indent: margin)
    case NID_sxnet:
      write(strongExtranet: content, indent: margin)
    case NID_proxyCertInfo:
      write(proxyCertificate: content, indent: margin)
    case NID_ct_precert_scts, NID_ct_cert_scts:
      write(signedTimestamps: content, indent: margin)
    default:
      write(ocspContent: content, of: nid, indent: margin)
    }
  }
}
