import PKI
import Time
import Words

extension Look {
  /// The file of that name; throws if there is none.
  func present(_ name: String, on machine: String) throws(Mismatch) -> SeenFile {
    guard let file = file(name, on: machine) else {
      throw Mismatch(absence(of: name, on: machine))
    }
    return file
  }

  /// That a file is there, and holds what another one does.
  func file(
    _ name: String, on machine: String, isSameAs other: String?
  ) throws(Mismatch) -> String {
    let file = try present(name, on: machine)
    guard let other else { return "\(file.label) is there." }
    let original = try present(other, on: machine)
    guard file.contents.isSameText(as: original.contents) else {
      throw Mismatch("\(file.label) is not the same as \(original.label).")
    }
    return "\(file.label) is the same as \(original.label)."
  }

  /// That a key belongs to the certificate or request in another file, by the rules of `pki match`.
  func match(key name: String, with other: String, on machine: String) throws(Mismatch) -> String {
    let keyFile = try present(name, on: machine)
    let file = try present(other, on: machine)
    let key = try keyFile.privateKey
    let isPair: Bool
    if try file.file.certificates.isEmpty, let request = try? file.request {
      isPair = request.matches(key)
    } else {
      isPair = try file.certificates(by: rules)[0].matches(key, by: rules)
    }
    guard isPair else {
      throw Mismatch("The key in \(keyFile.label) does not belong to what is in \(file.label).")
    }
    return "\(keyFile.label) and \(file.label) belong together."
  }

  /// That a certificate leads to what is trusted, by the rules of `pki verify`.
  func verify(
    _ name: String, against bundle: String, on machine: String
  ) throws(Mismatch) -> String {
    let file = try present(name, on: machine)
    let bundleFile = try present(bundle, on: machine)
    let certificate = try file.certificates(by: rules)[0]
    let anchors = try bundleFile.certificates(by: rules)
    do throws(VerificationFailure) {
      try CertificateChain.verify(certificate, anchors: anchors, at: time, by: rules)
    } catch {
      throw Mismatch("\(file.label) is not verified with \(bundleFile.label): \(error.reason).")
    }
    return "\(file.label) is verified with \(bundleFile.label)."
  }
}

extension [UInt8] {
  /// Whether it is the same but for the ends of its lines and that of the last; binary files are the
  /// same only if each byte is.
  fileprivate func isSameText(as other: [UInt8]) -> Bool {
    if self == other { return true }
    guard !contains(0), !other.contains(0) else { return false }
    return plainLines.elementsEqual(other.plainLines)
  }

  private var plainLines: ArraySlice<UInt8> {
    let text = filter { $0 != 0x0D }
    return text.last == 0x0A ? text.dropLast() : text[...]
  }
}
