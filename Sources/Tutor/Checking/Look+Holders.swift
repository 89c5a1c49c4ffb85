import Authority
import Lab
import PKI
import Words

extension Look {
  /// The certificates of the lab's authority and of those above it.
  var authorities: [Certificate] { [world.authority.certificate] + world.authority.issuers }

  /// That a file is a request with those facts.
  func request(
    _ name: String, on machine: String, has facts: Check.Facts
  ) throws(Mismatch) -> String {
    let file = try present(name, on: machine)
    let holder = Holder(try file.request, label: file.label)
    try holder.check(facts, key: try key(of: facts, on: machine), in: self)
    return "\(file.label) is the request that is wanted."
  }

  /// That a file begins with a certificate with those facts.
  func certificate(
    _ name: String, on machine: String, has facts: Check.Facts
  ) throws(Mismatch) -> String {
    let file = try present(name, on: machine)
    let certificates = try file.certificates(by: rules)
    let place = certificates.count == 1 ? "" : "the first certificate in "
    let holder = Holder(certificates[0], label: place + file.label)
    try holder.check(facts, key: try key(of: facts, on: machine), in: self)
    if facts.isAlone { try Self.check(file, has: certificates.count) }
    return "\(file.label) is the certificate that is wanted."
  }

  /// That a file has no more in it than one certificate, of so many that are read.
  private static func check(_ file: SeenFile, has count: Int) throws(Mismatch) {
    guard count == 1 else {
      let more = count == 2 ? "one more certificate" : "\(count - 1) more certificates"
      throw Mismatch("\(file.label) has \(more) behind its first.")
    }
    try checkParts(of: file)
  }

  /// That a certificate with those facts is in a file, and is not read there because of what stands
  /// around it.
  func unread(
    _ name: String, on machine: String, has facts: Check.Facts
  ) throws(Mismatch) -> String {
    let file = try present(name, on: machine)
    let parts = FileParts(file.contents, held: try file.file, most: .max).parts
    var read = ((try? file.certificates(by: rules)) ?? []).map(\.der)
    let key = try key(of: facts, on: machine)
    var reason: Mismatch?
    for certificate in parts.compactMap(\.certificate) {
      if let index = read.firstIndex(of: certificate.der) {
        read.remove(at: index)
        continue
      }
      do throws(Mismatch) {
        let holder = Holder(certificate, label: "the certificate in \(file.label) that is not read")
        try holder.check(facts, key: key, in: self)
        return "\(file.label) has the certificate in it that is not to be read there."
      } catch {
        reason = reason ?? error
      }
    }
    throw reason ?? Mismatch("\(file.label) has no certificate in it that is not read.")
  }

  /// That the authority has issued a certificate with those facts.
  func issued(_ facts: Check.Facts, on machine: String) throws(Mismatch) -> String {
    let authority = Shown.plain(world.authority.certificate.commonName ?? "the authority")
    let key = try key(of: facts, on: machine)
    var reason: Mismatch?
    for certificate in world.authority.issuedCertificates.reversed() {
      do throws(Mismatch) {
        let holder = Holder(certificate, label: "the certificate that \(authority) issued last")
        try holder.check(facts, key: key, in: self)
        return "\(authority) has issued the certificate that is wanted."
      } catch {
        reason = reason ?? error
      }
    }
    throw Mismatch(reason?.sentence ?? "\(authority) has issued no certificate yet.")
  }

  /// The key that facts name: that of a private key, or of whom a request or certificate is for.
  private func key(
    of facts: Check.Facts, on machine: String
  ) throws(Mismatch) -> (info: [UInt8], label: String)? {
    guard let name = facts.key else { return nil }
    let file = try present(name, on: machine)
    let elements = try file.file
    let info =
      elements.privateKey?.publicKeyInfo ?? elements.certificates.first?.publicKeyInfo
      ?? elements.request?.publicKeyInfo
    guard let info else {
      throw Mismatch("\(file.label) holds neither a key that can be read nor one's request.")
    }
    return (info, file.label)
  }
}
