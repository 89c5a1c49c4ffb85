internal import Journal
internal import PKI

extension RequestBook.Outcome {
  /// The outcome as it is kept.
  var kept: KeptRequest.Outcome {
    switch self {
    case .issued(let issued): .issued(issued.certificate.der)
    case .denied(.failed(let error)): .denied(reason: Self.failed, detail: "\(error.code) \(error)")
    case .denied(let reason): .denied(reason: reason.name, detail: nil)
    }
  }

  /// The outcome that was kept; nil if it cannot be read.
  ///
  /// - Parameter chain: the authority's certificates.
  init?(_ request: KeptRequest, chain: [Certificate]) {
    switch request.outcome {
    case .issued(let der):
      guard let certificate = try? Certificate(der: der) else { return nil }
      self = .issued(Issued(requestID: request.id, certificate: certificate, chain: chain))
    case .denied(let reason, let detail):
      if let check = RequestCheck.all.first(where: { $0.name == reason }) {
        self = .denied(.refused(by: check, template: request.template))
      } else if reason == Self.failed {
        self = .denied(.failed(OpenSSLError(kept: detail ?? "")))
      } else {
        return nil
      }
    }
  }

  private static let failed = "failed"
}

extension OpenSSLError {
  /// The error in its kept form: its number, a blank and its words.
  fileprivate init(kept text: String) {
    let parts = text.split(separator: " ", maxSplits: 1)
    self.init(
      code: parts.first.flatMap { UInt($0) } ?? 0, reason: parts.count > 1 ? String(parts[1]) : "")
  }
}
