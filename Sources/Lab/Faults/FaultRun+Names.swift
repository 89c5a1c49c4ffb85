import PKI

/// Certificates that are issued once more.
extension FaultRun {
  /// Renews the first certificate of each of those files, wherever the action says, and puts the new
  /// one where the old one was.
  mutating func renew(
    _ action: Fault.Action, files: [String],
    _ renew: (FaultRun, Certificate) throws(WorldError) -> Certificate
  ) throws(WorldError) {
    var successors: [[UInt8]: Successor] = [:]
    var reason: WorldError?
    let machines = try indices(of: action.machines)
    for index in machines {
      for name in files where action.machines != nil || shelves[index][name] != nil {
        do throws(WorldError) {
          guard let old = try shelves[index].file(name).certificates.first else {
            throw WorldError("\(name) on \(shelves[index].machine) holds no certificate")
          }
          // The same certificate is the same everywhere afterwards too.
          if successors[old.der] == nil {
            successors[old.der] = Successor(try renew(self, old))
          }
        } catch {
          guard action.machines == nil else { throw error }
          reason = reason ?? error
        }
      }
    }
    guard !successors.isEmpty else {
      throw reason ?? nowhere(files)
    }
    replace(successors, on: machines, only: action.isAlone ? files : nil)
  }

  /// Gives request and certificate of that basename other names.
  mutating func rename(
    _ basename: String, by action: Fault.Action, to change: NameChange
  ) throws(WorldError) {
    let (csr, cer) = ("\(basename).csr", "\(basename).cer")
    var successors: [[UInt8]: Successor] = [:]
    let machines = try indices(of: action.machines)
    for index in machines {
      let shelf = shelves[index]
      var isNamed = false
      if let request = try? shelf.file(csr).request, request.isAffected(by: change) {
        isNamed = true
        if successors[request.der] == nil {
          successors[request.der] = Successor(try renamed(request, by: change, in: csr))
        }
      }
      if let old = try? shelf.file(cer).certificates.first, old.isAffected(by: change) {
        isNamed = true
        if successors[old.der] == nil {
          successors[old.der] = Successor(
            try authorities.renew(old, changedBy: change, now: now))
        }
      }
      guard isNamed || action.machines == nil else {
        guard shelf[csr] != nil || shelf[cer] != nil else {
          throw WorldError("\(shelf.machine) has neither \(csr) nor \(cer)")
        }
        throw WorldError(
          "neither \(csr) nor \(cer) on \(shelf.machine) \(change.lacking)", about: change.subject)
      }
    }
    guard !successors.isEmpty else {
      guard shelves.contains(where: { $0[csr] != nil || $0[cer] != nil }) else {
        throw nowhere([csr, cer])
      }
      throw WorldError(
        "no \(csr) or \(cer) on any machine \(change.lacking)", about: change.subject)
    }
    replace(successors, on: machines, only: action.isAlone ? [csr, cer] : nil)
  }

  private mutating func replace(
    _ successors: [[UInt8]: Successor], on machines: [Int], only files: [String]?
  ) {
    for index in machines {
      guard let files else {
        shelves[index].replace(successors)
        continue
      }
      for name in files { shelves[index].replace(successors, only: name) }
    }
  }

  private func renamed(
    _ request: CertificateRequest, by change: NameChange, in name: String
  ) throws(WorldError) -> CertificateRequest {
    guard let key = privateKey(of: request) else {
      throw WorldError("no machine has the key of \(name) in the clear, so it cannot be signed")
    }
    do throws(OpenSSLError) {
      return try CertificateRequest(renewing: request, changedBy: change, key: key)
    } catch {
      throw WorldError("\(name): \(error)")
    }
  }

  /// The key of a request, on whatever machine it lies.
  private func privateKey(of request: CertificateRequest) -> PrivateKey? {
    for shelf in shelves {
      for name in shelf.bundles {
        guard let bytes = shelf[name], PKIFile.mayHoldSecret(bytes),
          let key = PKIFile(bytes).privateKey, request.matches(key)
        else { continue }
        return key
      }
    }
    return nil
  }
}

extension Successor {
  fileprivate init(_ certificate: Certificate) {
    self.init(der: certificate.der, label: "CERTIFICATE")
  }

  fileprivate init(_ request: CertificateRequest) {
    self.init(der: request.der, label: "CERTIFICATE REQUEST")
  }
}

extension NameChange {
  /// The value that has the name.
  fileprivate var subject: FaultSubject {
    switch self {
    case .commonName: .value(.cn)
    case .without: .value(.name)
    }
  }

  /// The end of a sentence about what the change does nothing to.
  fileprivate var lacking: String {
    switch self {
    case .commonName: "has another common name"
    case .without: "has that alternative name"
    }
  }
}

extension CertificateRequest {
  fileprivate func isAffected(by change: NameChange) -> Bool {
    switch change {
    case .commonName(let name): commonName != name
    case .without(let name): names(name)
    }
  }
}

extension Certificate {
  fileprivate func isAffected(by change: NameChange) -> Bool {
    switch change {
    case .commonName(let name): commonName != name
    case .without(let name): names(name)
    }
  }
}
