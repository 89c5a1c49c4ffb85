import PKI

/// A file that holds no certificate: what it is, and which certificates have to do with it.
struct OtherFile {
  private let file: LabFile
  private let files: LabFiles

  init(_ file: LabFile, _ files: LabFiles) {
    self.file = file
    self.files = files
  }

  /// Whether it holds a key or a request.
  var holdsMore: Bool {
    guard let held = file.held else { return false }
    return held.privateKey != nil || held.hasEncryptedPrivateKey || held.request != nil
  }

  /// Sentences.
  var lines: [String] {
    let name = Written.name(file.name)
    var lines = ["\(name) holds no certificate, but \(HeldWords.of(file, in: files))."]
    lines += Damage.facts(of: file, in: files) + [HeldWords.advice(on: file)].compactMap(\.self)
    if file.held?.request == nil, let request = file.requestOnDesk {
      lines.append(
        "PC1's programs, such as certreq, take it all the same for a certificate request for "
          + "\(Written.name(request.commonName ?? request.subjectText)).")
    }
    guard let held = file.held else { return lines }
    if held.privateKey == nil, held.hasEncryptedPrivateKey {
      lines.append("Which certificate the key belongs to can be told only without the password.")
    }
    if let key = held.privateKey {
      lines.append(
        belongs(files.holding { $0.certificates.first?.matches(key) ?? false }, to: "key"))
      let requests = files.holding { $0.request?.matches(key) ?? false }
      if !requests.isEmpty {
        lines.append(
          "It is the key of the request \(Written.list(requests.map(files.shown), most: 4)).")
      }
    } else if let request = held.request {
      let names = request.listedNames
      if !names.isEmpty {
        lines.append("It asks for the names \(Written.list(names.map(Written.name), most: 12)).")
      }
      lines.append(
        belongs(
          files.holding { $0.certificates.first?.hasKey(of: request) ?? false }, to: "request"))
    }
    return lines
  }

  private func belongs(_ certificates: [LabFile], to what: String) -> String {
    certificates.isEmpty
      ? "No certificate in this lab is for this \(what)."
      : "Its certificate is in \(Written.list(certificates.map(files.shown), most: 4))."
  }
}
