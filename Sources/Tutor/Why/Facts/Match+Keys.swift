import Appliance
import Authority
import Lab
import PKI
import Time

/// Where the keys come from, and which may be the one.
extension Match {
  /// Keys that cannot be read without a password.
  var locked: [LabFile] {
    scene.files.holding { held in
      held.privateKey == nil
        && (held.hasEncryptedPrivateKey
          || held.elements.contains { if case .pkcs12 = $0 { true } else { false } })
    }
  }

  /// That another key has the name here: it is not overwritten by the one of the certificate.
  func kept(_ there: LabFile, beside other: LabFile) -> String {
    let name = Written.name(there.name)
    let key = there.held?.privateKey
    let requests = scene.files.holding { held in
      key.map { held.request?.matches($0) ?? false } ?? false
    }
    let certificates = scene.files.holding { held in
      key.map { held.certificates.first?.matches($0) ?? false } ?? false
    }
    guard let request = requests.first, certificates.isEmpty else {
      return "\(name) here is another key, which that one would overwrite"
        + (certificates.isEmpty
          ? "."
          : ": its certificate is in \(Written.list(certificates.map(scene.files.shown), most: 3)).")
    }
    return "\(name) here is the key of another request, \(scene.files.shown(request)), and "
      + "\(scene.files.shown(other)) would overwrite it: what is missing is the certificate for that request."
  }

  /// Whether the key was made anew after the request had gone out.
  var history: Findings {
    guard !certificate.isAuthority, !isOfAnotherServer, let made = keyFile.modified,
      let issued = certificate.validity?.notBefore,
      keyFile.name.shortStem == file.name.shortStem || certificateNamesRequest
    else { return Findings() }
    // A younger request is that of another machine's key.
    let old = scene.files.holding { $0.request.map { certificate.hasKey(of: $0) } ?? false }
      .first { $0.name.shortStem == keyFile.name.shortStem && $0.modified ?? made <= made }
    let name = Written.name(keyFile.name)
    let time = Written.time(made)
    let habit = "pki csr and pki selfsigned overwrite the key without asking."
    let origin = scene.origin(of: keyFile)
    if let old {
      let shown = scene.files.shown(old)
      switch origin {
      case .made:
        return Findings([
          "\(shown) is the request from before \(name) was made anew (\(time)): \(habit)"
        ])
      case .uploaded:
        return Findings(["\(shown) is the request of another key: \(name) was uploaded (\(time))."])
      case nil:
        return Findings([
          "\(shown) is the request from before \(name) was made anew, or another key was uploaded in its "
            + "place (\(time)): \(habit)"
        ])
      }
    }
    // Certificates begin some minutes before they are issued.
    guard made > issued + CertificateAuthority.backdating else { return Findings() }
    let words =
      switch origin {
      case .made: "it was made anew; \(habit)"
      case .uploaded: "it was uploaded."
      case nil: "another key was uploaded, or made anew; \(habit)"
      }
    return Findings([
      "\(name) is younger (\(time)) than the certificate (\(Written.time(issued))): \(words)"
    ])
  }

  private var certificateNamesRequest: Bool {
    scene.files.own.contains { file in
      file.name.shortStem == keyFile.name.shortStem
        && file.held?.request.map { $0.commonName == certificate.commonName } ?? false
    }
  }
}
