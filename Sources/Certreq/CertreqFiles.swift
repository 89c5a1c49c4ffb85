import Authority
import Ledger
import PKI
import Workstation

/// A file certreq writes.
struct CertreqOutput {
  enum Kind {
    case certificate
    /// PKCS #7 with the certificates above.
    case chain
    /// What the authority answered, PKCS #7 too. The real one is a signed CMC response around the
    /// same certificates.
    case fullResponse
  }

  let kind: Kind
  let path: WindowsPath

  /// Base64 with the header Windows puts on any of them, or DER.
  func bytes(of issued: Issued, isBinary: Bool) -> [UInt8] {
    let der: [UInt8]
    switch kind {
    case .certificate: der = issued.certificate.der
    case .chain, .fullResponse:
      let all = [issued.certificate] + issued.chain
      der = (try? CertificateBundle.pkcs7(all)) ?? []
    }
    return isBinary ? der : WindowsPEM.encode(der, label: "CERTIFICATE")
  }
}

/// A request file as certreq takes it.
enum CertreqRequest {
  /// PEM of any label, base64 without a header, either in UTF-16 too, or DER.
  static func read(_ bytes: [UInt8]) -> CertificateRequest? {
    let der = WindowsPEM.decode(bytes)
    return der.isEmpty ? nil : try? .withAnySubject(der)
  }
}

extension WindowsPath {
  /// The same place, the last name ending in another extension.
  func replacingExtension(by new: String) -> WindowsPath {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let base = parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
    return parent.appending("\(base).\(new)")
  }
}

extension CertreqFailure {
  /// The authority's answer, as the HRESULT of winerror.h that its message names in words.
  init(_ denial: Denial.Reason) {
    switch denial {
    case .accessDenied: self = .accessDenied
    case .refused(let check, let template):
      let saying = CertreqMessages.saying(of: check, template: template)
      self.init(saying, check.words.code)
    case .unknownRequest: self = .unknownRequest
    case .failed: self.init(CertreqMessages.notMade, 0x8000_4005)
    }
  }
}
